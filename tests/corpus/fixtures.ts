// Drafts, a seed and an opened corpus for the tests of corpus and engine: plain sentences that state something.
import { openCorpus } from '../../lib/corpus/corpus';
import type { Corpus, Opening } from '../../lib/corpus/corpus';
import type { Draft } from '../../lib/model';

export const PAGE = 'https://news.example/2023/harbour';

/** An article of two paragraphs; `deaths` makes its text differ. */
export function harbour(url: string | null = PAGE, deaths = 12): Draft {
  return draft(url, 'Fire in the harbour', [
    `The fire in the harbour of Hamburg killed ${deaths} dockers on Monday, the police said.`,
    'About 240 people were evacuated from the harbour of Hamburg after the fire.',
  ]);
}

export function draft(url: string | null, title: string, paragraphs: string[]): Draft {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, text }));
  return { url, title, outlet: 'The Example', author: null, published: '2023-03-06', language: 'en', blocks };
}

/** A seed's JSON, of the shape that seed-format.ts checks. */
export function seed(file = 'bridge.txt', text = 'The bridge in Bremen was closed for 3 days, the mayor said.'): Record<string, unknown> {
  return {
    file,
    title: 'A bridge is closed',
    outlet: null,
    published: '2023-03-07',
    inferredFrom: 'Made up for a test.',
    statements: [
      {
        id: 's01',
        text,
        speaker: null,
        quantities: [],
        dates: [],
        places: ['bremen'],
        polarity: 'affirmed',
        modality: 'asserted',
        where: { paragraph: 2, sentence: 1 },
      },
    ],
  };
}

let databases = 0;

/** A name no other test uses. */
export function freshName(): string {
  return `test-${++databases}`;
}

/** Opens a corpus; a fresh one without seeds unless told otherwise. */
export function open(opening: Partial<Opening> = {}): Promise<Corpus> {
  return openCorpus({ name: freshName(), seeds: [], sentinel: null, now: Date.now, encoder: null, closed: () => undefined, ...opening });
}

/** Everything in every store of a database, as it lies there. */
export async function dump(name: string): Promise<Record<string, unknown[]>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  const stores = [...db.objectStoreNames];
  const found: Record<string, unknown[]> = {};
  for (const store of stores) {
    found[store] = await new Promise((resolve) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as unknown[]);
    });
  }
  db.close();
  return found;
}
