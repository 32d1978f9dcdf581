// The statements of one matter and how they are linked → its figures, by what is counted and in which unit: every value as given,
// ranges, bounds and hedges kept. Two figures are of one measure when a link compared them, or when both count the same thing and
// the same was done to it. Knows no library.
import { sameConcept } from '../match/concepts';
import { areSynonyms } from '../match/lexicon';
import { measuresAt } from '../match/measures';
import { wordsOf } from '../match/signals/signal';
import type { Ledger, LedgerEntry } from '../messages';
import type { DateMention, Link, Quantity, Source, Span, Statement, StoredStatement } from '../model';
import { normalForm } from '../text/normal-form';
import { inBaseUnit } from '../text/units';

/** One figure of one statement. */
interface Figure {
  at: number;
  /** In its base unit, so that miles stand beside kilometres. */
  quantity: Quantity;
  statement: StoredStatement;
  measures: string[];
  entry: LedgerEntry;
}

/** Spans of time are given of everything: only a link says that two are of one measure. */
const TIME = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;
/** Dates after these bound a period; the figure is not of that day. */
const PERIOD_BEFORE = /\b(?:since|until|till|from|after|before)(?: \p{L}+)?(?: on)? *$/iu;

/** The ledgers of a matter, the one with most entries first; only measures with at least two entries. `speakers[i]` says `said[i]`. */
export function ledgersOf(said: readonly { statement: StoredStatement; source: Source }[], speakers: readonly (string | null)[], links: readonly Link[]): Ledger[] {
  const figures = said.flatMap(({ statement, source }, i) =>
    statement.quantities.flatMap((quantity): Figure[] => {
      // "A worker was killed" gives no figure that anybody would look up.
      if (quantity.implied) return [];
      const based = inBaseUnit(quantity);
      const { min, max, approximate } = based;
      const entry = { statement: statement.id, min, max, approximate, speaker: speakers[i]!, outlet: source.outlet, day: dayOf(statement, quantity) };
      return [{ at: i, quantity: based, statement, measures: measuresAt(statement, quantity), entry }];
    }),
  );
  const group = figures.map((_, i) => i);
  const of = (i: number): number => (group[i] === i ? i : (group[i] = of(group[i]!)));
  const join = (i: number, j: number): void => {
    group[Math.max(of(i), of(j))] = Math.min(of(i), of(j));
  };
  for (const [i, j] of compared(figures, links)) join(i, j);
  joinAlike(figures, join);
  const byGroup = new Map<number, Figure[]>();
  figures.forEach((figure, i) => byGroup.set(of(i), [...(byGroup.get(of(i)) ?? []), figure]));
  return [...byGroup.values()]
    .filter((all) => all.length > 1)
    .map((all): Ledger => ({ unit: all[0]!.quantity.unit, of: nameOf(all), entries: all.map(({ entry }) => entry).sort(byDay) }))
    .sort((a, b) => b.entries.length - a.entries.length);
}

/** Pairs of figures that a link's reason stands on: both sides' deciding spans are figures of one unit. */
function compared(figures: readonly Figure[], links: readonly Link[]): [number, number][] {
  const at = new Map<string, number[]>();
  figures.forEach(({ statement: { id } }, i) => at.set(id, [...(at.get(id) ?? []), i]));
  const within = (id: string, spans: readonly Span[]): number[] => (at.get(id) ?? []).filter((i) => spans.some((span) => touches(span, figures[i]!.quantity.span)));
  return links.flatMap(({ a, b, stance, reason }): [number, number][] => {
    if (reason.signal !== 'quantity' || (stance === 'related' && reason.kind !== 'later-update')) return [];
    const [i, j] = [within(a, reason.claim)[0], within(b, reason.evidence)[0]];
    return i !== undefined && j !== undefined && figures[i]!.quantity.unit === figures[j]!.quantity.unit ? [[i, j]] : [];
  });
}

/** Joins figures that count the same thing to which the same was done; each kind of figure is compared once, however many have it. */
function joinAlike(figures: readonly Figure[], join: (i: number, j: number) => void): void {
  const kinds = new Map<string, number>();
  figures.forEach((figure, i) => {
    if (!tells(figure)) return;
    const key = [figure.quantity.unit, figure.quantity.of, ...[...figure.measures].sort()].join(' ');
    if (kinds.has(key)) join(kinds.get(key)!, i);
    else kinds.set(key, i);
  });
  const firsts = [...kinds.values()];
  firsts.forEach((i, n) => firsts.slice(n + 1).forEach((j) => areAlike(figures[i]!, figures[j]!) && join(i, j)));
}

function tells({ quantity: { unit, of }, measures }: Figure): boolean {
  return !TIME.test(unit) && (of !== '' || measures.length > 0);
}

/** The same thing, by the same word or another for it; and both killed, or both called up, or nothing said of either. */
function areAlike(a: Figure, b: Figure): boolean {
  if (a.quantity.unit !== b.quantity.unit || a.measures.length > 0 !== b.measures.length > 0) return false;
  if (a.measures.length > 0 && !a.measures.some((measure) => b.measures.includes(measure))) return false;
  const [ours, theirs] = [a.quantity.of, b.quantity.of];
  return ours === theirs || (ours !== '' && theirs !== '' && (areSynonyms(ours, theirs) || sameConcept(ours, theirs)));
}

/** "soldiers, killed": what most of the figures count, in the text's own word, and what was done to it where that is another word. */
function nameOf(figures: readonly Figure[]): string {
  const noun = commonest(figures.map(nounOf));
  const measure = commonest(figures.map(({ measures }) => measures[0] ?? ''));
  const told = figures.some(({ quantity: { of } }) => of !== '' && sameConcept(of, measure));
  return [noun, told ? '' : measure].filter((word, i, all) => word !== '' && all.indexOf(word) === i).join(', ');
}

function nounOf({ statement, quantity: { of, span } }: Figure): string {
  if (of === '') return '';
  const { tokens } = wordsOf(statement);
  return (tokens.find((token) => token.stem === of && token.start >= span.start) ?? tokens.find((token) => token.stem === of))?.lower ?? '';
}

/** The word that stands most often, '' only when there is no other; of equals the first. */
function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The day a figure is of: named in its sentence, in what is said rather than when it was said, nearest to the figure; else the report's. */
function dayOf(statement: Statement, { span }: Quantity): string | null {
  const content = statement.attribution?.content ?? [];
  const inside = (one: Span): boolean => content.some((stretch) => touches(stretch, one));
  const days = statement.dates.filter((date) => (date.grain === 'day' || date.grain === 'hour') && !bounds(statement, date));
  const own = inside(span) ? days.filter((date) => inside(date.span)) : days;
  const nearest = (own.length > 0 ? own : days).sort((a, b) => distance(a.span, span) - distance(b.span, span))[0];
  return nearest?.from.slice(0, 10) ?? statement.reported;
}

function bounds({ text }: Statement, { span }: DateMention): boolean {
  return PERIOD_BEFORE.test(normalForm(text.slice(0, span.start)).text);
}

function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function byDay(a: LedgerEntry, b: LedgerEntry): number {
  return (a.day ?? '9999').localeCompare(b.day ?? '9999') || (a.min ?? a.max ?? 0) - (b.min ?? b.max ?? 0);
}
