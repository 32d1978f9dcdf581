// Figures of the same measure: compatible ones agree, incompatible ones differ, and figures that measure different things,
// another period or a mere possibility make the pair related. Silent when nothing is counted on both sides.
import type { Quantity, Statement } from '../../model';
import { datesMeet } from '../../text/dates';
import { conceptsOf, sameConcept } from '../concepts';
import { areSynonyms, rarity } from '../rarity';
import { PROSPECTIVE, said, wordsOf, type Finding, type Pair } from './signal';

/** Words this near a figure say what was done to what it counts ("killed 89 soldiers"). */
const REACH = 7;
/** Two figures so far apart are hardly meant for the same thing, whatever bounds they give. */
const FARTHEST = 20;
/** Hedged figures ("about", "dozens of") agree within this share. */
const HEDGE = 0.15;
/** A figure of at least so much is unlikely to recur by chance with the same measure. */
const TELLING = 1000;

export function quantity(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  let agreement: [Quantity, Quantity] | null = null;
  const clashes: [Quantity, Quantity][] = [];
  const unlike: [Quantity, Quantity][] = [];
  for (const ours of claim.quantities) {
    for (const theirs of evidence.quantities) {
      const comparable = compare(claim, ours, evidence, theirs);
      if (comparable === 'no') continue;
      if (comparable === 'other measure') unlike.push([ours, theirs]);
      else if (areCompatible(ours, theirs)) agreement ??= [ours, theirs];
      else if (ours.max === null && theirs.max === null) unlike.push([ours, theirs]);
      else clashes.push([ours, theirs]);
    }
  }
  if (agreement) {
    const telling = Math.max(agreement[0].min ?? 0, agreement[0].max ?? 0) >= TELLING;
    const anchored = telling ? sharesContext(pair) || match >= 0.2 : alignment.anchors >= 2 && (match >= 0.3 || (match >= 0.2 && alignment.evidenceCoverage >= 0.4));
    if (!anchored) return null;
    if (datesApart(pair) || (match < 0.3 && timeApart(pair))) return finding('related', 0.5, pair, agreement, 'the same figure for another time');
    return finding('corroborates', telling ? 0.75 : 0.65, pair, agreement, 'both give');
  }
  const clash = clashes[0];
  if (clash && clashes.length === 1) {
    if (!sharesContext(pair) && match < 0.3) return null;
    if (timeApart(pair)) return finding('related', 0.5, pair, clash, 'another time or still to come');
    if (!sameEvent(pair, clash[0])) return finding('related', 0.3, pair, clash, 'perhaps another occasion');
    return finding('conflicts', Math.min(0.9, 0.55 + match / 2), pair, clash, '');
  }
  const other = unlike[0] ?? clash;
  return other && match >= 0.25 && alignment.anchors >= 2 ? finding('related', 0.4, pair, other, 'another measure') : null;
}

/** Do two figures measure the same thing? */
function compare(claim: Statement, ours: Quantity, evidence: Statement, theirs: Quantity): 'yes' | 'no' | 'other measure' {
  if (ours.unit !== theirs.unit) return 'no';
  const near = measuresAt(claim, ours);
  const far = measuresAt(evidence, theirs);
  const shared = near.some((measure) => far.includes(measure));
  const alike = ours.of !== '' && (ours.of === theirs.of || areSynonyms(ours.of, theirs.of) || sameConcept(ours.of, theirs.of));
  if (ours.unit === 'count') {
    if (!alike && !shared) return ours.of !== '' && theirs.of !== '' ? 'no' : sameValue(ours, theirs) ? 'yes' : 'no';
    if (near.length > 0 && far.length > 0 && !shared) return near.concat(far).includes('losses') && sameFigure(ours, theirs) ? 'yes' : 'other measure';
    if (!shared && near.length !== far.length) return sameValue(ours, theirs) ? 'yes' : 'no';
    return 'yes';
  }
  if (/^(?:second|minute|hour|day|week|month|year|decade)$/.test(ours.unit)) return sameValue(ours, theirs) ? 'yes' : 'no';
  if (alike || shared) return 'yes';
  return sameFigure(ours, theirs) ? 'yes' : 'other measure';
}

/** Names of the measuring concepts in reach of a figure: killed, hurt, called up … */
function measuresAt(statement: Statement, { span }: Quantity): string[] {
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.end > span.start);
  const skip = statement.attribution?.span;
  return tokens
    .slice(Math.max(0, at - REACH), at + REACH + 1)
    .filter((token) => !skip || token.end <= skip.start || token.start >= skip.end)
    .flatMap((token) => conceptsOf(token.stem).filter(({ measure }) => measure).map(({ name }) => name));
}

function sameFigure(a: Quantity, b: Quantity): boolean {
  return a.min === b.min && a.max === b.max;
}

function sameValue(a: Quantity, b: Quantity): boolean {
  return sameFigure(a, b) && (a.min ?? a.max ?? 0) >= TELLING;
}

