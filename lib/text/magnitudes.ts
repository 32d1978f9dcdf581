// A text in normal form → its magnitude words with the range that each spans: "dozens", "tens of thousands", "several
// hundred", "a few million". Knows nothing of what is counted.
import type { Span } from '../model';

/** A magnitude's bounds, both inclusive. */
export interface Magnitude extends Span {
  min: number;
  max: number;
}

/** From two of them up to the next magnitude, inclusive: one hundred would not be called hundreds. */
const PLURALS: Record<string, [number, number]> = {
  tens: [20, 99], dozens: [24, 99], scores: [40, 199], hundreds: [200, 999], thousands: [2000, 9999], millions: [2e6, 9_999_999], billions: [2e9, 9_999_999_999],
  trillions: [2e12, 9_999_999_999_999],
};
const SINGULARS: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
/** "Several" and "a few" are more than one and fewer than ten. */
const FEW: [number, number] = [2, 9];
const plural = Object.keys(PLURALS).join('|');
const singular = Object.keys(SINGULARS).join('|');
const MAGNITUDE = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?:(?<few>several|a few|a couple(?: of)?) +(?:(?<fewOf>${singular})|(?<fewMany>dozens|hundreds|thousands|millions|billions)))|(?<first>${plural})(?: +(?:of|upon|and) +(?<second>${plural}))?)(?![\\p{L}\\d])`,
  'giu',
);

/** The magnitude words of a text, in order. */
export function findMagnitudes(text: string): Magnitude[] {
  return [...text.matchAll(MAGNITUDE)].flatMap((match) => {
    const { few, fewOf, fewMany, first, second } = match.groups!;
    const at = { start: match.index, end: match.index + match[0].length };
    if (few !== undefined) {
      const unit = SINGULARS[(fewOf ?? fewMany!.slice(0, -1)).toLowerCase()]!;
      const [least, most] = few.toLowerCase().startsWith('a couple') ? [2, 2] : FEW;
      return [{ ...at, min: least * unit, max: most * unit }];
    }
    const [least, most] = PLURALS[first!.toLowerCase()]!;
    if (/^(?:tens|scores)$/i.test(first!) && second === undefined && !/^ of (?!the )/.test(text.slice(at.end, at.end + 8))) return [];
    if (second === undefined || second.toLowerCase() === first!.toLowerCase()) return [{ ...at, min: least, max: most }];
    const unit = SINGULARS[second.toLowerCase().slice(0, -1)];
    return unit === undefined ? [] : [{ ...at, min: least * unit, max: (most + 1) * unit - 1 }];
  });
}
