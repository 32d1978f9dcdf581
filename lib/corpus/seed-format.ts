// The shape of a seed's JSON: any parsed value comes in; a seed checked field by field, or an error naming the field, comes out,
// and from a seed the draft of its article. Knows no database and no file system.
import type { Block, DateMention, Draft, Modality, Polarity, Quantity } from '../model';

/** A figure expected in a statement, without its place in the text: `of` is the singular noun counted, '' where there is none. */
export type SeedQuantity = Omit<Quantity, 'span'>;

/** A date expected in a statement: ISO days, end exclusive. */
export type SeedDate = Omit<DateMention, 'span' | 'inferred'>;

/** A statement of the source article in our own words, and beside it by hand what an extraction of it should find. */
export interface SeedStatement {
  /** Unique within the seed: "s01". */
  id: string;
  text: string;
  /** Full name where the article gives one, else the role or organisation; null when nobody is named as saying so. */
  speaker: string | null;
  quantities: SeedQuantity[];
  dates: SeedDate[];
  /** Canonical English names in lower case. */
  places: string[];
  polarity: Polarity;
  modality: Modality;
  /** In the source text: its non-blank lines counted from 1 (the title is 1), and the sentences of that line from 1. */
  where: { paragraph: number; sentence: number };
}

/** One seed article. */
export interface Seed {
  /** Name of the source text's file. */
  file: string;
  title: string;
  outlet: string | null;
  /** ISO day. */
  published: string;
  /** How `published` and `outlet` follow from the text, in words. */
  inferredFrom: string;
  statements: SeedStatement[];
}

/** The polarities a seed may give. */
export const POLARITIES: readonly Polarity[] = ['affirmed', 'negated'];
/** The modalities a seed may give. */
export const MODALITIES: readonly Modality[] = ['asserted', 'planned', 'future', 'possible', 'necessary', 'called-for', 'conditional', 'question'];
/** The grains a seed's dates may have. */
export const GRAINS: readonly SeedDate['grain'][] = ['hour', 'day', 'week', 'month', 'quarter', 'year'];

/** Longest restated sentence and longest other string, in UTF-16 units: twice, and half again, the longest written so far (199, 495). */
const LONGEST = { text: 400, other: 750 };
/** Most statements in a seed and most entries in a list: five and four times the most written so far (92, 4). */
const MOST = { statements: 500, entries: 16 };

/**
 * A seed from parsed JSON; nothing is repaired, and no field may be missing or left over.
 * @throws Error naming the first field that is wrong: `seed.statements[3].dates[0].to: not a day of the calendar`.
 */
export function parseSeed(value: unknown): Seed {
  const at = 'seed';
  const seed = fields(value, at, ['file', 'title', 'outlet', 'published', 'inferredFrom', 'statements']);
  const file = string(seed['file'], `${at}.file`);
  if (!/^[\w-]+\.txt$/.test(file)) fail(`${at}.file`, 'not the name of a .txt file');
  const statements = list(seed['statements'], `${at}.statements`, MOST.statements, statement);
  if (statements.length === 0) fail(`${at}.statements`, 'empty');
  const seen = new Set<string>();
  for (const [index, { id }] of statements.entries()) {
    if (seen.has(id)) fail(`${at}.statements[${index}].id`, `"${id}" stands twice`);
    seen.add(id);
  }
  return {
    file,
    title: string(seed['title'], `${at}.title`),
    outlet: orNull(seed['outlet'], `${at}.outlet`, string),
    published: day(seed['published'], `${at}.published`),
    inferredFrom: string(seed['inferredFrom'], `${at}.inferredFrom`),
    statements,
  };
}

/** A seed's article as it is stored: the statements of one source paragraph make one paragraph, in order; no address. */
export function seedDraft(seed: Seed): Draft {
  const paragraphs = new Map<number, string[]>();
  for (const { text, where } of seed.statements) {
    const sentences = paragraphs.get(where.paragraph);
    if (sentences) sentences.push(text);
    else paragraphs.set(where.paragraph, [text]);
  }
  const blocks = [...paragraphs.values()].map((sentences): Block => ({ kind: 'paragraph', text: sentences.join(' ') }));
  return { url: null, title: seed.title, outlet: seed.outlet, author: null, published: seed.published, language: 'en', blocks };
}

