// The keeper of a page's card, with a card's script that is counted: fetched on first need, once, and done without where it can't be had.
import { expect, test } from 'vitest';
import type { CardAsk, CardScript } from '../../entrypoints/card/contract';
import { CardKeeper } from '../../entrypoints/reader/card-keeper';
import type { Annotation } from '../../lib/model';
import { article, paragraph, pause, rendered } from './documents';

const annotations = [{ claim: { text: 'first' }, evidence: [] }, { claim: { text: 'second' }, evidence: [] }] as unknown as Annotation[];

function keeper(given: 'at once' | 'slowly' | 'never') {
  const doc = rendered(article(paragraph('The harbour was closed.')));
  const text = doc.querySelector('p')!.firstChild!;
  const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 10 });
  const seen = { fetched: 0, elsewhere: [] as number[], opened: [] as CardAsk[], removed: 0 };
  const card: CardScript = {
    open: (ask) => {
      seen.opened.push(ask);
      const host = doc.body.appendChild(doc.createElement('div'));
      return { host, draw: () => undefined, remove: () => void (host.remove(), seen.removed++) };
    },
    hover: () => () => undefined,
    selectors: () => null,
    isAside: () => false,
  };
  const script = async (): Promise<CardScript | undefined> => {
    seen.fetched++;
    if (given === 'slowly') await pause(50);
    if (given === 'never') throw new Error('no access');
    return card;
  };
  const cards = new CardKeeper(doc, { script, annotations: () => annotations, rangeOf: () => range, judge: null, evidence: (claim) => void seen.elsewhere.push(claim) });
  return { cards, seen };
}

test('fetches the script on first need, and only once', async () => {
  const { cards, seen } = keeper('at once');
  expect(seen.fetched).toBe(0);
  cards.open(0);
  await pause(0);
  expect(seen.opened.map(({ annotation }) => annotation.claim.text)).toEqual(['first']);
  cards.open(1);
  expect(seen.opened.map(({ annotation }) => annotation.claim.text)).toEqual(['first', 'second']);
  expect([seen.fetched, seen.removed]).toEqual([1, 1]);
});

test('opens what the reader clicked last while it was being fetched, where that is by then', async () => {
  const { cards, seen } = keeper('slowly');
  cards.open(0);
  cards.open(1);
  cards.follow((claim) => (claim === 1 ? 0 : null));
  await pause(100);
  expect(seen.opened.map(({ annotation }) => annotation.claim.text)).toEqual(['first']);
  expect(seen.fetched).toBe(1);
});

test('opens nothing once the sentence has gone meanwhile', async () => {
  const { cards, seen } = keeper('slowly');
  cards.open(0);
  cards.follow(() => null);
  await pause(100);
  expect(seen.opened).toEqual([]);
  expect(cards.host).toBeNull();
});

test('shows the evidence elsewhere where the script can’t be had, but not for a pointer that merely rests; and asks again', async () => {
  const { cards, seen } = keeper('never');
  cards.open(1);
  await pause(0);
  expect(seen.elsewhere).toEqual([1]);
  cards.open(0, true);
  await pause(0);
  expect(seen.elsewhere).toEqual([1]);
  expect(seen.fetched).toBe(2);
});
