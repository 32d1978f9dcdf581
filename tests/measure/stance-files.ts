// A file of labelled pairs, as the yardsticks' README describes them → the cases in it, each claim and evidence in its place.
// Knows the format, not what is done with the pairs.
import type { Stance } from '../../lib/model';
import { rowsOf, text, type DataFile } from './data-folder';
import type { Case } from './judged-pairs';

/** Sets whose premise is `a`: the claim S is `b`, the evidence E is `a`. Everywhere else S is `a`. */
const CLAIM_IS_B = /^(?:snli|mnli|rte3-3way|anli-.*|sick|breakingnli)$/;
const OUTCOMES: readonly string[] = ['corroborates', 'conflicts', 'related', 'unrelated'] satisfies Stance[];

/** The cases of a file. `soft` when its authors' labels say less than ours: then only false conflicts count. */
export function casesOf(file: DataFile, say: (line: string) => void): { cases: Case[]; soft: boolean } {
  const rows = rowsOf(file, say);
  const soft = rows.length > 0 && rows.every((row) => !('outcome' in row) && 'outcome_soft' in row);
  const [s, e] = CLAIM_IS_B.test(file.set) ? ['b', 'a'] : ['a', 'b'];
  const cases = rows.flatMap((row): Case[] => {
    const expected = text(row, soft ? 'outcome_soft' : 'outcome');
    if (!OUTCOMES.includes(expected) || !text(row, 'a') || !text(row, 'b')) {
      say(`${file.name}: left out: no outcome or no text in ${JSON.stringify(row['id'])}`);
      return [];
    }
    const dateOf = (side: string): string | null => text(row, `date_${side}`) || text(row, 'date') || null;
    return [{ s: text(row, s!), sDate: dateOf(s!), e: text(row, e!), eDate: dateOf(e!), expected: expected as Stance, labelled: null, group: text(row, 'claim_id') || text(row, 'a') }];
  });
  return { cases, soft };
}
