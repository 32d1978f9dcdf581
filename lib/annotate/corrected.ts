// A stored statement and what the reader corrected of it → the statement as it is judged, or nothing where it is hidden. Which
// correction is of which statement is told here alone. Pure.
import type { Attribution, Correction, Quantity, StoredStatement } from '../model';
import { wordingKey } from '../text/wording-key';

/** The corrections of one article, by the words that they are of. */
export class Corrections {
  private readonly byWords = new Map<string, Correction>();

  constructor(corrections: readonly Correction[] = []) {
    for (const correction of corrections) this.keep(correction);
  }

  /** Keeps a correction; one of the same words goes. */
  keep(correction: Correction): void {
    this.byWords.set(wordingKey(correction.text), correction);
  }

  /** Lets go of the correction of these words. */
  drop({ text }: Pick<Correction, 'text'>): void {
    this.byWords.delete(wordingKey(text));
  }

  /** What was corrected of a statement of the article; null for nothing. */
  of({ text }: Pick<StoredStatement, 'text'>): Correction | null {
    return this.byWords.get(wordingKey(text)) ?? null;
  }

  /** All of them. */
  list(): Correction[] {
    return [...this.byWords.values()];
  }
}

/** The statement with the right speaker and figures; null when it is hidden; itself without a correction. */
export function corrected(statement: StoredStatement, correction: Correction | null): StoredStatement | null {
  if (!correction) return statement;
  if (correction.hidden) return null;
  const { speaker, figures } = correction;
  return {
    ...statement,
    attribution: speaker === undefined ? statement.attribution : attributedTo(statement.attribution, speaker),
    quantities: figures === undefined ? statement.quantities : statement.quantities.map((quantity, at) => figured(quantity, figures.find((figure) => figure.at === at))),
  };
}

function attributedTo(found: Attribution | null, speaker: string | null): Attribution | null {
  if (speaker === null) return null;
  return found ? { ...found, speaker } : { speaker, cue: 'say', span: { start: 0, end: 0 }, quoted: false };
}

/** The words' own bounds give way to the reader's; where the value stood before, and that an article counted, is of no more use then. */
function figured(quantity: Quantity, figure: { min: number | null; max: number | null } | undefined): Quantity {
  if (!figure) return quantity;
  const { span, approximate, unit, of } = quantity;
  return { span, min: figure.min, max: figure.max, approximate, unit, of };
}
