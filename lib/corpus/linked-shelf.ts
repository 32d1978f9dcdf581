// The stored links as they are read: how an article's statements stand to those of others, and which of it need not be judged again.
// What is dead is left out. Changes nothing on disk; knows no judging.
import type { Candidate } from '../match/finding/corpus-index';
import type { Link } from '../model';
import { batches, read } from './database';
import { judgedKey } from './judged-key';
import { articleOf, engineOf } from './links';
import type { LinksRecord } from './links';
import { BATCH, Shelf } from './shelf';

/** The stored articles and the links between them. */
export abstract class LinkedShelf extends Shelf {
  /** Links of all articles, one article after another, dead ones left out: those that were judged no match are the asker's to drop. */
  async *eachLinks(): AsyncGenerator<Link[]> {
    for await (const records of batches((after) => this.db.getAll('links', after, BATCH))) {
      for (const { id, links } of records) if (this.summary(id)) yield links.filter(({ b }) => this.summary(articleOf(b)));
    }
  }

  /**
   * Links between an article and all others, whichever of the two was compared; those that lead to what is not stored or was hidden are
   * left out, and those of which the reader said that they are no match.
   */
  async linksOf(article: string): Promise<Link[]> {
    const own = await read(() => this.db.get('links', article));
    const others = await read(() => this.db.getAllFromIndex('links', 'touches', article));
    const all = [...(own?.links ?? []), ...others.flatMap(({ links }) => links.filter(({ b }) => articleOf(b) === article))];
    return this.alive(all.filter(({ a, b }) => this.summary(articleOf(a)) && this.summary(articleOf(b))));
  }

  private async alive(links: Link[]): Promise<Link[]> {
    const { verdicts } = this.notes;
    // Most libraries need no look at the words of both sides.
    if (!verdicts.any('wrong-match') && !links.some(({ a, b }) => this.notes.corrects(articleOf(a)) || this.notes.corrects(articleOf(b)))) return links;
    const said = await this.texts([...new Set(links.flatMap(({ a, b }) => [a, b]))]);
    const words = new Map(said.map(({ statement: { id, text } }) => [id, text]));
    return links.filter(({ a, b }) => {
      const [one, other] = [words.get(a), words.get(b)];
      return one !== undefined && other !== undefined && verdicts.ofPair(one, other) !== 'wrong-match';
    });
  }

  /** What an article's comparison in the background brought, where it was this engine's; null where it is still to be made. */
  async comparisonOf(article: string): Promise<LinksRecord | null> {
    const record = await read(() => this.db.get('links', article));
    return record?.engine === engineOf(this.encoder !== null) ? record : null;
  }

  /** The candidates for a claim of an article, by article, each under the number that tells whether they were judged before. */
  keysOf(article: string, candidates: Candidate[]): Map<number, Candidate[]> {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const of = articleOf(candidate.id);
      const group = groups.get(of);
      if (group) group.push(candidate);
      else groups.set(of, [candidate]);
    }
    const own = this.versionOf(article);
    return new Map(Array.from(groups, ([other, group]) => [judgedKey(own, this.versionOf(other), group), group]));
  }

  /** Another text whenever the article or the reader's corrections of it are others. */
  private versionOf(article: string): string {
    const corrections = this.notes.correctionsOf(article).map(({ id, at }) => `${id} ${at}`).sort();
    return [article, this.summary(article)?.retrieved ?? '', ...corrections].join(' ');
  }
}
