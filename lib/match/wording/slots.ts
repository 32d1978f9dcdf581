// Two statements word by word → what stands in both in one order, and between that, what stands in whose place. Names, numbers and
// fixed phrases count as one word each; articles are left out. Weighs nothing, judges nothing. Long sentences are left alone.
import type { Statement } from '../../model';
import { nameKey } from '../../text/fold';
import { numberIn, PHRASES, type Word } from './relations';
import { wordsOf } from '../signals/signal';

export interface Unit extends Word {
  start: number;
  end: number;
  /** A word of grammar rather than of content. */
  stop: boolean;
  /** A name's last word in plain letters, without the genitive; null for anything else. */
  last: string | null;
}

export interface Slots {
  /** What stands in the claim and in the evidence between two neighbours that are the same in both. At most one of the two is empty. */
  slots: { claim: Unit[]; evidence: Unit[] }[];
  /** How much of the wording is the same in the same order, 0 to 1; words of content count three times. */
  likeness: number;
}

const ARTICLES = new Set(['a', 'an', 'the', 'some', "'s"]);
const kept = new WeakMap<Statement, Unit[]>();

/** The words of a statement as compared, in order. Kept while the statement lives. */
export function unitsOf(statement: Statement): Unit[] {
  let units = kept.get(statement);
  if (!units) {
    units = read(statement);
    kept.set(statement, units);
  }
  return units;
}

function read(statement: Statement): Unit[] {
  const { tokens } = wordsOf(statement);
  const names = [...statement.names].filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start);
  const units: Unit[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    while (next < names.length && names[next]!.span.end <= token.start) next++;
    const name = names[next];
    if (name && token.start >= name.span.start) {
      if (units.at(-1)?.end !== name.span.end) units.push({ start: name.span.start, end: name.span.end, key: name.canonical, stop: false, name: name.kind, value: null, ordinal: false, last: lastWord(statement.text.slice(name.span.start, name.span.end)) });
      continue;
    }
    const phrase = PHRASES.get(token.lower)?.find((words) => words.every((word, n) => tokens[i + n]?.lower === word));
    if (phrase) {
      units.push({ start: token.start, end: tokens[i + phrase.length - 1]!.end, key: phrase.join(' '), stop: true, name: null, value: null, ordinal: false, last: null });
      i += phrase.length - 1;
      continue;
    }
    if (ARTICLES.has(token.lower)) continue;
    let [end, digits] = [token.end, token.lower];
    // "1,200" is one number.
    while (/^\d+$/.test(digits) && statement.text[end] === ',' && tokens[i + 1]?.start === end + 1 && /^\d{3}$/.test(tokens[i + 1]!.lower)) {
      digits += tokens[++i]!.lower;
      end = tokens[i]!.end;
    }
    const number = numberIn(digits);
    units.push({ start: token.start, end, key: number.value === null ? token.stem : `${number.ordinal ? '#' : ''}${number.value}`, stop: token.stop && number.value === null, name: null, value: number.value, ordinal: number.ordinal, last: null });
  }
  return units;
}

function lastWord(name: string): string {
  return nameKey(name).replace(/ s$/, '').split(' ').at(-1)!;
}

const keysKept = new WeakMap<Statement, ReadonlySet<string>>();

/** The keys of all units of a statement. Kept while the statement lives. */
export function keysOf(statement: Statement): ReadonlySet<string> {
  let keys = keysKept.get(statement);
  if (!keys) {
    keys = new Set(unitsOf(statement).map(({ key }) => key));
    keysKept.set(statement, keys);
  }
  return keys;
}

/** Longer sentences, once what they share at both ends is taken off, are not compared: the table has so many cells at most. */
const MOST_CELLS = 4096;
const CONTENT = 3;
const weightOf = ({ stop }: Unit): number => (stop ? 1 : CONTENT);

const weigh = (units: Unit[]): number => units.reduce((sum, unit) => sum + weightOf(unit), 0);

/** What stands in whose place; null for sentences whose likeness is below `least`, and for those too long to compare. */
export function slotsOf(claim: Statement, evidence: Statement, least: number): Slots | null {
  const [a, b] = [unitsOf(claim), unitsOf(evidence)];
  const all = weigh(a) + weigh(b);
  // In whatever order: the words that stand in both bound the likeness from above.
  const keys = keysOf(evidence);
  let both = 0;
  for (const unit of a) if (keys.has(unit.key)) both += weightOf(unit);
  if (all === 0 || 2 * both < least * all) return null;
  let head = 0;
  while (head < a.length && head < b.length && a[head]!.key === b[head]!.key) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail]!.key === b[b.length - 1 - tail]!.key) tail++;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  if (n * m > MOST_CELLS) return null;
  // table[i][j]: the weight of the best common order of what is left from i and j on.
  const wide = m + 1;
  const table = new Uint16Array((n + 1) * wide);
  for (let i = n - 1; i >= 0; i--) {
    const x = a[head + i]!;
    for (let j = m - 1; j >= 0; j--) {
      const [down, right] = [table[(i + 1) * wide + j]!, table[i * wide + j + 1]!];
      let best = down > right ? down : right;
      if (x.key === b[head + j]!.key) best = Math.max(best, table[(i + 1) * wide + j + 1]! + weightOf(x));
      table[i * wide + j] = best;
    }
  }
  const slots: Slots['slots'] = [];
  let open: { claim: Unit[]; evidence: Unit[] } | null = null;
  const slot = (): { claim: Unit[]; evidence: Unit[] } => {
    if (!open) slots.push((open = { claim: [], evidence: [] }));
    return open;
  };
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const here = table[i * wide + j]!;
    if (i < n && j < m && a[head + i]!.key === b[head + j]!.key && here === table[(i + 1) * wide + j + 1]! + weightOf(a[head + i]!)) {
      open = null;
      i++;
      j++;
    } else if (i < n && (j === m || table[(i + 1) * wide + j]! === here)) slot().claim.push(a[head + i++]!);
    else slot().evidence.push(b[head + j++]!);
  }
  const apart = slots.reduce((sum, each) => sum + weigh(each.claim) + weigh(each.evidence), 0);
  const likeness = 1 - apart / all;
  return likeness < least ? null : { slots, likeness };
}
