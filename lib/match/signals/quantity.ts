// Figures of the same measure: compatible ones agree, incompatible ones differ, and figures that measure different things,
// another period or a mere possibility make the pair related. Silent when nothing is counted on both sides.
import type { Quantity, Statement } from '../../model';
import { conceptsOf, sameConcept } from '../concepts';
import { datesApart, reportsDiffer, shareDay, timesApart } from '../occasion';
import { areSynonyms } from '../lexicon';
import { rarity } from '../rarity';
import { elsewhere, sharesContext } from '../places';
import { PROSPECTIVE, said, wordsOf, type Finding, type Pair } from './signal';

/** Words this near a figure say what was done to what it counts ("killed 89 soldiers"). */
const REACH = 7;
/** "At least 12" holds of 55 too, but nobody who knew of 55 would say so: such figures neither agree nor differ. */
const FARTHEST = 2;
/** So far apart, two figures can't be meant for one thing: two passports, 40 million passports. */
const UNLIKE = 100;
/** "Dozens", "hundreds": a magnitude word holds of all it spans. */
const FARTHEST_MAGNITUDE = 20;
/** Hedged figures ("about", "dozens of") agree within this share. */
const HEDGE = 0.15;
/** A figure of at least so much is unlikely to recur by chance with the same measure. */
const TELLING = 1000;
/** With so much else in common the figure is not needed to tell the occasion. */
const RICH = 6;
/** A round figure of at least so much ("over 700") and another this little above it (703) are hardly met by chance. */
const UNCOMMON = 200;
const CLOSE = 1.05;
/** Figures up to this recur everywhere. */
const SMALL = 12;

