// Fixture articles → a library as the engine holds it: statements with their sources, and the links that judging found between every
// two articles: with the product's own encoder, as it ships.
import { annotate } from '../../lib/annotate';
import { extract } from '../../lib/claims/extract';
import type { Said } from '../../lib/matters';
import type { Draft, Link, StoredStatement } from '../../lib/model';
import { nodeEncoder } from '../measure/encoder-files';
import { MemoryCorpus } from '../measure/memory-corpus';

export interface FixtureArticle {
  id: string;
  outlet: string;
  published: string;
  title: string;
  paragraphs: string[];
}

export function draftOf({ title, outlet, published, paragraphs }: FixtureArticle): Draft {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, text }));
  return { url: null, title, outlet, author: null, published, language: 'en', blocks: [{ kind: 'title', text: title }, ...blocks] };
}

export class FixtureLibrary {
  readonly said: Said[] = [];
  readonly links: Link[] = [];
  private constructor(readonly corpus: MemoryCorpus) {}

  static async of(articles: FixtureArticle[]): Promise<FixtureLibrary> {
    const library = new FixtureLibrary(new MemoryCorpus(await nodeEncoder()));
    for (const article of articles) {
      const { id, title, outlet, published } = article;
      const source = { id, title, outlet, published, url: null, file: null };
      const statements = extract(draftOf(article)).statements.map((s): StoredStatement => ({ ...s, id: `${id}.${s.block}.${s.sentence}`, article: id }));
      library.corpus.add(source, statements);
      library.said.push(...statements.map((statement) => ({ statement, source })));
    }
    for (const article of articles) {
      const { annotations } = await annotate(draftOf(article), library.corpus, article.id);
      for (const { claim, evidence } of annotations) {
        const a = `${article.id}.${claim.block}.${claim.sentence}`;
        library.links.push(...evidence.map(({ statement, stance, confidence, reason }) => ({ a, b: statement.id, stance, confidence, reason })));
      }
    }
    return library;
  }

  textOf(id: string): string {
    return this.said.find(({ statement }) => statement.id === id)!.statement.text;
  }

  async statementsOf(article: string): Promise<Said[]> {
    return this.said.filter(({ statement }) => statement.article === article);
  }

  async linksOf(article: string): Promise<Link[]> {
    return this.links.filter(({ a }) => a.startsWith(`${article}.`));
  }
}
