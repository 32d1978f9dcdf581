// An import on its way in: its text comes part by part, and is checked, weighed against what is stored and kept in memory, as text, until it
// is carried out or given up. Nothing is written before, so that a page closed midway leaves nothing behind.
import type { Bringing, Brought } from '../corpus/imports';
import type { Corpus } from '../corpus/corpus';
import { fingerprintOf, idOf, idOfCorrection, idOfVerdict, normalUrl } from '../corpus/identity';
import { stagedRecord } from '../corpus/records';
import type { ArticleRecord } from '../corpus/records';
import type { ImportedText } from '../exchange/annotations-in';
import { addedBy, parseImport } from '../exchange/import';
import type { Imported } from '../exchange/import';
import type { Library } from '../exchange/library';
import { BEGINNING, Departure, LibraryLines } from '../exchange/library-lines';
import type { LibraryLine } from '../exchange/library-lines';
import { noCounts, weigh } from '../exchange/plan';
import { Failure } from '../failure';
import type { ImportPreview } from '../messages';
import type { Article, Correction, Label, Verdict } from '../model';

/** Longest text that is read whole, in UTF-16 units: what is not laid out as we write a library. It takes some ten times that in memory. */
export const LONGEST_WHOLE = 50_000_000;
/** Longest text of all: a library of our own layout is kept as text, a byte or two a character. */
export const LONGEST_IMPORT = 260_000_000;

/** One import; `part` numbers its texts from 0. */
export class Intake {
  /** The part that is to come next. */
  next = 0;
  /** What has come and is held, in UTF-16 units. */
  length = 0;
  /** The text so far, while it may still have to be read whole. */
  private whole: string[] | null = [];
  private lines: LibraryLines | null = null;
  private last: Promise<unknown> = Promise.resolve();
  /** What was wrong with a part: nothing more is taken then. */
  refused: { error: unknown } | null = null;
  private holds: Imported['kind'] | null = null;
  private counts = noCounts();
  private articles: Brought[] = [];
  private made: { verdicts: Verdict[]; corrections: Correction[]; labels: Label[] } = { verdicts: [], corrections: [], labels: [] };
  private texts: (ImportedText & { id: string })[] = [];

  constructor(
    private readonly corpus: Corpus,
    readonly operation: string,
    private readonly instant: () => string,
  ) {}

  /** Takes a part; one that was taken before, or whose turn it is not, changes nothing. @throws Failure 'bad-import' */
  add(part: number, text: string): Promise<void> {
    return this.turn(async () => {
      if (part !== this.next || this.holds) return;
      this.length += text.length;
      const bare = part === 0 ? text.replace(/^\uFEFF/, '') : text;
      if (part === 0 && bare.startsWith(BEGINNING)) this.lines = new LibraryLines();
      await this.orRefuse(() => this.take(bare));
      this.next++;
    });
  }

