// A pair of statements → the named numbers that the combiner weighs, each 0 to 1: how far the two speak of one matter, what
// witnesses there are of agreement and of conflict, and what tells the two apart. Decides nothing.
import type { Name, Statement } from '../model';
import { DENIALS } from '../claims/attribution';
import { acting } from '../text/names';
import type { AlignedPair } from './align';
import { datesApart, reportsDiffer, shareDay, timesApart } from './occasion';
import { areNamesakes, elsewhere, placesApart, sidesSwapped } from './places';
import { alignPredicates, framesOf, type AlignedPredicate } from './predicates';
import { rarity } from './rarity';
import { compareFigures, type FigureComparison } from './figures';
import { PROSPECTIVE, wordsOf, type Pair } from './signals/signal';
import { wordByWord } from './wording/word-by-word';
import { otherDoer, otherKind } from './told-apart';
import { wordingOf } from './wording/wording';

const clip = (value: number): number => Math.max(0, Math.min(1, value));
const flag = (value: boolean): number => (value ? 1 : 0);

export interface Inputs {
  numbers: Record<string, number>;
  predicates: AlignedPredicate[];
  figures: FigureComparison;
}

/** The inputs of a pair. `cosine` of the pair is null when there is no encoder: the inputs made of it are then left at a middling value. */
export function inputsOf(pair: Pair): Inputs {
  const { claim, evidence, alignment, match } = pair;
  const cosine = pair.cosine ?? 0.6;
  const predicates = alignPredicates(claim, evidence, alignment);
  const plus = predicates.filter(({ sign }) => sign === 1);
  const minus = predicates.filter(({ sign }) => sign === -1);
  const sum = (list: { weight: number }[]): number => list.reduce((total, { weight }) => total + weight, 0);
  const best = (list: { weight: number }[]): number => list.reduce((most, { weight }) => Math.max(most, weight), 0);
  const parities = wordsOf(claim).negators.length % 2 !== wordsOf(evidence).negators.length % 2;
  const [weDeny, theyDeny] = [denies(claim), denies(evidence)];
  const figures = compareFigures(claim, evidence);
  const shared = sharedNames(alignment.pairs, claim, evidence);
  const ours = claim.names.filter((name) => isMissing(name, evidence));
  const theirs = evidence.names.filter((name) => isMissing(name, claim));
  const tie = clip((cosine - 0.35) / 0.45);
  const anchoring = clip(0.5 * tie + 0.5 * clip(match / 0.6));
  const clash = (list: AlignedPredicate[], by: (predicate: AlignedPredicate) => boolean): number => best(list.filter(by));
  const minusShare = sum(minus) / Math.max(0.2, sum(plus) + sum(minus));
  const numbers: Record<string, number> = {
    cosine: tie,
    cosineHigh: clip((cosine - 0.7) / 0.3),
    match: clip(match),
    claimCoverage: alignment.claimCoverage,
    evidenceCoverage: alignment.evidenceCoverage,
    claimRest: clip(alignment.claimRest.reduce((total, { stem }) => total + rarity(stem), 0) / 4),
    anchors: clip(alignment.anchors / 5),
    names: clip(shared / 2),
    noNames: flag(shared === 0 && claim.names.length > 0 && evidence.names.length > 0),
    ourNames: clip(ours.reduce((total, name) => total + rarity(name.canonical), 0) / 2),
    theirNames: clip(theirs.reduce((total, name) => total + rarity(name.canonical), 0) / 2),
    namesApart: flag(ours.some(isPlace) && theirs.some(isPlace)),
    personsApart: flag(ours.some(isPerson) && theirs.some(isPerson)),
    elsewhere: flag(elsewhere(pair)),
    placesApart: flag(placesApart(pair)),
    namesakes: flag(areNamesakes(pair)),
    swapped: flag(sidesSwapped(pair)),
    timesApart: flag(timesApart(claim, evidence)),
    datesApart: flag(datesApart(claim, evidence)),
    dayApart: flag(datesApart(claim, evidence)) * anchoring,
    shareDay: flag(shareDay(claim, evidence)),
    reportsFar: clip(reportGap(claim, evidence) / 30),
    reportsDiffer: flag(reportsDiffer(claim, evidence)),
    predicatePlus: clip(best(plus)) * anchoring,
    predicatesPlus: clip(sum(plus) / 3),
    framePlus: clash(plus, ({ by }) => by === 'frame'),
    predicateMinus: clip(best(minus)) * anchoring,
    minusShare: minusShare * anchoring,
    frameMinus: clash(minus, ({ by, negated }) => by === 'frame' && !negated) * anchoring,
    antonym: clash(minus, ({ by }) => by === 'antonym') * anchoring,
    negated: clash(minus, ({ negated }) => negated) * anchoring,
    negatedClose: clash(minus, ({ negated }) => negated) * clip(match),
    parity: flag(parities) * anchoring,
    parityMinus: flag(parities && minus.length > 0) * anchoring,
    parityHigh: flag(parities) * clip((match - 0.3) / 0.5),
    denied: flag(weDeny !== theyDeny) * anchoring,
    figuresAgree: figures.agree,
    figuresAgreeTelling: figures.telling,
    figuresClash: figures.clash * anchoring,
    figuresClashAlone: figures.clash * flag(figures.agree === 0) * clip(tie),
    figuresOther: figures.other,
    figureMissing: figures.missing,
    window: figures.periods,
    grows: figures.grows,
    modalityApart: flag(PROSPECTIVE.has(claim.modality) !== PROSPECTIVE.has(evidence.modality)),
    wish: flag((claim.modality === 'called-for') !== (evidence.modality === 'called-for')),
    question: flag((claim.modality === 'question') !== (evidence.modality === 'question')),
    condition: flag((claim.modality === 'conditional') !== (evidence.modality === 'conditional')),
    possible: flag((claim.modality === 'possible') !== (evidence.modality === 'possible')),
    otherDoer: flag(otherDoer(pair) !== null),
    otherKind: flag(otherKind(pair) !== null),
    sameSpeaker: flag(alignment.sameSpeaker),
    length: clip(Math.abs(Math.log((claim.terms.length + 1) / (evidence.terms.length + 1)))),
    frames: clip(framesOf(evidence).length / 4),
    ...wordByWord(pair),
    ...wordingOf(pair),
  };
  return { numbers, predicates, figures };
}

function denies(statement: Statement): boolean {
  return DENIALS.has(statement.attribution?.cue ?? '');
}

function reportGap(a: Statement, b: Statement): number {
  return a.reported === null || b.reported === null ? 0 : Math.abs(Date.parse(a.reported) - Date.parse(b.reported)) / 86_400_000;
}

const isPlace = ({ kind }: Name): boolean => kind === 'place';
const isPerson = ({ kind }: Name): boolean => kind === 'person';

function isMissing(name: Name, other: Statement): boolean {
  return !other.names.some(({ canonical }) => acting(canonical) === acting(name.canonical)) && !other.terms.some(({ stem }) => stem === name.canonical);
}

/** Summed rarity of the names that both give. */
function sharedNames(pairs: AlignedPair[], claim: Statement, evidence: Statement): number {
  const theirs = new Set(evidence.names.map(({ canonical }) => acting(canonical)));
  const shared = new Set(claim.names.map(({ canonical }) => canonical).filter((canonical) => theirs.has(acting(canonical)) || pairs.some(({ claim: term }) => term.stem === canonical)));
  return [...shared].reduce((total, canonical) => total + rarity(canonical), 0);
}
