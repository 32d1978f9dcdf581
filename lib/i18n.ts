// A key and its substitutions go in, the words shown to the reader come out, in the browser's language where we have it.
// Asks the browser, which has the files of words; of the English one only the names of its keys are taken here, and no byte is
// bundled. Imports no polyfill, so that components run in a page too.
import type english from '../public/_locales/en/messages.json';
import { native } from './native';

/** A key of the English messages. */
export type Key = keyof typeof english;

/** Stem of a pair of keys `<stem>One` and `<stem>Other`, whose `$1` is the number. */
export type PluralKey = { [K in Key]: K extends `${infer Stem}One` ? (`${Stem}Other` extends Key ? Stem : never) : never }[Key];

type I18n = NonNullable<NonNullable<ReturnType<typeof native>>['i18n']>;

/** What the browser has told of its words so far, which stay the same as long as a page is open: asking it takes longer than drawing what they stand in. */
let told: { by: I18n; words: Map<Key, string>; locale: string | null } | null = null;

function toldBy(i18n: I18n): NonNullable<typeof told> {
  if (told?.by !== i18n) told = { by: i18n, words: new Map(), locale: null };
  return told;
}

/**
 * The words of a key; `$1` … `$9` are replaced by the substitutions, in order and once. Example: t('savedOn', '3 May 2024'). '' in a
 * page whose extension was reloaded away, which draws nothing more.
 */
export function t(key: Key, ...substitutions: (string | number)[]): string {
  try {
    const i18n = native()?.i18n;
    if (!i18n) return '';
    if (substitutions.length > 0) return i18n.getMessage(key, substitutions.map(String));
    const { words } = toldBy(i18n);
    let known = words.get(key);
    if (known === undefined) words.set(key, (known = i18n.getMessage(key)));
    return known;
  } catch {
    return '';
  }
}

/** Making one takes longer than drawing a line of a list, so each is made once a language. */
function once<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const one = made.get(language) ?? make(language);
    made.set(language, one);
    return one;
  };
}

const rulesOf = once((language) => new Intl.PluralRules(language));
const numbersOf = once((language) => new Intl.NumberFormat(language));

/** The words for `count` of something: singular or plural form, with the count as `$1` and further substitutions after it. */
export function tn(stem: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const one = rulesOf(locale()).select(count) === 'one';
  return t(`${stem}${one ? 'One' : 'Other'}` as Key, formatNumber(count), ...substitutions);
}

/** The languages that we have words in, as public/_locales names them. */
const LANGUAGES = ['en', 'de'];
const ENGLISH = 'en-GB';

function localeOf(language: string): string {
  return LANGUAGES.includes(language.split(/[-_]/)[0]!) ? language.replace('_', '-') : ENGLISH;
}

/** BCP 47 tag that dates, numbers and language names are written in: English words keep English dates. */
export function locale(): string {
  try {
    const i18n = native()?.i18n;
    if (!i18n) return ENGLISH;
    return (toldBy(i18n).locale ??= localeOf(i18n.getUILanguage()));
  } catch {
    return ENGLISH;
  }
}

/** A whole number in the reader's digits and grouping: 12000 → "12,000". */
export function formatNumber(count: number): string {
  return numbersOf(locale()).format(count);
}

/** What separates the decimals of a number where the reader lives. */
export function decimalMark(): '.' | ',' {
  return new Intl.NumberFormat(locale()).format(1.5).includes(',') ? ',' : '.';
}
