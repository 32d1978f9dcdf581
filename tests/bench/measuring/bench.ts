// What every stage is given, and the shape of a stage.
import type { BenchBrowser } from './browser';
import type { Row } from './row';

export interface Bench {
  /** Sizes of corpora in claims, smallest first. */
  sizes: number[];
  /** Folder with real pages; null: our own generated pages. */
  data: string | null;
  /** How many pages the page stages take. */
  pages: number;
  say: (line: string) => void;
  /** A real Chromium, started at the first call. */
  browser: () => Promise<BenchBrowser>;
  /** What one stage found that another needs, by name. */
  found: Map<string, number>;
}

/** Measures one thing beside its peers. */
export type Stage = (bench: Bench) => Promise<Row[]>;
