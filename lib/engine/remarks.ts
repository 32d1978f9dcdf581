// The use cases on what the reader makes: verdicts, corrections, labels. Fields come in unchecked; what was there before and what
// is there now come out.
import type { Corpus } from '../corpus/corpus';
import { idOfCorrection, idOfVerdict } from '../corpus/identity';
import type { Told } from '../corpus/made';
import { Failure } from '../failure';
import { LABEL_LIMITS } from '../model';
import type { Correction, Label, Verdict } from '../model';
import { bad, bound, count, id, LONGEST_WORDS, oneOf, record, STANCES, text, truth, words } from './checks';
import type { UseCases } from './use-cases';

/** Most figures of one statement: extraction keeps 16. */
const MOST_FIGURES = 64;

/** Verdicts, corrections and labels of a corpus. `now` is the clock, in ms since 1970. */
export function remarks(corpus: Corpus, now: () => number): Pick<UseCases, 'verdicts' | 'judge' | 'corrections' | 'correct' | 'label'> {
  const instant = (): string => new Date(now()).toISOString();
  let last: Promise<unknown> = Promise.resolve();
  /** Checking makes digests, of which a later one may be done sooner: what was asked first is made first all the same. */
  const inOrder = <T, R>(checked: Promise<T>, make: (value: T) => Promise<R>): Promise<R> => {
    const mine = Promise.all([checked, last]).then(([value]) => make(value));
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    async verdicts() {
      return corpus.notes.verdicts.list();
    },

    /** @throws 'bad-message', 'quota', 'corpus-unreadable' */
    async judge(ask) {
      const [how, expects, operation] = [howOf(ask), expected(ask, saidIn), id('operation', ask)];
      return inOrder(checkVerdict(record('verdict', ask), instant()), (verdict) => corpus.make('verdict', verdict, { how, expects }, operation));
    },

    async corrections() {
      return corpus.notes.corrections();
    },

    /** @throws 'bad-message' for one that corrects nothing, too, 'gone' when the article has no such statement, 'quota', 'corpus-unreadable' */
    async correct(ask) {
      const [how, expects, operation] = [howOf(ask), expected(ask, amendmentIn), id('operation', ask)];
      return inOrder(checkCorrection(record('correction', ask), how, instant()), (correction) => corpus.make('correction', correction, { how, expects }, operation));
    },

    /** @throws 'bad-message' for an empty one or a tag or note that is too long, 'gone', 'quota', 'corpus-unreadable' */
    async label(ask) {
      const [how, expects, value] = [howOf(ask), expected(ask, writtenIn), record('label', ask)];
      const label: Label = { article: id('article', value), ...writtenIn(value), at: instant() };
      if (how === 'keep' && label.tags.length === 0 && label.note === '') bad('an empty label is to be dropped');
      return corpus.make('label', label, { how, expects }, id('operation', ask));
    },
  };
}

function howOf(ask: Record<string, unknown>): 'keep' | 'drop' {
  return oneOf('how', ask, ['keep', 'drop']);
}

/** What the asker expects to stand there: null for nothing, absent where anything may. */
function expected<T>(ask: Record<string, unknown>, read: (value: Record<string, unknown>) => T): T | null | undefined {
  const { expects } = ask;
  return expects === undefined || expects === null ? expects : read(record('expects', ask));
}

const VERDICTS = ['wrong-match', 'agreed', 'never'] as const;

function saidIn(value: Record<string, unknown>): Told['verdict'] {
  return { verdict: oneOf('verdict', value, VERDICTS), ...(value['note'] === undefined ? {} : { note: text('note', value, LABEL_LIMITS.note) }) };
}

async function checkVerdict(value: Record<string, unknown>, at: string): Promise<Verdict> {
  const verdict = oneOf('verdict', value, VERDICTS);
  const claim = words('claim', value);
  const never = verdict === 'never';
  if (never && (value['evidence'] !== null || value['stance'] !== null)) bad('a claim that is never to be marked has no evidence and no stance');
  const evidence = never ? null : words('evidence', value);
  const stance = never ? null : oneOf('stance', value, STANCES);
  return { id: await idOfVerdict(claim, evidence), verdict, claim, evidence, stance, note: text('note', value, LABEL_LIMITS.note), at };
}

async function checkCorrection(value: Record<string, unknown>, how: 'keep' | 'drop', at: string): Promise<Correction> {
  const article = id('article', value);
  const said = words('text', value);
  const amendment = amendmentIn(value);
  const { hidden, speaker, figures = [] } = amendment;
  if (how === 'keep' && !hidden && speaker === undefined && figures.length === 0) bad('a correction of nothing is to be dropped');
  return { id: await idOfCorrection(article, said), article, text: said, ...amendment, at };
}

function amendmentIn(value: Record<string, unknown>): Told['correction'] {
  const { speaker, figures } = value;
  if (speaker !== undefined && speaker !== null && (text('speaker', value, LONGEST_WORDS).trim() === '' || (speaker as string).length > LABEL_LIMITS.note)) bad('speaker is empty or too long');
  return {
    hidden: truth('hidden', value),
    ...(speaker === undefined ? {} : { speaker: speaker as string | null }),
    ...(figures === undefined ? {} : { figures: checkFigures(figures) }),
  };
}

function checkFigures(figures: unknown): NonNullable<Correction['figures']> {
  if (!Array.isArray(figures) || figures.length > MOST_FIGURES) throw new Failure('bad-message', 'figures is no list');
  const seen = new Set<number>();
  return figures.map((one: unknown) => {
    const figure = record('figure', { figure: one });
    const at = count('at', figure, MOST_FIGURES);
    const [min, max] = [bound(figure['min']), bound(figure['max'])];
    if (seen.has(at)) bad('a figure is corrected twice');
    if ((min === null && max === null) || (min !== null && max !== null && min > max)) bad('a figure has bounds, the lower one first');
    seen.add(at);
    return { at, min, max };
  });
}

function writtenIn(value: Record<string, unknown>): Told['label'] {
  const { tags } = value;
  if (!Array.isArray(tags) || tags.length > LABEL_LIMITS.tags) bad(`an article has at most ${LABEL_LIMITS.tags} tags`);
  const clean = tags.map((tag: unknown) => text('tag', { tag }, LABEL_LIMITS.tag).replace(/\s+/g, ' ').trim()).filter((tag) => tag !== '');
  return { tags: [...new Set(clean)], note: text('note', value, LABEL_LIMITS.note) };
}
