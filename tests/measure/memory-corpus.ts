// A corpus held in memory: what the command line, the tests and the measurements search. Same index as the stored one.
import type { Source, Statement, StoredStatement } from '../../lib/model';
import type { Candidate, CorpusIndex, Stored } from '../../lib/match/finding/corpus-index';
import type { Encoder } from '../../lib/match/encoder/encoder';
import { packedVectors, StatementIndex } from '../../lib/match/finding/statement-index';

export class MemoryCorpus implements CorpusIndex {
  private readonly index: StatementIndex;
  private readonly sources = new Map<string, Source>();
  private readonly statements = new Map<string, StoredStatement>();

  constructor(private readonly encoder: Encoder | null = null) {
    this.index = new StatementIndex(encoder);
  }

  /** Adds an article's statements; an article added twice replaces itself. */
  add(source: Source, statements: StoredStatement[]): void {
    if (this.sources.has(source.id)) this.index.remove(source.id);
    this.sources.set(source.id, source);
    for (const statement of statements) this.statements.set(statement.id, statement);
    this.index.add(source.id, statements, this.encoder && packedVectors(this.encoder, statements.map(({ text }) => text)));
  }

  articles(except: string | null): number {
    return this.sources.size - (except !== null && this.sources.has(except) ? 1 : 0);
  }

  encode(text: string): Int8Array | null {
    return this.index.encode(text);
  }

  lookAhead(vectors: readonly Int8Array[], except: string | null): void {
    this.index.lookAhead(vectors, except);
  }

  search(statement: Statement, except: string | null, vector: Int8Array | null = null): Candidate[] {
    return this.index.search(statement, except, vector);
  }

  async texts(ids: string[]): Promise<Stored[]> {
    return ids.flatMap((id) => {
      const statement = this.statements.get(id);
      const source = statement && this.sources.get(statement.article);
      return statement && source ? [{ statement, source }] : [];
    });
  }
}
