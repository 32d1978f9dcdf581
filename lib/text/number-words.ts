// The words of which news makes numbers, by what they stand for, from numbers.json. Nothing comes in; tables go out. Knows no grammar.
import data from './numbers.json' with { type: 'json' };

/** "one" to "nine", "zero" too: word → value. */
export const UNITS = new Map(Object.entries(data.units));
/** "ten" to "nineteen": word → value. */
export const TEENS = new Map(Object.entries(data.teens));
/** "twenty" to "ninety": word → value. */
export const TENS = new Map(Object.entries(data.tens));
/** "hundred", "million" and their kind: word → factor. */
export const SCALES = new Map(Object.entries(data.scales));
/** Scales as letters and short forms, "bn", "k": word → factor. */
export const SHORT = new Map(Object.entries(data.shortScales));
/** "first", "second" and so on: word → value. */
export const ORDINALS = new Map(Object.entries(data.ordinals));
/** "half", "quarter": word → into how many. */
export const PARTS = new Map(Object.entries(data.parts));
/** What may stand below a fraction line, in the singular. */
export const DENOMINATORS = new Set([...ORDINALS.keys(), ...PARTS.keys()]);

/** Is this a word of a whole number? */
export const isCardinal = (word: string): boolean => UNITS.has(word) || TEENS.has(word) || TENS.has(word) || SCALES.has(word);
