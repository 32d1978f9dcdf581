// A sentence, the one before it and the headline → what its pronouns and descriptions ("he", "the city", "the 300,000") stand
// for: a name, when one name only can be meant. Looks no further back; speakers of quotations are resolved by extract.ts.
import type { Name, Quantity, Span, Term } from '../model';
import places from '../text/names.json' with { type: 'json' };
import type { Token } from '../text/tokens';
import lists from './context-words.json' with { type: 'json' };

/** What is read of a sentence before its context is known. Spans into `text`. */
export interface Read {
  text: string;
  tokens: Token[];
  names: Name[];
  quantities: Quantity[];
}

type Fits = (name: Name, sentence: Read) => boolean;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const TOWNS = words(lists.towns);
const STATES = words(lists.states);
const COMPANIES = words(lists.companies);
const BODIES = words(lists.bodies);
const PEOPLE = words(lists.people);
/** What may follow a description that is whole, apart from function words and regular verb forms. */
const FOLLOWS = words(`${lists.pasts} ${lists.adverbs}`);
/** States are the places of the table that have a seat of government. */
const SEATED: ReadonlySet<string> = new Set((places as { name: string; seats?: string[] }[]).filter(({ seats }) => seats).map(({ name }) => name));
const PERSONAL = /^(?:he|she|him|his|her)$/;
/** "It is feared", "It takes", "It seems" speak of nothing named. */
const EXPLETIVE = /^(?:is|was|has|had|will|would|may|might|could|can|took|takes|seems|seemed|appears|appeared|remains|remained|became|becomes|rained|snowed|emerged)$/;
const LOCATIVE = /\b(?:in|at|near|outside|around|into|from|to|towards?|on) (?:the )?$/i;
/** After a description these make it another: "the city of Lyon", "the company that". */
const QUALIFIES = /^(?:of|that|which|who|whose|where)$/;

/** Terms to stand for the words that refer back; each has a span into the sentence and the borrowed name as its stem. Silent in doubt. */
export function borrow(sentence: Read, before: Read | null, headline: Read): Term[] {
  const borrowed: Term[] = [];
  let mark = sentence.text.indexOf('"');
  let quoted = false;
  let person: string | null | undefined;
  sentence.tokens.forEach((token, i) => {
    for (; mark >= 0 && mark < token.start; mark = sentence.text.indexOf('"', mark + 1)) quoted = !quoted;
    if (quoted) return;
    const next = sentence.tokens[i + 1];
    if (PERSONAL.test(token.lower)) return take(token, (person = person === undefined ? personOf(sentence, before, headline) : person));
    if (i === 0 && before && /^(?:it|its|they|their)$/.test(token.lower)) return take(token, subjectOf(sentence, before));
    if (token.lower !== 'the' || !next || next.start - token.end !== 1) return;
    const figure = sentence.quantities.find(({ span }) => span.start === next.start && /\d/.test(next.text));
    if (figure) return take({ start: token.start, end: figure.span.end }, countedAs(figure, before, headline));
    if (next.capital || !isWhole(sentence, i + 1)) return;
    const fits = fitting(next.lower);
    if (fits) take({ start: token.start, end: next.end }, onlyOne(sentence, before, headline, fits));
  });
  return borrowed;

  function take({ start, end }: Span, stem: string | null): void {
    if (stem !== null) borrowed.push({ stem, span: { start, end } });
  }
}

/** What kind of name a noun can stand for; null when it is none of the nouns that we know to refer back. */
function fitting(noun: string): Fits | null {
  if (TOWNS.has(noun)) return (name, sentence) => (name.kind === 'place' && !isState(name)) || (name.kind === 'other' && isLocated(name, sentence));
  if (STATES.has(noun)) return isState;
  if (COMPANIES.has(noun)) return (name, sentence) => (name.kind === 'organisation' && !hasWord(name, BODIES)) || (name.kind === 'other' && !isLocated(name, sentence));
  if (BODIES.has(noun)) return (name) => name.kind === 'organisation' && name.canonical.split(' ').includes(noun);
  return null;
}

