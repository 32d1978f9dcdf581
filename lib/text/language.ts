// Text → is this English? Other languages are recognised and left alone: our rules would only misread them.
const COMMON = new Set('the of and to in a is that for it was on are as with his he be at by had not but from have they which or an were has their its been said will who more'.split(' '));

const LATIN = /\p{Script=Latin}/u;

/** Share of everyday English words below which a text is not English prose. English news lies at .35–.5, German or French under .08. */
const LEAST_SHARE = 0.15;
/** So much text decides; a headline alone does not. */
const ENOUGH_WORDS = 30;

/** Share of letters of other scripts from which on a text is in another language, however short. A foreign name in brackets stays below. */
const MOST_FOREIGN = 0.5;
/** Fewer letters of another script are a name. */
const LEAST_FOREIGN = 10;

/** Is it English? A declared language is believed only where the text is too short to tell. */
export function isEnglish(texts: Iterable<string>, declared: string | null): boolean {
  let words = 0;
  let common = 0;
  let letters = 0;
  let foreign = 0;
  for (const text of texts) {
    for (const word of text.slice(0, 2000).toLowerCase().match(/\p{L}+/gu) ?? []) {
      words++;
      letters += word.length;
      if (!LATIN.test(word)) foreign += word.length;
      if (COMMON.has(word)) common++;
    }
    if (words > 600) break;
  }
  if (foreign >= LEAST_FOREIGN && foreign > MOST_FOREIGN * letters) return false;
  if (words < ENOUGH_WORDS) return declared === null || /^en\b/i.test(declared);
  return common / words >= LEAST_SHARE;
}
