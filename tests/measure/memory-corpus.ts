// A corpus held in memory: what the command line, the tests and the measurements search. Same index as the stored one.
import type { Source, Statement, StoredStatement } from '../../lib/model';
import type { Candidate, CorpusIndex, Stored } from '../../lib/match/corpus-index';
import { LexicalIndex } from '../../lib/match/lexical-index';

export class MemoryCorpus implements CorpusIndex {
  private readonly index = new LexicalIndex();
  private readonly sources = new Map<string, Source>();
  private readonly statements = new Map<string, StoredStatement>();

  /** Adds an article's statements; an article added twice replaces itself. */
  add(source: Source, statements: StoredStatement[]): void {
    if (this.sources.has(source.id)) this.index.remove(source.id);
    this.sources.set(source.id, source);
    for (const statement of statements) this.statements.set(statement.id, statement);
    this.index.add(source.id, statements);
  }

  articles(except: string | null): number {
    return this.sources.size - (except !== null && this.sources.has(except) ? 1 : 0);
  }

  search(statement: Statement, except: string | null): Candidate[] {
    return this.index.search(statement, except);
  }

  async texts(ids: string[]): Promise<Stored[]> {
    return ids.flatMap((id) => {
      const statement = this.statements.get(id);
      const source = statement && this.sources.get(statement.article);
      return statement && source ? [{ statement, source }] : [];
    });
  }
}
