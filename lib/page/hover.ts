// The card by resting: the pointer's way over the page goes in; out: `open` when it has rested on an underlined sentence, `dismiss`
// when it has left both the sentence and the card that came so. Heeds only a real mouse; reads layout when it rests, not as it moves.
import { claimAt } from './gestures';
import type { GestureTargets } from './gestures';
import { holds, rectsOf } from './rects';

export interface HoverTargets extends Pick<GestureTargets, 'markings' | 'card' | 'open' | 'dismiss'> {
  /** Index of the claim whose card came by resting, and has not taken the focus since; else null. */
  rested: () => number | null;
}

/** Milliseconds of rest on a sentence that open its card: reading passes over sentences faster than that. */
const REST = 400;
/** Milliseconds away from both that close it: the way from the sentence to the card leads over a gap. */
const GRACE = 300;

/** Heeds the pointer until the returned undo is called. */
export function hover(doc: Document, targets: HoverTargets): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;
  /** The claim whose card was opened by this stay of the pointer: closed by a key, it does not come again until the pointer has been elsewhere. */
  let spent: number | null = null;

  const stay = (): void => {
    clearTimeout(leave);
    leave = undefined;
  };
  const leaving = (): void => {
    leave ??= setTimeout(() => {
      leave = undefined;
      if (targets.rested() !== null) targets.dismiss();
    }, GRACE);
  };
  const move = (event: PointerEvent): void => {
    clearTimeout(rest);
    if (!event.isTrusted || event.pointerType !== 'mouse') return;
    const card = targets.card();
    if (card) {
      const claim = targets.rested();
      if (claim === null) return stay();
      const range = targets.markings().find(({ index }) => index === claim)?.range;
      const on = event.composedPath().includes(card) || (range !== undefined && holds(rectsOf(doc, range), event.clientX, event.clientY));
      return on ? stay() : leaving();
    }
    stay();
    if (event.buttons !== 0) return;
    const path = event.composedPath();
    const { clientX, clientY } = event;
    rest = setTimeout(() => {
      if (targets.card() || doc.defaultView?.getSelection()?.type === 'Range') return;
      const claim = claimAt(doc, targets.markings(), { composedPath: () => path, clientX, clientY });
      if (claim === spent) return;
      spent = claim;
      if (claim !== null) targets.open(claim);
    }, REST);
  };
  /** Out of the window. */
  const out = (event: PointerEvent): void => {
    if (event.relatedTarget !== null) return;
    clearTimeout(rest);
    if (targets.rested() !== null) leaving();
  };
  const ears = new AbortController();
  const how = { capture: true, passive: true, signal: ears.signal };
  doc.addEventListener('pointermove', move, how);
  doc.addEventListener('pointerout', out, how);
  return () => {
    clearTimeout(rest);
    stay();
    ears.abort();
  };
}
