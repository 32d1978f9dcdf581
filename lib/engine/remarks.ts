// The use cases on what the reader makes: verdicts, corrections, labels. Fields come in unchecked; what was there before and what
// is there now come out.
import type { Corpus } from '../corpus/corpus';
import { idOfCorrection, idOfVerdict } from '../corpus/identity';
import type { MadeKind, Told } from '../corpus/made';
import { Misfit, pathWords } from '../exchange/checks';
import { SAID, TOLD } from '../exchange/remark-checks';
import type { Correction, Verdict } from '../model';
import { bad, id, oneOf } from './checks';
import type { UseCases } from './use-cases';

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
      const [how, expects, operation] = [howOf(ask), expected('verdict', ask), id('operation', ask)];
      return inOrder(checkVerdict(ask, instant()), (verdict) => corpus.make('verdict', verdict, { how, expects }, operation));
    },

    async corrections() {
      return corpus.notes.corrections();
    },

    /** @throws 'bad-message' for one that corrects nothing, too, 'gone' when the article has no such statement, 'quota', 'corpus-unreadable' */
    async correct(ask) {
      const [how, expects, operation] = [howOf(ask), expected('correction', ask), id('operation', ask)];
      return inOrder(checkCorrection(ask, how, instant()), (correction) => corpus.make('correction', correction, { how, expects }, operation));
    },

    /** @throws 'bad-message' for an empty one or a tag or note that is too long, 'gone', 'quota', 'corpus-unreadable' */
    async label(ask) {
      const [how, expects, label] = [howOf(ask), expected('label', ask), { ...checked('label', ask), at: instant() }];
      if (how === 'keep' && label.tags.length === 0 && label.note === '') bad('an empty label is to be dropped');
      return corpus.make('label', label, { how, expects }, id('operation', ask));
    },
  };
}

function howOf(ask: Record<string, unknown>): 'keep' | 'drop' {
  return oneOf('how', ask, ['keep', 'drop']);
}

/** What the asker expects to stand there: null for nothing, absent where anything may. */
function expected<K extends MadeKind>(kind: K, { expects }: Record<string, unknown>): Told[K] | null | undefined {
  return expects === undefined || expects === null ? expects : fitting(() => TOLD[kind](expects, ['expects']) as Told[K]);
}

/** The same checks as on a file. @throws 'bad-message' with the place */
function checked<K extends keyof typeof SAID>(what: K, ask: Record<string, unknown>): ReturnType<(typeof SAID)[K]> {
  return fitting(() => SAID[what](ask[what], [what]) as ReturnType<(typeof SAID)[K]>);
}

function fitting<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return bad(`${pathWords(error.path)}: ${error.message}`);
  }
}

async function checkVerdict(ask: Record<string, unknown>, at: string): Promise<Verdict> {
  const said = checked('verdict', ask);
  return { id: await idOfVerdict(said.claim, said.evidence), ...said, at };
}

async function checkCorrection(ask: Record<string, unknown>, how: 'keep' | 'drop', at: string): Promise<Correction> {
  const said = checked('correction', ask);
  const { hidden, speaker, figures = [] } = said;
  if (how === 'keep' && !hidden && speaker === undefined && figures.length === 0) bad('a correction of nothing is to be dropped');
  return { id: await idOfCorrection(said.article, said.text), ...said, at };
}