  /** What is wrong once stays so: nothing of it needs to be held any longer. */
  private async orRefuse(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.refused = { error };
      [this.length, this.whole, this.lines, this.texts] = [0, null, null, []];
      this.forgetRecords();
      throw error;
    }
  }

  private forgetRecords(): void {
    [this.articles, this.made, this.counts] = [[], { verdicts: [], corrections: [], labels: [] }, noCounts()];
  }

  private async take(bare: string): Promise<void> {
    // So that what is no JSON is not read to its end first.
    if (this.next === 0 && !/^\s*(?:[[{]|$)/.test(bare)) throw new Failure('bad-import', 'it is no JSON');
    if (this.length > LONGEST_IMPORT) throw new Failure('bad-import', `it is longer than ${LONGEST_IMPORT / 1_000_000} million characters`);
    this.whole = this.length <= LONGEST_WHOLE ? (this.whole?.concat(bare) ?? null) : null;
    if (this.lines) await this.line((lines) => lines.add(bare));
    else if (!this.whole) throw new Failure('bad-import', `only a library as Second Source writes it may be longer than ${LONGEST_WHOLE / 1_000_000} million characters`);
  }

  private async line(read: (lines: LibraryLines) => LibraryLine[]): Promise<void> {
    try {
      await this.stageAll(read(this.lines!));
    } catch (error) {
      if (!(error instanceof Departure)) throw error;
      if (!this.whole) throw new Failure('bad-import', error.message);
      // JSON of another layout, or none at all: reading it whole tells which.
      this.lines = null;
      this.forgetRecords();
    }
  }

  /** Digests are waited for together, not one after another. */
  private async stageAll(records: { kind: keyof Library; record: Library[keyof Library][number]; text: string | null }[]): Promise<void> {
    const place = this.articles.length;
    const ready = await Promise.all(records.map(({ kind, record, text }, i) => this.ready(kind, record, text, place + i)));
    for (const stage of ready) stage();
  }

  /** What is to be done with a record once its turn has come. @throws Failure 'bad-import' for an article that goes by another's id */
  private async ready(kind: keyof Library, record: Library[keyof Library][number], text: string | null, place: number): Promise<() => void> {
    const { notes } = this.corpus;
    if (kind === 'articles') {
      const article = record as Article;
      if ((await idOf(article, article.file)) !== article.id) throw new Failure('bad-import', `articles[${place}]: its id is not that of its address or text`);
      const fingerprint = await fingerprintOf(article);
      const { standing } = weigh(kind, this.corpus.summary(article.id) && (await this.corpus.storedAs(article.id)), article);
      const brought = { id: article.id, record: text === null ? () => stagedRecord(article, fingerprint) : read(text, fingerprint) };
      return () => {
        this.counts.articles[standing]++;
        this.articles.push(brought);
      };
    }
    if (kind === 'verdicts') {
      const said = record as Verdict;
      const verdict = { ...said, id: await idOfVerdict(said.claim, said.evidence) };
      return () => {
        this.count(kind, notes.verdicts.of(verdict), verdict);
        this.made.verdicts.push(verdict);
      };
    }
    if (kind === 'corrections') {
      const said = record as Correction;
      const correction = { ...said, id: await idOfCorrection(said.article, said.text) };
      return () => {
        this.count(kind, notes.correctionsOf(said.article).find(({ id }) => id === correction.id) ?? null, correction);
        this.made.corrections.push(correction);
      };
    }
    return () => {
      this.count(kind, notes.labelOf((record as Label).article), record as Label);
      this.made.labels.push(record as Label);
    };
  }

  private count<K extends keyof Library>(kind: K, here: Library[K][number] | null, brought: Library[K][number]): void {
    this.counts[kind][weigh(kind, here, brought).standing]++;
  }

  /** What it holds and would do, once every part has come. @throws Failure 'bad-import' */
  preview(): Promise<{ holds: Imported['kind']; counts: ImportPreview }> {
    return this.turn(async () => {
      await this.end();
      if (this.holds !== 'library') await this.weighTexts();
      return { holds: this.holds!, counts: this.counts };
    });
  }

  /** Carries it out, all or nothing. @throws Failure 'bad-import', 'quota', 'corpus-unreadable' */
  commit(mode: 'merge' | 'replace'): Promise<ImportPreview> {
    return this.turn(async () => {
      await this.end();
      if (mode === 'replace' && this.holds !== 'library') throw new Failure('bad-import', 'only a library of Second Source can take the place of this one');
      if (this.holds !== 'library') await this.weighTexts();
      const bringing: Bringing = { replace: mode === 'replace', articles: this.articles, ...this.made, weigh: (kind, here, brought) => weigh(kind, here as never, brought as never) };
      return this.corpus.importAll(bringing, this.operation);
    });
  }

  private async end(): Promise<void> {
    if (!this.holds) await this.orRefuse(() => this.readToEnd());
  }

  private async readToEnd(): Promise<void> {
    if (this.lines) await this.line((lines) => {
        lines.end();
        return [];
      });
    if (this.lines) this.holds = 'library';
    else {
      const read = parseImport((this.whole ?? []).join(''), normalUrl);
      if (read.kind === 'library') for (const kind of ['articles', 'corrections', 'labels', 'verdicts'] as const) await this.stageAll(read.library[kind].map((record) => ({ kind, record, text: null })));
      else this.texts = await Promise.all(read.texts.map(async (one) => ({ ...one, id: await idOf(one.draft, null) })));
      this.holds = read.kind;
    }
    this.whole = null;
  }

  /** What drafts add depends on what is stored at the time. */
  private async weighTexts(): Promise<void> {
    const brought = addedBy(this.texts, { has: (id) => this.corpus.summary(id) !== null, labels: this.corpus.notes.allLabels() }, this.instant());
    this.forgetRecords();
    await this.stageAll(brought.articles.map((record) => ({ kind: 'articles', record, text: null })));
    await this.stageAll(brought.labels.map((record) => ({ kind: 'labels', record, text: null })));
  }

  private turn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => {
      if (this.refused) throw this.refused.error;
      return work();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** A record from its text, once it is wanted: a function of its own, so that nothing but the text is held until then. */
function read(text: string, fingerprint: string): () => ArticleRecord {
  return () => stagedRecord(JSON.parse(text) as Article, fingerprint);
}
