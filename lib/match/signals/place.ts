// Where it happened: the same happening put in two places ("in Busan" here, "in Daegu" there), or on two sides ("from the east",
// "from the west"), with all else aligned. A conflict when days, figures and acts tie both to one occasion, else another place.
// Silent when a place of the one side is named on the other, or lies in it as far as the words tell.
import type { Name, Span, Statement } from '../../model';
import { acting } from '../../text/names';
import { deniesShared } from './negation';
import { compareFigures } from '../figures';
import { datesApart, timesApart } from '../occasion';
import { areStrangers } from '../places';
import { ordinalsApart } from '../qualifiers';
import { rarity } from '../rarity';
import { PROSPECTIVE, said, TRIED, wordsOf, type Finding, type Pair } from './signal';

const LEAST_MATCH = 0.4;
const LEAST_ANCHORS = 3;
/** With so much in common (a named square, theatre, market) there is only one. */
const MANY_ANCHORS = 4;
/** What merely looks alike is of another place from here on. */
const LEAST_RELATED = 0.27;
/** "In", "near", "the town of" before a name make it the place of what is told; "to" and "from" where it went. */
const LOCATIVE = /(?:^|\s)(in|at|near|outside|inside|beneath|off|from|to|into|towards?) (?:the )?(?:(?:\p{L}+ ){0,2}(?:town|city|village|port|district|region|province|state|county|island) of )?$/iu;
/** One happening is told of by "the" and a rank or a word for its only one: "the first round", "its lab". */
const SINGLE = /\b(?:first|second|third|fourth|final|last|only|next|opening|inaugural|annual|new|its|20\d\d)\b/i;
const SIDES: Record<string, string> = { north: 'south', south: 'north', east: 'west', west: 'east', northern: 'southern', southern: 'northern', eastern: 'western', western: 'eastern', left: 'right', right: 'left' };

export function place(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  if (match < LEAST_RELATED || alignment.anchors < 2 || claim.polarity !== evidence.polarity || deniesShared(pair)) return null;
  const sides = oppositeSides(claim, evidence);
  const [here, there] = [placedAt(claim, evidence), placedAt(evidence, claim)];
  const witness: [Span, Span] | null = sides ?? (here && there && here.preposition === there.preposition ? [here.span, there.span] : null);
  if (!witness) return null;
  const [ours, theirs] = witness;
  const words = `${said(claim, ours)} here, ${said(evidence, theirs)} there`;
  const reason = { signal: 'place' as const, claim: [ours], evidence: [theirs] };
  if (match >= LEAST_MATCH && alignment.anchors >= LEAST_ANCHORS && isOneOccasion(pair)) return { stance: 'conflicts', strength: Math.min(0.85, 0.45 + match / 2), reason: { ...reason, words } };
  return sides || !isOneMatter(pair) ? null : { stance: 'related', strength: 0.35, reason: { ...reason, kind: 'other-aspect', words: `${words} (another place)` } };
}

/** Do days, figures and words tie both to one happening, and is it told as done, or as settled, on both sides? */
function isOneOccasion(pair: Pair): boolean {
  const { claim, evidence, alignment } = pair;
  if (timesApart(claim, evidence, true) || datesApart(claim, evidence) || areStrangers(pair) || ordinalsApart(claim, evidence) || TRIED.test(claim.text) || TRIED.test(evidence.text)) return false;
  if (PROSPECTIVE.has(claim.modality) !== PROSPECTIVE.has(evidence.modality)) return false;
  const figures = compareFigures(claim, evidence);
  if (figures.clash > 0 && figures.agree === 0) return false;
  return isOneMatter(pair) && ((SINGLE.test(claim.text) && SINGLE.test(evidence.text)) || alignment.anchors >= MANY_ANCHORS);
}

/** Is a telling name in common, of a person, body or town? The like happens everywhere. */
function isOneMatter({ claim, alignment }: Pair): boolean {
  return alignment.pairs.some(({ claim: term }) => rarity(term.stem) > 0.5 && claim.names.some(({ canonical }) => canonical === term.stem));
}

/** The place that a statement puts its matter in and the other does not know. Its last one: what stands before is often whose it is. */
function placedAt(statement: Statement, other: Statement): { span: Span; preposition: string } | null {
  const skip = statement.attribution?.span;
  const known = new Set([...other.names.flatMap(({ canonical }) => [canonical, acting(canonical)]), ...other.terms.map(({ stem }) => stem), ...other.context]);
  const found = statement.names.flatMap((name) => {
    const before = LOCATIVE.exec(statement.text.slice(Math.max(0, name.span.start - 48), name.span.start));
    if (!before || name.kind === 'person' || (skip && name.span.start >= skip.start && name.span.end <= skip.end) || isKnown(name, known)) return [];
    return [{ span: name.span, preposition: before[1]!.toLowerCase() }];
  });
  return found.length === 1 ? found[0]! : null;
}

function isKnown({ canonical }: Name, known: ReadonlySet<string>): boolean {
  return known.has(canonical) || known.has(acting(canonical)) || canonical.split(' ').some((word) => known.has(word));
}

/** "From the east" here, "from the west" there: opposite sides after one preposition, neither named on both. */
function oppositeSides(claim: Statement, evidence: Statement): [Span, Span] | null {
  const sided = (statement: Statement): { side: string; preposition: string; span: Span }[] => {
    const { tokens } = wordsOf(statement);
    return tokens.flatMap((token, i) => (!token.capital && token.lower in SIDES && tokens[i - 1]?.lower === 'the' && /^(?:from|to|in|on|by)$/.test(tokens[i - 2]?.lower ?? '') ? [{ side: token.lower, preposition: tokens[i - 2]!.lower, span: { start: tokens[i - 2]!.start, end: token.end } }] : []));
  };
  const [ours, theirs] = [sided(claim), sided(evidence)];
  const [a, b] = [ours[0], theirs[0]];
  return ours.length === 1 && theirs.length === 1 && a && b && a.preposition === b.preposition && SIDES[a.side] === b.side ? [a.span, b.span] : null;
}
