// Two statements → which of their terms speak of the same thing, and how much of each that covers. Greedy, one term to
// one term: same stem, then the same name by another word (Moscow, Russia), then a shared news concept or sense.
import type { Statement, Term } from '../model';
import { acting } from '../text/names';
import { sameConcept } from './concepts';
import { areSynonyms } from './lexicon';
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

/** Aligns a claim with a piece of evidence. */
export function align(claim: Statement, evidence: Statement): Alignment {
  const claimTerms = distinct(claim.terms);
  const evidenceTerms = distinct(evidence.terms);
  const free = new Map(evidenceTerms.map((term) => [term.stem, term]));
  const pairs: AlignedPair[] = [];
  const pair = (a: Term, b: Term, surety: number): void => {
    pairs.push({ claim: a, evidence: b, weight: (surety === SEAT ? Math.min : Math.max)(rarity(a.stem), rarity(b.stem)) * surety });
    free.delete(b.stem);
  };
  let rest: Term[] = [];
  for (const term of claimTerms) {
    const same = free.get(term.stem);
    if (same) pair(term, same, 1);
    else rest.push(term);
  }
  for (const [surety, alike] of [[SEAT, sameGovernment], [CONCEPT, sameConcept], [SYNONYM, areSynonyms]] as const) {
    rest = rest.filter((term) => {
      for (const other of free.values()) {
        if (!alike(term.stem, other.stem)) continue;
        pair(term, other, surety);
        return false;
      }
      return true;
    });
  }
  const aligned = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const total = (terms: Term[]): number => terms.reduce((sum, { stem }) => sum + rarity(stem), 0);
  const quoted = sameSpeaker(claim, evidence);
  const claimTotal = total(claimTerms);
  const evidenceTotal = total(evidenceTerms);
  return {
    pairs,
    claimCoverage: claimTotal === 0 ? 0 : Math.min(1, aligned / claimTotal),
    evidenceCoverage: evidenceTotal === 0 ? 0 : Math.min(1, aligned / evidenceTotal),
    anchors: pairs.filter(({ weight }) => weight >= ANCHOR).length + (quoted ? 1 : 0),
    sameSpeaker: quoted,
    claimRest: rest,
    evidenceRest: [...free.values()],
  };
}

function distinct(terms: Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}

function sameSpeaker(claim: Statement, evidence: Statement): boolean {
  const theirs = speakersOf(evidence);
  return speakersOf(claim).some((name) => theirs.includes(name));
}

function speakersOf({ attribution, names }: Statement): string[] {
  if (!attribution) return [];
  const { start, end } = attribution.span;
  const within = names.filter(({ span }) => span.start >= start && span.end <= end).map(({ canonical }) => canonical);
  return within.length > 0 || !attribution.speaker || !/\p{Lu}/u.test(attribution.speaker.slice(1)) ? within : [attribution.speaker.toLowerCase().split(' ').at(-1)!];
}

function sameGovernment(a: string, b: string): boolean {
  return acting(a) === acting(b) && (acting(a) !== a || acting(b) !== b);
}
