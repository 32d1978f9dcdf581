// Two statements → do their own words come from one text, or from one quotation? Compares words only, so that a shared matter
// told in words of one's own stays apart. Knows no stance, no article. Linear in the words of the two.
import { findQuotations, foldQuotations } from '../claims/quotations';
import { nameKey } from '../text/fold';
import { normalForm } from '../text/normal-form';
import { tokenise, type Token } from '../text/tokens';
import type { Span, Statement } from '../model';

/** Words in a shingle. With 4, three words exchanged in a sentence of 25 already hide a copy; with 2, common phrases meet. */
const SHINGLE = 3;
/** Fewer shared shingles than a run of eight words gives are too few: short sentences come out alike by chance ("The minister resigned on Friday"). */
const LEAST_SHARED = 6;
/**
 * So much of the shorter sentence must stand in the other; a copy with its figure and its opening changed keeps about .6. Of 13,428 pairs of
 * sentences from two articles on one event (ECB+), 133 reach both bounds; of the first 40 of them 36 are copies to a reader's eye.
 */
const LEAST_CONTAINED = 0.5;
/** A quotation is the same from so many words in a row on, if the speaker is the same. */
const QUOTED = 5;
/** … and from so many of its runs on, eight words in a row, when one side does not name the speaker: "we will never give up" is anybody's. */
const LEAST_UNNAMED = 4;

/** What a statement is compared by. */
export interface Wording {
  /** Runs of three words with at least one that is no name, figure or function word. */
  shingles: Set<string>;
  /** Runs of five words within one quotation. */
  quoted: Set<string>;
  /** Normal form of whoever is named as the speaker; null when nobody is. */
  speaker: string | null;
}

/** The wording of a statement, ready to be compared with others. */
export function wordingOf(statement: Statement): Wording {
  const folded = foldQuotations(normalForm(statement.text).text);
  const words = tokenise(folded);
  const plain = words.map(isPlain);
  const quotations = quotationsOf(folded, statement.attribution?.quoted ?? false);
  return {
    shingles: runs(words, SHINGLE, (first, last) => plain.slice(first, last + 1).includes(true)),
    quoted: quotedRuns(words, quotations),
    speaker: speakerOf(statement),
  };
}

/** Is one sentence a copy of the other, or of a part of it, but for a few words? */
export function shareText(a: Wording, b: Wording): boolean {
  const shared = common(a.shingles, b.shingles);
  return shared >= LEAST_SHARED && shared >= LEAST_CONTAINED * Math.min(a.shingles.size, b.shingles.size);
}

/** Do both give the same words of the same speaker? */
export function shareQuotation(a: Wording, b: Wording): boolean {
  const shared = common(a.quoted, b.quoted);
  return a.speaker === null || b.speaker === null ? shared >= LEAST_UNNAMED : shared > 0 && sameSpeaker(a.speaker, b.speaker);
}

/** "zelensky" is "volodymyr zelensky": the words of the shorter name all stand in the longer one. */
function sameSpeaker(a: string, b: string): boolean {
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length) as [string[], string[]];
  return short.every((word) => long.includes(word));
}

/** A long name ("the Organisation for the …") is no common text: what it is made of does not count. */
function isPlain({ text, stop }: Token): boolean {
  return !stop && /^\p{Ll}/u.test(text);
}

/** Runs of so many words that are kept, told by the places of their first and last word. */
function runs(words: Token[], length: number, keep: (first: number, last: number) => boolean): Set<string> {
  const found = new Set<string>();
  for (let first = 0; first + length <= words.length; first++) {
    if (!keep(first, first + length - 1)) continue;
    let run = words[first]!.lower;
    for (let i = 1; i < length; i++) run += ` ${words[first + i]!.lower}`;
    found.add(run);
  }
  return found;
}

/** Runs of words that lie within one quotation. Quotations come in order, so each run is held against one only. */
function quotedRuns(words: Token[], quotations: Span[]): Set<string> {
  let at = 0;
  return runs(words, QUOTED, (first, last) => {
    while (at < quotations.length && quotations[at]!.end <= words[first]!.start) at++;
    const quotation = quotations[at];
    return quotation !== undefined && quotation.start <= words[first]!.start && words[last]!.end <= quotation.end;
  });
}

/** Where somebody's own words stand. A sentence from the midst of a quotation may have only the closing mark, or none. */
function quotationsOf(folded: string, quoted: boolean): Span[] {
  const found = findQuotations(folded);
  if (found.length > 0 || !quoted) return found;
  const close = folded.indexOf('"');
  return [{ start: 0, end: close < 0 ? folded.length : close }];
}

/** The named speaker's normal form. A pronoun or a role in lower case ("he", "the minister") names nobody. */
function speakerOf({ attribution, names }: Statement): string | null {
  if (!attribution?.speaker || !/\p{Lu}/u.test(attribution.speaker.replace(/^(?:The|He|She|They|It|A|An)\b/, ''))) return null;
  const named = names.find(({ span }) => within(span, attribution.span) && span.end > span.start);
  return named?.canonical ?? nameKey(attribution.speaker);
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function common(a: Set<string>, b: Set<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const one of few) if (many.has(one)) count++;
  return count;
}
