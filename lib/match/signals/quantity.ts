// Figures of the same measure: compatible ones agree, incompatible ones differ, and figures that measure different things,
// another period or a mere possibility make the pair related. Silent when nothing is counted on both sides.
import type { Quantity, RelatedKind, Statement } from '../../model';
import { pairFigures, TELLING, type FigurePair } from '../figures';
import { dayWords, isLaterCount, isPart, partsIn, periodOf, periodsDiffer, stretchesApart } from '../kinds';
import { measuresAt } from '../measures';
import { datesApart, reportsDiffer, shareDay, timesApart } from '../occasion';
import { areStrangers, elsewhere, sharesContext } from '../places';
import { rarity } from '../rarity';
import { isMagnitude, sameFigure, sizeOf } from '../values';
import { PROSPECTIVE, said, wordsOf, type Finding, type Pair } from './signal';

/** With so much else in common the figure is not needed to tell the occasion. */
const RICH = 6;
/** A round figure of at least so much ("over 700") and another this little above it (703) are hardly met by chance. */
const UNCOMMON = 200;
const CLOSE = 1.05;
/** One figure of a unit on each side, in sentences so much alike, is of one thing though the words don't say of what. */
const LONE = 0.5;
const LEAST_MATCH_LONE = 0.45;
/** Figures up to this recur everywhere. */
const SMALL = 12;

export function quantity(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  const pairs = pairFigures(claim, evidence);
  const sure = (each: FigurePair): boolean => each.sure || (each.verdict === 'clash' && each.lone && each.claim.unit !== 'count' && !isDuration(each.claim) && each.weight >= LONE && match >= LEAST_MATCH_LONE && alignment.anchors >= 2);
  const of = (verdict: FigurePair['verdict']): Couple[] => pairs.filter((each) => each.verdict === verdict && sure(each)).map(coupleOf);
  const agreed = of('agree');
  const clashes = of('clash');
  const agreement = agreed[0];
  if (agreement) {
    const telling = Math.max(agreement[0].min ?? 0, agreement[0].max ?? 0) >= TELLING;
    const exact = isDistinct(agreed) || (agreed.some(([ours, theirs]) => sameFigure(ours, theirs)) && match >= 0.6 && alignment.anchors >= RICH);
    const anchored = telling ? sharesContext(pair) || match >= 0.2 : alignment.anchors >= 2 && (match >= 0.3 || (match >= 0.2 && alignment.evidenceCoverage >= 0.4));
    if (!anchored || areStrangers(pair)) return null;
    const part = partsIn(claim, agreement[0]);
    if (part && !pairs.some((each) => each.claim === part && each.verdict === 'agree')) return finding('related', 0.5, pair, agreement, `only a part of it, ${said(claim, part.span)}, is counted here`, 'other-aspect');
    if (datesApart(claim, evidence) || (!exact && (periodsDiffer(claim, evidence) || (timesApart(claim, evidence) && !(alignment.sameSpeaker && !putApart(pair) && PROSPECTIVE.has(claim.modality))))) || (match < 0.3 && putApart(pair))) return finding('related', 0.5, pair, agreement, 'the same figure for another time', 'other-period');
    if (!exact && (clashes.some((clash) => !agreed.some((both) => both[0] === clash[0] || both[1] === clash[1])) || elsewhere(pair))) return finding('related', 0.4, pair, agreement, 'perhaps another occasion');
    return finding('corroborates', telling ? 0.75 : 0.65, pair, agreement, 'both give');
  }
  const clash = clashes[0];
  if (clash && clashes.length === 1) return sharesContext(pair) || match >= 0.3 ? apart(pair, clash) : null;
  const unlike = pairs.filter((each) => (each.verdict === 'other' || (each.verdict === 'clash' && !each.sure)) && each.weight > 0.25);
  const other = unlike[0] ? coupleOf(unlike[0]) : clash;
  if (!other || match < 0.25 || alignment.anchors < 2) return null;
  return (unlike[0] && unlike[0].weight > 0.5 ? told(pair, other) : null) ?? finding('related', 0.4, pair, other, 'another measure', 'other-measure');
}

/** Spans of time are given of everything. */
const isDuration = ({ unit }: Quantity): boolean => /^(?:second|minute|hour|day|week|month|year|decade|century)$/.test(unit);

type Couple = [Quantity, Quantity];
const coupleOf = ({ claim, evidence }: FigurePair): Couple => [claim, evidence];

/** Two figures of one measure that can't both be right at one time: in what the two differ, else a contradiction. */
function apart(pair: Pair, clash: Couple): Finding {
  const { claim, evidence } = pair;
  const kind = told(pair, clash);
  if (kind) return kind;
  if (putApart(pair) || timesApart(claim, evidence, true)) return finding('related', 0.5, pair, clash, 'another time or still to come');
  if (isFurther(claim, clash[0]) !== isFurther(evidence, clash[1])) return finding('related', 0.4, pair, clash, 'further ones', 'other-period');
  if (reportsDiffer(claim, evidence) && !shareDay(claim, evidence)) return finding('related', 0.5, pair, clash, 'a later count, or another occasion');
  if (elsewhere(pair) || !sameEvent(pair, clash[0])) return finding('related', 0.3, pair, clash, 'perhaps another occasion');
  return finding('conflicts', Math.min(0.9, 0.55 + pair.match / 2), pair, clash, '');
}