/** The one name that fits in the sentence before, or else in the headline; null when several do or this sentence names one itself. */
function onlyOne(sentence: Read, before: Read | null, headline: Read, fits: Fits): string | null {
  if (sentence.names.some((name) => fits(name, sentence))) return null;
  for (const source of [before, headline]) {
    const found = new Set(source?.names.filter((name) => fits(name, source)).map(({ canonical }) => canonical));
    if (found.size > 0) return found.size === 1 ? [...found][0]! : null;
  }
  return null;
}

/** The one person whom "he" or "she" can mean: nobody else is named, or described ("the driver"), in either sentence. */
function personOf(sentence: Read, before: Read | null, headline: Read): string | null {
  if (describesSomebody(sentence)) return null;
  const source = before && (before.names.some(mayBePerson(before)) || describesSomebody(before)) ? before : headline;
  if (describesSomebody(source) || source.names.some((name) => name.kind === 'other' && mayBePerson(source)(name))) return null;
  if (sentence.names.some(mayBePerson(sentence))) return null;
  return onlyOne(sentence, source, source, ({ kind }) => kind === 'person');
}

const mayBePerson = (sentence: Read) => (name: Name): boolean => name.kind === 'person' || (name.kind === 'other' && !isLocated(name, sentence));

/** Does the sentence speak of a person without naming them beside: "a driver", "the minister"? "President Duda" and "Duda, the president" name them. */
function describesSomebody({ text, tokens, names }: Read): boolean {
  return tokens.some(({ lower, start, end }) => {
    if (!PEOPLE.has(lower)) return false;
    return !names.some(({ kind, span }) => kind === 'person' && ((span.start >= end && /^,? $/.test(text.slice(end, span.start))) || (start >= span.start && end <= span.end) || (start > span.end && /^, (?:(?:the|a|an|its|their) )?(?:[\p{L}'-]+ ){0,2}$/u.test(text.slice(span.end, start)))));
  });
}

/** "Norvex cut jobs. It …", "Russians marched. Their anger …": the name with which the sentence before begins, if it has no rival there. */
function subjectOf(sentence: Read, before: Read): string | null {
  const [first] = before.names;
  const [pronoun, next] = sentence.tokens;
  if (!first || !pronoun || before.text.slice(0, first.span.start).replace(/^the $/i, '') !== '') return null;
  const plural = pronoun.lower.startsWith('they') || pronoun.lower === 'their';
  if (pronoun.lower === 'it' && (!next || EXPLETIVE.test(next.lower))) return null;
  const people = /(?:ns|ish|ese|is|ian|an|s) (?=\p{Ll})/u.test(`${before.text.slice(first.span.start, first.span.end)} x`) && isState(first);
  const owner = before.text.slice(first.span.start, first.span.end).endsWith("'s");
  const fits = plural ? people : first.kind === 'organisation' || (isState(first) && !people);
  const rivals = before.names.some(({ canonical, kind }) => canonical !== first.canonical && kind !== 'person');
  return fits && !owner && !rivals ? first.canonical : null;
}

/** "the 300,000" counts what one figure of the same value before it counts. */
function countedAs({ min, max, unit, of }: Quantity, before: Read | null, headline: Read): string | null {
  if (of !== '' || unit !== 'count') return null;
  for (const source of [before, headline]) {
    const found = new Set(source?.quantities.filter((other) => other.unit === unit && other.min === min && other.max === max && other.of !== '').map((other) => other.of));
    if (found.size > 0) return found.size === 1 ? [...found][0]! : null;
  }
  return null;
}

/** Does the description end with the word at `at`, rather than go on ("the city council", "the city of Lyon")? */
function isWhole({ text, tokens }: Read, at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]!.lower.endsWith("'s") || !next || /^[.,;:!?)]/.test(text.slice(tokens[at]!.end))) return true;
  return next.stop ? !QUALIFIES.test(next.lower) : FOLLOWS.has(next.lower) || /(?:ed|s)$/.test(next.lower) && !/(?:ss|us|ies)$/.test(next.lower);
}

function isState({ canonical, kind }: Name): boolean {
  return kind === 'place' && SEATED.has(canonical);
}

function hasWord({ canonical }: Name, set: ReadonlySet<string>): boolean {
  return canonical.split(' ').some((word) => set.has(word));
}

function isLocated({ span }: Name, { text }: Read): boolean {
  return LOCATIVE.test(text.slice(Math.max(0, span.start - 16), span.start));
}
