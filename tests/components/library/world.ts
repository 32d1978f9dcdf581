// A library to draw with: made-up articles behind the library's port, which can be told to fail. Everything asked of it is in `done`.
import type { LibraryAnswer, LibraryAsk, LibraryPort } from '../../../entrypoints/library/port';
import { Failure } from '../../../lib/failure';
import type { ArticleQuery, ArticleRow, LibraryCalls, Matter, StoredArticle, Work } from '../../../lib/messages';
import type { Correction, Dispute, Label, StoredStatement, Verdict } from '../../../lib/model';
import { annotation, article, said, source, statement } from '../fixtures';
import { stepped } from '../made';

/** When everything here is made. */
const AT = '2023-02-01T00:00:00.000Z';

/** A line of the list. */
export function row(id: string, more: Partial<ArticleRow> = {}): ArticleRow {
  return { ...article(id), tags: [], note: '', hit: null, ...more };
}

export const FERRY = 'Rescuers said that 17 bodies had been recovered from the water.';
export const QUAY = 'The quay stayed open.';
const REST = ' Nobody knows why.';

function storedStatement(text: string, block: number, more: Partial<StoredStatement> = {}): StoredStatement {
  return { ...statement(text), block, span: { start: 0, end: text.length }, id: `a.${block}.0`, article: 'a', ...more };
}

/** An article of two paragraphs: in the first a claim that another article differs from, in the second one that others touch on. */
export function stored(more: Partial<StoredArticle> = {}): StoredArticle {
  const ferry = annotation(FERRY, [{ text: 'Rescuers have found 11 bodies.', stance: 'conflicts', words: '17 here, 11 there: bodies', here: ['17 bodies'], there: ['11 bodies'], from: source('b') }]);
  const quay = annotation(QUAY, [{ text: 'The quay is old.', stance: 'related', words: 'the same quay', from: source('b') }]);
  quay.claim.block = 1;
  const at = FERRY.indexOf('17');
  return {
    article: {
      ...source('a', { title: 'Ferry sinks' }),
      author: null,
      language: 'en',
      retrieved: '2023-01-05T10:00:00.000Z',
      blocks: [
        { kind: 'paragraph', text: FERRY + REST },
        { kind: 'quote', text: QUAY },
      ],
    },
    statements: [
      storedStatement(FERRY, 0, { attribution: said('Rescuers'), quantities: [{ span: { start: at, end: at + 2 }, min: 17, max: 17, approximate: false, unit: 'count', of: 'body' }] }),
      storedStatement(QUAY, 1),
    ],
    annotations: [ferry, quay],
    label: null,
    corrections: [],
    ...more,
  };
}

/** A line of the inbox. */
export function dispute(id: string, more: Partial<Dispute> = {}): Dispute {
  const newer = storedStatement('Some 17 bodies were found.', 0);
  const older = { ...storedStatement('Only 11 bodies were found.', 0), id: 'b.0.0', article: 'b' };
  const reason = { signal: 'quantity' as const, words: '17 here, 11 there: bodies', claim: [{ start: 5, end: 14 }], evidence: [{ start: 5, end: 14 }] };
  return { id, newer: { statement: newer, source: source('a', { title: 'Ferry sinks' }) }, older: { statement: older, source: source('b') }, reason, found: '2023-01-06T10:00:00.000Z', seen: false, ...more };
}

/** A matter: two statements of two articles on the bodies found. */
export function matter(): Matter {
  const [one, other] = stored().statements;
  const said = [
    { statement: one!, source: source('a') },
    { statement: { ...other!, id: 'b.0.0', article: 'b', text: 'Only 11 bodies were found.' }, source: source('b') },
  ];
  return { id: 'm1', title: FERRY, statements: 2, articles: 2, conflicts: 1, said, links: [], ledger: [], speakers: [{ speaker: null, statements: ['a.0.0', 'b.0.0'] }] };
}

/** What the reader said, on the n-th of a month. */
export function verdict(n: number, more: Partial<Verdict> = {}): Verdict {
  return { id: `v${n}`, verdict: 'agreed', claim: `Claim ${n}.`, evidence: `Evidence ${n}.`, stance: 'conflicts', note: '', at: new Date(Date.UTC(2023, 0, 1, n)).toISOString(), ...more };
}

type Answers = { [T in keyof LibraryCalls]?: (ask: LibraryAsk<T>) => LibraryAnswer<T> };

/** The world behind the port. What it holds may be set before and while it is looked at. */
export class World implements LibraryPort {
  readonly done: string[] = [];
  rows: ArticleRow[] = [row('a', { title: 'Ferry sinks', note: 'ask the port', tags: ['sea'] }), row('b')];
  shown: StoredArticle | null = stored();
  inbox: Dispute[] = [dispute('d1'), dispute('d2', { seen: true })];
  said: Verdict[] = [];
  working: Work | null = null;
  matter: Matter | null = null;
  files: string[] = [];
  /** What the next call of a name throws. */
  readonly failing = new Map<string, Failure>();
  /** Held back until it is resolved, by name. */
  readonly held = new Map<string, Promise<void>>();
  private readonly gone = new Map<string, { at: number; row: ArticleRow }>();
  private heard: () => void = () => undefined;
  private operations = 0;

