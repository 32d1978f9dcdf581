// What the reader makes, as a message or a file brings it: a value of unknown shape and its path go in, a verdict, correction or label comes
// out. The one place that says what these may be: the engine asks it of messages, an import of files. Knows no corpus.
import { isRecord } from '../failure';
import { LABEL_LIMITS } from '../model';
import type { Correction, Label, Stance, Verdict } from '../model';
import { figure, id, instant, listOf, Misfit, oneOf, orNull, placeUpTo, recordOf, textOf, truth } from './checks';
import type { Check, Fields } from './checks';
import type { Path } from './json-place';

/** Longest words of a sentence, in UTF-16 units: what the longest sentence that is read at all has, several times over. */
const LONGEST_WORDS = 20_000;
/** Most figures of one statement: extraction keeps 16. */
const MOST_FIGURES = 64;

type Figure = NonNullable<Correction['figures']>[number];
/** What the reader says; id and instant are the engine's. */
type Said<T> = Omit<T, 'id' | 'at'>;

/** A text that says something. */
function said(longest: number): Check<string> {
  const check = textOf(longest);
  return (value, path) => {
    const read = check(value, path);
    if (read.trim() === '') throw new Misfit(path, 'the text is empty');
    return read;
  };
}

/** What `check` takes, where `rule` has nothing against it. */
function where<T>(check: Check<T>, rule: (value: T, path: Path) => void): Check<T> {
  return (value, path) => {
    const read = check(value, path);
    rule(read, path);
    return read;
  };
}

const VERDICT_FIELDS: Fields<Said<Verdict>> = {
  verdict: oneOf('wrong-match', 'agreed', 'never'),
  claim: said(LONGEST_WORDS),
  evidence: orNull(said(LONGEST_WORDS)),
  stance: orNull(oneOf<Stance>('corroborates', 'conflicts', 'related', 'unrelated')),
  note: textOf(LABEL_LIMITS.note),
};

/** A verdict on a match has both sides and the stance that was shown, one on a claim alone neither. */
function sides(verdict: Said<Verdict>, path: Path): void {
  for (const side of ['evidence', 'stance'] as const) {
    if (verdict.verdict === 'never' && verdict[side] !== null) throw new Misfit([...path, side], 'null is expected of a claim that is never to be marked');
    if (verdict.verdict !== 'never' && verdict[side] === null) throw new Misfit([...path, side], 'null is only for a claim that is never to be marked');
  }
}

const FIGURE = where(recordOf<Figure>({ at: placeUpTo(MOST_FIGURES), min: orNull(figure), max: orNull(figure) }), ({ min, max }, path) => {
  if (min === null && max === null) throw new Misfit(path, 'a figure has a bound at least on one side');
  if (min !== null && max !== null && min > max) throw new Misfit(path, 'the lower bound is above the upper one');
});

const FIGURES = where(listOf(FIGURE, MOST_FIGURES), (figures, path) => {
  const met = new Set<number>();
  figures.forEach(({ at }, i) => {
    if (met.has(at)) throw new Misfit([...path, i, 'at'], 'this figure is corrected twice');
    met.add(at);
  });
});

const CORRECTION_FIELDS: Fields<Said<Correction>> = { article: id, text: said(LONGEST_WORDS), hidden: truth, speaker: orNull(said(LABEL_LIMITS.note)), figures: FIGURES };
const OPTIONAL: ('speaker' | 'figures')[] = ['speaker', 'figures'];

const TAGS = listOf(textOf(LABEL_LIMITS.tag), LABEL_LIMITS.tags);
const LABEL_FIELDS: Fields<Said<Label>> = {
  article: id,
  /** Each once, without white space around it. */
  tags: (value, path) => [...new Set(TAGS(value, path).map((tag) => tag.replace(/\s+/g, ' ').trim()).filter((tag) => tag !== ''))],
  note: textOf(LABEL_LIMITS.note),
};

/** A verdict as it is kept. */
export const VERDICT: Check<Verdict> = where(recordOf<Verdict>({ id, at: instant, ...VERDICT_FIELDS }), sides);
/** A correction as it is kept. */
export const CORRECTION: Check<Correction> = recordOf<Correction>({ id, at: instant, ...CORRECTION_FIELDS }, OPTIONAL);
/** A label as it is kept. */
export const LABEL: Check<Label> = recordOf<Label>({ at: instant, ...LABEL_FIELDS });

/** The same as a message brings them: whatever else it carries is left aside. */
export const SAID = {
  verdict: where(ofMessage(VERDICT_FIELDS), sides),
  correction: ofMessage(CORRECTION_FIELDS, OPTIONAL),
  label: ofMessage(LABEL_FIELDS),
};

/** What one of them says, without what it is of: what an undo expects to find. */
export const TOLD = {
  verdict: ofMessage<Pick<Verdict, 'verdict'> & Partial<Pick<Verdict, 'note'>>>({ verdict: VERDICT_FIELDS.verdict, note: VERDICT_FIELDS.note }, ['note']),
  correction: ofMessage<Pick<Correction, 'hidden' | 'speaker' | 'figures'>>({ hidden: truth, speaker: CORRECTION_FIELDS.speaker, figures: FIGURES }, OPTIONAL),
  label: ofMessage<Pick<Label, 'tags' | 'note'>>({ tags: LABEL_FIELDS.tags, note: LABEL_FIELDS.note }),
};

function ofMessage<T extends object>(fields: Fields<T>, optional: (keyof T & string)[] = []): Check<T> {
  const check = recordOf<T>(fields, optional);
  return (value, path) => check(isRecord(value) ? Object.fromEntries(Object.keys(fields).filter((name) => value[name] !== undefined).map((name) => [name, value[name]])) : value, path);
}
