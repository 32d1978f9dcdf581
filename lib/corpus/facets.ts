// What the library's search narrows stored articles by without reading them from disk: the speakers and the figures of each.
// What heads.ts makes of them goes in; whether an article has a speaker or a figure comes out. Small: some 2 KB an article.
import type { FacetRecord } from './heads';

/** Speakers and figures of the stored articles. */
export class Facets {
  private readonly speakers = new Map<string, string>();
  private readonly figures = new Map<string, Float64Array>();

  /** Takes what an article is narrowed by, in place of what it was before. */
  add({ id, speakers, figures }: FacetRecord): void {
    this.remove(id);
    if (speakers.length > 0) this.speakers.set(id, speakers.join('\n'));
    if (figures.length > 0) this.figures.set(id, Float64Array.from(figures));
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