/** Can both figures hold? Equal, rounded, hedged, or inside the range or bound that the other gives. */
export function areCompatible(a: Quantity, b: Quantity): boolean {
  const [lowA, highA] = limits(a);
  const [lowB, highB] = limits(b);
  if (lowA > highB || lowB > highA) return false;
  if ((a.min === null && b.min === null) || (a.max === null && b.max === null)) return near(Number(a.min ?? a.max), Number(b.min ?? b.max));
  const sizes = [a.min ?? a.max, b.min ?? b.max].map((size) => Math.max(Number(size), 1e-9));
  return Math.max(...sizes) / Math.min(...sizes) <= FARTHEST;
}

/** Two bounds of one direction always meet; they say the same only when they are close. */
const BOUNDS_APART = 0.25;

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= BOUNDS_APART * Math.max(a, b);
}

function limits({ min, max, approximate }: Quantity): [number, number] {
  const slack = (value: number): number => (approximate ? value * HEDGE : value >= 1000 && value % 1000 === 0 ? roundness(value) / 2 : 0);
  return [min === null ? -Infinity : min - slack(min), max === null ? Infinity : max + slack(max)];
}

/** The power of ten down to which a figure is given, one step finer for caution: 85,000 → 100. */
function roundness(value: number): number {
  let power = 1;
  while (value % (power * 10) === 0) power *= 10;
  return power / 10;
}

/** Is one of the two still to come, or do their dates lie apart? */
function timeApart(pair: Pair): boolean {
  const { claim, evidence } = pair;
  if ((claim.modality === 'called-for') !== (evidence.modality === 'called-for')) return true;
  if (PROSPECTIVE.has(claim.modality) !== PROSPECTIVE.has(evidence.modality) && !isOrder(claim) && !isOrder(evidence)) return true;
  return datesApart(pair);
}

function datesApart({ claim, evidence }: Pair): boolean {
  const dated = (statement: Statement) => statement.dates.filter(({ grain }) => grain === 'day' || grain === 'month');
  const ours = dated(claim);
  const theirs = dated(evidence);
  return ours.length > 0 && theirs.length > 0 && !ours.some((a) => theirs.some((b) => datesMeet(a, b)));
}

/** A call-up "would be" of 300,000 and "was" of 300,000 alike: the figure was set by the order. */
function isOrder(statement: Statement): boolean {
  return statement.quantities.some((figure) => measuresAt(statement, figure).includes('called up'));
}

/** Do the two share a name (a country will do) in their words or around them? */
function sharesContext({ claim, evidence, alignment }: Pair): boolean {
  if (alignment.pairs.some(({ claim: term }) => claim.names.some((name) => name.canonical === term.stem))) return true;
  const theirs = new Set([...evidence.context, ...evidence.names.map((name) => name.canonical)]);
  return [...claim.context, ...claim.names.map((name) => name.canonical)].some((name) => theirs.has(name));
}

/** Does something besides the measure tie both to one occasion: a day, a town or person, or plainly the same words? */
function sameEvent(pair: Pair, figure: Quantity): boolean {
  const { claim, evidence, alignment, match } = pair;
  if (match >= 0.5 && alignment.anchors >= 3) return true;
  if (match < 0.22) return false;
  const sameDay = claim.dates.some((a) => a.grain === 'day' && evidence.dates.some((b) => a.from === b.from && b.grain === 'day'));
  const skip = claim.attribution?.speaker ?? '';
  const sameName = alignment.pairs.some(({ claim: term }) => rarity(term.stem) > 0.5 && !skip.toLowerCase().includes(term.stem) && claim.names.some((name) => name.canonical === term.stem));
  const others = alignment.pairs.filter(({ claim: term, weight }) => weight >= 0.3 && term.stem !== figure.of).length;
  return (sameDay && others >= 2) || (sameName && others >= 3);
}

function finding(stance: Finding['stance'], strength: number, { claim, evidence }: Pair, [ours, theirs]: [Quantity, Quantity], how: string): Finding {
  const here = said(claim, ours.span);
  const there = said(evidence, theirs.span);
  const what = [noun(claim, ours), measuresAt(claim, ours).find((measure) => measuresAt(evidence, theirs).includes(measure))].filter((word, i, all) => word && all.indexOf(word) === i).join(', ');
  const figures = here === there ? here : `${here} here, ${there} there`;
  const words = how === 'both give' ? `both give ${figures}${what ? `: ${what}` : ''}` : `${figures}${what ? `: ${what}` : ''}${how ? ` (${how})` : ''}`;
  return { stance, strength, reason: { signal: 'quantity', words, claim: [ours.span], evidence: [theirs.span] } };
}

/** What is counted, in the claim's own word. */
function noun(statement: Statement, { of }: Quantity): string {
  return of === '' ? '' : (wordsOf(statement).tokens.find((token) => token.stem === of)?.lower ?? '');
}
