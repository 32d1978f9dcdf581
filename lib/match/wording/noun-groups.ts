// Words that neither side shares → which of them name one thing all the same ("airliner", "passenger jet"), or one a wider kind of
// the other ("vehicle", "lorry"), by the reviewed groups of frames.json. Phrases count as one word. Knows no stances.
import type { Statement } from '../../model';
import { stemOf, type Token } from '../../text/tokens';
import type { Alignment } from '../align';
import data from '../frames.json' with { type: 'json' };
import { rarity } from '../rarity';
import { wordsOf } from '../signals/signal';

interface Entry {
  stems: string[];
  /** Number of the group; a wider tuple's first word is its head. */
  group: number;
  head: boolean;
}

const BY_FIRST = new Map<string, Entry[]>();
const NOUNS = data.nouns as string[][];
for (const [i, group] of [...NOUNS, ...(data.wider as string[][])].entries()) {
  for (const [n, phrase] of group.entries()) {
    const stems = phrase.toLowerCase().split(/[\s-]+/).map(stemOf);
    const list = BY_FIRST.get(stems[0]!) ?? [];
    list.push({ stems, group: i, head: i >= NOUNS.length && n === 0 });
    BY_FIRST.set(stems[0]!, list);
  }
}
for (const list of BY_FIRST.values()) list.sort((a, b) => b.stems.length - a.stems.length);

interface Met {
  group: number;
  head: boolean;
  from: number;
  to: number;
}

const kept = new WeakMap<Statement, Met[]>();

function groupsIn(statement: Statement): Met[] {
  let met = kept.get(statement);
  if (!met) {
    const { tokens } = wordsOf(statement);
    met = [];
    for (let at = 0; at < tokens.length; at++) {
      for (const { stems, group, head } of BY_FIRST.get(tokens[at]!.stem) ?? []) {
        if (stems.every((stem, k) => tokens[at + k]?.stem === stem)) met.push({ group, head, from: at, to: at + stems.length - 1 });
      }
    }
    kept.set(statement, met);
  }
  return met;
}

/** Summed rarity of the unaligned words that name one thing on both sides, and of those whose word here is wider, or narrower. */
export function namedAlike(claim: Statement, evidence: Statement, alignment: Alignment): { same: number; wider: number; narrower: number } {
  const [ours, theirs] = [free(claim, alignment, 'claim'), free(evidence, alignment, 'evidence')];
  const taken = new Set<string>();
  const sums = { same: 0, wider: 0, narrower: 0 };
  for (const a of ours) {
    for (const b of theirs) {
      if (a.group !== b.group || taken.has(`a${a.from}`) || taken.has(`b${b.from}`)) continue;
      const kind = a.group < NOUNS.length ? 'same' : a.head === b.head ? null : a.head ? 'wider' : 'narrower';
      if (!kind) continue;
      taken.add(`a${a.from}`).add(`b${b.from}`);
      sums[kind] += Math.min(weightOf(claim, a), weightOf(evidence, b));
    }
  }
  return sums;
}

function free(statement: Statement, { pairs }: Alignment, side: 'claim' | 'evidence'): Met[] {
  const { tokens } = wordsOf(statement);
  const isAligned = (token: Token): boolean => pairs.some((pair) => pair[side].span.start <= token.start && token.end <= pair[side].span.end);
  return groupsIn(statement).filter(({ from, to }) => !tokens.slice(from, to + 1).every(isAligned));
}

function weightOf(statement: Statement, { from, to }: Met): number {
  return Math.max(...wordsOf(statement).tokens.slice(from, to + 1).map(({ stem }) => rarity(stem)));
}
