// The encoder against the network as its authors publish it, run by TensorFlow.js, and the pieces that their tokenizer finds
// (encoder-sentences.json, our sentences).
import { expect, it } from 'vitest';
import { cosine512 } from '../../lib/match/encoder/encoder';
import { tokenizer } from '../../lib/match/encoder/sentencepiece';
import { nodeEncoder } from '../measure/encoder-files';
import { published } from '../measure/published-encoder';
import cases from './encoder-sentences.json';

const reference = await published();

it('finds the pieces that the reference tokenizer finds', () => {
  const ours = tokenizer(reference.vocabulary.map(([piece]) => piece), reference.vocabulary.map(([, score]) => score));
  for (const { text, tokens } of cases) expect(ours.split(text, Infinity), text).toEqual(tokens);
});

it('takes of two equally likely splits the one whose last piece begins later, as the reference does', () => {
  const scores = { '\u2581': -1, a: -1, b: -1, ab: -2 };
  const controls = Array.from({ length: 6 }, (_, i) => `control ${i}`);
  const toy = tokenizer([...controls, ...Object.keys(scores)], [...controls.map(() => 0), ...Object.values(scores)]);
  expect(toy.split('ab', Infinity)).toEqual([6, 7, 8]);
});

it('gives the vectors of the reference, and so its likenesses', async () => {
  const encoder = (await nodeEncoder())!;
  const theirs: Float32Array[] = [];
  for (const { tokens } of cases) theirs.push(await reference.encode(tokens));
  const ours = cases.map(({ text }) => encoder.encode(text));
  const selves = ours.map((vector, i) => cosine512(vector, theirs[i]!));
  expect(selves.reduce((sum, value) => sum + value, 0) / selves.length).toBeGreaterThanOrEqual(0.999);
  expect(Math.min(...selves)).toBeGreaterThan(0.998);
  let worst = 0;
  for (let i = 0; i < ours.length; i++) for (let j = 0; j < i; j++) worst = Math.max(worst, Math.abs(cosine512(ours[i]!, ours[j]!) - cosine512(theirs[i]!, theirs[j]!)));
  expect(worst).toBeLessThanOrEqual(0.02);
});
