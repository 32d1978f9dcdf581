// BM25 as its definition has it, over statements as plain maps: what the segments' ranking is compared with. Knows no segment.
import { isOnTop } from '../../../lib/match/finding/index-terms';
import type { Indexed } from '../../../lib/match/finding/segments/segments';

export interface Plain extends Indexed {
  article: string;
}

/** At most 64 statements that share terms, best first, of equals the first; `counted` are those that a term's rarity is taken from. */
export function exhaustively(statements: readonly Plain[], wanted: readonly string[], except: string, counted: readonly Plain[]): { id: string; score: number }[] {
  const mean = statements.reduce((sum, { length }) => sum + length, 0) / Math.max(statements.length, 1) || 1;
  const rarities = wanted.map((term) => {
    const having = counted.filter((each) => each.terms.has(term)).length;
    return Math.log(1 + Math.max(statements.length - having + 0.5, 0.5) / (having + 0.5)) * (isOnTop(term) ? 0.5 : 1);
  });
  const scored = statements.map(({ id, article, length, terms }) => {
    let score = 0;
    wanted.forEach((term, i) => {
      const count = terms.get(term);
      if (count !== undefined) score += (rarities[i]! * count * 2.2) / (count + 1.2 * (0.5 + (0.5 * length) / mean));
    });
    return { id, article, score: Number(score.toFixed(12)) };
  });
  return scored.filter(({ score, article }) => score > 0 && article !== except).sort((a, b) => b.score - a.score).slice(0, 64).map(({ id, score }) => ({ id, score }));
}
