// A little news for tests from end to end: sentences, a day, a page made of paragraphs, and an article of them put into a corpus in memory.
// Paragraphs in, drafts and stored articles out; it knows nothing of what a test asks.
import { extract } from '../lib/claims/extract';
import type { Draft, Source, StoredStatement } from '../lib/model';
import type { MemoryCorpus } from './measure/memory-corpus';

/** Four sentences of news that agree in part, of the day on which the odd texts are published too. */
export const NEWS = [
  'The fire in the harbour of Hamburg killed 12 dockers on Monday, the police said.',
  'About 240 people were evacuated from the harbour of Hamburg after the fire.',
  'The mayor of Hamburg denied that the harbour was closed.',
  'Russia will not order a second mobilisation, the Kremlin said on 2 February 2023.',
];
/** The day, as ISO, on which an article is published where a test says nothing else. */
export const PUBLISHED = '2023-03-06';

/** A page of these paragraphs, with no title and no address. */
export function draftOf(paragraphs: string[], published: string | null = PUBLISHED, language: string | null = 'en'): Draft {
  return { url: null, title: '', outlet: null, author: null, published, language, blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })) };
}

const sourceOf = (id: string, published: string | null = PUBLISHED): Source => ({ id, title: id, outlet: null, published, url: null, file: null });

/** Puts an article of these paragraphs into the corpus. */
export function store(corpus: MemoryCorpus, id: string, paragraphs: string[], published: string | null = PUBLISHED): void {
  const statements = extract(draftOf(paragraphs, published)).statements.map((statement): StoredStatement => ({ ...statement, id: `${id}.${statement.block}.${statement.sentence}`, article: id }));
  corpus.add(sourceOf(id, published), statements);
}
