// What the switchboard decides without a browser: which sites the loader is kept off, what counts for the reminder to back up, and how
// often the engine's news reaches those who draw.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changesBy } from '../../entrypoints/background/counted';
import { leftAlone } from '../../entrypoints/background/left-alone';
import { WorkNews } from '../../entrypoints/engine/work-news';
import { isCovered } from '../../lib/page/match-pattern';

describe('the sites that the loader is kept off', () => {
  const patterns = leftAlone({ 'example.org': 'never', 'click.example': 'click', 'read.example': 'always', 'paper.example': 'never', 'live.paper.example': 'always', '127.0.0.1': 'never', 'a_b': 'never' });
  it.each([
    ['https://example.org/a', true],
    ['http://www.example.org/a', true],
    ['https://blog.example.org/', true],
    ['https://myexample.org/', false],
    ['https://click.example/', false],
    ['https://read.example/', false],
    ['http://127.0.0.1:8080/x', true],
    ['https://paper.example/', true],
    ['https://www.paper.example/', true],
    // Its own rule lets us in, and patterns know no exceptions.
    ['https://live.paper.example/', false],
  ])('%s: %s', (address, excluded) => expect(isCovered(address, patterns)).toBe(excluded));

  it('are none without such a rule', () => expect(leftAlone({ 'read.example': 'always' })).toEqual([]));
});

describe('changes to back up', () => {
  const kinds = { added: 0, same: 1, differing: 0 };
  const same = { articles: kinds, verdicts: kinds, corrections: kinds, labels: kinds };
  it('are what the reader made or saved, and nothing that was seen, restored or removed', () => {
    const article = {} as never;
    expect([changesBy('save', { article, already: false }), changesBy('save', { article, already: true })]).toEqual([1, 0]);
    expect(changesBy('saveDrafts', { saved: 7, already: 2, failed: [] })).toBe(7);
    const made = { before: null, now: null, overtaken: false };
    expect([changesBy('judge', made), changesBy('correct', made), changesBy('label', made), changesBy('label', { ...made, overtaken: true })]).toEqual([1, 1, 1, 0]);
    expect([changesBy('importLibrary', { counts: same }), changesBy('importLibrary', { counts: { ...same, labels: { ...kinds, added: 3 } } })]).toEqual([0, 1]);
    expect(changesBy('importLibrary', { missing: 0 })).toBe(0);
    expect([changesBy('seen', {}), changesBy('restoreSeeds', { restored: 3 }), changesBy('purge', { articles: 3 }), changesBy('remove', { id: '' }), changesBy('restore', article)]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('the engine’s news', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());
  const step = { kind: 'comparing' as const, done: 0, of: 9 };
  function heard() {
    const told: string[] = [];
    const state = { mark: 0 };
    const news = new WorkNews((one) => told.push('changed' in one ? 'changed' : one.work ? 'work' : 'end'), () => state.mark);
    return { told, state, news };
  }

  it('tell that work has ended, however short it was, and that something was found', () => {
    const { told, state, news } = heard();
    for (const found of [0, 1]) {
      news.heard(step);
      state.mark += found;
      news.heard(null);
    }
    expect(told).toEqual(['work', 'end', 'end', 'changed']);
  });

  it('tell of changes while work goes on, every few seconds at most, and of the last one too', () => {
    const { told, state, news } = heard();
    for (let i = 0; i < 100; i++) {
      state.mark++;
      news.heard(step);
      vi.advanceTimersByTime(100);
    }
    news.heard(null);
    const during = told.filter((one) => one === 'changed').length;
    expect(during).toBeGreaterThanOrEqual(2);
    expect(during).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(10_000);
    const all = told.filter((one) => one === 'changed').length;
    expect(all).toBeGreaterThan(during - 1);
    vi.advanceTimersByTime(60_000);
    expect(told.filter((one) => one === 'changed').length).toBe(all);
  });

  it('tell nothing where nothing was found', () => {
    const { told, news } = heard();
    news.heard(step);
    news.heard(null);
    news.heard(null);
    expect(told).toEqual(['work', 'end']);
  });
});
