// The text of a library, slice by slice → its records, one by one, each checked: a library of any size is read without being held. Reads
// what library.ts writes, a record a line; whatever is laid out otherwise is for library.ts, which reads it whole. Knows no database.
import { Failure } from '../failure';
import { Misfit, pathWords } from './checks';
import { FORMAT, keyOf, MOST_RECORDS, RECORDS, VERSION } from './library';
import type { Library } from './library';

/** One record; `text` is its JSON. */
export type LibraryLine = { [K in keyof Library]: { kind: K; record: Library[K][number]; text: string } }[keyof Library];

/** The text is JSON perhaps, but not laid out as we write it, from a line on. */
export class Departure extends Error {
  constructor(
    readonly line: number,
    words = 'is not laid out as Second Source writes it',
  ) {
    super(`line ${line} ${words}`);
  }
}

/** The fields of the file in their order: lists of records, and texts. */
const FIELDS = ['articles', 'corrections', 'format', 'labels', 'verdicts', 'version'] as const;
const TEXTS: Partial<Record<(typeof FIELDS)[number], string>> = { format: JSON.stringify(FORMAT), version: String(VERSION) };

/** How a library's text begins. */
export const BEGINNING = '{\n"articles": [';

/** A library that comes in slices. */
export class LibraryLines {
  private line = 0;
  /** What has come of a line whose end has not. */
  private rest: string[] = [];
  /** Where we are: before the first field, within the list of one, behind the last. */
  private field = -1;
  private within: keyof Library | null = null;
  private places = 0;
  /** The line before ended with a comma: another is to follow. */
  private more = false;
  private done = false;
  private readonly met: Record<keyof Library, Set<string>> = { articles: new Set(), corrections: new Set(), labels: new Set(), verdicts: new Set() };

  /** The records that end in this slice. @throws Departure, Failure 'bad-import' with line and path */
  add(slice: string): LibraryLine[] {
    const found: LibraryLine[] = [];
    let from = 0;
    for (let to = slice.indexOf('\n'); to >= 0; to = slice.indexOf('\n', from)) {
      this.rest.push(slice.slice(from, to));
      this.take(this.rest.length === 1 ? this.rest[0]! : this.rest.join(''), found);
      this.rest = [];
      from = to + 1;
    }
    if (from < slice.length) this.rest.push(slice.slice(from));
    return found;
  }

  /** Nothing more comes. @throws Departure where the text is not at its end */
  end(): void {
    const last = this.rest.join('');
    try {
      if (last !== '') this.take(last, []);
    } catch (error) {
      if (!(error instanceof Departure)) throw error;
      throw new Departure(error.line, 'ends too early, or is not laid out as Second Source writes it');
    }
    if (!this.done) throw new Departure(this.line, 'is the last one: the text ends too early');
  }

  private take(line: string, found: LibraryLine[]): void {
    this.line++;
    if (this.within) this.takeRecord(this.within, line, found);
    else if (this.field < 0 && line === '{') this.field = 0;
    else if (this.field === FIELDS.length && !this.done && line === '}') this.done = true;
    else if (this.field < 0 || this.field >= FIELDS.length) throw new Departure(this.line);
    else this.takeField(FIELDS[this.field]!, line);
  }

  private takeField(field: (typeof FIELDS)[number], line: string): void {
    const end = this.field === FIELDS.length - 1 ? '' : ',';
    const known = TEXTS[field];
    if (line === `"${field}": ${known ?? '[]'}${end}`) this.field++;
    else if (known === undefined && line === `"${field}": [`) [this.within, this.places, this.more] = [field as keyof Library, 0, false];
    else throw new Departure(this.line);
  }

  private takeRecord(kind: keyof Library, line: string, found: LibraryLine[]): void {
    const closes = line === '],';
    if (closes ? this.more || this.places === 0 : this.places > 0 && !this.more) throw new Departure(this.line);
    if (closes) {
      this.within = null;
      this.field++;
      return;
    }
    this.more = line.endsWith(',');
    const text = this.more ? line.slice(0, -1) : line;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new Departure(this.line);
    }
    found.push(this.checked(kind, value, text));
    this.places++;
  }

  private checked(kind: keyof Library, value: unknown, text: string): LibraryLine {
    const path = [kind, this.places];
    try {
      if (this.places >= MOST_RECORDS) throw new Misfit([kind], `the list has more than ${MOST_RECORDS} entries`);
      const record = RECORDS[kind](value, path);
      if (this.met[kind].has(keyOf(record))) throw new Misfit(path, 'a second record of the same id');
      this.met[kind].add(keyOf(record));
      return { kind, record, text } as LibraryLine;
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      throw new Failure('bad-import', `line ${this.line}, ${pathWords(error.path)}: ${error.message}`);
    }
  }
}
