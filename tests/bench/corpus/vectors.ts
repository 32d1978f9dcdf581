// A corpus's size goes in; vectors of the stored shape come out, clustered as matters cluster, with queries whose nearest
// neighbour is known. Stands in for the encoder above 10,000 claims, which it would take hours to encode.
import { SIZES } from '../../../lib/match/encoder/layout';
import { contentAt, type CorpusSpec } from './claims';
import { below, randomAt, type Random } from './random';

const SIZE = SIZES.stored;
/** How far claims stand from the centre of their matter, and a paraphrase from its claim, in parts of a component's size. */
const SPREAD = 0.9;
const NEAR = 0.35;

/** The vectors of claims `from` to `to`, one after another. */
export function vectorsOf(spec: CorpusSpec, from: number, to: number): Int8Array {
  const packed = new Int8Array((to - from) * SIZE);
  const centre = new Float32Array(SIZE);
  for (let at = from; at < to; at++) packed.set(vectorAt(spec, at, centre), (at - from) * SIZE);
  return packed;
}

function vectorAt(spec: CorpusSpec, at: number, raw: Float32Array): Int8Array {
  const ofMatter = randomAt(spec.seed, 'centre', contentAt(spec, at).matter);
  const own = randomAt(spec.seed, 'vector', at);
  for (let i = 0; i < SIZE; i++) raw[i] = bell(ofMatter) + SPREAD * bell(own);
  return stored(raw);
}

/** Query number `at`: a vector near that of a known claim. */
export function vectorQueryAt(spec: CorpusSpec, at: number): { vector: Int8Array; source: number } {
  const random = randomAt(spec.seed, 'vector query', at);
  const source = below(random, spec.claims);
  const near = Float32Array.from(vectorAt(spec, source, new Float32Array(SIZE)), (component) => component / 40 + NEAR * bell(random));
  return { vector: stored(near), source };
}

/** About normal, from −3 to 3. */
function bell(random: Random): number {
  return (random() + random() + random() - 1.5) * 2;
}

/** As the encoder stores it: the largest component is 127. */
function stored(raw: Float32Array): Int8Array {
  let most = 1e-9;
  for (const component of raw) most = Math.max(most, Math.abs(component));
  return Int8Array.from(raw, (component) => Math.round((component / most) * 127));
}