function statement(value: unknown, at: string): SeedStatement {
  const given = fields(value, at, ['id', 'text', 'speaker', 'quantities', 'dates', 'places', 'polarity', 'modality', 'where']);
  const id = string(given['id'], `${at}.id`);
  if (!/^[a-z0-9-]{1,32}$/.test(id)) fail(`${at}.id`, 'not a slug of at most 32 letters, digits and hyphens');
  const text = string(given['text'], `${at}.text`, LONGEST.text);
  if (!/[.?][\u201D"]?$/.test(text)) fail(`${at}.text`, 'not a whole sentence');
  const where = fields(given['where'], `${at}.where`, ['paragraph', 'sentence']);
  return {
    id,
    text,
    speaker: orNull(given['speaker'], `${at}.speaker`, string),
    quantities: list(given['quantities'], `${at}.quantities`, MOST.entries, quantity),
    dates: list(given['dates'], `${at}.dates`, MOST.entries, date),
    places: list(given['places'], `${at}.places`, MOST.entries, place),
    polarity: oneOf(given['polarity'], `${at}.polarity`, POLARITIES),
    modality: oneOf(given['modality'], `${at}.modality`, MODALITIES),
    where: { paragraph: ordinal(where['paragraph'], `${at}.where.paragraph`), sentence: ordinal(where['sentence'], `${at}.where.sentence`) },
  };
}

function quantity(value: unknown, at: string): SeedQuantity {
  const given = fields(value, at, ['min', 'max', 'approximate', 'unit', 'of']);
  const min = orNull(given['min'], `${at}.min`, number);
  const max = orNull(given['max'], `${at}.max`, number);
  if (min === null && max === null) fail(at, 'bounded on neither side');
  if (min !== null && max !== null && min > max) fail(at, 'min is above max');
  if (typeof given['approximate'] !== 'boolean') fail(`${at}.approximate`, 'neither true nor false');
  const unit = string(given['unit'], `${at}.unit`);
  if (!/^[A-Za-z]+(?:-[a-z]+)*$/.test(unit)) fail(`${at}.unit`, 'not a unit');
  const of = given['of'] === '' ? '' : string(given['of'], `${at}.of`);
  return { min, max, approximate: given['approximate'], unit, of };
}

function date(value: unknown, at: string): SeedDate {
  const given = fields(value, at, ['from', 'to', 'grain']);
  const from = day(given['from'], `${at}.from`);
  const to = day(given['to'], `${at}.to`);
  if (from >= to) fail(`${at}.to`, 'not after from');
  return { from, to, grain: oneOf(given['grain'], `${at}.grain`, GRAINS) };
}

function place(value: unknown, at: string): string {
  const name = string(value, at);
  if (name !== name.toLowerCase()) fail(at, 'not in lower case');
  return name;
}

function fail(at: string, wrong: string): never {
  throw new Error(`${at}: ${wrong}`);
}

/** An object with exactly these own fields. */
function fields<K extends string>(value: unknown, at: string, names: readonly K[]): Record<K, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, 'not an object');
  for (const name of names) if (!Object.hasOwn(value, name)) fail(`${at}.${name}`, 'missing');
  for (const name of Object.keys(value)) if (!(names as readonly string[]).includes(name)) fail(`${at}.${name}`, 'no such field');
  return value as Record<K, unknown>;
}

function list<T>(value: unknown, at: string, most: number, item: (value: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) fail(at, 'not a list');
  if (value.length > most) fail(at, `more than ${most} entries`);
  return value.map((entry: unknown, index) => item(entry, `${at}[${index}]`));
}

function orNull<T>(value: unknown, at: string, item: (value: unknown, at: string) => T): T | null {
  return value === null ? null : item(value, at);
}

function string(value: unknown, at: string, longest = LONGEST.other): string {
  if (typeof value !== 'string') fail(at, 'not a string');
  if (value.trim() !== value || value === '') fail(at, 'empty, or with white space around it');
  if (value.length > longest) fail(at, `longer than ${longest}`);
  if (/\p{Cc}/u.test(value)) fail(at, 'holds a control character');
  return value;
}

function number(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) fail(at, 'not a number');
  return value;
}

function ordinal(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) fail(at, 'not a whole number from 1');
  return value;
}

function day(value: unknown, at: string): string {
  const iso = string(value, at);
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== iso) fail(at, 'not a day of the calendar');
  return iso;
}

function oneOf<T extends string>(value: unknown, at: string, allowed: readonly T[]): T {
  const found = allowed.find((known) => known === value);
  if (found === undefined) fail(at, `none of ${allowed.join(', ')}`);
  return found;
}
