// The same matter, put the same way: most telling terms of one statement stand in the other, with the same polarity and
// nothing that tells them apart. Silent when a qualifier, polarity or figure differs.
import { predicatesOf } from '../../claims/predicates';
import type { Statement } from '../../model';
import { datesMeet } from '../../text/dates';
import { governedBy } from '../../text/names';
import { areOpposite, conceptsOf, tellApart } from '../concepts';
import { rarity } from '../rarity';
import { qualifiersDiffer } from './qualifiers';
import { areCompatible } from './quantity';
import { isNegated, isProspective, said, wordsOf, type Finding, type Pair } from './signal';

/** Coverage needed, by how many anchors hold the two together; measured on the seeds (docs/decisions/0004-matching.md). */
const LEAST_MATCH: Record<number, number> = { 2: 0.42, 3: 0.315, 4: 0.285 };
/** One side may be a part of a longer sentence: its own terms must then be found almost whole. */
const LEAST_PART = 0.47;
const LEAST_OTHER = 0.17;
/** A smaller count is often left out in retelling; a larger one is the claim. */
const LARGE = 10;
/** Negators reach unevenly far into the two wordings; under this share the rest outweighs it. */
const CLASHING = 0.34;

export function agreement(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  const anchors = Math.min(4, alignment.anchors);
  const part = Math.max(alignment.claimCoverage, alignment.evidenceCoverage) >= LEAST_PART && Math.min(alignment.claimCoverage, alignment.evidenceCoverage) >= LEAST_OTHER;
  if (match < (LEAST_MATCH[anchors] ?? Infinity) && !(part && anchors >= 3)) return null;
  if (polaritiesClash(pair)) return null;
  const steps = alignment.pairs.filter(({ claim: ours, weight }) => weight >= 0.35 && !claim.names.some((name) => name.canonical === ours.stem));
  const ahead = isProspective(claim, steps.map((step) => step.claim.span));
  if (ahead !== isProspective(evidence, steps.map((step) => step.evidence.span)) && match < (claim.modality === 'possible' || evidence.modality === 'possible' ? 0.42 : 0.5)) return null;
  if (apart(claim, evidence) || unsupported(pair) || daysApart(claim, evidence) || elsewhere(pair)) return null;
  if (alignment.pairs.some(({ claim: ours, weight }) => weight >= 0.35 && conceptsOf(ours.stem).some(({ event }) => event) && qualifiersDiffer(claim, evidence, ours.stem))) return null;
  if (!predicatesMeet(pair)) return null;
  const shared = [...alignment.pairs].sort((a, b) => b.weight - a.weight).slice(0, 4);
  const words = `both speak of ${shared.map(({ claim: term }) => said(claim, term.span)).join(', ')}`;
  return { stance: 'corroborates', strength: Math.min(0.9, 0.35 + match), reason: { signal: 'agreement', words, claim: shared.map((p) => p.claim.span), evidence: shared.map((p) => p.evidence.span) } };
}

/** Both must say that something is or happens: a topic line has no predicate. */
function predicatesMeet({ claim, evidence }: Pair): boolean {
  return predicatesOf(claim.text).length > 0 && predicatesOf(evidence.text).length > 0;
}

/** Is the matter negated on one side only? Either the whole statements' parities differ, or most shared words' do. */
function polaritiesClash({ claim, evidence, alignment }: Pair): boolean {
  if (claim.polarity === evidence.polarity) return false;
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
function elsewhere({ claim, evidence, alignment, match }: Pair): boolean {
  if (match >= 0.6 || alignment.anchors >= 4) return false;
  const own = (statement: Statement, rest: { stem: string }[]): boolean =>
    statement.names.some((name) => name.kind !== 'other' && (rarity(name.canonical) > 0.5 || (name.kind === 'place' && governedBy(name.canonical) !== undefined)) && rest.some(({ stem }) => stem === name.canonical));
  return (own(claim, alignment.claimRest) && own(evidence, alignment.evidenceRest)) || (alignment.anchors < 3 && match < 0.5 && (own(claim, alignment.claimRest) || own(evidence, alignment.evidenceRest)));
}

function apart(a: Statement, b: Statement): boolean {
  const ours = wordsOf(a).tokens;
  const theirs = wordsOf(b).tokens;
  const has = (tokens: typeof ours, stem: string): boolean => tokens.some((token) => token.stem === stem);
  return ours.some((x) => !has(theirs, x.stem) && theirs.some((y) => (tellApart(x.stem, y.stem) || areOpposite(x.stem, y.stem)) && !has(ours, y.stem)));
}
