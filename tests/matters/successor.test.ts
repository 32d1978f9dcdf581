// Which group goes on with a matter whose statements are grouped otherwise by now.
import { describe, expect, it } from 'vitest';
import type { Group } from '../../lib/matters/groups';
import { successorOf } from '../../lib/matters/successor';

const group = (id: string, ...statements: string[]): Group => ({ id, title: statements[0]!, statements, articles: 2, conflicts: 0, links: [] });

describe('the group that goes on with a matter', () => {
  it.each([
    ['has grown', [group('x', 'p', 'q'), group('y', 'a', 'b', 'c', 'd')], 'y'],
    ['has joined a larger one', [group('x', 'a', 'b', 'p', 'q', 'r', 's', 'c')], 'x'],
    ['has lost a statement', [group('x', 'a', 'b'), group('y', 'c', 'p')], 'x'],
    ['has parted in two halves', [group('x', 'a', 'b'), group('y', 'c', 'd')], 'x'],
    ['has scattered', [group('x', 'a', 'p'), group('y', 'b', 'q'), group('z', 'c', 'r')], null],
    ['is no more', [group('x', 'p', 'q')], null],
    ['is no more, as everything else', [], null],
  ])('one that %s', (what, groups, id) => {
    const had = what.includes('halves') ? ['a', 'b', 'c', 'd'] : ['a', 'b', 'c'];
    expect(successorOf(groups, had)?.id ?? null).toBe(id);
  });

  it('is none for a matter of no statements', () => {
    expect(successorOf([group('x', 'a', 'b')], [])).toBeNull();
  });
});
