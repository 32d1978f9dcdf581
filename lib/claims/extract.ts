// Text → statements: which sentences state something checkable, who says so, of what, when, where, how many.
// Takes a draft's blocks in reading order; what it gives out has offsets into the original text.
import type { Attribution, Draft, Span, Statement, Term } from '../model';
import { dayOfIso } from '../text/calendar';
import { findDates } from '../text/dates';
import { findNames, type Ties } from '../text/names';
import { normalForm, type NormalForm } from '../text/normal-form';
import { findQuantities } from '../text/quantities';
import { splitSentences } from '../text/sentences';
import { tiesOf } from '../text/ties';
import { tokenise } from '../text/tokens';
import { DENIALS, findAttribution, type Found } from './attribution';
import { isCheckWorthy } from './check-worthy';
import { borrow } from './context';
import { headsOf, withHeads } from './heads';
import { findNegators, modalityOf, polarityOf } from './polarity';
import { findQuotations, foldQuotations } from './quotations';
import { findReported } from './reported';
import { termsOf } from './terms';

/** A longer sentence is a table or a list run together; no rule of ours reads it rightly. In UTF-16 units. */
const LONGEST_SENTENCE = 1200;
/** Of one sentence so many figures, dates and names are kept, in reading order: more is a table, and pairs of them would cost their square. */
const MOST = { quantities: 16, dates: 12, names: 32 };
/** A speaker is carried to a following pronoun or running quotation over at most so many blocks. */
const CARRIED_BLOCKS = 2;

interface Context {
  heads: ReturnType<typeof headsOf>;
  /** What this text's acronyms and bare surnames stand for. */
  ties: Ties;
  published: string | null;
  capitals: ReadonlySet<string>;
}

/** The statements of a draft in reading order, and how many sentences it has. */
export function extract(draft: Draft): { sentences: number; statements: Statement[] } {
  const forms = draft.blocks.map((block) => readable(block.text));
  const split = forms.map((form) => splitSentences(form.text));
  const capitals = capitalsOf(forms, split);
  const words = forms.flatMap((form, block) => split[block]!.map(({ start, end }) => tokenise(form.text.slice(start, Math.min(end, start + LONGEST_SENTENCE)))));
  const ties = tiesOf(words, capitals);
  const heads = headsOf(words, capitals, ties);
  const statements: Statement[] = [];
  let sentences = 0;
  let speaker: { name: string; block: number } | null = null;
  const headline = read(readable(draft.title.slice(0, LONGEST_SENTENCE)).text, { published: null, capitals, heads, ties });
  let previous: ReturnType<typeof read> | null = null;
  forms.forEach((form, block) => {
    const quotations = ordered(findQuotations(form.text));
    const reported = ordered(findReported(form.text));
    split[block]!.forEach((span, sentence) => {
      sentences++;
      if (span.end - span.start > LONGEST_SENTENCE) {
        previous = null;
        return;
      }
      const sentenceText = form.text.slice(span.start, span.end);
      const made = read(sentenceText, { published: draft.published, capitals, heads, ties });
      const before: ReturnType<typeof read> | null = previous;
      previous = made;
      const context = [...new Set([...headline.names, ...(before?.names ?? [])].map((name) => name.canonical))];
      const carried: string | null = speaker !== null && block - speaker.block <= CARRIED_BLOCKS ? speaker.name : null;
      const running = quotations(span).some(({ start }) => start <= span.start);
      const attribution = resolve(made.attribution, carried, running);
      if (made.attribution?.speaker) speaker = { name: made.attribution.speaker, block };
      const title = draft.blocks[block]!.kind === 'title' || draft.blocks[block]!.kind === 'heading';
      if (!isCheckWorthy(sentenceText, made.tokens, { ...made, title, quoted: running || made.attribution !== null })) return;
      statements.push(statementAt({ ...made, attribution, reported: dayOfIso(draft.published), context, content: within(reported(span), span), borrowed: borrow(made, before, headline) }, form, draft.blocks[block]!.text, block, sentence, span));
    });
  });
  return { sentences, statements };
}

/** The statement that one sentence makes, taken as check-worthy and without context. `published` is an ISO date or null. */
export function statementOf(text: string, published: string | null): Statement {
  const form = readable(text.slice(0, LONGEST_SENTENCE));
  const made = read(form.text, { published, capitals: new Set(), heads: new Map(), ties: new Map() });
  const attribution = resolve(made.attribution, null, false);
  return statementAt({ ...made, attribution, reported: dayOfIso(published), context: [], content: findReported(form.text), borrowed: [] }, form, text, 0, 0, { start: 0, end: form.text.length });
}

function read(text: string, context: Context) {
  const tokens = tokenise(text);
  const named = findNames(tokens, context.capitals, context.ties).slice(0, MOST.names);
  const names = withHeads(tokens, named, context.heads);
  const quantities = findQuantities(text, tokens).slice(0, MOST.quantities);
  const dates = findDates(text, context.published).slice(0, MOST.dates);
  const attribution = findAttribution(text, tokens, names);
  return { text, tokens, names, quantities, dates, attribution };
}

type Made = Omit<ReturnType<typeof read>, 'attribution'> & { attribution: Attribution | null; reported: string | null; context: string[]; content: Span[]; borrowed: Term[] };

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
    terms: termsOf(made, made.borrowed, skip).map((term) => ({ ...term, span: back(term.span) })),
    reported: made.reported,
    context: made.context,
  };
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

/** Asked for one stretch after another in reading order: which of these ordered spans, apart from each other, reach into it. */
function ordered(spans: Span[]): (stretch: Span) => Span[] {
  let first = 0;
  return ({ start, end }) => {
    while (first < spans.length && spans[first]!.end <= start) first++;
    let past = first;
    while (past < spans.length && spans[past]!.start < end) past++;
    return spans.slice(first, past);
  };
}

/** Spans that reach into `[start, end)`, cut to it and as spans into it. */
function within(spans: Span[], { start, end }: Span): Span[] {
  return spans.map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
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
