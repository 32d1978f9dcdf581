// Two sentences with their dates → the combiner's inputs, by the way the engine itself takes. For fitting and refitting.
import { statementOf } from '../../lib/claims/extract';
import { cosine128 } from '../../lib/match/encoder/encoder';
import { inputsOf } from '../../lib/match/inputs';
import { pairOf } from '../../lib/match/judge';
import { nodeEncoder } from './encoder-files';

const vectors = new Map<string, Int8Array>();
/** A run scores sets of some thousand sentences one after the other. */
const MOST_KEPT = 20_000;

/** Likeness of two sentences by the encoder; null without one. */
export async function cosineOf(a: string, b: string): Promise<number | null> {
  const encoder = await nodeEncoder();
  if (!encoder) return null;
  const vectorOf = (text: string): Int8Array => {
    let vector = vectors.get(text);
    if (!vector) {
      if (vectors.size > MOST_KEPT) vectors.clear();
      vector = encoder.project(encoder.encode(text));
      vectors.set(text, vector);
    }
    return vector;
  };
  return cosine128(vectorOf(a), vectorOf(b));
}

/** The inputs of evidence `e` on claim `s`; dates are ISO days or null. */
export async function inputsOfPair(s: string, sDate: string | null, e: string, eDate: string | null): Promise<Record<string, number>> {
  return inputsOf(pairOf(statementOf(s, sDate), statementOf(e, eDate), await cosineOf(s, e))).numbers;
}
