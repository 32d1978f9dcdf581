// What a test in either browser needs of it, so that one way can be gone in both: each browser's fixture fulfils it.
import type { Card } from '../pages/card';
import type { Driven, Hands } from '../pages/hands';

/** A page of the web, opened. */
export interface NewsPage extends Driven {
  url(): string;
}

/** A file as it was handed to the reader. */
export interface Download {
  name: string;
  path: string;
  text: string;
}

export interface WayReader {
  /** Opens an address and waits until its reader has finished. */
  read(url: string): Promise<NewsPage>;
  /** Loads the page again and waits until it is read. */
  again(page: NewsPage): Promise<void>;
  /** The popup, as a tab, on the tab that shows this address. */
  popup(url: string): Promise<Hands>;
  /** The panel, as a tab, on the tab that shows this address. */
  panel(url: string): Promise<Hands>;
  /** A page of ours: 'library.html#inbox'. */
  ours(path: string): Promise<Hands>;
  card(page: NewsPage): Promise<Card>;
  /** Title and badge of the toolbar's icon over a page. */
  icon(url: string): Promise<{ title: string; badge: string }>;
  /** Does something that hands the reader a file. */
  download(act: () => Promise<void>): Promise<Download>;
  /** Gives files, or for a picker of folders one folder, to a file picker. */
  give(hands: Hands, picker: string, paths: string[]): Promise<void>;
  /** How many articles are stored. */
  stored(): Promise<number>;
}