export function quantity(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  const agreed: [Quantity, Quantity][] = [];
  const clashes: [Quantity, Quantity][] = [];
  const unlike: [Quantity, Quantity][] = [];
  for (const ours of claim.quantities) {
    for (const theirs of evidence.quantities) {
      const comparable = compare(claim, ours, evidence, theirs);
      if (comparable === 'no') continue;
      if (comparable === 'other measure') unlike.push([ours, theirs]);
      else if (areCompatible(ours, theirs)) agreed.push([ours, theirs]);
      else if (overlap(ours, theirs) || Math.max(size(ours), size(theirs)) > UNLIKE * Math.min(size(ours), size(theirs)) || (ours.max === null && theirs.max === null)) unlike.push([ours, theirs]);
      else clashes.push([ours, theirs]);
    }
  }
  const agreement = agreed[0];
  if (agreement) {
    const telling = Math.max(agreement[0].min ?? 0, agreement[0].max ?? 0) >= TELLING;
    const exact = isDistinct(agreed) || (agreed.some(([ours, theirs]) => sameFigure(ours, theirs)) && match >= 0.6 && alignment.anchors >= RICH);
    const anchored = telling ? sharesContext(pair) || match >= 0.2 : alignment.anchors >= 2 && (match >= 0.3 || (match >= 0.2 && alignment.evidenceCoverage >= 0.4));
    if (!anchored) return null;
    if (datesApart(claim, evidence) || (!exact && (periodsDiffer(pair) || (timesApart(claim, evidence) && !(alignment.sameSpeaker && !putApart(pair) && PROSPECTIVE.has(claim.modality))))) || (match < 0.3 && putApart(pair))) return finding('related', 0.5, pair, agreement, 'the same figure for another time');
    if (!exact && (clashes.some((clash) => !agreed.some((both) => both[0] === clash[0] || both[1] === clash[1])) || elsewhere(pair))) return finding('related', 0.4, pair, agreement, 'perhaps another occasion');
    return finding('corroborates', telling ? 0.75 : 0.65, pair, agreement, 'both give');
  }
  const clash = clashes[0];
  if (clash && clashes.length === 1) {
    if (!sharesContext(pair) && match < 0.3) return null;
    if (putApart(pair) || timesApart(claim, evidence, true)) return finding('related', 0.5, pair, clash, 'another time or still to come');
    if (periodsDiffer(pair) || periodOf(claim) !== periodOf(evidence)) return finding('related', 0.5, pair, clash, 'another period');
    if (isFurther(claim, clash[0]) !== isFurther(evidence, clash[1])) return finding('related', 0.4, pair, clash, 'further ones');
    if (reportsDiffer(claim, evidence) && !shareDay(claim, evidence)) return finding('related', 0.5, pair, clash, 'a later count, or another occasion');
    if (elsewhere(pair)) return finding('related', 0.3, pair, clash, 'perhaps another occasion');
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
  if (isSum(claim, ours) !== isSum(evidence, theirs) && !sameFigure(ours, theirs)) return 'other measure';
  const alike = ours.of !== '' && (ours.of === theirs.of || areSynonyms(ours.of, theirs.of) || sameConcept(ours.of, theirs.of));
  if (ours.unit === 'count') {
    if (!alike && !shared) return ours.of !== '' && theirs.of !== '' ? 'no' : sameValue(ours, theirs) ? 'yes' : 'no';
    if (near.length > 0 && far.length > 0 && !shared) return near.concat(far).includes('losses') && sameFigure(ours, theirs) ? 'yes' : 'other measure';
    if (!alike && isThing(ours) && isThing(theirs) && !(areCompatible(ours, theirs) && Math.min(size(ours), size(theirs)) >= TELLING)) return 'other measure';
    if (!shared && near.length !== far.length) return sameValue(ours, theirs) ? 'yes' : 'no';
    return 'yes';
  }
  if (/^(?:second|minute|hour|day|week|month|year|decade)$/.test(ours.unit)) return sameValue(ours, theirs) ? 'yes' : 'no';
  if (ours.unit === 'share' && !alike && isThing(ours) && isThing(theirs)) return 'other measure';
  if (alike || shared) return 'yes';
  return sameFigure(ours, theirs) ? 'yes' : 'other measure';
}

/** What was done beside another act: a bomb attack that killed 12 counts the killed. */
const BESIDE: ReadonlySet<string> = new Set(['attack', 'shot down', 'buildings', 'settlements', 'aid']);

/** Names of the measuring concepts that a figure counts (killed, hurt, called up …): of the thing counted itself, else of the nearest words in reach. */
function measuresAt(statement: Statement, { span, of }: Quantity): string[] {
  const own = conceptsOf(of).filter(({ measure }) => measure).map(({ name }) => name);
  if (own.length > 0) return own;
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.end > span.start);
  const skip = statement.attribution?.span;
  const found: { name: string; far: number }[] = [];
  for (let i = Math.max(0, at - REACH); i < Math.min(tokens.length, at + REACH + 1); i++) {
    const token = tokens[i]!;
    if (skip && token.end > skip.start && token.start < skip.end) continue;
    const between = i < at ? statement.text.slice(token.end, span.start) : statement.text.slice(span.end, token.start);
    const far = Math.abs(i - at) + (/[,;:]|\b(?:and|but)\b/.test(between) ? REACH : 0);
    for (const { name, measure } of conceptsOf(token.stem)) if (measure) found.push({ name, far });
  }
  const acts = found.filter(({ name }) => !BESIDE.has(name));
  const among = acts.length > 0 ? acts : found;
  const nearest = Math.min(...among.map(({ far }) => far));
  return [...new Set(among.filter(({ far }) => far === nearest).map(({ name }) => name))];
}

/** Is what is counted named by itself (soldiers), not by what was done to it (losses, deaths)? */
function isThing({ of }: Quantity): boolean {
  return of !== '' && !conceptsOf(of).some(({ measure }) => measure);
}

/** "239 passengers and crew": does the figure count a second kind of thing as well? */
function isSum(statement: Statement, { span }: Quantity): boolean {
  const words = / (?:\p{Ll}+ ){1,2}(?:and|or) (\p{Ll}+)/uy.exec(statement.text.slice(span.end, span.end + 60));
  const second = words && wordsOf(statement).tokens.find((token) => token.start === span.end + words[0].length - words[1]!.length);
  return !!second && !second.stop && (/[^s]s$/.test(second.lower) || second.lower === 'crew');
}

function size({ min, max }: Quantity): number {
  return Math.max(Number(min ?? max), 1e-9);
}

