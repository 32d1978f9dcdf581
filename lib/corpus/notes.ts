// What the reader made, held in memory: verdicts as `annotate` asks for them, corrections by statement, labels by article.
// Knows no database.
import { Verdicts } from '../annotate/judged';
import { corrected, Corrections } from '../annotate/corrected';
import { SIZES } from '../match/encoder/layout';
import type { Correction, Label, StoredStatement, Verdict } from '../model';
import type { MadeKind, MadeKinds, MadeRecord } from './made';

/** What the reader made of the corpus. */
export class Notes {
  readonly verdicts = new Verdicts();
  private readonly byArticle = new Map<string, Corrections>();
  private readonly labels = new Map<string, Label>();

  constructor(made: MadeRecord[]) {
    this.replace(made);
  }

  /** Holds these and nothing else. */
  replace(made: MadeRecord[]): void {
    for (const verdict of this.verdicts.list()) this.verdicts.drop(verdict);
    this.labels.clear();
    this.byArticle.clear();
    for (const { kind, value } of made) this.keep(kind, value);
  }

  /** Keeps what was made; what stood in its place goes. */
  keep<K extends MadeKind>(kind: K, value: MadeKinds[K]): void {
    if (kind === 'verdict') this.verdicts.keep(value as Verdict);
    else if (kind === 'label') this.labels.set((value as Label).article, value as Label);
    else {
      const correction = value as Correction;
      const of = this.byArticle.get(correction.article) ?? new Corrections();
      of.keep(correction);
      this.byArticle.set(correction.article, of);
    }
  }

  /** Lets go of what was made. */
  drop<K extends MadeKind>(kind: K, value: MadeKinds[K]): void {
    if (kind === 'verdict') this.verdicts.drop(value as Verdict);
    else if (kind === 'label') this.labels.delete((value as Label).article);
    else this.byArticle.get((value as Correction).article)?.drop(value as Correction);
  }

  /** What was corrected of a statement; null for nothing. */
  correctionOf(statement: StoredStatement): Correction | null {
    return this.byArticle.get(statement.article)?.of(statement) ?? null;
  }

  /** A statement as the reader corrected it; null when it is hidden. */
  corrected(statement: StoredStatement): StoredStatement | null {
    return corrected(statement, this.correctionOf(statement));
  }

  /** An article's statements as the reader corrected them, without the hidden ones, and what is left of their vectors, one after another. */
  correctedWith({ id, statements }: { id: string; statements: StoredStatement[] }, vectors: Int8Array | null): { statements: StoredStatement[]; packed: Int8Array | null } {
    if (!this.corrects(id)) return { statements, packed: vectors };
    const kept = statements.map((statement) => this.corrected(statement));
    const size = SIZES.stored;
    const packed = vectors && new Int8Array(kept.filter(Boolean).length * size);
    let to = 0;
    kept.forEach((statement, at) => {
      if (packed && statement) packed.set(vectors.subarray(at * size, (at + 1) * size), to++ * size);
    });
    return { statements: kept.filter((statement) => statement !== null), packed };
  }

  /** True when something of this article was corrected: most articles are spared the look at each statement. */
  corrects(article: string): boolean {
    return this.correctionsOf(article).length > 0;
  }

  /** The corrections of an article. */
  correctionsOf(article: string): Correction[] {
    return this.byArticle.get(article)?.list() ?? [];
  }

  /** Every correction, newest first. */
  corrections(): Correction[] {
    return [...this.byArticle.values()].flatMap((of) => of.list()).sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
  }

  /** The label of an article; null when it has none. */
  labelOf(article: string): Label | null {
    return this.labels.get(article) ?? null;
  }

  /** Every label, by article. */
  allLabels(): Label[] {
    return [...this.labels.values()].sort((a, b) => a.article.localeCompare(b.article));
  }
}
