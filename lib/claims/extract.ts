// Text → statements: which sentences state something checkable, who says so, of what, when, where, how many.
// Takes a draft's blocks in reading order; what it gives out has offsets into the original text.
import type { Attribution, Draft, Name, Span, Statement, Term } from '../model';
import { findDates } from '../text/dates';
import { findNames } from '../text/names';
import { normalForm, type NormalForm } from '../text/normal-form';
import { findQuantities } from '../text/quantities';
import { splitSentences } from '../text/sentences';
import { tokenise, type Token } from '../text/tokens';
import { DENIALS, findAttribution, type Found } from './attribution';
import { isCheckWorthy } from './check-worthy';
import { findNegators, modalityOf, polarityOf } from './polarity';
import { findQuotations, foldQuotations } from './quotations';
import { findReported } from './reported';

/** A longer sentence is a table or a list run together; no rule of ours reads it rightly. In UTF-16 units. */
const LONGEST_SENTENCE = 1200;
/** A speaker is carried to a following pronoun or running quotation over at most so many blocks. */
const CARRIED_BLOCKS = 2;

/** Offices by which a text refers back to a person it has named with them: "Russian President Vladimir Putin … the Russian leader". */
const ROLE = /^(?:leader|president|chancellor|premier|minister|king|queen|prime)$/;

interface Context {
  /** State → the head that this text names for it. */
  heads: ReadonlyMap<string, string>;
  published: string | null;
  capitals: ReadonlySet<string>;
}

/** The statements of a draft in reading order, and how many sentences it has. */
export function extract(draft: Draft): { sentences: number; statements: Statement[] } {
  const forms = draft.blocks.map((block) => readable(block.text));
  const split = forms.map((form) => splitSentences(form.text));
  const capitals = capitalsOf(forms, split);
  const heads = headsOf(forms, split, capitals);
  const statements: Statement[] = [];
  let sentences = 0;
  let speaker: { name: string; block: number } | null = null;
  const headline = read(normalForm(draft.title).text, { published: null, capitals, heads }).names.map((name) => name.canonical);
  let previous: string[] = [];
  forms.forEach((form, block) => {
    const quotations = findQuotations(form.text);
    const reported = findReported(form.text);
    split[block]!.forEach((span, sentence) => {
      sentences++;
      if (span.end - span.start > LONGEST_SENTENCE) return;
      const sentenceText = form.text.slice(span.start, span.end);
      const made = read(sentenceText, { published: draft.published, capitals, heads });
      const before = previous;
      previous = made.names.map((name) => name.canonical);
      const carried: string | null = speaker !== null && block - speaker.block <= CARRIED_BLOCKS ? speaker.name : null;
      const running = quotations.some(({ start, end }) => start <= span.start && span.start < end);
      const attribution = resolve(made.attribution, carried, running);
      if (made.attribution?.speaker) speaker = { name: made.attribution.speaker, block };
      const title = draft.blocks[block]!.kind === 'title' || draft.blocks[block]!.kind === 'heading';
      if (!isCheckWorthy(sentenceText, made.tokens, { ...made, title, quoted: running || made.attribution !== null })) return;
      statements.push(statementAt({ ...made, attribution, reported: dayOf(draft.published), context: [...new Set([...headline, ...before])], content: within(reported, span) }, form, draft.blocks[block]!.text, block, sentence, span));
    });
  });
  return { sentences, statements };
}

/** The statement that one sentence makes, taken as check-worthy and without context. `published` is an ISO date or null. */
export function statementOf(text: string, published: string | null): Statement {
  const form = readable(text.slice(0, LONGEST_SENTENCE));
  const made = read(form.text, { published, capitals: new Set(), heads: new Map() });
  const attribution = resolve(made.attribution, null, false);
  return statementAt({ ...made, attribution, reported: dayOf(published), context: [], content: findReported(form.text) }, form, text, 0, 0, { start: 0, end: form.text.length });
}

function read(text: string, context: Context) {
  const tokens = tokenise(text);
  const named = findNames(tokens, context.capitals);
  const names = withHeads(tokens, named, context.heads);
  const quantities = findQuantities(text, tokens);
  const dates = findDates(text, context.published);
  const attribution = findAttribution(text, tokens, names);
  return { text, tokens, names, quantities, dates, attribution };
}

type Made = Omit<ReturnType<typeof read>, 'attribution'> & { attribution: Attribution | null; reported: string | null; context: string[]; content: Span[] };

