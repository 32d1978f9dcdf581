// A pair of statements told in like words → numbers, each 0 to 1, of what one puts in the place of the other's words: a like word, a wider or
// narrower one, an opposite, another of the kind, name or number; what it adds and leaves out; and what follows of that, given the two's
// negations. Decides nothing; where the wording differs, everything is 0.
import { relationOf, type Relation } from './relations';
import { wordsOf, type Pair } from '../signals/signal';
import { slotsOf, type Unit } from './slots';

/** The input that each relation sets. */
const SLOTS = {
  alike: 'slotAlike',
  akin: 'slotAkin',
  wider: 'slotWider',
  narrower: 'slotNarrower',
  opposite: 'slotOpposite',
  kind: 'slotKind',
  sibling: 'slotSibling',
  number: 'slotNumber',
  name: 'slotName',
  other: 'slotOther',
} as const satisfies Record<Relation, string>;
const MORE = ['slotDropped', 'slotAdded', 'swappedWords', 'movedWords', 'holds', 'breaks', 'excludes'] as const;
/** The inputs of a pair in unlike words, which most pairs are. */
const NOTHING: Readonly<Record<string, number>> = Object.fromEntries([...Object.values(SLOTS), ...MORE].map((name) => [name, 0]));
/** The relations, the most telling first; `other` pairs only what nothing better is found for. */
const TELLING: readonly Relation[] = ['number', 'opposite', 'kind', 'name', 'alike', 'wider', 'narrower', 'akin', 'sibling', 'other'];
/** Between words that stand in different places only these are no chance. */
const ANYWHERE: ReadonlySet<Relation> = new Set(['alike', 'wider', 'narrower']);
/** Two that can't both hold, where all else is alike. */
const EXCLUSIVE: ReadonlySet<Relation> = new Set(['number', 'opposite', 'kind', 'name', 'sibling']);
/** Below this share of like wording two sentences are not told in the same words, and places have no meaning; from FULL on they surely are. */
const LEAST = 0.4;
const FULL = 0.7;
const clip = (value: number): number => Math.max(0, Math.min(1, value));

/** The inputs of a pair that come of comparing it word by word. */
export function substitutionsOf({ claim, evidence }: Pair): Record<string, number> {
  const found = slotsOf(claim, evidence, LEAST);
  const weight = found ? clip((found.likeness - LEAST) / (FULL - LEAST)) : 0;
  if (!found || weight === 0) return NOTHING;
  const change = changeOf(found.slots);
  const numbers: Record<string, number> = { ...NOTHING };
  for (const relation of change.relations) numbers[SLOTS[relation]] = weight;
  const { added, dropped } = change;
  const only = (...allowed: Relation[]): boolean => [...change.relations].every((relation) => allowed.includes(relation));
  // What the evidence says is a case of what the claim says; and the other way round.
  const swapped = change.moved > 0 && isPassive(claim) === isPassive(evidence);
  const covers = only('alike', 'akin', 'wider') && added === 0 && !swapped;
  const covered = only('alike', 'akin', 'narrower') && dropped === 0 && !swapped;
  const [we, they] = [claim, evidence].map((statement) => wordsOf(statement).negators.length % 2 === 1) as [boolean, boolean];
  const exclusive = change.exclusive === 1 && added === 0;
  return {
    ...numbers,
    slotDropped: weight * clip(dropped / 3),
    slotAdded: weight * clip(added / 3),
    swappedWords: swapped ? weight : 0,
    movedWords: weight * clip(change.moved / 3),
    holds: (we === they && (we ? covered : covers)) ? weight : 0,
    breaks: (we !== they && (we ? covers : covered)) ? weight : 0,
    excludes: we === they && exclusive ? weight : 0,
  };
}

/** Is something told as done by somebody? */
function isPassive(statement: Pair['claim']): boolean {
  return wordsOf(statement).tokens.some(({ lower }) => lower === 'by');
}

interface Change {
  relations: Set<Relation>;
  exclusive: number;
  /** Words of content that only the claim has, and only the evidence. */
  added: number;
  dropped: number;
  /** Words of content that stand in another place. */
  moved: number;
}

function changeOf(slots: { claim: Unit[]; evidence: Unit[] }[]): Change {
  const ours = new Set(slots.flatMap(({ claim }) => claim.map(({ key }) => key)));
  const theirs = new Set(slots.flatMap(({ evidence }) => evidence.map(({ key }) => key)));
  const change: Change = { relations: new Set(), exclusive: 0, added: 0, dropped: 0, moved: 0 };
  const [left, right]: [Unit[], Unit[]] = [[], []];
  for (const slot of slots) {
    change.moved += slot.claim.filter(({ key, stop }) => !stop && theirs.has(key)).length;
    const a = content(slot.claim.filter(({ key }) => !theirs.has(key)));
    const b = content(slot.evidence.filter(({ key }) => !ours.has(key)));
    const more = a.length - b.length;
    let relation = match(a, b, (each) => each !== 'other');
    // "a dining room" for "a kitchen": a wider word that is narrowed again is another of the kind.
    if ((relation === 'wider' && more > 0) || (relation === 'narrower' && more < 0)) relation = 'sibling';
    if (relation) note(change, relation);
    left.push(...a);
    right.push(...b);
  }
  for (let again = true; again; ) {
    const relation = match(left, right, (each) => ANYWHERE.has(each));
    if (relation) note(change, relation);
    again = relation !== null;
  }
  const [x, y] = [left.filter(({ stop }) => !stop).length, right.filter(({ stop }) => !stop).length];
  if (Math.min(x, y) > 0) note(change, 'other');
  change.added = Math.max(0, x - y);
  change.dropped = Math.max(0, y - x);
  return change;
}

function note(change: Change, relation: Relation): void {
  change.relations.add(relation);
  if (EXCLUSIVE.has(relation)) change.exclusive++;
  else if (relation !== 'alike' && relation !== 'akin') change.exclusive += 2;
}

const content = (units: Unit[]): Unit[] => (units.some(({ stop }) => !stop) ? units.filter(({ stop }) => !stop) : units);
/** Where one word stands in the other's place, a far wider one will do: "animal" for "horse". */
const FARTHEST = 10;
/** So many words on a side are compared. */
const MOST = 6;

/** The most telling relation between two words of the lists, which are then taken out; null for none. */
function match(ours: Unit[], theirs: Unit[], accept: (relation: Relation) => boolean): Relation | null {
  let best: { relation: Relation; a: Unit; b: Unit } | null = null;
  for (const a of ours.slice(-MOST)) {
    for (const b of theirs.slice(-MOST)) {
      const relation = relationOf(a, b, FARTHEST);
      if (accept(relation) && (!best || TELLING.indexOf(relation) < TELLING.indexOf(best.relation))) best = { relation, a, b };
    }
  }
  if (!best) return null;
  ours.splice(ours.indexOf(best.a), 1);
  theirs.splice(theirs.indexOf(best.b), 1);
  return best.relation;
}
