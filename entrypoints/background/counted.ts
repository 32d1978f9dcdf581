// Which calls change what a backup would keep: the answer of a call goes in, how many changes of the reader's own it stands for comes
// out. Pure. What is merely seen, restored from the package or removed is in no danger of being lost.
import type { Answer, SwitchboardCalls } from '../../lib/messages';

type Counted = Pick<SwitchboardCalls, 'save' | 'saveSelection' | 'saveDrafts' | 'judge' | 'correct' | 'label' | 'importLibrary'>;

const made = ({ overtaken }: { overtaken: boolean }): number => Number(!overtaken);

const COUNTS: { [T in keyof Counted]: (answer: Answer<'switchboard', T>) => number } = {
  save: ({ already }) => Number(!already),
  saveSelection: ({ already }) => Number(!already),
  saveDrafts: ({ saved }) => saved,
  judge: made,
  correct: made,
  label: made,
  // It lies in a file already, but perhaps not beside what was here.
  importLibrary: (answer) => Number('counts' in answer && Object.values(answer.counts).some(({ added, differing }) => added + differing > 0)),
};

/** How many changes to back up a call has made. */
export function changesBy<T extends keyof SwitchboardCalls>(call: T, answer: Answer<'switchboard', T>): number {
  return Object.hasOwn(COUNTS, call) ? (COUNTS as Record<string, (answer: unknown) => number>)[call]!(answer) : 0;
}
