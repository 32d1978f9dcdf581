// The product's index by words behind the bench's door. Another index of the product is measured by putting it in here.
import { LexicalIndex } from '../../../lib/match/finding/lexical-index';
import type { StoredStatement } from '../../../lib/model';
import { numberOf } from '../corpus/claims';
import type { Query } from '../corpus/queries';
import type { Counters, Finder } from './finder';

export class Ours implements Finder {
  readonly name = 'ours';
  private readonly index = new LexicalIndex();
  private found = 0;

  add(article: string, statements: StoredStatement[]): void {
    this.index.add(article, statements);
  }

  ready(): void {
    // It is ready after every article.
  }

  find({ statement }: Query): number[] {
    const ranked = this.index.search(statement, null);
    this.found = ranked.length;
    return ranked.map(({ id }) => numberOf(id));
  }

  counters(): Counters {
    return { touched: this.index.touched, rescored: this.found };
  }
}
