// Two sentences with their dates → the combiner's inputs, by the way the engine itself takes. For fitting and refitting.
import { statementOf } from '../../lib/claims/extract';
import { inputsOf } from '../../lib/match/inputs';
import { pairOf } from '../../lib/match/judge';
import { cosines, type CosineOf } from './cosines';

let likeness: Promise<CosineOf> | undefined;

/** Likeness of two sentences by the encoder, −1 to 1; null without one. */
export async function cosineOf(a: string, b: string): Promise<number | null> {
  likeness ??= cosines();
  return (await likeness)(a, b);
}

/** The inputs of evidence `e` on claim `s`; dates are ISO days or null. */
export async function inputsOfPair(s: string, sDate: string | null, e: string, eDate: string | null): Promise<Record<string, number>> {
  return inputsOf(pairOf(statementOf(s, sDate), statementOf(e, eDate), await cosineOf(s, e))).numbers;
}
