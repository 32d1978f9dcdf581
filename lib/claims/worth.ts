// A sentence → how much a reader would want it checked, 0 to 1: a linear model over named features. The weights are data with
// a card (worth.json), fitted by scripts/fit-check-worthy.ts. Says nothing of whether a sentence can be compared at all.
import { normalForm } from '../text/normal-form';
import { tokenise, type Token } from '../text/tokens';
import { eachFeature } from './worth-features';
import fitted from './worth.json' with { type: 'json' };

/** From this score on a sentence counts as check-worthy; where F1 was best in cross-validation (see the card). */
export const CHECK_WORTHY: number = fitted.card.threshold;

/** How much a sentence is worth checking, 0 to 1. Example: a figure compared with last year's scores high, a greeting low. */
export function worthOf(text: string, tokens: Token[]): number {
  let sum = fitted.bias;
  eachFeature(text, tokens, ({ weight }, value) => (sum += weight * value));
  return 1 / (1 + Math.exp(-sum));
}

/** The same for a statement's own text, for whoever must choose which claims to look at first. */
export function worthOfText(original: string): number {
  const { text } = normalForm(original);
  return worthOf(text, tokenise(text));
}