  /** Something was changed elsewhere. */
  changed(): void {
    this.heard();
  }

  /** How often something was asked. */
  times(name: string): number {
    return this.done.filter((one) => one === name || one.startsWith(`${name} `)).length;
  }

  private async do(name: string, about: unknown): Promise<void> {
    this.done.push(about === undefined ? name : `${name} ${JSON.stringify(about)}`);
    await this.held.get(name);
    const failure = this.failing.get(name);
    if (!failure) return;
    this.failing.delete(name);
    throw failure;
  }

  async ask<T extends keyof LibraryCalls>(type: T, ask: LibraryAsk<T>): Promise<LibraryAnswer<T>> {
    const { operation: _, ...about } = ask as { operation?: string };
    await this.do(type, about);
    const answer = (this.answers as Record<string, ((ask: unknown) => unknown) | undefined>)[type];
    if (!answer) throw new Failure('bad-message', `this world knows no ${type}`);
    return structuredClone(answer(ask)) as LibraryAnswer<T>;
  }

  private readonly answers: Answers = {
    search: ({ query, offset, limit }) => {
      const fits = this.rows.filter((each) => fitsQuery(each, query));
      return { total: fits.length, rows: fits.slice(offset, offset + limit) };
    },
    article: ({ id }) => {
      if (!this.shown || this.shown.article.id !== id) throw new Failure('gone', 'no such article');
      return this.shown;
    },
    label: ({ label, how, expects }) => {
      const { article } = label;
      const there = this.rows.find(({ id }) => id === article);
      const { tags = [], note = '' } = there ?? {};
      const before: Label | null = tags.length > 0 || note !== '' ? { article, tags, note, at: AT } : null;
      const made = stepped(before, { ...label, at: AT }, { how, expects: expects && { tags: expects.tags, note: expects.note } });
      const { tags: nowTags, note: nowNote } = made.now ?? { tags: [], note: '' };
      this.rows = this.rows.map((each) => (each.id === article ? { ...each, tags: nowTags, note: nowNote } : each));
      if (this.shown?.article.id === article) this.shown = { ...this.shown, label: made.now };
      return made;
    },
    correct: ({ correction, how, expects }) => {
      const all = this.shown?.corrections ?? [];
      const before = all.find(({ text }) => text === correction.text) ?? null;
      const made = stepped<Correction>(before, { ...correction, id: `c ${correction.text}`, at: AT }, { how, expects: expects && ({ hidden: expects.hidden, speaker: expects.speaker, figures: expects.figures } as Partial<Correction>) });
      if (this.shown) this.shown = { ...this.shown, corrections: [...all.filter(({ text }) => text !== correction.text), ...(made.now ? [made.now] : [])] };
      return made;
    },
    verdicts: () => this.said,
    judge: ({ verdict: given, how, expects }) => {
      const before = this.said.find(({ claim, evidence }) => claim === given.claim && evidence === given.evidence) ?? null;
      const made = stepped<Verdict>(before, { ...given, id: before?.id ?? `v ${given.claim}`, at: AT }, { how, expects: expects && { verdict: expects.verdict } });
      this.said = [...(made.now ? [made.now] : []), ...this.said.filter((each) => each !== before)];
      return made;
    },
    inbox: () => this.inbox,
    seen: ({ ids, seen }) => {
      this.inbox = this.inbox.map((each) => (ids.includes(each.id) ? { ...each, seen } : each));
      return {};
    },
    work: () => this.working,
    restoreSeeds: () => {
      this.rows = [...this.rows, row('seed', { title: 'A seed' })];
      return { restored: 1 };
    },
    matters: () => ({ total: this.matter ? 1 : 0, rows: this.matter ? [this.matter] : [] }),
    matter: () => {
      if (!this.matter) throw new Failure('gone');
      return this.matter;
    },
    exportPlan: ({ format }) => ({ name: `library.${format}`, type: 'text/plain', at: '2026-11-22T10:00:00.000Z', between: '', articles: this.rows.map(({ id }) => id) }),
    exportPart: ({ articles }) => ({ text: articles.join(), pieces: articles.length, written: articles, done: articles.length }),
    exportEnds: () => ({ head: '', tail: '' }),
  };

  async remove(id: string): Promise<void> {
    await this.do('remove', id);
    const at = this.rows.findIndex((each) => each.id === id);
    if (at >= 0) this.gone.set(id, { at, row: this.rows[at]! });
    this.rows = this.rows.filter((each) => each.id !== id);
    if (this.shown?.article.id === id) this.shown = null;
  }

  async restore(id: string): Promise<void> {
    await this.do('restore', id);
    const gone = this.gone.get(id);
    if (gone) this.rows = this.rows.toSpliced(gone.at, 0, gone.row);
    if (id === 'a') this.shown = stored();
  }

  download(name: string): void {
    this.files.push(name);
  }

  operation(): string {
    return `operation ${++this.operations}`;
  }

  hearCorpus(heard: () => void): () => void {
    this.heard = heard;
    return () => (this.heard = () => undefined);
  }
}

function fitsQuery({ title, tags }: ArticleRow, { text = '', tag = '' }: ArticleQuery): boolean {
  return title.toLowerCase().includes(text.toLowerCase()) && (tag === '' || tags.includes(tag));
}
