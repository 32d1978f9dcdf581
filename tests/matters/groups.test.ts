// The guarded union by itself, on links made up for it: what joins, what a weak link may not chain, and that a large library
// does not run together.
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../lib/matters/groups';
import { statementsToRead } from '../../lib/matters/to-read';
import type { Link, RelatedKind } from '../../lib/model';

function link(a: string, b: string, stance: Link['stance'], confidence = 0.95, kind?: RelatedKind): Link {
  return { a: `${a}.0.0`, b: `${b}.0.0`, stance, confidence, reason: { signal: 'quantity', words: '', claim: [], evidence: [], ...(kind ? { kind } : {}) } };
}

/** A group of n articles that all agree. */
function event(name: string, n: number): Link[] {
  return Array.from({ length: n - 1 }, (_, i) => link(`${name}${i}`, `${name}${i + 1}`, 'corroborates'));
}

const articlesOf = (links: Link[], rare = false) => groupsOf(links, () => rare).map(({ statements }) => statements.map((id) => id.slice(0, id.indexOf('.'))).join(' '));

const CASES: [what: string, links: Link[], groups: string[]][] = [
  ['agreement and difference join', [link('a', 'b', 'corroborates', 0.5), link('b', 'c', 'conflicts', 0.5)], ['a b c']],
  ['a later count joins', [link('a', 'b', 'related', 0.6, 'later-update')], ['a b']],
  ['an unsure other measure does not', [link('a', 'b', 'related', 0.6, 'other-measure')], []],
  ['another period never does', [link('a', 'b', 'related', 0.99, 'other-period')], []],
  ['mere relation does not', [link('a', 'b', 'related', 0.99)], []],
  ['one related pair does not chain two events', [...event('a', 3), ...event('b', 3), link('a0', 'b0', 'related', 0.99, 'later-update')], ['a0 a1 a2', 'b0 b1 b2']],
  ['nor do two over a statement in between', [...event('a', 2), ...event('b', 2), link('a0', 'w', 'related', 0.98, 'later-update'), link('w', 'b0', 'related', 0.99, 'later-update')], ['b0 b1 w', 'a0 a1']],
  ['several related pairs do', [...event('a', 2), ...event('b', 2), link('a0', 'b0', 'related', 0.99, 'later-update'), link('a1', 'b1', 'related', 0.99, 'later-update')], ['a0 a1 b0 b1']],
  ['one agreement does not make one of two large groups', [...event('a', 9), ...event('b', 9), link('a0', 'b0', 'corroborates', 0.5)], ['b0 b1 b2 b3 b4 b5 b6 b7 b8', 'a0 a1 a2 a3 a4 a5 a6 a7 a8'].sort()],
  ['two agreements do', [...event('a', 9), ...event('b', 9), link('a0', 'b0', 'corroborates', 0.5), link('a1', 'b3', 'corroborates', 0.5)], ['a0 a1 a2 a3 a4 a5 a6 a7 a8 b0 b1 b2 b3 b4 b5 b6 b7 b8']],
];

describe('groups', () => {
  it.each(CASES)('%s', (_, links, groups) => {
    expect(articlesOf(links).sort()).toEqual([...groups].sort());
  });

  it('ask of merely related pairs whether they share what is rare', () => {
    expect(articlesOf([link('a', 'b', 'related', 0.99)], true)).toEqual(['a b']);
  });

  it('read a bounded number of articles for that, those of the surest pairs first, and only of pairs that are asked about', () => {
    const links = Array.from({ length: 3_000 }, (_, i) => link(`a${i}`, `b${i}`, 'related', 0.9 + i / 100_000));
    const wanted = statementsToRead([...links, link('c', 'd', 'related', 0.99, 'other-measure'), link('e', 'f', 'corroborates', 0.99), link('g', 'h', 'related', 0.5)], 1_000);
    expect(wanted.size).toBe(1_000);
    expect([wanted.get('a2999'), wanted.has('a2500'), wanted.has('a2499'), ...['c', 'e', 'g'].map((one) => wanted.has(one))]).toEqual([new Set(['a2999.0.0']), true, false, false, false, false]);
  });

  it('count articles of one page once', () => {
    const [group] = groupsOf([link('a', 'b', 'corroborates'), link('b', 'c', 'corroborates')], undefined, (article) => (article === 'c' ? 'a' : article));
    expect(group).toMatchObject({ articles: 2, statements: ['a.0.0', 'b.0.0', 'c.0.0'] });
  });

  it('count a pair given in both directions once, by what decides', () => {
    const [group] = groupsOf([link('a', 'b', 'related', 0.99), link('b', 'a', 'conflicts', 0.7), link('a', 'b', 'conflicts', 0.6)]);
    expect(group).toMatchObject({ conflicts: 1, articles: 2 });
    expect(group!.links.map(({ stance, confidence }) => [stance, confidence])).toEqual([['conflicts', 0.7]]);
  });

  it('are named alike however the links are ordered, and otherwise with other statements', () => {
    const links = [...event('a', 4), ...event('b', 3)];
    const names = (some: Link[]) => groupsOf(some).map(({ id }) => id);
    expect(names([...links].reverse())).toEqual(names(links));
    expect(names([...links, link('a3', 'c', 'corroborates')])[0]).not.toBe(names(links)[0]);
    expect(names(links)[0]).toMatch(/^[\da-f]{16}$/);
  });

  it('of 20,000 articles are made in one go, and stay small where only weak links lead from one to the next', () => {
    const links = (n: number): Link[] => Array.from({ length: n }, (_, i) => [link(`a${i}`, `a${i - (i % 7)}`, 'corroborates', 0.8), link(`a${i}`, `a${(i * 7919) % n}`, 'related', 0.95, 'later-update')]).flat();
    const groups = groupsOf(links(20_000));
    expect(groups.length).toBeGreaterThan(1000);
    expect(groups[0]!.statements.length).toBeLessThan(200);
  });
});