/** The day of an ISO date or instant; null for what is none. */
function dayOf(published: string | null): string | null {
  const day = published?.slice(0, 10) ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

function statementAt(made: Made, form: NormalForm, original: string, block: number, sentence: number, at: Span): Statement {
  const outer = form.back(at);
  const back = (span: Span): Span => {
    const { start, end } = form.back({ start: span.start + at.start, end: span.end + at.start });
    return { start: start - outer.start, end: end - outer.start };
  };
  const skip = made.attribution?.span ?? null;
  const negators = findNegators(made.tokens, skip);
  const content = skip ? made.text.slice(0, skip.start) + ' '.repeat(skip.end - skip.start) + made.text.slice(skip.end) : made.text;
  return {
    text: original.slice(outer.start, outer.end),
    block,
    sentence,
    span: outer,
    attribution: made.attribution && { ...made.attribution, span: back(made.attribution.span), content: made.content.map(back) },
    polarity: polarityOf(negators.length, DENIALS.has(made.attribution?.cue ?? '')),
    modality: modalityOf(content),
    quantities: made.quantities.map((quantity) => ({ ...quantity, span: back(quantity.span) })),
    dates: made.dates.map((date) => ({ ...date, span: back(date.span) })),
    names: made.names.map((name) => ({ ...name, span: back(name.span) })),
    terms: termsOf(made, skip).map((term) => ({ ...term, span: back(term.span) })),
    reported: made.reported,
    context: made.context,
  };
}

/**
 * Content words outside the attribution, in order. The words of a name stand as one term in its canonical form, those of
 * a calendar date ("24 February 2022", "New Year's Eve") as one term "on:2022-02-24"; weekdays are the report's own days. Figures are compared as figures.
 */
function termsOf({ text, tokens, names, dates, quantities }: Omit<Made, 'attribution' | 'reported' | 'context' | 'content'>, skip: Span | null): Term[] {
  const fixed: Term[] = names.map(({ canonical, span }) => ({ stem: canonical, span }));
  for (const { span, from, grain } of dates) {
    const words = text.slice(span.start, span.end);
    if (grain === 'day' && /\d|new year|christmas/i.test(words)) fixed.push({ stem: `on:${from}`, span });
  }
  fixed.sort((a, b) => a.span.start - b.span.start);
  const terms: Term[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < fixed.length && fixed[next]!.span.end <= token.start) next++;
    const whole = fixed[next];
    if (skip && token.start >= skip.start && token.end <= skip.end) continue;
    if (whole !== undefined && token.start >= whole.span.start && token.end <= whole.span.end) {
      if (terms.at(-1)?.span !== whole.span) terms.push(whole);
    } else if (!token.stop && !/^\d+$/.test(token.lower) && !quantities.some(({ span }) => token.start >= span.start && token.end <= span.end)) {
      terms.push({ stem: token.stem, span: { start: token.start, end: token.end } });
    }
  }
  return terms;
}

/** Who says so, with what the sentences before tell: "he said" after a named man, and quotations that run on. */
function resolve(found: Found | null, carried: string | null, running: boolean): Attribution | null {
  if (found) {
    const { pronoun, ...attribution } = found;
    return { ...attribution, speaker: attribution.speaker ?? (pronoun ? carried : null) };
  }
  if (running && carried) return { speaker: carried, cue: 'say', span: { start: 0, end: 0 }, quoted: true };
  return null;
}

/** The normal form with one kind of quotation mark. */
function readable(text: string): NormalForm {
  const form = normalForm(text);
  return { ...form, text: foldQuotations(form.text) };
}

/** The parts of ordered spans that lie in `[start, end)`, as spans into that stretch. */
function within(spans: Span[], { start, end }: Span): Span[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
}

/** "Russian President Vladimir Putin" ties Putin to Russia for the rest of the text. */
function headsOf(forms: NormalForm[], split: Span[][], capitals: ReadonlySet<string>): Map<string, string> {
  const heads = new Map<string, string>();
  forms.forEach((form, block) => {
    for (const { start, end } of split[block]!) {
      const text = form.text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
      if (!/(?:president|leader|chancellor|premier|minister|king|queen)/i.test(text)) continue;
      const tokens = tokenise(text);
      const names = findNames(tokens, capitals);
      names.forEach((person, i) => {
        const state = names[i - 1];
        if (person.kind !== 'person' || state?.kind !== 'place') return;
        const between = tokens.filter((token) => token.start >= state.span.end && token.end <= person.span.start);
        if (between.length > 0 && between.length < 3 && between.every((token) => ROLE.test(token.lower)) && !heads.has(state.canonical)) heads.set(state.canonical, person.canonical);
      });
    }
  });
  return heads;
}

/** "The Russian leader" becomes a name of the person whom the text has tied to Russia, in place of the state's. */
function withHeads(tokens: Token[], names: Name[], heads: ReadonlyMap<string, string>): Name[] {
  if (heads.size === 0) return names;
  return names.map((name, i) => {
    const person = heads.get(name.canonical);
    const next = tokens.findIndex((token) => token.start >= name.span.end);
    const role = tokens[next];
    const named = names[i + 1] !== undefined && role !== undefined && names[i + 1]!.span.start - role.end < 3;
    if (!person || !role || named || role.start - name.span.end > 1 || !/^(?:leader|president|chancellor|premier)$/.test(role.lower)) return name;
    return { span: { start: name.span.start, end: role.end }, canonical: person, kind: 'person' };
  });
}

/** Words seen capitalised inside sentences: what tells a name at a sentence's start from an ordinary first word. */
function capitalsOf(forms: NormalForm[], split: Span[][]): Set<string> {
  const capitals = new Set<string>();
  forms.forEach((form, block) => {
    for (const { start, end } of split[block]!) {
      for (const match of form.text.slice(start, Math.min(end, start + LONGEST_SENTENCE)).matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu)) capitals.add(match[0].toLowerCase());
    }
  });
  return capitals;
}
