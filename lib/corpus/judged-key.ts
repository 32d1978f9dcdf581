// What the candidates of one article were when a claim was judged against them → a number. As long as it is the same, judging them again
// would bring the same: so an export can use the links that are stored. Pure; knows neither links nor judging.
import type { Candidate } from '../match/finding/corpus-index';

/**
 * 53 bits over the two articles as they were and the candidates, in any order. With 24 articles a statement, two meet by chance once in
 * some 10¹⁴ statements.
 */
export function judgedKey(own: string, other: string, candidates: readonly Candidate[]): number {
  const said = candidates.map(({ id, cosine }) => `${id} ${cosine ?? ''}`).sort();
  return sumOf([own, other, ...said].join('\n'));
}

/** Bryc's cyrb53: two 32-bit sums, mixed. */
function sumOf(text: string): number {
  let [first, second] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  const [a, b] = [mixed(first, second), mixed(second, first)];
  return 2 ** 32 * (b & 0x1fffff) + (a >>> 0);
}

function mixed(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
}
