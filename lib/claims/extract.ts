// Text → statements: which sentences state something checkable, who says so, of what, when, where, how many.
import type { Draft, Statement } from '../model';

/** The statements of a draft in reading order, and how many sentences it has. */
export function extract(draft: Draft): { sentences: number; statements: Statement[] } {
  void draft;
  return { sentences: 0, statements: [] };
}
