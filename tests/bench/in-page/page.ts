// Runs in a page: reading it beside clone and Readability, and the first pass over its text beside Intl.Segmenter.
import { Readability } from '@mozilla/readability';
import { worthOf } from '../../../lib/claims/worth';
import { read } from '../../../lib/page/read';
import { isRendered } from '../../../lib/page/visible';
import { normalForm } from '../../../lib/text/normal-form';
import { splitSentences } from '../../../lib/text/sentences';
import { tokenise } from '../../../lib/text/tokens';
import { interleaved, type Times } from '../measuring/interleave';

const WAYS = { ours: () => read(document, { visible: isRendered }), readability: () => new Readability(document.cloneNode(true) as Document).parse() };

/** Times of reading this page again and again. */
export function walks(repetitions: number): Promise<Times<keyof typeof WAYS>> {
  return interleaved(WAYS, repetitions);
}

/** Time of each way's very first run in this page, in the order given: what a page feels, whose reader's code is new to the browser each time. */
export function firsts(order: (keyof typeof WAYS)[]): Partial<Record<keyof typeof WAYS, number>> {
  // Layout is the page's own.
  void document.body.offsetHeight;
  return Object.fromEntries(
    order.map((name) => {
      const started = performance.now();
      WAYS[name]();
      return [name, performance.now() - started];
    }),
  );
}

/** Clone and Readability, once, in a task that bears a mark of this name in the browser's trace. */
export function readabilityOnce(mark: string): void {
  performance.mark(mark);
  WAYS.readability();
}

/** Times of the first pass over this page's text, and how long that is in UTF-16 units. */
export async function passes(repetitions: number): Promise<Times<'ours' | 'segmenter'> & { length: number }> {
  const texts = read(document, { visible: isRendered }).draft.blocks.map(({ text }) => text);
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const times = await interleaved(
    {
      ours: () => again(() => texts.reduce((sum, text) => sum + firstPass(text), 0)),
      segmenter: () =>
        again(() => {
          let words = 0;
          for (const text of texts) for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
          return words;
        }),
    },
    repetitions,
  );
  return { ...times, length: texts.reduce((sum, text) => sum + text.length, 0) };
}

/** A page's clock ticks ten times a millisecond, and one pass takes little more. */
const AGAIN = 5;

function again(pass: () => number): number {
  let sum = 0;
  for (let i = 0; i < AGAIN; i++) sum += pass();
  return sum;
}

/** Sentences, their words, and how much each is worth checking: what every sentence costs before any rule reads it. */
function firstPass(original: string): number {
  const { text } = normalForm(original);
  let worth = 0;
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end);
    worth += worthOf(sentence, tokenise(sentence));
  }
  return worth;
}
