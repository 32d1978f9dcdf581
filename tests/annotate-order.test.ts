// The order of a claim's evidence: of what is merely related, a later count goes first, so that no crowd hides it.
import { expect, it } from 'vitest';
import { annotate } from '../lib/annotate';
import { extract } from '../lib/claims/extract';
import type { Draft } from '../lib/model';
import { MemoryCorpus } from './measure/memory-corpus';

const draft = (title: string, published: string, ...texts: string[]): Draft => ({ url: null, title, outlet: null, author: null, published, language: 'en', blocks: texts.map((text) => ({ kind: 'paragraph', text })) });

const CROWD = ['Floods in Valencia blocked the road to the airport.', 'Floods in Valencia closed the schools of the region.', 'Floods in Valencia swept cars into the harbour.', 'Floods in Valencia cut the railway to Madrid.', 'Floods in Valencia ruined the orange harvest.', 'Floods in Valencia left villages without water.'];

it('puts a later count before what merely speaks of the same', async () => {
  const corpus = new MemoryCorpus();
  [...CROWD.map((text): [string, string] => [text, '2024-10-30']), ['The floods in Valencia have now killed 205 people.', '2024-11-01'] as [string, string]].forEach(([text, day], i) => {
    const id = `article-${i}`;
    const { statements } = extract(draft('Valencia', day, text));
    corpus.add({ id, title: 'Valencia', outlet: null, published: day, url: null, file: null }, statements.map((each) => ({ ...each, id: `${id}.${each.block}.${each.sentence}`, article: id })));
  });
  const { annotations } = await annotate(draft('Valencia', '2024-10-30', 'The floods in Valencia have killed 95 people.'), corpus, null);
  const related = annotations[0]!.evidence.filter(({ stance }) => stance === 'related');
  expect(related.length).toBeGreaterThan(1);
  expect(related[0]).toMatchObject({ reason: { kind: 'later-update' } });
});
