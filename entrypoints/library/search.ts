// What the reader types into the search: shown and asked for at once, and kept in the address. While an answer is awaited only the
// last of what was typed meanwhile is asked for next.
import { signal } from '@preact/signals';
import type { Filters } from '../../components/library/library-view';
import type { Articles } from './articles';
import type { Router } from './router';

export class Search {
  readonly filters = signal<Filters>({});
  /** What is wanted and what was last asked for, as text; null before anything was. */
  private wanted: string | null = null;
  private asked: string | null = null;
  private asking = false;
  private readonly written = new WeakSet<Filters>();

  constructor(
    private readonly router: Router,
    private readonly articles: Articles,
  ) {}

  /** The address says what the list is narrowed by: said by anyone but this search itself, whose words may be older than what is typed. */
  follow(filters: Filters): void {
    if (!this.written.has(filters)) void this.open(filters);
  }

  /** The reader has changed what the list is narrowed by. Settles once nothing is asked for any more; at once while something is. */
  async open(filters: Filters): Promise<void> {
    this.filters.value = filters;
    this.written.add(filters);
    this.wanted = JSON.stringify(Object.entries(filters).sort());
    // Asked for first: writing the address takes the browser some milliseconds, in which the engine is at work already.
    const asked = this.asking ? null : this.run();
    if (this.router.route.value.view === 'articles') this.router.replace({ view: 'articles', query: filters });
    await asked;
  }

  private async run(): Promise<void> {
    this.asking = true;
    try {
      while (this.asked !== this.wanted) {
        this.asked = this.wanted;
        await this.articles.open(this.filters.value);
      }
    } finally {
      this.asking = false;
    }
  }
}
