// A stored statement and what the reader corrected of it → the statement as it is judged, or nothing where it is hidden. Pure.
import type { Attribution, Correction, Quantity, StoredStatement } from '../model';

/** The statement with the right speaker and figures; null when it is hidden; itself without a correction. */
export function corrected(statement: StoredStatement, correction: Correction | undefined): StoredStatement | null {
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
