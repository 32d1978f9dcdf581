// A key and its substitutions go in, the words shown to the reader come out, in the browser's language where we have it.
// Takes the browser's own i18n where there is one (extension pages, content scripts) and the English file elsewhere (tests,
// or a page whose extension was reloaded away). Imports no polyfill, so that components run without an extension.
import english from '../public/_locales/en/messages.json';

/** A key of the English messages. */
export type Key = keyof typeof english;

/** Stem of a pair of keys `<stem>One` and `<stem>Other`, whose `$1` is the number. */
export type PluralKey = { [K in Key]: K extends `${infer Stem}One` ? (`${Stem}Other` extends Key ? Stem : never) : never }[Key];

interface MessageSource {
  getMessage(key: string, substitutions: string[]): string;
  getUILanguage(): string;
}

function source(): MessageSource | undefined {
  const { browser, chrome } = globalThis as { browser?: { i18n?: MessageSource }; chrome?: { i18n?: MessageSource } };
  return browser?.i18n ?? chrome?.i18n;
}

/** The words of a key; `$1` … `$9` are replaced by the substitutions, in order and once. Example: t('savedOn', '3 May 2024'). */
export function t(key: Key, ...substitutions: (string | number)[]): string {
  const words = substitutions.map(String);
  try {
    const message = source()?.getMessage(key, words);
    if (message) return message;
  } catch {
    // The extension was reloaded under this page: its i18n is gone, the English file is not.
  }
  return english[key].message.replace(/\$([$1-9])/g, (_, digit: string) => (digit === '$' ? '$' : (words[Number(digit) - 1] ?? '')));
}

/** The words for `count` of something: singular or plural form, with the count as `$1` and further substitutions after it. */
export function tn(stem: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const one = new Intl.PluralRules(locale()).select(count) === 'one';
  return t(`${stem}${one ? 'One' : 'Other'}` as Key, formatNumber(count), ...substitutions);
}

/** The languages that we have words in, as public/_locales names them. */
const LANGUAGES = ['en', 'de'];

/** BCP 47 tag that dates, numbers and language names are written in: English words keep English dates. */
export function locale(): string {
  try {
    const language = source()?.getUILanguage() ?? 'en-GB';
    return LANGUAGES.includes(language.split(/[-_]/)[0]!) ? language.replace('_', '-') : 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** A whole number in the reader's digits and grouping: 12000 → "12,000". */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

/** What separates the decimals of a number where the reader lives. */
export function decimalMark(): '.' | ',' {
  return new Intl.NumberFormat(locale()).format(1.5).includes(',') ? ',' : '.';
}
