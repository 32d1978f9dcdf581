// Checks on values that come from a file: a value of unknown shape and its path go in, the same value with its type comes out,
// or a Misfit that names the path. Takes nothing on trust, changes nothing; knows no format.
import { isRecord } from '../failure';
import type { Path } from './json-place';
import { webUrl } from '../urls';

/** What is wrong with the value at a path, in words for whoever made the file. */
export class Misfit extends Error {
  constructor(
    readonly path: Path,
    words: string,
  ) {
    super(words);
    this.name = 'Misfit';
  }
}

/** Reads one value; the path is where it stands. @throws Misfit */
export type Check<T> = (value: unknown, path: Path) => T;

/** A text of at most so many UTF-16 code units, and at least so many. */
export function textOf(longest: number, least = 0): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw new Misfit(path, 'a text is expected');
    if (value.length > longest) throw new Misfit(path, `the text is longer than ${longest} characters`);
    if (value.length < least) throw new Misfit(path, 'the text is empty');
    return value;
  };
}

/** A text of a form, which is named in words. */
export function textLike(form: RegExp, words: string): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string' || value.length > 200 || !form.test(value)) throw new Misfit(path, `${words} is expected`);
    return value;
  };
}

/** An id: ours are 32 and 36 characters long. */
export const id: Check<string> = textLike(/^[\w-]{8,64}$/, 'an id');

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]{2,15}(Z|[+-]\d{2}:?\d{2})?)?$/;

/** An ISO 8601 instant: with its time and zone, and one that exists. */
export const instant: Check<string> = dated(INSTANT, 'an ISO 8601 instant');
/** An ISO 8601 date or instant, as articles give them. */
export const date: Check<string> = dated(DATE, 'an ISO 8601 date');

function dated(form: RegExp, words: string): Check<string> {
  const check = textLike(form, words);
  return (value, path) => {
    const said = check(value, path);
    if (Number.isNaN(Date.parse(said))) throw new Misfit(path, `${words} is expected`);
    return said;
  };
}

/** An http(s) address of at most so many characters, also once it is encoded; kept as it is written. */
export function webAddressOf(longest: number): Check<string> {
  const text = textOf(longest);
  return (value, path) => {
    const said = text(value, path);
    const url = webUrl(said);
    if (url === null) throw new Misfit(path, 'an http(s) address is expected');
    text(url.href, path);
    return said;
  };
}

/** A boolean. */
export const truth: Check<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new Misfit(path, 'a boolean is expected');
  return value;
};

/** A finite number. */
export const figure: Check<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Misfit(path, 'a number is expected');
  return value;
};

/** A whole number from 0. */
export const place: Check<number> = (value, path) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Misfit(path, 'a whole number from 0 is expected');
  return value as number;
};

/** A whole number from 0 to `most`. */
export function placeUpTo(most: number): Check<number> {
  return (value, path) => {
    const read = place(value, path);
    if (read > most) throw new Misfit(path, `a whole number up to ${most} is expected`);
    return read;
  };
}

/** One of these texts. */
export function oneOf<T extends string>(...values: T[]): Check<T> {
  return (value, path) => {
    if (!values.includes(value as T)) throw new Misfit(path, `one of ${values.join(', ')} is expected`);
    return value as T;
  };
}

/** What `check` takes, or null. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null ? null : check(value, path));
}

/** A list of at most so many. */
export function listOf<T>(check: Check<T>, most: number): Check<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new Misfit(path, 'a list is expected');
    if (value.length > most) throw new Misfit(path, `the list has more than ${most} entries`);
    return value.map((one: unknown, i) => check(one, [...path, i]));
  };
}

/** A check for each field of a record. */
export type Fields<T> = { [K in keyof T]-?: Check<Exclude<T[K], undefined>> };

/** A record with exactly these fields, of which those of `optional` may be absent. No other name is taken, `__proto__` least of all. */
export function recordOf<T extends object>(fields: Fields<T>, optional: (keyof T & string)[] = []): Check<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, path) => {
    if (!isRecord(value)) throw new Misfit(path, 'a record is expected');
    for (const name of Object.keys(value)) if (!Object.hasOwn(fields, name)) throw new Misfit([...path, name], 'a field of no known name');
    const entries = names.flatMap((name) => {
      if (!Object.hasOwn(value, name)) {
        if (optional.includes(name)) return [];
        throw new Misfit(path, `the field ${name} is missing`);
      }
      return [[name, fields[name](value[name], [...path, name])] as const];
    });
    return Object.fromEntries(entries) as T;
  };
}

/** A path as it is read out: `articles[3].blocks[0].text`; names that are no plain words stand in quotation marks, long ones are cut. */
export function pathWords(path: Path): string {
  const words = path.map((step) => (typeof step === 'number' ? `[${step}]` : /^\w{1,40}$/.test(step) ? `.${step}` : `[${JSON.stringify(step.slice(0, 40))}]`)).join('');
  return words.replace(/^\./, '') || 'the file';
}
