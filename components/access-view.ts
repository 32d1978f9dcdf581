// Site access as the welcome page draws it. Types only.

/** What is granted now, the build's own origins left out. */
export interface AccessState {
  everywhere: boolean;
  /** How many hosts of the news list are covered. */
  news: number;
  /** Hosts granted beside the list. */
  own: string[];
  /** How many origins the reader has granted in all. */
  chosen: number;
}

/** What has come of the last choice. */
export interface Outcome {
  choice: 'news' | 'click' | 'sites';
  kind: 'granted' | 'declined' | 'taken-back' | 'invalid' | 'failed';
  host?: string;
  detail?: string;
}

/** A site of the reviewed list. */
export interface NewsSite {
  host: string;
  name: string;
  /** ISO 3166 alpha-2. */
  country: string;
}