function sameFigure(a: Quantity, b: Quantity): boolean {
  return a.min === b.min && a.max === b.max;
}

function sameValue(a: Quantity, b: Quantity): boolean {
  return sameFigure(a, b) && (a.min ?? a.max ?? 0) >= TELLING;
}

/** Is there a value that both allow? */
function overlap(a: Quantity, b: Quantity): boolean {
  const [lowA, highA] = limits(a);
  const [lowB, highB] = limits(b);
  return lowA <= highB && lowB <= highA;
}

/** Can both figures hold? Equal, rounded, hedged, or inside the range or bound that the other gives. */
export function areCompatible(a: Quantity, b: Quantity): boolean {
  if (!overlap(a, b)) return false;
  if ((a.min === null && b.min === null) || (a.max === null && b.max === null)) return near(Number(a.min ?? a.max), Number(b.min ?? b.max));
  const sizes = [a.min ?? a.max, b.min ?? b.max].map((size) => Math.max(Number(size), 1e-9));
  return Math.max(...sizes) / Math.min(...sizes) <= (isMagnitude(a) || isMagnitude(b) ? FARTHEST_MAGNITUDE : FARTHEST);
}

function isMagnitude({ min, max, approximate }: Quantity): boolean {
  return approximate && min !== null && max !== null && min < max;
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

/** Is one of the two still to come, or wished for, and the other not? */
function putApart({ claim, evidence }: Pair): boolean {
  if ((claim.modality === 'called-for') !== (evidence.modality === 'called-for')) return true;
  return PROSPECTIVE.has(claim.modality) !== PROSPECTIVE.has(evidence.modality) && !isOrder(claim) && !isOrder(evidence);
}

/** "Over the past day" counts a day; "since", "so far" count up to the day of the report. */
const WINDOW = /\b(?:(?:past|last|previous) (?:\d+ |\p{L}+ )?(?:hours?|days?|night|weeks?|months?)|(?:per|a|each|every) (?:day|week|month)|daily|weekly|overnight|in one day|during the day)\b/iu;
const TOTAL = /\b(?:since|so far|already|to date|until now|in all|altogether|overall)\b/i;

function periodOf({ text }: Statement): 'window' | 'total' | '' {
  return WINDOW.test(text) ? 'window' : TOTAL.test(text) ? 'total' : '';
}

/** Figures that hardly recur by chance, so that they agree whenever they are told: large equal ones, uncommon near ones, or two at once. */
function isDistinct(agreed: [Quantity, Quantity][]): boolean {
  const same = agreed.filter(([ours, theirs]) => sameFigure(ours, theirs) && !ours.approximate && !theirs.approximate && !isPowerOfTen(size(ours)));
  const close = ([ours, theirs]: [Quantity, Quantity]): boolean => {
    const [low, high] = [Math.min(size(ours), size(theirs)), Math.max(size(ours), size(theirs))];
    return low >= UNCOMMON && low % 100 === 0 && !isPowerOfTen(low) && high <= CLOSE * low && !isMagnitude(ours) && !isMagnitude(theirs);
  };
  return same.some(([ours]) => size(ours) >= TELLING) || agreed.some(close) || (same.length > 1 && new Set(same.map(([ours]) => ours.min)).size > 1 && same.some(([ours]) => size(ours) >= SMALL));
}

/** "A thousand" and "10,000" are said of everything. */
function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Math.log10(value));
}

/** "A further nine", "five more": these come on top of others. */
function isFurther({ text }: Statement, { span }: Quantity): boolean {
  return /\b(?:further|another|additional|other)\s+$/i.test(text.slice(Math.max(0, span.start - 12), span.start)) || /^ (?:more|other|others|further|additional)\b(?! than)/i.test(text.slice(span.end, span.end + 12));
}

/** Do the two count over different periods: a day here and the whole time there, or two such days or totals? */
function periodsDiffer({ claim, evidence }: Pair): boolean {
  const ours = periodOf(claim);
  const theirs = periodOf(evidence);
  if (ours === '' && theirs === '') return false;
  return (ours !== theirs && [ours, theirs].includes('window')) || reportsDiffer(claim, evidence);
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
