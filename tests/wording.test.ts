// What readers are told: every message of every language goes in. Stored articles agree or differ; none of our words may pass
// judgement on a statement, and a store cuts names and descriptions that are too long.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LOCALES = new URL('../public/_locales/', import.meta.url);

/** Words that would say who is right. "False", "true" and "fake" by the house's rule; the others mean the same. */
const VERDICT = /\b(?:true|truth(?:ful)?|untrue|false(?:hood)?|fake|lies?|liar|lying|fact[- ]?check\w*|debunk\w*|refut\w*|disprov\w*|(?:mis|dis)information|hoax|propaganda|verified|trustworthy|credible)\b/i;

/** Chrome Web Store's limits, in characters: https://developer.chrome.com/docs/extensions/reference/manifest */
const LONGEST = { extensionName: 75, extensionDescription: 132 };

it.each(['This is a lie.', 'Fact-checked', 'fact check', 'That is FALSE.', 'Fake news', 'debunked by 3'])('“%s” would be a verdict', (words) => {
  expect(words).toMatch(VERDICT);
});

describe.each(readdirSync(LOCALES))('the messages in %s', (locale) => {
  const messages = JSON.parse(readFileSync(new URL(`${locale}/messages.json`, LOCALES), 'utf8')) as Record<string, { message: string }>;

  it('say that articles agree or differ, and pass no verdict', () => {
    expect(Object.entries(messages).filter(([, { message }]) => VERDICT.test(message))).toEqual([]);
  });

  it.each(Object.entries(LONGEST))('%s fits the store', (key, longest) => {
    expect(messages[key]?.message.length).toBeGreaterThan(0);
    expect(messages[key]?.message.length).toBeLessThanOrEqual(longest);
  });
});
