// Which pairs of stored statements the reader judged to be no match, and which articles agree or differ: read from the links
// once, and again when something has changed. Knows no database.
import { statementOf } from '../claims/extract';
import type { Corpus } from '../corpus/corpus';
import { articleOf } from '../corpus/links';
import type { Link } from '../model';
import { wordingKey } from '../text/wording-key';

/** What the links say as a whole, as of the corpus's last change. */
export class Stances {
  private at = -1;
  private wrong = new Set<string>();
  private by = new Map<string, Set<string>>();

  constructor(private readonly corpus: Corpus) {}

  /** Ids of the articles with a statement of this stance on another's, or of which another's is. */
  async articles(stance: 'corroborates' | 'conflicts'): Promise<Set<string>> {
    await this.current();
    // What is read while the corpus changes is of before, and is not kept for after.
    const { by } = this;
    let articles = by.get(stance);
    if (!articles) {
      articles = new Set();
      for await (const links of this.corpus.eachLinks()) {
        for (const link of links) {
          if (link.stance === stance && !this.isWrong(link)) articles.add(articleOf(link.a)).add(articleOf(link.b));
        }
      }
      by.set(stance, articles);
    }
    return articles;
  }

  /** The same links without those that the reader judged to be no match. */
  async right(links: Link[]): Promise<Link[]> {
    await this.current();
    return links.filter((link) => !this.isWrong(link));
  }

  private isWrong({ a, b }: Link): boolean {
    return this.wrong.size > 0 && this.wrong.has(pairOf(a, b));
  }

  private async current(): Promise<void> {
    const at = this.corpus.mark();
    if (this.at === at) return;
    const wrong = new Set<string>();
    for (const { verdict, claim, evidence } of this.corpus.notes.verdicts.list()) {
      if (verdict !== 'wrong-match' || evidence === null) continue;
      const [claims, others] = [await this.idsOf(claim), await this.idsOf(evidence)];
      for (const a of claims) for (const b of others) wrong.add(pairOf(a, b));
    }
    [this.at, this.wrong, this.by] = [at, wrong, new Map()];
  }

  /** The stored statements of these words. */
  private async idsOf(text: string): Promise<string[]> {
    const found = await this.corpus.texts(this.corpus.search(statementOf(text, null), null).map(({ id }) => id));
    return found.filter(({ statement }) => wordingKey(statement.text) === wordingKey(text)).map(({ statement }) => statement.id);
  }
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
