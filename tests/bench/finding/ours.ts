// The product's index behind the bench's door, asked without vectors: by words alone. Another index of the product is measured by putting
// it in here.
import { StatementIndex } from '../../../lib/match/finding/statement-index';
import type { StoredStatement } from '../../../lib/model';
import { numberOf } from '../corpus/claims';
import type { Query } from '../corpus/queries';
import { DEPTH, type Counters, type Finder } from './finder';

export class Ours implements Finder {
  readonly name = 'ours';
  private readonly index = new StatementIndex(null);

  add(article: string, statements: StoredStatement[]): void {
    this.index.add(article, statements, null);
  }

  /** Merges what is left to merge, as the background does. */
  ready(): void {
    while (this.index.step());
  }

  find({ statement }: Query): number[] {
    return this.index.search(statement, null, null, DEPTH).map(({ id }) => numberOf(id));
  }

  counters(): Counters {
    return this.index.lastSearch;
  }
}
