// Texts that repeat what some rule might trip over, through each stage from the first scan to the last judgement, and a whole page: ten
// thousand words cost no more than in proportion. What is made of them is asked in bad-input.test.ts.
import { describe, expect, it } from 'vitest';
import { annotate } from '../lib/annotate';
import { findAttribution } from '../lib/claims/attribution';
import { borrow } from '../lib/claims/context';
import { extract, statementOf } from '../lib/claims/extract';
import { headsOf, withHeads } from '../lib/claims/heads';
import { findNegators, modalityOf } from '../lib/claims/polarity';
import { foldQuotations } from '../lib/claims/quotations';
import { findReported } from '../lib/claims/reported';
import { termsOf } from '../lib/claims/terms';
import { worthOf } from '../lib/claims/worth';
import { align } from '../lib/match/align';
import { inputsOf } from '../lib/match/inputs';
import { judge, pairOf } from '../lib/match/judge';
import { alignPredicates } from '../lib/match/predicates';
import type { Draft, Statement } from '../lib/model';
import { findDates } from '../lib/text/dates';
import { isEnglish } from '../lib/text/language';
import { findNames } from '../lib/text/names';
import { normalForm } from '../lib/text/normal-form';
import { findQuantities } from '../lib/text/quantities';
import { splitSentences } from '../lib/text/sentences';
import { tiesOf } from '../lib/text/ties';
import { tokenise } from '../lib/text/tokens';
import { costOf, growthOf, type Gate } from './growth';
import { MemoryCorpus } from './measure/memory-corpus';
import { draftOf, NEWS, PUBLISHED, store } from './small-news';

/** What hostile texts repeat: each has made some rule of somebody's quadratic. */
const PIECES = [
  'a', 'word ', 'Alpha ', 'A. ', 'ABC, ', '7 12 300 ', '1,', '１２ ', 'x, ', '-', '—a', '"', "'", " 'a, b", '"a b," he said. ', 'not only no ', 'said that ', 'told the ', 'according to ', 'Mr. Mr. ', 'Mr. Smith said ',
  '(', 'https://a.b/c?d=1 ', '$', '5% ', '. ', '!', 'a\n', 'a\u200b', '\ud83d ', 'слово ', '1/', '1-1-', 'half a ', 'hundred and ', '1 in ', 'May 5 ', 'last week on Monday ', 'two days later ', 'John Jordan ', 'ABC (Alpha Beta Core) ',
  'the city ', 'Russian President Vladimir Putin ', 'a worker and a ', '1. a ', 'a.[1] B',
];

/** A stage prepares what it is given and answers what is to be timed. */
type Stage = (text: string) => () => unknown;
const NONE: ReadonlySet<string> = new Set();
const read = (text: string) => {
  const tokens = tokenise(text);
  return { text, tokens, names: findNames(tokens, NONE), quantities: [], dates: [] };
};
const both = (text: string): [Statement, Statement] => [statementOf(text, PUBLISHED), statementOf(`It ${text}`, PUBLISHED)];

