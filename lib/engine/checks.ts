// What the use cases ask of the fields of a message, which nobody has checked: an unknown value goes in, one of known shape and
// size comes out. @throws Failure 'bad-message' everywhere, with what is wrong in words.
import { Failure, isRecord } from '../failure';

/** Ids of articles and operations: ours are 32 and 36 characters long. */
const ID = /^[\w-]{8,64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Longest search field. */
export const LONGEST_QUERY = 1_000;
/** Most lines of a list asked for at once. */
export const MOST_ROWS = 500;
/** Most ids of one message. */
export const MOST_IDS = 100_000;

/** Says what is wrong with a message. */
export function bad(what: string): never {
  throw new Failure('bad-message', what);
}

/** The id in a field. */
export function id(field: string, ask: Record<string, unknown>): string {
  const value = ask[field];
  return typeof value === 'string' && ID.test(value) ? value : bad(`${field} is missing`);
}

/** A list of ids. */
export function ids(field: string, ask: Record<string, unknown>): string[] {
  const value = ask[field];
  if (!Array.isArray(value) || value.length > MOST_IDS) bad(`${field} is no list`);
  return value.map((one: unknown) => (typeof one === 'string' && ID.test(one) ? one : bad(`${field} holds what is no id`)));
}

/** An object in a field. */
export function record(field: string, ask: Record<string, unknown>): Record<string, unknown> {
  const value = ask[field];
  return isRecord(value) ? value : bad(`${field} is missing`);
}

/** A text of at most so many UTF-16 units. */
export function text(field: string, ask: Record<string, unknown>, longest: number): string {
  const value = ask[field];
  if (typeof value !== 'string') bad(`${field} is no text`);
  return value.length <= longest ? value : bad(`${field} is longer than ${longest} characters`);
}

/** True or false. */
export function truth(field: string, ask: Record<string, unknown>): boolean {
  const value = ask[field];
  return typeof value === 'boolean' ? value : bad(`${field} is neither true nor false`);
}

/** A whole number from 0 to `most`. */
export function count(field: string, ask: Record<string, unknown>, most: number): number {
  const value = ask[field];
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most ? (value as number) : bad(`${field} is no count up to ${most}`);
}

/** One of the words allowed. */
export function oneOf<T extends string>(field: string, ask: Record<string, unknown>, allowed: readonly T[]): T {
  return allowed.find((one) => one === ask[field]) ?? bad(`${field} is none of ${allowed.join(', ')}`);
}

/** An ISO day of the calendar. */
export function day(field: string, ask: Record<string, unknown>): string {
  const value = text(field, ask, 10);
  return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : bad(`${field} is no day`);
}
