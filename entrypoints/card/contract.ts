// What reader and card say to each other, in one page: the reader opens a card at a sentence and keeps it up to date, the card calls
// back. Types only, so that neither script carries the other.
import type { AskToJudge } from '../../components/judging';
import type { Annotation } from '../../lib/model';
import type { selectorsOf } from '../../lib/page/anchor';
import type { HoverTargets } from '../../lib/page/hover';

export type { AskToJudge, Said } from '../../components/judging';

/** A card to be opened. */
export interface CardAsk {
  range: StaticRange;
  annotation: Annotation;
  /** False for a card that came by resting: the reader has not asked for it, and keeps the focus where it was. */
  takesFocus: boolean;
  /** Keeps verdicts; null where none are taken, as on the sample page. */
  judge: AskToJudge | null;
  /** The reader wants the whole evidence. */
  onAll: () => void;
  /** The card is to be closed: its button was pressed, or its sentence was scrolled out of sight. */
  onClose: () => void;
}

/** A card that is open. */
export interface OpenCard {
  host: HTMLElement;
  /** Draws it anew, at the sentence's place of now. `range` is null once the reader has set the claim aside: it stays where it is, and leads to no more evidence. */
  draw: (annotation: Annotation, range: StaticRange | null) => void;
  remove: () => void;
}

export interface CardScript {
  /** Null where the sentence is not drawn. */
  open: (ask: CardAsk) => OpenCard | null;
  /** Opens cards where the pointer rests, for readers who have chosen so, until the returned undo is called. */
  hover: (targets: HoverTargets) => () => void;
  /** Has the reader set something aside of the claim with these words? Then its card stays, to be undone. */
  isAside: (text: string) => boolean;
  /** Selectors of a place in the page's text, for an export. Here since the reader seldom needs them. */
  selectors: typeof selectorsOf;
}
