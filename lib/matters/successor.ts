// The statements of a matter as it was, and the groups there are now → the group that goes on with it. Ids only; knows no texts.
import type { Group } from './groups';

/** So much of a matter is in the group that goes on with it: with less it has parted, or gone. */
const MOST_OF_IT = 0.5;

/** The group that holds most of these statements, and half of them at least; of two that hold as many the first. Null where there is none. */
export function successorOf(groups: readonly Group[], statements: readonly string[]): Group | null {
  const was = new Set(statements);
  let best: Group | null = null;
  let most = 0;
  for (const group of groups) {
    const kept = group.statements.filter((id) => was.has(id)).length;
    if (kept > most && kept >= was.size * MOST_OF_IT) [best, most] = [group, kept];
  }
  return best;
}
