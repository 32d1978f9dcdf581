// The use cases on what the reader makes: verdicts, corrections, labels. Fields come in unchecked; what was there before and what
// is there now come out.
import type { Corpus } from '../corpus/corpus';
import { idOfCorrection, idOfVerdict } from '../corpus/identity';
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
      const [how, operation] = [truth('undo', ask) ? ('undo' as const) : ('keep' as const), id('operation', ask)];
      return inOrder(checkVerdict(record('verdict', ask), instant()), (verdict) => corpus.make('verdict', verdict, how, operation));
    },

    async corrections() {
      return corpus.notes.corrections();
    },

    /** @throws 'bad-message', 'gone' when the article has no such statement, 'quota', 'corpus-unreadable' */
    async correct(ask) {
      const [undo, operation] = [truth('undo', ask), id('operation', ask)];
      return inOrder(checkCorrection(record('correction', ask), instant()), (correction) => {
        const { hidden, speaker, figures = [] } = correction;
        const nothing = !hidden && speaker === undefined && figures.length === 0;
        return corpus.make('correction', correction, undo ? 'undo' : nothing ? 'drop' : 'keep', operation);
      });
    },

    /** @throws 'bad-message' for a tag or note that is too long, 'gone', 'quota', 'corpus-unreadable' */
    async label(ask) {
      const label = checkLabel(record('label', ask), instant());
      const empty = label.tags.length === 0 && label.note === '';
      const { now: kept } = await corpus.make('label', label, empty ? 'drop' : 'keep', id('operation', ask));
      return { label: kept };
    },
  };
}

async function checkVerdict(value: Record<string, unknown>, at: string): Promise<Verdict> {
  const verdict = oneOf('verdict', value, ['wrong-match', 'agreed', 'never']);
  const claim = words('claim', value);
  const never = verdict === 'never';
  if (never && (value['evidence'] !== null || value['stance'] !== null)) bad('a claim that is never to be marked has no evidence and no stance');
  const evidence = never ? null : words('evidence', value);
  const stance = never ? null : oneOf('stance', value, STANCES);
  return { id: await idOfVerdict(claim, evidence), verdict, claim, evidence, stance, note: text('note', value, LABEL_LIMITS.note), at };
}

async function checkCorrection(value: Record<string, unknown>, at: string): Promise<Correction> {
  const article = id('article', value);
  const said = words('text', value);
  const { speaker, figures } = value;
  if (speaker !== undefined && speaker !== null && (text('speaker', value, LONGEST_WORDS).trim() === '' || (speaker as string).length > LABEL_LIMITS.note)) bad('speaker is empty or too long');
  const correction: Correction = { id: await idOfCorrection(article, said), article, text: said, hidden: truth('hidden', value), at };
  if (speaker !== undefined) correction.speaker = speaker as string | null;
  if (figures !== undefined) correction.figures = checkFigures(figures);
  return correction;
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

function checkLabel(value: Record<string, unknown>, at: string): Label {
  const { tags } = value;
  if (!Array.isArray(tags) || tags.length > LABEL_LIMITS.tags) bad(`an article has at most ${LABEL_LIMITS.tags} tags`);
  const clean = tags.map((tag: unknown) => text('tag', { tag }, LABEL_LIMITS.tag).replace(/\s+/g, ' ').trim()).filter((tag) => tag !== '');
  return { article: id('article', value), tags: [...new Set(clean)], note: text('note', value, LABEL_LIMITS.note), at };
}
