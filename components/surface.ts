// What a surface lends to everything that is drawn on it: a place for the reader's verdicts, and the way to a sentence in its
// source. A surface that lends nothing shows evidence without buttons, linked to its article.
import { createContext } from 'preact';
import type { Annotation } from '../lib/model';
import type { Moment } from '../lib/updates';
import type { Judging } from './judging';

export interface Lent {
  judging: Judging | null;
  /** The text directive of a sentence (":~:text=…"), which makes a link to its article one to the sentence; null: none is made. */
  directive: ((text: string) => string) | null;
  /** How a claim's figure went on, where some evidence is an update of it. */
  timeLine?: ((annotation: Annotation) => Moment[]) | null;
}

/** The surface that something is drawn on. */
export const Surface = createContext<Lent>({ judging: null, directive: null });
