// Readings, articles and a port to draw with: made-up news of our own, in the shapes of lib/model.ts.
import type { Port } from '../../entrypoints/popup/port';
import { Failure } from '../../lib/failure';
import type { Said } from '../../components/judging';
import type { Changes } from '../../entrypoints/popup/asides';
import type { EncoderState, LeftOut, PageState } from '../../lib/messages';
import type { Draft, Verdict, Annotation, ArticleSummary, Attribution, Evidence, Reading, Source, Span, Statement } from '../../lib/model';
import { DEFAULTS } from '../../lib/settings';
import { stepped } from './made';
import type { Settings, SiteRule } from '../../lib/settings';

/** The span of `part` in `text`. */
export function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in "${text}"`);
  return { start, end: start + part.length };
}

export function statement(text: string, attribution: Attribution | null = null): Statement {
  const place = { block: 0, sentence: 0, span: { start: 0, end: text.length } };
  return { ...place, text, attribution, polarity: 'affirmed', modality: 'asserted', quantities: [], dates: [], names: [], terms: [], reported: null, context: [] };
}

export function said(speaker: string | null): Attribution {
  return { speaker, cue: 'say', span: { start: 0, end: 0 }, quoted: false };
}

export function source(id: string, more: Partial<Source> = {}): Source {
  return { id, title: `Article ${id}`, outlet: 'The Harbour Gazette', published: '2023-01-04', url: `https://www.gazette.example/${id}`, file: null, ...more };
}

/** A piece of evidence to make up. */
export interface Told {
  text: string;
  stance: Evidence['stance'];
  words: string;
  /** Deciding words in the claim and in the evidence. */
  here?: string[];
  there?: string[];
  /** Parts that speak alike, claim and evidence side by side. */
  alike?: [here: string, there: string][];
  speaker?: Attribution | null;
  from: Source;
}

let serial = 0;

export function evidence(claim: string, { text, stance, words, here = [], there = [], alike = [], speaker = null, from }: Told): Evidence {
  serial += 1;
  return {
    statement: { ...statement(text, speaker), id: `${from.id}.0.${serial}`, article: from.id },
    source: from,
    stance,
    confidence: 0.8,
    reason: {
      signal: 'quantity',
      words,
      claim: here.map((part) => spanOf(claim, part)),
      evidence: there.map((part) => spanOf(text, part)),
      aligned: { claim: alike.map(([part]) => spanOf(claim, part)), evidence: alike.map(([, part]) => spanOf(text, part)) },
    },
  };
}

export function annotation(claim: string, told: Told[]): Annotation {
  return { claim: statement(claim), evidence: told.map((one) => evidence(claim, one)) };
}

export function reading(more: Partial<Reading> = {}): Reading {
  return { state: 'read', annotations: [], sentences: 60, claims: 31, articles: 8, ...more };
}

const FERRY = 'The coastguard said on Wednesday that 17 bodies had been recovered from the water after the ferry sank off the northern cape on Tuesday evening.';
const HARBOUR = 'The harbour was closed to small boats that afternoon.';

