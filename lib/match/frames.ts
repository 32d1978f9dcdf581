// Words of a statement → the news frames they stand in, and on which side: "MPs waved the bill through" is `approval`, plus;
// "voted down" is `approval`, minus. The frames are a reviewed list (frames.json); this file knows only how to find them.
import type { Span } from '../model';
import { stemOf, type Token } from '../text/tokens';
import data from './frames.json' with { type: 'json' };

/** A frame met in a statement. */
export interface FrameMatch {
  /** Its name. */
  frame: string;
  side: 1 | -1;
  /** The expression often means something else. */
  weak: boolean;
  /** Words that stand in the expression, as indices of the tokens given. */
  tokens: number[];
  span: Span;
}

interface Expression {
  stems: string[];
  senses: { frame: string; side: 1 | -1; weak: boolean }[];
}

type Row = { name: string; plus: string[]; minus?: string[]; weak?: string[] };

/** An object may stand in a gap ("call _ off") over so many words. */
const GAP = 4;
/** What parts an expression's words, and all before the first such part. */
const BREAK = /[\s-]+/;
const FIRST_WORD = /^[^\s-]*/;
/** The list's expressions under the stem of their first word, as written, until a sentence has that word. */
const WRITTEN = new Map<string, { text: string; sense: Expression['senses'][number] }[]>();
for (const { name: frame, plus, minus = [], weak = [] } of data.frames as Row[]) {
  const uncertain = new Set(weak);
  for (const [side, expressions] of [[1, plus], [-1, minus]] as const) {
    for (const text of expressions) {
      const first = stemOf(FIRST_WORD.exec(text)![0].toLowerCase());
      const one = { text, sense: { frame, side, weak: uncertain.has(text) } };
      const list = WRITTEN.get(first);
      if (list) list.push(one);
      else WRITTEN.set(first, [one]);
    }
  }
}
const BY_FIRST = new Map<string, Expression[]>();

/** The expressions that begin with a stem, longest first. */
function beginningWith(stem: string): Expression[] {
  const known = BY_FIRST.get(stem);
  const written = WRITTEN.get(stem);
  if (known || !written) return known ?? [];
  const list: Expression[] = [];
  const byStems = new Map<string, Expression>();
  for (const { text, sense } of written) {
    const stems = text.toLowerCase().split(BREAK).map((word) => (word === '_' ? word : stemOf(word)));
    const key = stems.join(' ');
    const same = byStems.get(key);
    if (same) {
      same.senses.push(sense);
      continue;
    }
    const expression = { stems, senses: [sense] };
    byStems.set(key, expression);
    list.push(expression);
  }
  BY_FIRST.set(stem, list.sort((a, b) => b.stems.length - a.stems.length));
  return list;
}

/** The frames that a run of tokens stands in, in order. A longer expression takes its words from shorter ones: "call off" is no call. */
export function findFrames(tokens: Token[]): FrameMatch[] {
  const found: FrameMatch[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    for (const { stems, senses } of beginningWith(tokens[at]!.stem)) {
      const indices = matchAt(tokens, at, stems);
      if (!indices || indices.some((i) => taken.has(i))) continue;
      for (const i of indices) taken.add(i);
      const span = { start: tokens[indices[0]!]!.start, end: tokens[indices.at(-1)!]!.end };
      for (const sense of senses) found.push({ ...sense, tokens: indices, span });
      break;
    }
  }
  return found;
}

/** Indices of the tokens that an expression takes from `at` on, or null. */
function matchAt(tokens: Token[], at: number, stems: string[]): number[] | null {
  const indices = [at];
  let i = at + 1;
  for (let k = 1; k < stems.length; k++) {
    if (stems[k] === '_') {
      const next = stems[k + 1];
      const end = Math.min(tokens.length, i + GAP + 1);
      while (i < end && tokens[i]!.stem !== next) i++;
      if (i >= end) return null;
    } else {
      if (tokens[i]?.stem !== stems[k]) return null;
      indices.push(i);
      i++;
    }
  }
  return indices;
}


