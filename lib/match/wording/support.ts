// A pair of statements → numbers, each 0 to 1, of how far what the claim says of its subject stands in the evidence in whatever order: found
// there by the same, a like or a narrower word; not found; or contested by another number or another member of the same kind. Then what
// follows of that, given the two's negations. Decides nothing.
import type { Statement } from '../../model';
import { nameKey } from '../../text/fold';
import { rarity } from '../rarity';
import { nearRelationOf } from './relations';
import { wordsOf, type Pair } from '../signals/signal';
import { keysOf, unitsOf, type Unit } from './slots';

/** How surely a word of the claim stands in the evidence by a like word, and by a narrower one. */
const ALIKE = 0.8;
const NARROWER = 0.7;
/** What a number or a name tells, beside the rarity of words. */
const TELLING = 0.8;
/** How surely another name of the kind stands against one that is not found. */
const OTHER_NAME = 0.7;
/** A word less rare than this is said of anything. */
const COMMON = 0.3;
/** So many words of the claim are looked for among so many of the evidence; a longer sentence is more than one statement. */
const MOST_OURS = 60;
const MOST_THEIRS = 120;
/** What follows the first of these is said of what stands before. */
const VERB = /^(?:is|are|was|were|be|been|being|has|have|had|does|did|do|will|would|can|could|may|might|shall|should|must|cannot)$|n't$/;

/** The inputs of a pair that come of looking for the claim's words in the evidence. */
export function supportOf({ claim, evidence }: Pair): Record<string, number> {
  const ours = unitsOf(claim).slice(0, MOST_OURS);
  const theirs = unitsOf(evidence).slice(0, MOST_THEIRS);
  const [ourKeys, theirKeys] = [keysAmong(claim, ours), keysAmong(evidence, theirs)];
  const [ourWords, theirWords] = [wordSet(claim), wordSet(evidence)];
  const others = theirs.filter((unit) => !unit.stop && !ourKeys.has(unit.key) && !isNamed(unit, ourWords));
  const verb = wordsOf(claim).tokens.find(({ lower }, i) => i > 0 && VERB.test(lower));
  const from = verb?.start ?? ours.find(({ stop }) => !stop)?.end ?? 0;
  let [said, found, least, contested, contestedNumber, contestedKind, numberFound] = [0, 0, 1, 0, 0, 0, 0];
  for (const unit of ours) {
    if (unit.stop) continue;
    const isSaid = unit.start >= from;
    const at = theirKeys.has(unit.key) || isNamed(unit, theirWords) ? FOUND : lookFor(unit, others, claim);
    if (unit.value !== null && at.found === 1) numberFound = 1;
    if (at.found === 0) contested = Math.max(contested, at.number, at.kind, isSaid ? at.name : 0);
    contestedNumber = Math.max(contestedNumber, at.number);
    if (!isSaid) continue;
    contestedKind = Math.max(contestedKind, at.kind);
    const weight = unit.value !== null || unit.name ? TELLING : rarity(unit.key);
    said += weight;
    found += weight * at.found;
    if (weight > COMMON) least = Math.min(least, at.found);
  }
  const share = said === 0 ? 0.5 : found / said;
  const holds = share * (1 - contested);
  const fails = Math.max(contested, 1 - share);
  const odd = isTurned(claim) !== isTurned(evidence);
  return { said: share, saidLeast: least, contestedNumber, contestedKind, numberFound, upheld: odd ? fails : holds, opposed: odd ? holds : fails };
}

const isTurned = (statement: Statement): boolean => wordsOf(statement).negators.length % 2 === 1;

interface Place {
  /** 0 to 1. */
  found: number;
  number: number;
  kind: number;
  name: number;
}
const FOUND: Place = { found: 1, number: 0, kind: 0, name: 0 };

/** Where the claim's word does not stand itself: a like or narrower one, or one that stands against it. */
function lookFor(unit: Unit, others: Unit[], claim: Statement): Place {
  const place = { found: 0, number: 0, kind: 0, name: 0 };
  const bounds = unit.value === null ? undefined : claim.quantities.find(({ span, min, max }) => min !== max && span.start <= unit.start && unit.end <= span.end);
  const plain = unit.value === null && unit.name === null;
  for (const other of others) {
    if (plain) {
      if (other.value !== null || other.name !== null) continue;
      const relation = nearRelationOf(unit, other);
      if (relation === 'alike') place.found = Math.max(place.found, ALIKE);
      else if (relation === 'wider') place.found = Math.max(place.found, NARROWER);
      else if (relation === 'kind' || relation === 'opposite') place.kind = 1;
    } else if (unit.value !== null && other.value !== null) {
      if (bounds && other.value >= (bounds.min ?? -Infinity) && other.value <= (bounds.max ?? Infinity)) place.found = 1;
      else if (unit.ordinal === other.ordinal && isYear(unit) === isYear(other)) place.number = 1;
    } else if (unit.name && other.name === unit.name) {
      place.name = OTHER_NAME;
    }
  }
  return place;
}

const isYear = ({ value, ordinal }: Unit): boolean => !ordinal && value !== null && value >= 1000 && value <= 2100;

const sets = new WeakMap<Statement, ReadonlySet<string>>();
/** The words of a statement in plain letters, without the genitive. Kept while the statement lives. */
function wordSet(statement: Statement): ReadonlySet<string> {
  let words = sets.get(statement);
  if (!words) {
    words = new Set(wordsOf(statement).tokens.map(({ lower }) => nameKey(lower.replace(/'s$/, ''))));
    sets.set(statement, words);
  }
  return words;
}

/** Does a name stand among these words by its last one? */
function isNamed({ last }: Unit, words: ReadonlySet<string>): boolean {
  return last !== null && words.has(last);
}

/** The keys of the units that are looked at: nearly always all of a statement's. */
function keysAmong(statement: Statement, units: Unit[]): ReadonlySet<string> {
  return units.length === unitsOf(statement).length ? keysOf(statement) : new Set(units.map(({ key }) => key));
}