/** Three marked claims (both, agrees, differs) and one that others merely touch. */
export const ANNOTATIONS: Annotation[] = [
  annotation(FERRY, [
    { text: 'Rescuers have found 11 bodies so far.', stance: 'conflicts', words: '17 here, 11 there: bodies', here: ['17 bodies'], there: ['11 bodies'], speaker: said('Mara Lindqvist'), from: source('a', { title: 'Search goes on after ferry disaster' }) },
    { text: 'Seventeen people are known to have died.', stance: 'corroborates', words: '17 on both sides: dead', here: ['17 bodies'], there: ['Seventeen people'], from: source('b', { title: 'What we know of the sinking', outlet: null, url: null, file: 'seed.txt', published: null }) },
    { text: 'Forty-two people were aboard, the operator says.', stance: 'related', words: 'the same sinking, another measure', there: ['Forty-two people'], speaker: said(null), from: source('a', { title: 'Search goes on after ferry disaster' }) },
  ]),
  annotation('Forty-two people were aboard.', [
    { text: 'There were 42 people on the ferry.', stance: 'corroborates', words: '42 on both sides: people aboard', here: ['Forty-two people'], there: ['42 people'], speaker: said('the operator'), from: source('c') },
  ]),
  annotation(HARBOUR, [
    { text: 'Small boats could leave the harbour all day.', stance: 'conflicts', words: 'closed here, open there: the harbour to small boats', here: ['closed'], there: ['could leave'], from: source('d') },
    { text: 'Small boats were let out until the evening.', stance: 'conflicts', words: 'closed here, open there', here: ['closed'], there: ['let out'], from: source('d') },
  ]),
  annotation('An inquiry will open next week.', [{ text: 'Families have called for an inquiry.', stance: 'related', words: 'a call there, a plan here', there: ['called for'], from: source('a') }]),
];

export const READ: Extract<PageState, { state: 'read' }> = {
  state: 'read',
  cut: false,
  url: 'https://news.example.org/ferry',
  title: 'Seventeen dead as ferry sinks off northern cape',
  reading: reading({ annotations: ANNOTATIONS, claims: 31 }),
};

export function article(id: string, more: Partial<ArticleSummary> = {}): ArticleSummary {
  return { ...source(id), retrieved: '2023-01-05T10:00:00.000Z', statements: 23, ...more };
}

/** A port to a made-up world that can be told what to answer. Everything that was done through it is in `done`. */
export class FakePort implements Port {
  readonly own = 'chrome-extension://us/';
  readonly done: string[] = [];
  /** Answers to `pageState`, in turn; the last one stays. */
  states: (PageState | Failure)[] = [READ];
  /** So many of them are listed in the popup. */
  listed = 30;
  shelf: ArticleSummary[] = [article('a'), article('b', { title: 'What we know of the sinking', retrieved: '2023-01-06T10:00:00.000Z' })];
  granted: string[] = [];
  fixed: string[] = [];
  /** What the next call of a name throws. */
  readonly failing = new Map<string, Failure>();
  says = true;
  /** What the engine says of its encoder. */
  encoding: EncoderState = 'ready';
  /** What was said before, what is left out, how the page has changed, and which claim it has in sight. */
  said: Verdict[] = [];
  missing: LeftOut[] = [];
  changed: Changes = null;
  sight: number | null = null;
  kept: Settings = DEFAULTS;
  settingsChanged: () => void = () => undefined;
  private readonly deleted = new Map<string, ArticleSummary>();
  private operations = 0;
  corpusChanged: () => void = () => undefined;
  pageChanged: (tab: number) => void = () => undefined;

  protected do(name: string, about = ''): void {
    this.done.push(about ? `${name} ${about}` : name);
    const failure = this.failing.get(name);
    if (!failure) return;
    this.failing.delete(name);
    throw failure;
  }

