// Where and who, as far as names tell: does each of two statements name a place or person that the other does not know?
import type { Name, Span, Statement, Term } from '../model';
import { firstNamesClash } from '../text/first-names';
import { acting, governedBy } from '../text/names';
import { rarity } from './rarity';
import { wordsOf, type Pair } from './signals/signal';

/** Does each side name a town, person or body that the other does not? Two attacks in two towns are two attacks. */
export function elsewhere({ claim, evidence, alignment }: Pair): boolean {
  return own(claim, alignment.claimRest) && own(evidence, alignment.evidenceRest);
}

/** Does each side put its matter in a place that the other does not name: "in Lyon", "in Rouen"? */
export function placesApart({ claim, evidence, alignment }: Pair): boolean {
  const located = (statement: Statement, rest: Term[]): boolean =>
    statement.names.some(({ span, canonical }) => isLocated(statement, span) && rarity(canonical) > 0.5 && rest.some(({ stem }) => stem === canonical));
  return located(claim, alignment.claimRest) && located(evidence, alignment.evidenceRest);
}

function isLocated({ text }: Statement, { start }: Span): boolean {
  return LOCATIVE.test(text.slice(Math.max(0, start - 16), start));
}

/** Does `statement` name somewhere or somebody among the terms that found no partner? Countries place a matter too loosely. */
export function own(statement: Statement, rest: Term[]): boolean {
  return statement.names.some((name) => isTelling(name, statement) && rest.some(({ stem }) => stem === name.canonical));
}

/** A name unknown to the table is a place after "in", "near" and the like. */
const LOCATIVE = /\b(?:in|at|near|outside|around|into|towards?) (?:the )?$/i;

function isTelling({ kind, canonical, span }: Name, statement: Statement): boolean {
  if (kind === 'other' && !isLocated(statement, span)) return false;
  return rarity(canonical) > 0.5 || (kind === 'place' && governedBy(canonical) !== undefined);
}

/** George Bush and Jeb Bush: does each side name a person, of one surname, under first names that clash? */
export function areNamesakes({ claim, evidence }: Pair): boolean {
  const persons = (statement: Statement): string[][] => statement.names.filter(({ kind }) => kind === 'person').map(({ span }) => statement.text.slice(span.start, span.end).toLowerCase().replace(/['’]s$/, '').split(' ')).filter(({ length }) => length > 1);
  const theirs = persons(evidence);
  return persons(claim).some((ours) => theirs.some((other) => ours.at(-1) === other.at(-1) && firstNamesClash(ours[0]!, other[0]!)));
}

/** "Russia accused Ukraine" beside "Ukraine accused Russia": the first two names that both share stand the other way round, and nothing is passive. */
export function sidesSwapped({ claim, evidence, alignment }: Pair): boolean {
  const both = alignment.pairs.filter(({ claim: ours, evidence: theirs }) => claim.names.some(({ span }) => span.start === ours.span.start) && evidence.names.some(({ span }) => span.start === theirs.span.start));
  const [a, b] = [...both].sort((x, y) => x.claim.span.start - y.claim.span.start);
  if (!a || !b || a.evidence.span.start < b.evidence.span.start) return false;
  return !isPassive(claim) && !isPassive(evidence) && isOn(claim, a.claim.span.end, b.claim.span.start) && isOn(evidence, b.evidence.span.end, a.evidence.span.start);
}

function isPassive(statement: Statement): boolean {
  return wordsOf(statement).tokens.some(({ lower }) => lower === 'by' || lower === 'from');
}

/** So few words stand between one who acts and whom they act on. */
const REACH = 4;

/** Does the first act on the second: a word of content between the two, in one clause, and not much more? "Russia and Ukraine" do not. */
function isOn(statement: Statement, from: number, to: number): boolean {
  const between = wordsOf(statement).tokens.filter((token) => token.start >= from && token.end <= to);
  return between.length > 0 && between.length <= REACH && between.some(({ stop }) => !stop) && !/[,;:"\u201C\u201D]|\b(?:and|or|with)\b/.test(statement.text.slice(from, to));
}

/** Does each side give names, and none that the other gives or has around it, be it under another word for the same state or body? */
export function areStrangers({ claim, evidence, alignment }: Pair): boolean {
  if (claim.names.length === 0 || evidence.names.length === 0 || alignment.sameSpeaker) return false;
  const around = ({ names, context, terms }: Statement): Set<string> => new Set([...names.map(({ canonical }) => canonical), ...context].flatMap((name) => [name, acting(name)]).concat(terms.map(({ stem }) => stem)));
  const [ours, theirs] = [around(claim), around(evidence)];
  return ![...claim.names.map(({ canonical }) => canonical), ...claim.context].some((name) => theirs.has(name) || theirs.has(acting(name))) && !evidence.names.some(({ canonical }) => ours.has(canonical));
}

/** Do the two share a name (a country will do) in their words or around them? */
export function sharesContext({ claim, evidence, alignment }: Pair): boolean {
  if (alignment.pairs.some(({ claim: term }) => claim.names.some((name) => name.canonical === term.stem))) return true;
  const theirs = new Set([...evidence.context, ...evidence.names.map((name) => name.canonical)]);
  return [...claim.context, ...claim.names.map((name) => name.canonical)].some((name) => theirs.has(name));
}