const STAGES: Record<string, Stage> = {
  'normal form': (text) => () => foldQuotations(normalForm(text).text),
  language: (text) => () => isEnglish([text], null),
  sentences: (text) => () => splitSentences(text),
  tokens: (text) => () => tokenise(text),
  quantities: (text) => { const tokens = tokenise(text); return () => findQuantities(text, tokens); },
  dates: (text) => () => findDates(text, PUBLISHED),
  names: (text) => { const tokens = tokenise(text); return () => findNames(tokens, NONE); },
  ties: (text) => { const sentences = splitSentences(text).map(({ start, end }) => tokenise(text.slice(start, end))); return () => tiesOf(sentences, NONE); },
  reported: (text) => () => findReported(text),
  attribution: (text) => { const { tokens, names } = read(text); return () => findAttribution(text, tokens, names); },
  'negation and modality': (text) => { const tokens = tokenise(text); return () => [findNegators(tokens, null), modalityOf(text)]; },
  terms: (text) => { const made = { ...read(text), quantities: findQuantities(text, tokenise(text)), dates: findDates(text, PUBLISHED) }; return () => termsOf(made, [], null); },
  worth: (text) => { const tokens = tokenise(text); return () => worthOf(text, tokens); },
  context: (text) => { const made = read(text); return () => borrow(made, made, made); },
  heads: (text) => { const { tokens, names } = read(text); return () => withHeads(tokens, names, headsOf([tokens], NONE, new Map())); },
  statement: (text) => () => statementOf(text, PUBLISHED),
  'statements of one block': (text) => () => extract(draftOf([text])),
  // Each block is read by itself, so a quarter of the text shows what more would.
  'statements of many blocks': (whole) => { const text = whole.slice(0, whole.length / 4); const blocks = text.match(/[^]{1,400}/g) ?? []; return () => extract(draftOf(blocks.map((block) => `${block} In Hamburg 12 dockers died.`))); },
};

/** What two statements are put through. They are cut to the longest sentence, so a pair costs the same however long the text. Fresh copies, since much is kept with a statement. */
const PAIR_STAGES: Record<string, Stage> = {
  predicates: (text) => { const [a, b] = both(text); const alignment = align(a, b); return () => alignPredicates({ ...a }, { ...b }, alignment); },
  inputs: (text) => { const [a, b] = both(text); return () => inputsOf(pairOf({ ...a }, { ...b }, 0.8)); },
  judge: (text) => { const [a, b] = both(text); return () => judge({ ...a }, { ...b }, 0.8); },
};

/** Text of so many UTF-16 units: some 5,000 words, and twice as many. */
const LENGTH = 20_000;
/** As long as the longest sentence that becomes a statement. */
const LONGEST = 1200;
/** What 10,000 words may cost before growth is looked at, in ms of the processor: at this size even a square would do no harm. */
const HARMLESS_MS = 12;
/** Twice the text takes twice the time; a square would take four times. */
const MOST_GROWTH = 2.6;
const GATE: Gate = { below: MOST_GROWTH, floor: HARMLESS_MS / 4 };

/** The pieces of which a text of one length costs too much more than a text of another. */
async function slowOf(stage: Stage, shorter: number, longer: number): Promise<string[]> {
  const slow: string[] = [];
  for (const piece of PIECES) {
    const [once, twice] = [shorter, longer].map((length) => stage(piece.repeat(Math.ceil(length / piece.length)))) as [() => unknown, () => unknown];
    if ((await costOf(twice)) < HARMLESS_MS) continue;
    const growth = await growthOf(once, twice, GATE);
    if (growth >= MOST_GROWTH) slow.push(`${JSON.stringify(piece)}: ${growth.toFixed(1)} times`);
  }
  return slow;
}

describe('time grows no faster than the text', () => {
  it.each(Object.entries(STAGES))('in %s', { timeout: 240_000 }, async (_, stage) => expect(await slowOf(stage, LENGTH, 2 * LENGTH)).toEqual([]));

  it.each(Object.entries(PAIR_STAGES))('and not at all beyond the longest sentence, for a pair in %s', { timeout: 240_000 }, async (_, stage) => expect(await slowOf(stage, LONGEST, 4 * LONGEST)).toEqual([]));

  it('in a whole page against a corpus', { timeout: 240_000 }, async () => {
    const corpus = new MemoryCorpus();
    store(corpus, 'news', NEWS);
    const page = (sentences: number): Draft => draftOf(Array.from({ length: sentences / 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => `The fire in hall ${i * 10 + j} of the harbour killed ${i} dockers, Ann Lee${i} said.`).join(' ')));
    const [small, large] = [page(500), page(1000)];
    expect(await growthOf(() => annotate(small, corpus, null), () => annotate(large, corpus, null), GATE)).toBeLessThan(MOST_GROWTH);
  });
});
