// What stored articles say of one claim → how its figure went on: the page's own figure and those of the same count, by the day they
// were told. A later count is an update and no contradiction. Knows no rule of judging: it reads the reasons that judging gave.
import type { Annotation, Evidence, Quantity, Source, Span, Statement } from './model';

/** One point of the time line. */
export interface Moment {
  /** ISO day of the report; null when its article has no date. */
  day: string | null;
  /** The figure's words as they stand in the sentence ("63"); hedges and bounds are in `figure`. */
  value: string;
  figure: Quantity;
  speaker: string | null;
  /** Null: the page being read. */
  source: Source | null;
  statement: Statement;
}

/** The figures of the count that a claim gives, oldest first, undated last. Empty unless at least one is a later (or earlier) count. */
export function timeLineOf({ claim, evidence }: Annotation): Moment[] {
  const update = evidence.find(({ reason }) => reason.kind === 'later-update');
  const own = update && figureAt(claim, update.reason.claim);
  if (!own) return [];
  const moments = [momentOf(claim, own, null)];
  for (const one of evidence) {
    const { reason, statement, source } = one;
    if (!isOfOneCount(one) || figureAt(claim, reason.claim) !== own) continue;
    const figure = figureAt(statement, reason.evidence);
    if (figure) moments.push(momentOf(statement, figure, source));
  }
  const seen = new Set<string>();
  return moments.sort(byDay).filter(({ day, figure: { min, max }, source }) => {
    const key = [day, min, max, source?.id ?? ''].join('|');
    return !seen.has(key) && seen.add(key);
  });
}

/** Later counts, and figures that agree or clash: of all of these judging is sure that they count one thing. */
function isOfOneCount({ stance, reason: { signal, kind } }: Evidence): boolean {
  return signal === 'quantity' && (kind === 'later-update' || stance !== 'related');
}

function figureAt({ quantities }: Statement, spans: readonly Span[]): Quantity | undefined {
  return quantities.find(({ span }) => spans.some(({ start, end }) => start < span.end && span.start < end));
}

function momentOf(statement: Statement, figure: Quantity, source: Source | null): Moment {
  const day = statement.reported ?? source?.published?.slice(0, 10) ?? null;
  return { day, value: statement.text.slice(figure.span.start, figure.span.end), figure, speaker: statement.attribution?.speaker ?? null, source, statement };
}

function byDay(a: Moment, b: Moment): number {
  return (a.day ?? '9999').localeCompare(b.day ?? '9999');
}
