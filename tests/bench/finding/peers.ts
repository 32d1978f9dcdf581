// Published search libraries behind the bench's door, each as its documentation has it for ranked search by any of the
// words. They are given stems without function words, made outside of what is timed, which is to their advantage.
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { StoredStatement } from '../../../lib/model';
import { numberOf } from '../corpus/claims';
import { contentWords, type Query } from '../corpus/queries';
import { DEPTH, type Finder } from './finder';

/** flexsearch 0.8: whole words; `suggest` lets claims through that lack some of them, without which hardly a paraphrase is found. */
export class FlexSearch implements Finder {
  readonly name = 'flexsearch';
  private readonly index = new Index({ tokenize: 'strict' });

  add(_article: string, statements: StoredStatement[]): void {
    for (const statement of statements) this.index.add(numberOf(statement.id), contentWords(statement));
  }

  ready(): void {
    // It is ready after every claim.
  }

  find({ words }: Query): number[] {
    return this.index.search(words, { limit: DEPTH, suggest: true }) as number[];
  }
}

/** minisearch 7: BM25+ over whole words, any of them; it has no limit of its own. */
export class MiniSearchFinder implements Finder {
  readonly name = 'minisearch';
  private readonly index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });

  add(_article: string, statements: StoredStatement[]): void {
    this.index.addAll(statements.map((statement) => ({ id: numberOf(statement.id), text: contentWords(statement) })));
  }

  ready(): void {
    // It is ready after every claim.
  }

  find({ words }: Query): number[] {
    return this.index.search(words).slice(0, DEPTH).map(({ id }) => id as number);
  }
}
