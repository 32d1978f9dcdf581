// What the library's search narrows stored articles by without reading them from disk: the speakers and the figures of each.
// Statements go in; whether an article has a speaker or a figure comes out. Small: some 2 KB an article.
import type { StoredStatement } from '../model';
import { nameKey } from '../text/fold';

/** Speakers and figures of the stored articles. */
export class Facets {
  private readonly speakers = new Map<string, string>();
  private readonly figures = new Map<string, Float64Array>();

  /** Takes an article's statements, as the reader corrected them. */
  add(article: string, statements: StoredStatement[]): void {
    const speakers = new Set<string>();
    const figures = new Set<number>();
    for (const { attribution, quantities } of statements) {
      if (attribution?.speaker) speakers.add(nameKey(attribution.speaker));
      for (const { min, max } of quantities) for (const value of [min, max]) if (value !== null) figures.add(value);
    }
    if (speakers.size > 0) this.speakers.set(article, [...speakers].join('\n'));
    if (figures.size > 0) this.figures.set(article, Float64Array.from(figures));
  }

  /** Lets go of an article. */
  remove(article: string): void {
    this.speakers.delete(article);
    this.figures.delete(article);
  }

  /** Does somebody of this name speak in the article? `speaker` is a `nameKey`, or part of one. */
  hasSpeaker(article: string, speaker: string): boolean {
    return this.speakers.get(article)?.includes(speaker) ?? false;
  }

  /** Does the article give this figure? */
  hasFigure(article: string, figure: number): boolean {
    return this.figures.get(article)?.includes(figure) ?? false;
  }
}
