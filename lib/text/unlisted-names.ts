// A run of capitalised words that no table has → what it is called and of what kind it is: a body or a place by all its words,
// a person by the surname, unless a table knows somebody else of that surname. Knows nothing of the sentence around it.
import { firstNamesClash } from './first-names';
import { fold, nameKey } from './fold';
import { firstNamesOf, knownName, type Known } from './known-names';
import lists from './name-words.json' with { type: 'json' };
import type { Token } from './tokens';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const ORGANISATIONS = words(lists.organisations);
const PLACES = words(lists.places);
const PLACED = words(lists.placed);
const MATTERS = words(lists.matters);

/** A token's lower-case word without a possessive ending. */
export function baseOf(token: Token): string {
  return token.lower.endsWith("'s") ? token.lower.slice(0, -2) : token.lower;
}

/** The canonical form and kind of an expansion or other full name, from its key: the table's, else the rules'. */
export function canonicalOf(key: string): Known {
  const known = knownName(key);
  return known ?? { canonical: key.split(' ').map(spelling).filter((word) => word.length > 3 || !/^(?:of|for|and|the)$/.test(word)).join(' '), kind: 'organisation', shouted: false };
}

/** British spelling of the words that bodies are named by. */
function spelling(word: string): string {
  return word.replace(/^defense$/, 'defence').replace(/ization(?=s?$)/, 'isation').replace(/^center$/, 'centre').replace(/^labor$/, 'labour').replace(/^program$/, 'programme');
}

/** What such a run is called, and of what kind it is. Example: Ministry of Defence → "defence ministry", organisation. */
export function foldRun(run: Token[]): Pick<Known, 'canonical' | 'kind'> {
  const named = run.map(baseOf);
  const last = named.at(-1)!;
  const of = named.indexOf('of');
  if (named.some((word) => ORGANISATIONS.has(word))) {
    const ordered = of > 0 ? [...named.slice(of + 1), ...named.slice(0, of)] : named;
    return { canonical: ordered.filter((word) => word.length > 2 && word !== 'the').map(spelling).join(' '), kind: 'organisation' };
  }
  if (run.length > 1 && (PLACES.has(last) || PLACED.has(named[0]!))) return { canonical: named.join(' '), kind: 'place' };
  if (run.length > 1 && MATTERS.has(last)) return { canonical: named.join(' '), kind: 'other' };
  if (run.length === 1) return { canonical: fold(last), kind: /^[A-Z]{2,6}$/.test(run[0]!.text) ? 'organisation' : 'other' };
  return personOf(named);
}

/** A full name by its surname, unless a table knows somebody else of that surname: "Mike Johnson" is not Boris Johnson. */
function personOf(named: string[]): Pick<Known, 'canonical' | 'kind'> {
  const surname = named.at(-1)!;
  const known = knownName(nameKey(surname));
  if (!known) return { canonical: fold(surname), kind: 'person' };
  return { canonical: known.kind === 'person' && isSame(named[0]!, known) ? known.canonical : named.map(fold).join(' '), kind: 'person' };
}

function isSame(first: string, { canonical }: Known): boolean {
  const names = firstNamesOf(canonical);
  return names.length === 0 || names.some((name) => !firstNamesClash(name, nameKey(first)));
}
