// The same matter, put the same way: most telling terms of one statement stand in the other, with the same polarity and
// nothing that tells them apart. Silent when a qualifier, polarity or figure differs.
import { predicatesOf } from '../../claims/predicates';
import type { Statement } from '../../model';
import { datesMeet } from '../../text/dates';
import { areOpposite, conceptsOf, tellApart } from '../concepts';
import { timesApart } from '../occasion';
import { deniesShared } from './negation';
import { areNamesakes, areStrangers, elsewhere, own, placesApart, sharesContext, sidesSwapped } from '../places';
import { ordinalsApart, qualifiersDiffer } from '../qualifiers';
import { areCompatible } from '../values';
import { isNegated, isProspective, said, wordsOf, type Finding, type Pair } from './signal';

/** Coverage needed, by how many anchors hold the two together; measured on the seeds (docs/decisions/0004-matching.md). */
const LEAST_MATCH: Record<number, number> = { 2: 0.42, 3: 0.315, 4: 0.285 };
/** One side may be a part of a longer sentence: its own terms must then be found almost whole. */
const LEAST_PART = 0.47;
const LEAST_OTHER = 0.17;
/** Without a name or speaker in common: words alone recur in other matters. */
const LEAST_MATCH_NAMELESS = 0.45;
/** A smaller count is often left out in retelling; a larger one is the claim. */
const LARGE = 10;
/** Negators reach unevenly far into the two wordings; under this share the rest outweighs it. */
const CLASHING = 0.34;

export function agreement(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  const anchors = Math.min(4, alignment.anchors);
  const part = Math.max(alignment.claimCoverage, alignment.evidenceCoverage) >= LEAST_PART && Math.min(alignment.claimCoverage, alignment.evidenceCoverage) >= LEAST_OTHER;
  if (match < (LEAST_MATCH[anchors] ?? Infinity) && !(part && anchors >= 3)) return null;
  if (polaritiesClash(pair) || (claim.modality === 'conditional') !== (evidence.modality === 'conditional')) return null;
  if (match < LEAST_MATCH_NAMELESS && !alignment.sameSpeaker && !sharesContext(pair)) return null;
  if (anotherTime(pair) || placesApart(pair) || areStrangers(pair) || areNamesakes(pair) || sidesSwapped(pair) || figuresApart(claim, evidence) || ordinalsApart(claim, evidence)) return null;
  const steps = alignment.pairs.filter(({ claim: ours, weight }) => weight >= 0.35 && !claim.names.some((name) => name.canonical === ours.stem));
  const ahead = isProspective(claim, steps.map((step) => step.claim.span));
  if (ahead !== isProspective(evidence, steps.map((step) => step.evidence.span)) && match < (claim.modality === 'possible' || evidence.modality === 'possible' ? 0.42 : 0.5)) return null;
  if (apart(claim, evidence) || unsupported(pair) || daysApart(claim, evidence) || namesApart(pair)) return null;
  if (alignment.pairs.some(({ claim: ours, weight }) => weight >= 0.35 && conceptsOf(ours.stem).some(({ event }) => event) && qualifiersDiffer(claim, evidence, ours.stem))) return null;
  if (!predicatesMeet(pair)) return null;
  const shared = [...alignment.pairs].sort((a, b) => b.weight - a.weight).slice(0, 4);
  const words = `both speak of ${shared.map(({ claim: term }) => said(claim, term.span)).join(', ')}`;
  return { stance: 'corroborates', strength: Math.min(0.9, 0.35 + match), reason: { signal: 'agreement', words, claim: shared.map((p) => p.claim.span), evidence: shared.map((p) => p.evidence.span) } };
}

/** Are the articles of different times, and no date in common says that both tell of the same? */
function anotherTime({ claim, evidence }: Pair): boolean {
  return timesApart(claim, evidence) && !claim.dates.some((a) => evidence.dates.some((b) => a.grain === b.grain && a.from === b.from));
}

/** Do both give figures of one unit, and none that can be the same? */
function figuresApart(claim: Statement, evidence: Statement): boolean {
  const scale = (unit: string): string => unit.replace('percentage-point', 'percent');
  const pairs = claim.quantities.flatMap((ours) => evidence.quantities.filter((theirs) => scale(ours.unit) === scale(theirs.unit)).map((theirs) => [ours, theirs] as const));
  return pairs.length > 0 && !pairs.some(([ours, theirs]) => areCompatible(ours, theirs));
}

/** Both must say that something is or happens: a topic line has no predicate. */
function predicatesMeet({ claim, evidence }: Pair): boolean {
  return predicatesOf(claim.text).length > 0 && predicatesOf(evidence.text).length > 0;
}

/** Is the matter negated on one side only? A negator governs what the other side says, or the whole statements' parities differ, or most shared words' do. */
function polaritiesClash(pair: Pair): boolean {
  const { claim, evidence, alignment } = pair;
  if (claim.polarity === evidence.polarity) return false;
  if (deniesShared(pair)) return true;
  let clashing = 0;
  let total = 0;
  for (const { claim: ours, evidence: theirs, weight } of alignment.pairs) {
    if (claim.names.some((name) => name.canonical === ours.stem)) continue;
    total += weight;
    if (isNegated(claim, ours.span) !== isNegated(evidence, theirs.span)) clashing += weight;
  }
  return total === 0 || clashing > total * CLASHING;
}

/** Does the claim rest on a figure that the evidence does not give? */
function unsupported({ claim, evidence, alignment, match }: Pair): boolean {
  if (match >= 0.55 || alignment.evidenceCoverage >= 0.55) return false;
  return claim.quantities.some((ours) => ours.unit === 'count' && ours.of !== '' && (ours.min ?? ours.max ?? 0) >= LARGE && !evidence.quantities.some((theirs) => areCompatible(ours, theirs)));
}

/** Do both give a day of the calendar, and no day in common? Weekdays are the report's own days and tell little. */
function daysApart(claim: Statement, evidence: Statement): boolean {
  const days = (statement: Statement) => statement.dates.filter((date) => date.grain === 'day' && /\d/.test(said(statement, date.span)));
  const ours = days(claim);
  const theirs = days(evidence);
  return ours.length > 0 && theirs.length > 0 && !ours.some((a) => theirs.some((b) => datesMeet(a, b)));
}

/** Does each side name somebody or somewhere that the other does not, with little else in common? */
function namesApart(pair: Pair): boolean {
  const { claim, evidence, alignment, match } = pair;
  if (match >= 0.6 || alignment.anchors >= 4) return false;
  return elsewhere(pair) || (alignment.anchors < 3 && match < 0.5 && (own(claim, alignment.claimRest) || own(evidence, alignment.evidenceRest)));
}

function apart(a: Statement, b: Statement): boolean {
  const ours = wordsOf(a).tokens;
  const theirs = wordsOf(b).tokens;
  const has = (tokens: typeof ours, stem: string): boolean => tokens.some((token) => token.stem === stem);
  return ours.some((x) => !has(theirs, x.stem) && theirs.some((y) => (tellApart(x.stem, y.stem) || areOpposite(x.stem, y.stem)) && !has(ours, y.stem)));
}
