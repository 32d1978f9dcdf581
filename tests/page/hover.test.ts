// The card by resting: opens after a rest and not on the way, stays while the pointer is on sentence or card, goes when it has
// left both; one that the reader has taken up stays.
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hover } from '../../lib/page/hover';
import { pause, rendered } from './documents';

let undo = (): void => undefined;
let card: HTMLElement | null = null;
let rested: number | null = null;
let opened: number[] = [];
let dismissed = 0;

beforeEach(async () => {
  opened = [];
  dismissed = 0;
  rested = null;
  rendered(`<style>body { margin: 0; font: 16px/24px serif } p, #card, #away { position: absolute; left: 20px; margin: 0 } p { top: 20px } #second { top: 60px } #card { top: 100px; width: 200px; height: 80px } #away { top: 300px }</style>
    <p id="first">Rain fell on the island all day.</p><p id="second">Snow fell on the coast all night.</p><div id="away">Nothing here</div>`);
  const markings = ['first', 'second'].map((id, index) => {
    const text = document.getElementById(id)!.firstChild!;
    return { index, mark: 'both' as const, range: new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 20 }) };
  });
  const close = (): void => {
    card?.remove();
    card = rested = null;
  };
  undo = hover(document, {
    markings: () => markings,
    card: () => card,
    rested: () => rested,
    open: (index) => {
      opened.push(index);
      rested = index;
      card = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'card', textContent: 'card' }));
    },
    dismiss: () => {
      dismissed++;
      close();
    },
  });
  await userEvent.hover(document.getElementById('away')!);
});
afterEach(() => {
  undo();
  card?.remove();
  card = null;
});

const to = (id: string): Promise<void> => userEvent.hover(document.getElementById(id)!, { position: { x: 10, y: 10 } });

test('opens after a rest, not in passing', async () => {
  // On a busy machine the pointer may be moved on so late that it has rested: then once more, until it was in passing.
  const moved: number[] = [];
  const note = (event: Event): void => void moved.push(event.timeStamp);
  document.addEventListener('pointermove', note, true);
  do {
    moved.length = opened.length = 0;
    card?.remove();
    card = rested = null;
    await to('first');
    await pause(50);
    await to('away');
    await pause(600);
  } while (moved.at(-1)! - moved[0]! > 250);
  document.removeEventListener('pointermove', note, true);
  expect(opened).toEqual([]);
  await to('first');
  await pause(600);
  expect(opened).toEqual([0]);
});

test('stays on the way to the card and on it, goes when the pointer has left both, and opens for another sentence', async () => {
  await to('first');
  await pause(600);
  await to('card');
  await pause(600);
  await to('first');
  await pause(600);
  expect([opened, dismissed]).toEqual([[0], 0]);
  await to('away');
  await pause(500);
  expect(dismissed).toBe(1);
  await to('second');
  await pause(600);
  expect(opened).toEqual([0, 1]);
});

test('a card that the reader has taken up stays; one that was closed by a key does not come back under a resting pointer', async () => {
  await to('first');
  await pause(600);
  rested = null;
  await to('away');
  await pause(500);
  expect(dismissed).toBe(0);
  card!.remove();
  card = null;
  await to('second');
  await pause(600);
  expect(opened).toEqual([0, 1]);
  card!.remove();
  card = rested = null;
  await userEvent.hover(document.getElementById('second')!, { position: { x: 14, y: 12 } });
  await pause(600);
  expect(opened).toEqual([0, 1]);
});

test('heeds no script, and nothing after the undo', async () => {
  const { left, top } = document.getElementById('first')!.getBoundingClientRect();
  document.getElementById('first')!.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse', clientX: left + 5, clientY: top + 5 }));
  await pause(600);
  undo();
  await to('first');
  await pause(600);
  expect(opened).toEqual([]);
});
