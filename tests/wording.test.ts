// What readers are told: every message of every language goes in. Stored articles agree or differ; none of our words may pass
// judgement on a statement, and a store cuts names and descriptions that are too long.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LOCALES = new URL('../public/_locales/', import.meta.url);

/** Words that would say who is right. "False", "true" and "fake" by the house's rule; the others mean the same. */
const VERDICT = /\b(?:true|truth(?:ful)?|untrue|false(?:hood)?|fake|lies?|liar|lying|fact[- ]?check\w*|debunk\w*|refut\w*|disprov\w*|(?:mis|dis)information|hoax|propaganda|verified|trustworthy|credible)\b/i;

/** The same in German, where "lies" is a word for reading; „falscher Treffer“ is the reader's word on a match, not on a statement. */
const URTEIL = /\b(?:wahr(?:heit)?|unwahr|falsch(?!er Treffer)\w*|fake|lügen?|gelogen|fakten-?check\w*|entlarvt?|widerleg\w*|falschmeldung\w*|propaganda|glaubwürdig\w*|verifiziert\w*)\b/i;
const VERDICTS: Record<string, RegExp> = { en: VERDICT, de: URTEIL };

/** Chrome Web Store's limits, in characters: https://developer.chrome.com/docs/extensions/reference/manifest */
const LONGEST = { extensionName: 75, extensionDescription: 132 };

it.each(['This is a lie.', 'Fact-checked', 'fact check', 'That is FALSE.', 'Fake news', 'debunked by 3'])('“%s” would be a verdict', (words) => {
  expect(words).toMatch(VERDICT);
});

const messagesOf = (locale: string) => JSON.parse(readFileSync(new URL(`${locale}/messages.json`, LOCALES), 'utf8')) as Record<string, { message: string }>;
/** What stands for a number or name, and how often: the order may differ between languages. */
const holes = (message: string): string[] => (message.match(/\$\d/g) ?? []).sort();

it.each(readdirSync(LOCALES).filter((locale) => locale !== 'en'))('%s says all that English says, with the same numbers and names in it', (locale) => {
  const [english, other] = [messagesOf('en'), messagesOf(locale)];
  expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
  const missing = Object.entries(english).filter(([key, { message }]) => other[key]!.message.trim() === '' || holes(other[key]!.message).join() !== holes(message).join());
  expect(missing.map(([key]) => key)).toEqual([]);
});

it('German writes figures with a decimal comma, and an ellipsis that stands for words apart from them', () => {
  const words = Object.entries(messagesOf('de'));
  expect(words.filter(([, { message }]) => /\d,\d{3}\b|\b\d+\.\d{1,2}\b(?!\.)/.test(message))).toEqual([]);
  expect(words.filter(([, { message }]) => /[^\u00a0]…$/.test(message))).toEqual([]);
});

it.each(readdirSync(LOCALES))('in %s what is read out of a button begins with or holds the words that are seen on it', (locale) => {
  const messages = messagesOf(locale);
  const pairs = { undoNamed: 'undo', removeNamed: 'remove', libraryLabelNamed: 'libraryLabel', choiceSitesStopNamed: 'choiceSitesStop', settingsSiteRemove: 'settingsSiteRemoveShort', matterGoNamed: 'matterGo', libraryReadNamed: 'libraryRead', libraryTakeBackNamed: 'libraryTakeBack', libraryPutBackNamed: 'libraryPutBack' };
  const apart = Object.entries(pairs).filter(([named, seen]) => !messages[named]!.message.toLowerCase().includes(messages[seen]!.message.toLowerCase()));
  expect(apart).toEqual([]);
});

it('has a second language', () => {
  expect(readdirSync(LOCALES).sort()).toEqual(['de', 'en']);
});

it.each(['Das ist falsch.', 'Fakten-Check', 'Das ist die Wahrheit', 'widerlegt von 3'])('“%s” would be a verdict in German', (words) => {
  expect(words).toMatch(URTEIL);
  expect('Falscher Treffer').not.toMatch(URTEIL);
});

describe.each(readdirSync(LOCALES))('the messages in %s', (locale) => {
  const messages = messagesOf(locale);

  it('say that articles agree or differ, and pass no verdict', () => {
    expect(Object.entries(messages).filter(([, { message }]) => VERDICTS[locale]!.test(message))).toEqual([]);
  });

  it.each(Object.entries(LONGEST))('%s fits the store', (key, longest) => {
    expect(messages[key]?.message.length).toBeGreaterThan(0);
    expect(messages[key]?.message.length).toBeLessThanOrEqual(longest);
  });
});
