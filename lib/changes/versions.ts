// The sentences of two versions of a text → which of the one are which of the other. Equal ones first, wherever they stand, so that
// moving is no change; the rest by the words they share. A sentence cut in two, or two made one, stay together. Decides nothing else.
import type { Sentence } from './sentences';

/** What belongs together: one sentence on each side, more where one was split or several joined; none where it is new or gone. */
export interface Match {
  before: Sentence[];
  now: Sentence[];
}

/** Sentences with so many of their words in common (twice the shared over all) are two versions of one. Unrelated ones share a third. */
const LEAST_SHARED = 0.5;
/** With so much of its words in a longer sentence, one was split off it or taken into it. */
const TAKEN_IN = 0.8;
/** Words that stand in so many sentences don't tell which belongs to which; also keeps hostile text linear. */
const MOST_HOLDERS = 40;

/** Matches in the order of the newer version; what is gone stands where it stood. Unchanged sentences are left out. */
export function matchVersions(before: Sentence[], now: Sentence[]): Match[] {
  const equal = new Map<string, Sentence[]>();
  for (const sentence of before) equal.set(sentence.key, [...(equal.get(sentence.key) ?? []), sentence]);
  const same = new Map<Sentence, Sentence>();
  const added = now.filter((sentence) => {
    const twin = equal.get(sentence.key)?.shift();
    if (twin) same.set(twin, sentence);
    return !twin;
  });
  const gone = before.filter((sentence) => !same.has(sentence));
  const likest = pairsOf(gone, added).sort((a, b) => b.shared - a.shared || Math.abs(a.before.at - a.now.at) - Math.abs(b.before.at - b.now.at) || a.now.at - b.now.at);
  const matches = new Map<Sentence, Match>();
  for (const { before: old, now: young, shared } of likest) {
    if (shared < LEAST_SHARED || matches.has(old) || matches.has(young)) continue;
    const match = { before: [old], now: [young] };
    matches.set(old, match).set(young, match);
  }
  takeIn(gone, added, matches);
  // A sentence said twice and now once is still said.
  const saidStill = (sentence: Sentence, others: Set<string>): boolean => others.has(sentence.key);
  const [keysNow, keysBefore] = [new Set(now.map(({ key }) => key)), new Set(before.map(({ key }) => key))];
  for (const sentence of added) if (!matches.has(sentence) && !saidStill(sentence, keysBefore)) matches.set(sentence, { before: [], now: [sentence] });
  for (const sentence of gone) if (!matches.has(sentence) && !saidStill(sentence, keysNow)) matches.set(sentence, { before: [sentence], now: [] });
  return [...new Set(matches.values())].map((match) => ({ match, at: placeOf(match, before, same) })).sort((a, b) => a.at - b.at).map(({ match }) => match);
}

/** In the newer version, or right behind what stood before it there. */
function placeOf({ before, now }: Match, all: Sentence[], same: ReadonlyMap<Sentence, Sentence>): number {
  if (now[0]) return now[0].at;
  for (let at = before[0]!.at - 1; at >= 0; at--) {
    const twin = same.get(all[at]!);
    if (twin) return twin.at + 0.5;
  }
  return -1;
}

/** Pairs that share at least one telling word, with how much they share. */
function pairsOf(gone: Sentence[], added: Sentence[]): { before: Sentence; now: Sentence; shared: number }[] {
  const holders = new Map<string, Sentence[]>();
  for (const sentence of added) for (const stem of stemsOf(sentence)) holders.set(stem, [...(holders.get(stem) ?? []), sentence]);
  return gone.flatMap((before) => {
    const near = new Set([...stemsOf(before)].flatMap((stem) => {
      const some = holders.get(stem) ?? [];
      return some.length <= MOST_HOLDERS ? some : [];
    }));
    return [...near].map((now) => ({ before, now, shared: likeness(before, now) }));
  });
}

/** What found no partner of its own, but stands whole in a sentence of the other side, joins that one's match. */
function takeIn(gone: Sentence[], added: Sentence[], matches: Map<Sentence, Match>): void {
  for (const { before, now } of pairsOf(gone, added)) {
    const [old, young] = [matches.get(before), matches.get(now)];
    if (old && !young && holds(before, now)) {
      old.now.push(now);
      matches.set(now, old);
    } else if (young && !old && holds(now, before)) {
      young.before.push(before);
      matches.set(before, young);
    }
  }
}

/** Twice the shared words over all words, counted as often as they stand; function words count half. */
function likeness(a: Sentence, b: Sentence): number {
  const weights = new Map<string, number>();
  for (const { stem, stop } of a.tokens) weights.set(stem, (weights.get(stem) ?? 0) + (stop ? 0.5 : 1));
  let shared = 0;
  for (const { stem, stop } of b.tokens) {
    const left = weights.get(stem) ?? 0;
    const taken = Math.min(left, stop ? 0.5 : 1);
    shared += taken;
    weights.set(stem, left - taken);
  }
  return (2 * shared) / (weightOf(a) + weightOf(b));
}

function holds(long: Sentence, short: Sentence): boolean {
  const stems = new Set(long.tokens.map(({ stem }) => stem));
  const own = [...stemsOf(short)];
  return own.length > 0 && own.filter((stem) => stems.has(stem)).length >= TAKEN_IN * own.length;
}

function weightOf({ tokens }: Sentence): number {
  return tokens.reduce((sum, { stop }) => sum + (stop ? 0.5 : 1), 0);
}

function stemsOf({ tokens }: Sentence): Set<string> {
  return new Set(tokens.filter(({ stop }) => !stop).map(({ stem }) => stem));
}
