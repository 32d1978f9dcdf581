// Two statements → which of their terms speak of the same thing, and how much of each that covers. Greedy, one term to
// one term: same stem, then the same name by another word (Moscow, Russia), then a shared news concept or sense.
import type { Statement, Term } from '../model';
import { acting } from '../text/names';
import { conceptsOf, type Concept } from './concepts';
import { entriesAreSynonyms, entryFor, type Entry } from './lexicon';
import { rarity } from './rarity';

export interface AlignedPair {
  claim: Term;
  evidence: Term;
  /** Rarity of the rarer of the two (for a seat, of the commoner), times how surely they are the same. */
  weight: number;
}

export interface Alignment {
  pairs: AlignedPair[];
  /** Share of the rarity of each statement's terms that is aligned, 0 to 1. */
  claimCoverage: number;
  evidenceCoverage: number;
  /** How many aligned pairs are telling enough to anchor a comparison; the same speaker is one more. */
  anchors: number;
  /** Is the same person or body quoted on both sides? What they say may then be the same saying. */
  sameSpeaker: boolean;
  /** Terms that found no partner. */
  claimRest: Term[];
  evidenceRest: Term[];
}

/** How surely a seat speaks for its country, and a synonym for its word: enough to help, not to carry a match. */
const SEAT = 0.7;
const SYNONYM = 0.6;
const CONCEPT = 0.6;
/** A pair this telling anchors a comparison: names of people and towns, and words rarer than about one in 500. */
const ANCHOR = 0.42;

/** What is asked of a term again and again. */
interface Known {
  term: Term;
  rarity: number;
  /** The state or body that a name stands for, else itself. */
  acting: string;
  concepts: Concept[];
  entry: Entry | undefined;
}

/** The distinct terms of a statement in order, and their summed rarity. */
interface Terms {
  known: Known[];
  total: number;
  speakers: string[];
}

const kept = new WeakMap<Statement, Terms>();

/** Kept while the statement lives: a claim is aligned with one candidate after another. */
function termsOf(statement: Statement): Terms {
  let terms = kept.get(statement);
  if (!terms) {
    const known = distinct(statement.terms).map((term): Known => ({ term, rarity: rarity(term.stem), acting: acting(term.stem), concepts: conceptsOf(term.stem), entry: entryFor(term.stem) }));
    terms = { known, total: known.reduce((sum, each) => sum + each.rarity, 0), speakers: speakersOf(statement) };
    kept.set(statement, terms);
  }
  return terms;
}

/** The ways in which two terms may speak of one thing though they are other words, in the order in which they are tried. */
const WAYS: readonly [surety: number, alike: (a: Known, b: Known) => boolean][] = [
  [SEAT, (a, b) => a.acting === b.acting && (a.acting !== a.term.stem || b.acting !== b.term.stem)],
  [CONCEPT, (a, b) => a.concepts.length > 0 && b.concepts.some((concept) => a.concepts.includes(concept))],
  [SYNONYM, (a, b) => a.entry !== undefined && b.entry !== undefined && entriesAreSynonyms(a.entry, b.entry)],
];

/** Aligns a claim with a piece of evidence. */
export function align(claim: Statement, evidence: Statement): Alignment {
  const [ours, theirs] = [termsOf(claim), termsOf(evidence)];
  const free = new Map(theirs.known.map((each) => [each.term.stem, each]));
  const pairs: AlignedPair[] = [];
  const pair = (a: Known, b: Known, surety: number): void => {
    pairs.push({ claim: a.term, evidence: b.term, weight: (surety === SEAT ? Math.min : Math.max)(a.rarity, b.rarity) * surety });
    free.delete(b.term.stem);
  };
  let rest: Known[] = [];
  for (const each of ours.known) {
    const same = free.get(each.term.stem);
    if (same) pair(each, same, 1);
    else rest.push(each);
  }
  for (const [surety, alike] of WAYS) {
    const others = [...free.values()];
    rest = rest.filter((each) => {
      const at = others.findIndex((other) => alike(each, other));
      if (at < 0) return true;
      pair(each, others[at]!, surety);
      others.splice(at, 1);
      return false;
    });
  }
  const aligned = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const quoted = ours.speakers.some((name) => theirs.speakers.includes(name));
  return {
    pairs,
    claimCoverage: ours.total === 0 ? 0 : Math.min(1, aligned / ours.total),
    evidenceCoverage: theirs.total === 0 ? 0 : Math.min(1, aligned / theirs.total),
    anchors: pairs.filter(({ weight }) => weight >= ANCHOR).length + (quoted ? 1 : 0),
    sameSpeaker: quoted,
    claimRest: rest.map(({ term }) => term),
    evidenceRest: Array.from(free.values(), ({ term }) => term),
  };
}

function distinct(terms: Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}

function speakersOf({ attribution, names }: Statement): string[] {
  if (!attribution) return [];
  const { start, end } = attribution.span;
  const within = names.filter(({ span }) => span.start >= start && span.end <= end).map(({ canonical }) => canonical);
  return within.length > 0 || !attribution.speaker || !/\p{Lu}/u.test(attribution.speaker.slice(1)) ? within : [attribution.speaker.toLowerCase().split(' ').at(-1)!];
}
