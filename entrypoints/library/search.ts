// What the reader types into the search: shown at once, asked for once the typing pauses, and kept in the address.
import { signal } from '@preact/signals';
import type { Filters } from '../../components/library/library-view';
import type { Articles } from './articles';
import type { Router } from './router';

/** After the last key, in milliseconds: typing at an ordinary speed asks once a word, and the pause is hardly felt. */
const PAUSE = 250;

export class Search {
  readonly filters = signal<Filters>({});
  /** What was last asked for; null before anything was. */
  private asked: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly router: Router,
    private readonly articles: Articles,
  ) {}

  /** The reader has changed what the list is narrowed by. */
  type(filters: Filters): void {
    this.filters.value = filters;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), PAUSE);
  }

  /** The address says what the list is narrowed by. */
  open(filters: Filters): void {
    clearTimeout(this.timer);
    this.filters.value = filters;
    this.run();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private run(): void {
    const query = this.filters.value;
    const asked = JSON.stringify(Object.entries(query).sort());
    if (this.router.route.value.view === 'articles') this.router.replace({ view: 'articles', query });
    if (asked === this.asked) return;
    this.asked = asked;
    void this.articles.open(query);
  }
}