  async pageState(tab: number): Promise<PageState> {
    this.do('pageState', String(tab));
    const state = this.states.length > 1 ? this.states.shift() : this.states[0];
    if (!state || state instanceof Failure) throw state ?? new Failure('gone');
    return state;
  }
  async read(tab: number): Promise<void> {
    this.do('read', String(tab));
  }
  async jump(_tab: number, claim: number): Promise<void> {
    this.do('jump', String(claim));
  }
  async save(_tab: number, operation: string): Promise<{ article: ArticleSummary; already: boolean }> {
    this.do('save', operation);
    return { article: article('new'), already: false };
  }
  async exportPage(): Promise<string> {
    this.do('exportPage');
    return '{}';
  }
  async exportAll(): Promise<string> {
    this.do('exportAll');
    return '{}';
  }
  download(name: string): void {
    this.do('download', name);
  }
  async newest(): Promise<{ total: number; rows: ArticleSummary[] }> {
    this.do('newest');
    return { total: this.shelf.length, rows: this.shelf.slice(0, this.listed) };
  }
  async stored(url: string): Promise<ArticleSummary | null> {
    this.do('stored', url);
    return this.shelf.find((each) => each.url === url) ?? null;
  }
  async encoder(): Promise<EncoderState> {
    this.do('encoder');
    return this.encoding;
  }
  async judge({ verdict, claim, evidence, stance, note }: Said, { how, expects }: Parameters<Port['judge']>[1]): ReturnType<Port['judge']> {
    this.do('judge', `${how === 'drop' ? 'drop ' : ''}${verdict}: ${claim} / ${evidence}${note && ` (${note})`}`);
    const before = this.said.find((one) => one.claim === claim && one.evidence === evidence) ?? null;
    const made = stepped<Verdict>(before, { id: `${claim} ${evidence}`, verdict, claim, evidence, stance, note, at: '2023-01-05T10:00:00.000Z' }, { how, expects: expects && { verdict: expects.verdict } });
    this.said = [...this.said.filter((one) => one !== before), ...(made.now ? [made.now] : [])];
    return made;
  }
  async verdicts(): Promise<Verdict[]> {
    this.do('verdicts');
    return [...this.said];
  }
  async draft(tab: number): Promise<Draft> {
    this.do('draft', String(tab));
    return { url: READ.url, title: READ.title, outlet: null, author: null, published: null, language: 'en', blocks: [] };
  }
  async leftOut(): Promise<LeftOut[]> {
    this.do('leftOut');
    return this.missing;
  }
  async changes(): Promise<Changes> {
    this.do('changes');
    return this.changed;
  }
  async settings(): Promise<Settings> {
    return this.kept;
  }
  async setSite(host: string, rule: SiteRule): Promise<void> {
    this.do('setSite', `${host} ${rule}`);
    this.kept = { ...this.kept, sites: { ...this.kept.sites, [host]: rule } };
  }
  async backupLater(): Promise<void> {
    this.do('backupLater');
    this.kept = { ...this.kept, backup: { ...this.kept.backup, changes: 0 } };
  }
  hearSettings(heard: () => void): () => void {
    this.settingsChanged = heard;
    return () => undefined;
  }
  async inView(): Promise<{ current: number | null }> {
    this.do('inView');
    return { current: this.sight };
  }
  async remove(id: string): Promise<void> {
    this.do('remove', id);
    const gone = this.shelf.find((each) => each.id === id);
    if (gone) this.deleted.set(id, gone);
    this.shelf = this.shelf.filter((each) => each.id !== id);
    this.corpusChanged();
  }
  async restore(id: string): Promise<ArticleSummary> {
    this.do('restore', id);
    const back = this.deleted.get(id);
    if (!back) throw new Failure('internal', 'nothing to restore');
    this.shelf = [...this.shelf, back];
    this.corpusChanged();
    return back;
  }
  async origins(): Promise<{ granted: string[]; fixed: string[] }> {
    return { granted: [...this.granted, ...this.fixed], fixed: this.fixed };
  }
  async grant(origins: string[]): Promise<boolean> {
    this.do('grant', origins.join(' '));
    if (this.says) this.granted = [...this.granted, ...origins];
    return this.says;
  }
  async revoke(origins: string[]): Promise<boolean> {
    this.do('revoke', origins.join(' '));
    this.granted = this.granted.filter((origin) => !origins.includes(origin));
    return true;
  }
  operation(): string {
    this.operations += 1;
    return `operation-${this.operations}`;
  }
  hearPage(heard: (tab: number) => void): () => void {
    this.pageChanged = heard;
    return () => (this.pageChanged = () => undefined);
  }
  hearCorpus(heard: () => void): () => void {
    const before = this.corpusChanged;
    this.corpusChanged = () => {
      before();
      heard();
    };
    return () => (this.corpusChanged = before);
  }
  hearAccess(): () => void {
    return () => undefined;
  }
}

/** The tab of the page that READ is about. */
export const TAB = { id: 7, url: READ.url };

