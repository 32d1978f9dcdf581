// What the bench's results are made of: ratios within repetitions, goals in either direction, sizes, and the plot.
import { describe, expect, it } from 'vitest';
import { wantedOf } from '../command';
import { interleaved, median, ratio } from './interleave';
import { plot } from './plot';
import { markdown, row, sizeName, verdictOf } from './row';

describe('ratios', () => {
  it('are taken within a repetition, so that a slow moment falls on both', () => {
    expect(ratio([1, 10, 100], [2, 20, 200])).toBe(0.5);
    expect(median([3, 1, 2, 4])).toBe(2.5);
  });

  it('does every way once a repetition, in turning order, after one unmeasured round', async () => {
    const done: string[] = [];
    const times = await interleaved({ a: (at) => done.push(`a${at}`), b: (at) => done.push(`b${at}`) }, 2);
    expect(done).toEqual(['a0', 'b0', 'b0', 'a0', 'a1', 'b1']);
    expect([times.a.length, times.b.length]).toEqual([2, 2]);
  });

  it('warms every way up first where that is asked, on what is asked of it later, unmeasured', async () => {
    const done: string[] = [];
    const times = await interleaved({ a: (at) => done.push(`a${at}`), b: (at) => done.push(`b${at}`) }, 2, 5);
    const warm = done.slice(0, -6);
    expect(warm.slice(0, 3)).toEqual(['a0', 'a1', 'a0']);
    expect(warm.filter((one) => one.startsWith('b')).slice(0, 3)).toEqual(['b0', 'b1', 'b0']);
    expect(done.slice(-6)).toEqual(['a0', 'b0', 'b0', 'a0', 'a1', 'b1']);
    expect([times.a.length, times.b.length]).toEqual([2, 2]);
  });
});

describe('a row', () => {
  it('tells by its goals whether less or more is better', () => {
    expect(verdictOf(row('recall@20 ÷ that of exhaustive BM25 at 100k', 0.97, 'ratio', 1, ''))).toBe('met');
    expect(verdictOf(row('recall@20 ÷ that of exhaustive BM25 at 100k', 0.9, 'ratio', 1, ''))).toBe('missed');
    expect(verdictOf(row('store package, zipped', 8, 'MB', 1, ''))).toBe('reached');
    expect(verdictOf(row('store package, zipped', 16, 'MB', 1, ''))).toBe('missed');
    expect(verdictOf(row('200 underlines: DOM mutations', 0, 'mutations', 1, ''))).toBe('reached');
    expect(verdictOf(row('200 underlines: DOM mutations', 1, 'mutations', 1, ''))).toBe('missed');
  });
  it('has no verdict without a goal or without a value', () => {
    expect(verdictOf(row('walk of a page', 3, 'ms', 1, ''))).toBeNull();
    expect(verdictOf(row('store package, zipped', NaN, 'MB', 1, ''))).toBeNull();
  });
  it('stands in the Markdown table with all its cells', () => expect(markdown([row('store package, zipped', 8, 'MB', 1, 'zip')])).toContain('| store package, zipped | 15 | 9 | 8 | MB | reached | zip, n 1 |'));
});

describe('the command', () => {
  it('reads sizes and stages', () => {
    expect(wantedOf(['--sizes', '100k,1k', '--only', 'page'], ['page', 'memory'])).toMatchObject({ sizes: [1_000, 100_000], only: ['page'], pages: 30 });
    expect(wantedOf(['--full'], []).sizes.map(sizeName)).toEqual(['1k', '10k', '100k', '1M']);
  });
  it.each([['--sizes', 'many'], ['--only', 'nothing'], ['--pages', '0'], ['--data', '/nowhere/at/all']])('refuses %s %s', (...args) => {
    expect(() => wantedOf(args, ['page'])).toThrow(TypeError);
  });
});

describe('the plot', () => {
  const points = [{ claims: 1_000, cost: 1 }, { claims: 10_000, cost: 10 }, { claims: 100_000, cost: 100 }];
  it('draws proportional growth as a straight line, both axes logarithmic', () => {
    const [, drawn] = /polyline points="([^"]+)"/.exec(plot('t', 'ms', [{ name: 'a', points }]))!;
    const [a, b, c] = drawn!.split(' ').map((pair) => pair.split(',').map(Number)) as [number[], number[], number[]];
    expect(b[0]! - a[0]!).toBeCloseTo(c[0]! - b[0]!, 0);
    expect(b[1]! - a[1]!).toBeCloseTo(c[1]! - b[1]!, 0);
    expect(b[1]!).toBeLessThan(a[1]!);
  });
  it('draws nothing of a single size, and writes names as text', () => {
    expect(plot('t', 'ms', [{ name: 'a', points: points.slice(0, 1) }])).toBe('');
    expect(plot('<t>', 'ms', [{ name: 'a&b', points }])).toContain('a&amp;b');
  });
});
