// What the stored articles are credited to reaches the evidence found in them, though their author and their other paragraphs
// do not: articles of one agency count as one origin.
import { expect, it } from 'vitest';
import { withOrigins } from '../../lib/match/independence';
import type { Draft, Evidence } from '../../lib/model';
import { draft, freshName, open } from './fixtures';

const HEARD = 'The fire in the harbour of Hamburg killed 12 dockers on Monday, the police said.';
const SEEN = 'Twelve harbour workers died in a blaze on the Hamburg quay at the start of the week.';
const DATELINE = 'HAMBURG, March 6 (Reuters) - Firemen fought flames on three quays for nine hours.';

/** The first article is by a writer of Reuters. */
const CASES: { what: string; other: Draft; origins: number }[] = [
  { what: 'under a byline', other: { ...article('b', [SEEN]), author: 'Reuters Staff' }, origins: 1 },
  { what: 'under a dateline over its first paragraph', other: article('b', [DATELINE, SEEN]), origins: 1 },
  { what: 'by a writer of its own', other: { ...article('b', [SEEN]), author: 'Per Lund' }, origins: 2 },
];

function article(name: string, paragraphs: string[]): Draft {
  return draft(`https://${name}.example/fire`, `Fire, as ${name} tells it`, paragraphs);
}

it.each(CASES)('a second article $what: $origins', async ({ other, origins }) => {
  const name = freshName();
  const corpus = await open({ name });
  await corpus.save({ ...article('a', [HEARD]), author: 'By Ida Holm, Reuters' }, 'operation-1');
  await corpus.save(other, 'operation-2');
  const sentinel = corpus.sentinel();
  corpus.close();

  const again = await open({ name, sentinel });
  const records = await Promise.all(again.list().map(({ id }) => again.record(id)));
  const ids = records.map((record) => record!.statements.find(({ text }) => text === HEARD || text === SEEN)!.id);
  const evidence = (await again.texts(ids)).map(({ statement, source }): Evidence => {
    return { statement, source, stance: 'corroborates', confidence: 0.8, reason: { signal: 'agreement', words: 'the same', claim: [], evidence: [] } };
  });
  expect(new Set(withOrigins(evidence).map(({ origin, source }) => origin ?? source.id)).size).toBe(origins);
});