/** What the words and days tell of why both figures may hold; null when nothing does. */
function told(pair: Pair, clash: Couple): Finding | null {
  const { claim, evidence } = pair;
  const [ours, theirs] = clash;
  if (isPart(claim, ours, evidence, theirs)) return finding('related', 0.5, pair, clash, 'a part beside the whole', 'other-aspect');
  if (periodsDiffer(claim, evidence) && !(isLaterCount(claim, ours, evidence, theirs) && periodOf(claim) !== 'window' && periodOf(evidence) !== 'window' && !stretchesApart(claim, evidence))) return finding('related', 0.5, pair, clash, 'another period', 'other-period');
  if (isLaterCount(claim, ours, evidence, theirs) && !putApart(pair)) return laterCount(pair, clash);
  return null;
}

/** "A later count: 63 there on 3 May, 41 here on 1 May": the newer first. */
function laterCount(pair: Pair, [ours, theirs]: Couple): Finding {
  const { claim, evidence } = pair;
  const here = `${said(claim, ours.span)} here on ${dayWords(claim.reported)}`;
  const there = `${said(evidence, theirs.span)} there on ${dayWords(evidence.reported)}`;
  const words = claim.reported! < evidence.reported! ? `a later count: ${there}, ${here}` : `an earlier count: ${there}, ${here}`;
  return { stance: 'related', strength: 0.5, reason: { signal: 'quantity', kind: 'later-update', words, claim: [ours.span], evidence: [theirs.span] } };
}

/** Is one of the two still to come, or wished for, and the other not? */
function putApart({ claim, evidence }: Pair): boolean {
  if ((claim.modality === 'called-for') !== (evidence.modality === 'called-for')) return true;
  return PROSPECTIVE.has(claim.modality) !== PROSPECTIVE.has(evidence.modality) && !isOrder(claim) && !isOrder(evidence);
}

/** Figures that hardly recur by chance, so that they agree whenever they are told: large equal ones, uncommon near ones, or two at once. */
function isDistinct(agreed: [Quantity, Quantity][]): boolean {
  const same = agreed.filter(([ours, theirs]) => sameFigure(ours, theirs) && !ours.approximate && !theirs.approximate && !isPowerOfTen(sizeOf(ours)));
  const close = ([ours, theirs]: [Quantity, Quantity]): boolean => {
    const [low, high] = [Math.min(sizeOf(ours), sizeOf(theirs)), Math.max(sizeOf(ours), sizeOf(theirs))];
    return low >= UNCOMMON && low % 100 === 0 && !isPowerOfTen(low) && high <= CLOSE * low && !isMagnitude(ours) && !isMagnitude(theirs);
  };
  return same.some(([ours]) => sizeOf(ours) >= TELLING) || agreed.some(close) || (same.length > 1 && new Set(same.map(([ours]) => ours.min)).size > 1 && same.some(([ours]) => sizeOf(ours) >= SMALL));
}

/** "A thousand" and "10,000" are said of everything. */
function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Math.log10(value));
}

/** "A further nine", "five more": these come on top of others. */
function isFurther({ text }: Statement, { span }: Quantity): boolean {
  return /\b(?:further|another|additional|other)\s+$/i.test(text.slice(Math.max(0, span.start - 12), span.start)) || /^ (?:more|other|others|further|additional)\b(?! than)/i.test(text.slice(span.end, span.end + 12));
}

/** A call-up "would be" of 300,000 and "was" of 300,000 alike: the figure was set by the order. */
function isOrder(statement: Statement): boolean {
  return statement.quantities.some((figure) => measuresAt(statement, figure).includes('called up'));
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

function finding(stance: Finding['stance'], strength: number, { claim, evidence }: Pair, [ours, theirs]: Couple, how: string, kind?: RelatedKind): Finding {
  const here = said(claim, ours.span);
  const there = said(evidence, theirs.span);
  const what = [noun(claim, ours), measuresAt(claim, ours).find((measure) => measuresAt(evidence, theirs).includes(measure))].filter((word, i, all) => word && all.indexOf(word) === i).join(', ');
  const figures = here === there ? here : `${here} here, ${there} there`;
  const words = how === 'both give' ? `both give ${figures}${what ? `: ${what}` : ''}` : `${figures}${what ? `: ${what}` : ''}${how ? ` (${how})` : ''}`;
  return { stance, strength, reason: { signal: 'quantity', words, ...(kind ? { kind } : {}), claim: [ours.span], evidence: [theirs.span] } };
}

/** What is counted, in the claim's own word. */
function noun(statement: Statement, { of }: Quantity): string {
  return of === '' ? '' : (wordsOf(statement).tokens.find((token) => token.stem === of)?.lower ?? '');
}
