// The time line of a count, from what annotating really answers: a later figure stands on it, another measure and another event do not.
import { describe, expect, it } from 'vitest';
import { annotate } from '../../lib/annotate';
import { timeLineOf } from '../../lib/updates';
import articles from '../matters/articles.json' with { type: 'json' };
import { draftOf, FixtureLibrary } from '../matters/library';

const SOME = ['courier-1', 'courier-2', 'gazette-2', 'post-1'];
const library = await FixtureLibrary.of(articles.filter(({ id }) => SOME.includes(id)));
const page = { id: 'page', outlet: 'Bulletin', published: '2024-03-04', title: 'Barracks', paragraphs: ['A missile strike on a barracks in Melitovka on March 1 killed 95 soldiers, Kyiv said.', 'The Hallingen zoo sold 4,200 tickets last week, its director said.'] };
const { annotations } = await annotate(draftOf(page), library.corpus, null);

describe('time line of a count', () => {
  it('has the page’s own figure among the others, by day', () => {
    const annotation = annotations.find(({ claim }) => claim.text.includes('95'))!;
    const line = timeLineOf(annotation);
    expect(line.map(({ day, value, speaker, source }) => [day, value, speaker, source?.id ?? 'here'])).toEqual([
      ['2024-03-02', '89', 'Russian defence ministry', 'courier-1'],
      ['2024-03-04', '95', 'Kyiv', 'here'],
      ['2024-03-06', '112', 'Moscow', 'courier-2'],
    ]);
  });

  it('is empty where nothing is a later count', () => {
    const zoo = annotations.find(({ claim }) => claim.text.includes('zoo'))!;
    expect(zoo.evidence.length).toBeGreaterThan(0);
    expect(timeLineOf(zoo)).toEqual([]);
  });

  it('leaves out figures of another measure and what has no figure', () => {
    const annotation = annotations.find(({ claim }) => claim.text.includes('95'))!;
    expect(timeLineOf(annotation)).not.toEqual([]);
    const other = annotation.evidence.map((one) => (one.reason.kind === 'later-update' ? { ...one, reason: { ...one.reason, kind: 'other-measure' as const } } : one));
    expect(timeLineOf({ ...annotation, evidence: other })).toEqual([]);
  });
});
