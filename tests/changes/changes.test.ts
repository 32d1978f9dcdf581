// How a page has changed since it was saved, against cases as data: what is told, in which words, and what is no change at all. A number
// in a case stands for that sentence of the saved article.
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../lib/changes';
import type { Draft } from '../../lib/model';
import cases from './cases.json' with { type: 'json' };

const textOf = (one: number | string): string => (typeof one === 'number' ? cases.saved[one]! : one);

function article(sentences: (number | string)[], more: Partial<Draft> = {}): Draft {
  const blocks = sentences.map((one) => ({ kind: 'paragraph' as const, text: textOf(one) }));
  return { url: null, title: 'Ferry sinks', outlet: null, author: null, published: '2024-05-04', language: 'en', blocks, ...more };
}
const saved = article(cases.saved);

describe('changes since saved', () => {
  it.each(cases.same)('none: $what', ({ now }) => {
    expect(changesOf(saved, article(now))).toEqual([]);
  });

  it.each(cases.changed)('$what', ({ now, changes }) => {
    const found = changesOf(saved, article(now));
    expect(found.map(({ kind, words }) => ({ kind, words }))).toEqual(changes.map(({ kind, words }) => ({ kind, words })));
    changes.forEach((change, i) => {
      if ('before' in change) expect(found[i]!.before).toBe(textOf(change.before!));
      if ('now' in change) expect(found[i]!.now).toBe(change.now);
    });
  });

  it('reads “on Sunday” by the saved article’s date, however often the page is dated anew', () => {
    expect(changesOf(saved, article([0, 1, 2, 3, 4], { published: '2024-05-20' }))).toEqual([]);
  });

  it('has none between two empty pages, and every claim between an empty one and a full one', () => {
    expect(changesOf(article([]), article([]))).toEqual([]);
    expect(changesOf(article([]), saved).map(({ kind }) => kind)).toEqual(cases.saved.map(() => 'added'));
    expect(changesOf(saved, article([])).map(({ kind }) => kind)).toEqual(cases.saved.map(() => 'removed'));
  });

  it('tells nothing of what states nothing that could be checked', () => {
    expect(changesOf(saved, article([0, 1, 2, 3, 4, 'Read more below!', 'What do you think?']))).toEqual([]);
  });
});
