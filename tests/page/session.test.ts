// A page's session with an engine that the test plays: states, underlines, stale answers, steps, clicks and keys. Long, since one
// session passes through all of them and the cases share its page.
import { userEvent } from 'vitest/browser';
import { afterEach, expect, test, vi } from 'vitest';
import { selectorsOf } from '../../lib/page/anchor';
import { attachCard } from '../../lib/page/card-host';
import { listen } from '../../lib/page/gestures';
import { isArticle } from '../../lib/page/is-article';
import { Session } from '../../lib/page/session';
import type { Annotation, Begun, Draft, Evidence, Reading } from '../../lib/model';
import { article, paragraph, pause, rendered } from './documents';

const evidence = (stance: Evidence['stance']): Evidence => ({ stance }) as Evidence;

/** Marks the first ten characters of every block that says "fell"; those that say "snow" conflict, "mist" is only related. */
function answer(draft: Draft): Reading {
  const annotations = draft.blocks.flatMap(({ text }, block): Annotation[] =>
    text.includes('fell') ? [{ claim: { block, span: { start: 0, end: 10 }, text: text.slice(0, 10) } as Annotation['claim'], evidence: [evidence(/snow/i.test(text) ? 'conflicts' : /mist/i.test(text) ? 'related' : 'corroborates')] }] : [],
  );
  return { state: 'read', annotations, sentences: 1, claims: 1, articles: 1 };
}

let stop = (): void => undefined;
afterEach(() => {
  stop();
  expect(CSS.highlights.size).toBe(0);
});

function begin(html: string, annotate: (draft: Draft, soon: boolean) => Promise<Reading | Begun> = async (draft) => answer(draft), interval?: number) {
  rendered(`<style>body { font: 16px/24px serif; width: 600px }</style>${html}`);
  const states: string[] = [];
  const life = { alive: true, asked: 0, looked: 0, card: null as number | null };
  const session = new Session(document, {
    isArticle: () => isArticle(document),
    annotate: (draft, soon) => {
      life.asked++;
      return annotate(draft, soon);
    },
    changed: ({ state }) => states.push(state),
    moved: (to) => (life.card = life.card === null ? null : to(life.card)),
    looked: () => life.looked++,
    alive: () => life.alive,
  }, interval);
  stop = () => session.stop();
  session.start();
  return { session, states, life };
}
const long = (...about: string[]): string => article(...about.map((one) => paragraph(`${one} It went on for a long time, longer than anybody could remember, and then it stopped.`)), ...Array(5).fill(paragraph('Nothing else was reported from the coast that day, or from the islands off it, nor from anywhere else.')));

test('reads, asks once, underlines; related claims only count', async () => {
  const { session, states } = begin(long('Rain fell.', 'Snow fell.', 'Mist fell.'));
  await pause(50);
  expect(states).toEqual(['reading', 'read']);
  expect(session.markings.map(({ index, mark }) => [index, mark])).toEqual([[0, 'corroborated'], [1, 'conflicting']]);
  expect(CSS.highlights.size).toBe(2);
  expect(session.selected(selectorsOf).map(({ selectors }) => selectors.quote.exact)).toEqual(['Rain fell.', 'Snow fell.', 'Mist fell.']);
});

/** The first annotation of an answer. */
const beginning = (draft: Draft): Begun => ({ ...answer(draft), annotations: answer(draft).annotations.slice(0, 1), more: true });

test('underlines the beginning of an answer while the rest is on its way, asked for at once', async () => {
  const { session, states, life } = begin(long('Rain fell.', 'Snow fell.'), async (draft, soon) => {
    // An engine whose articles change all the time always has a beginning for who will do with one.
    if (soon) return beginning(draft);
    await pause(150);
    return answer(draft);
  });
  await pause(50);
  expect(states).toEqual(['reading']);
  expect(session.markings.map(({ index, mark }) => [index, mark])).toEqual([[0, 'corroborated']]);
  // A card that is opened meanwhile stays on its claim.
  life.card = 0;
  expect(session.jump(0)).toBe(true);
  await pause(250);
  expect(states).toEqual(['reading', 'read']);
  expect([life.asked, life.card, session.current]).toEqual([2, 0, 0]);
  expect(session.markings.map(({ index, mark }) => [index, mark])).toEqual([[0, 'corroborated'], [1, 'conflicting']]);
});

test('keeps what was read until an answer is whole; a beginning without its rest is taken back', async () => {
  let asked = 0;
  const { session, states } = begin(long('Rain fell.', 'Snow fell.'), async (draft) => {
    asked++;
    if (asked === 1) return answer(draft);
    if (asked === 2) return beginning(draft);
    await pause(100);
    throw new Error('no engine');
  });
  await pause(50);
  void session.again();
  await pause(50);
  expect(session.markings.length).toBe(2);
  await pause(150);
  expect(states.at(-1)).toBe('failed');
  expect(session.markings).toEqual([]);
});

test('says so when the engine takes its time, and when it fails', async () => {
  const { session, states } = begin(long('Rain fell.'), async () => {
    await pause(400);
    throw new Error('no engine');
  });
  await pause(600);
  expect(states).toEqual(['reading', 'engine-starting', 'failed']);
  expect(session.state).toMatchObject({ error: new Error('no engine') });
});

test('waits for an article that a script fills in later', async () => {
  const { states } = begin('<main><article><h1>A headline of six or seven words</h1></article></main>');
  await pause(50);
  expect(states).toEqual(['not-article']);
  const from = new DOMParser().parseFromString(long('Rain fell.'), 'text/html');
  document.querySelector('article')!.append(...from.querySelectorAll('p'));
  await pause(500);
  expect(states).toEqual(['not-article', 'reading', 'read']);
});

test('asks again only for another text; the same text in new nodes is underlined anew', async () => {
  const { session, life } = begin(long('Rain fell.'));
  await pause(50);
  const old = session.markings[0]!.range.startContainer;
  const paragraphs = [...document.querySelectorAll('p')];
  for (const one of paragraphs) one.replaceWith(one.cloneNode(true));
  await pause(450);
  expect(life.asked).toBe(1);
  expect(session.markings[0]!.range.startContainer).not.toBe(old);
  document.querySelector('p')!.append(' And more rain fell.');
  await pause(450);
  expect(life.asked).toBe(2);
  await session.again();
  expect(life.asked).toBe(3);
});

test('drops an answer to a page that has gone', async () => {
  let release: (() => void) | undefined;
  const { session, states } = begin(long('Rain fell.'), async (draft) => {
    if (!release) await new Promise<void>((resolve) => (release = resolve));
    return answer(draft);
  });
  const own = location.href;
  await pause(50);
  history.pushState(null, '', '/another');
  document.querySelector('p')!.firstChild!.nodeValue = 'Snow fell on the island, and it went on for a very long time indeed, as everybody said.';
  await pause(500);
  expect(session.markings.map(({ mark }) => mark)).toEqual(['conflicting']);
  const before = states.length;
  release!();
  await pause(50);
  expect(session.markings.map(({ mark }) => mark)).toEqual(['conflicting']);
  expect(states).toHaveLength(before);
  history.replaceState(null, '', own);
});

test('a new address takes the underlines away at once', async () => {
  const { session } = begin(long('Rain fell.'));
  const own = location.href;
  await pause(50);
  expect(CSS.highlights.size).toBe(1);
  history.pushState(null, '', '/yet/another');
  await pause(20);
  expect(CSS.highlights.size).toBe(0);
  expect(session.markings).toEqual([]);
  history.replaceState(null, '', own);
});

test('a ticking paragraph takes neither the claim jumped to nor a card, and is asked about once in an interval', async () => {
  const { session, life } = begin(long('Rain fell.', 'Snow fell.', 'Updated 1 second ago.'), undefined, 1_500);
  await pause(50);
  session.jump(1);
  life.card = 1;
  const tick = [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith('Updated'))!.firstChild!;
  for (let second = 2; second <= 7; second++) {
    tick.nodeValue = `Updated ${second} seconds ago. It went on for a long time, longer than anybody could remember, and then it stopped.`;
    await pause(400);
    expect([session.current, life.card]).toEqual([1, 1]);
  }
  expect(life.asked).toBeLessThanOrEqual(4);
  expect(life.asked).toBeGreaterThanOrEqual(3);
  expect(CSS.highlights.size).toBe(3);
});

test('an entry put before the others moves card and claim with their sentence; they go with it', async () => {
  const { session, life } = begin(long('Rain fell.', 'Snow fell.', 'Hail fell.'), undefined, 800);
  await pause(50);
  session.jump(1);
  life.card = 1;
  const [, snow] = document.querySelectorAll('p');
  document.querySelector('p')!.before(Object.assign(document.createElement('p'), { textContent: 'Sleet fell, as everybody on the island had been saying that it would since the morning.' }));
  await pause(450);
  expect([session.current, life.card, session.markings.length]).toEqual([2, 2, 4]);
  expect(session.markings[2]!.range.startContainer).toBe(snow!.firstChild);
  expect(CSS.highlights.size).toBe(3);
  // All of it drawn anew with another one on top: underlined at once, before the engine is asked.
  const [first, ...rest] = document.querySelectorAll('p');
  for (const one of rest) one.replaceWith(one.cloneNode(true));
  first!.firstChild!.nodeValue = 'Dew fell, as everybody on the island had been saying that it would since the morning.';
  await pause(350);
  expect([life.asked, session.current, life.card, session.markings.length]).toEqual([2, 2, 2, 3]);
  await pause(700);
  expect([life.asked, session.current, life.card, session.markings.length]).toEqual([3, 2, 2, 4]);
  document.querySelectorAll('p')[2]!.remove();
  await pause(350);
  expect([session.current, life.card]).toEqual([null, null]);
});

test('a card goes when the corpus no longer has anything on its sentence', async () => {
  let speaks = true;
  const { session, life } = begin(long('Rain fell.'), async (draft) => (speaks ? answer(draft) : { ...answer(draft), annotations: [] }));
  await pause(50);
  life.card = 0;
  await session.again();
  expect(life.card).toBe(0);
  speaks = false;
  await session.again();
  expect(life.card).toBeNull();
});

test('an answer that takes long is not lost to a page that keeps ticking', async () => {
  const { states } = begin(long('Rain fell.', 'Updated 1 second ago.'), async (draft) => {
    await pause(1_500);
    return answer(draft);
  });
  const tick = document.querySelectorAll('p')[1]!.firstChild!;
  for (let second = 2; second <= 6; second++) {
    await pause(400);
    tick.nodeValue = `Updated ${second} seconds ago, which was long ago, longer than anybody could remember.`;
  }
  expect(states).toEqual(['reading', 'engine-starting', 'read']);
});

test('goes silent when the extension is gone', async () => {
  const { life } = begin(long('Rain fell.'));
  await pause(50);
  life.alive = false;
  document.querySelector('p')!.append(' And more rain fell.');
  await pause(450);
  expect(CSS.highlights.size).toBe(0);
  expect(life.asked).toBe(1);
});

test('steps through the underlined claims, round the ends, and scrolls there', async () => {
  const { session } = begin(`<style>main { padding-top: 2000px }</style>${long('Rain fell.', 'Mist fell.', 'Snow fell.')}`);
  await pause(50);
  const visited = [1, 1, 1, -1, -1].map((by) => {
    session.step(by as 1 | -1);
    return session.current;
  });
  expect(visited).toEqual([0, 2, 0, 2, 0]);
  const top = document.querySelector('p')!.getBoundingClientRect().top;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(innerHeight);
  window.scrollTo(0, 0);
});

test('underlines more, less or nothing as the reader likes, at once, without asking again; a card stays only by a marked sentence', async () => {
  const { session, life } = begin(long('Rain fell.', 'Snow fell.', 'Mist fell.'));
  await pause(50);
  const marked = (density: 'conflicts' | 'stances' | 'all', on = true) => {
    session.show({ density, marks: on });
    return session.markings.map(({ mark }) => mark);
  };
  life.card = 0;
  expect(marked('all')).toEqual(['corroborated', 'conflicting', 'related']);
  expect([CSS.highlights.size, life.card]).toEqual([3, 0]);
  expect(marked('conflicts')).toEqual(['conflicting']);
  expect(life.card).toBeNull();
  expect(marked('conflicts', false)).toEqual([]);
  expect(CSS.highlights.size).toBe(0);
  expect(session.step(1)).toBe(false);
  // Jumped to from our own list, a claim is tinted and can be opened although nothing is underlined.
  expect(session.jump(2)).toBe(true);
  expect(CSS.highlights.size).toBe(1);
  life.card = 2;
  expect(marked('stances')).toEqual(['corroborated', 'conflicting']);
  expect([session.current, life.card, life.asked]).toEqual([2, 2, 1]);
});

test('what was chosen before the page is read holds from the first underline', async () => {
  const { session } = begin(long('Rain fell.', 'Snow fell.'));
  session.show({ density: 'conflicts', marks: true });
  await pause(50);
  expect(session.markings.map(({ mark }) => mark)).toEqual(['conflicting']);
});

test('opens on a click on a claim, never from a link, a selection or a script; Enter opens the claim jumped to', async () => {
  const { session } = begin(long('Rain fell <a href="#x" id="link">and fell</a> again, as they say <button>now</button>.', 'Snow fell.'));
  await pause(50);
  const opened: number[] = [];
  let dismissed = 0;
  const ears = new AbortController();
  listen(document, { markings: () => session.markings, current: () => session.current, card: () => null, open: (index) => opened.push(index), dismiss: () => dismissed++ }, ears.signal);
  const [first, second] = document.querySelectorAll('p');
  await userEvent.click(first!, { position: { x: 20, y: 10 } });
  expect(opened).toEqual([0]);
  await userEvent.click(first!, { position: { x: 400, y: 40 } });
  await userEvent.click(document.getElementById('link')!);
  await userEvent.click(document.querySelector('p button')!);
  await userEvent.click(first!, { position: { x: 20, y: 10 }, modifiers: ['Alt'] });
  second!.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: second!.getBoundingClientRect().left + 20, clientY: second!.getBoundingClientRect().top + 10 }));
  await userEvent.dblClick(second!, { position: { x: 20, y: 10 } });
  expect(opened).toEqual([0, 1]);
  getSelection()!.removeAllRanges();
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([0, 1]);
  session.jump(1);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(opened).toEqual([0, 1]);
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([0, 1, 1]);
  document.querySelector('button')!.focus();
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([0, 1, 1]);
  await userEvent.keyboard('{Escape}');
  expect(dismissed).toBe(1);
  ears.abort();
});

test('a step takes the focus from a link, so that Enter opens the claim, and never from a field', async () => {
  const { session } = begin(`<a href="#top" id="top">Up</a><button>Press</button><input id="field"><p id="note" contenteditable="true">Note</p>${long('Rain fell.')}`);
  await pause(50);
  const opened: number[] = [];
  const ears = new AbortController();
  listen(document, { markings: () => session.markings, current: () => session.current, card: () => null, open: (index) => opened.push(index), dismiss: () => undefined }, ears.signal);
  for (const taken of ['#top', 'button']) {
    document.querySelector<HTMLElement>(taken)!.focus();
    session.step(1);
    await userEvent.keyboard('{Enter}');
  }
  expect(opened).toEqual([0, 0]);
  expect(location.hash).not.toBe('#top');
  for (const kept of ['#field', '#note']) {
    document.querySelector<HTMLElement>(kept)!.focus();
    session.step(1);
    expect(document.activeElement).toBe(document.querySelector(kept));
    await userEvent.keyboard('{Enter}');
  }
  expect(opened).toEqual([0, 0]);
  ears.abort();
});

test('a click on an inline element in the middle of a sentence opens it, one on an overlay does not', async () => {
  rendered(`<style>body { font: 16px/24px serif; width: 600px } #over { position: absolute; inset: 0; height: 200px }</style><p><b>Rain</b> and <em>heavy <i>snow</i></em> fell on <b>the islands</b>. <q>More</q> to come.</p>`);
  const [first, , last] = ['b', 'em', 'b:last-of-type'].map((one) => document.querySelector(one)!.firstChild as Text);
  const range = new StaticRange({ startContainer: first!, startOffset: 0, endContainer: last!, endOffset: 11 });
  const opened: number[] = [];
  const ears = new AbortController();
  listen(document, { markings: () => [{ index: 7, range, mark: 'both' }], current: () => null, card: () => null, open: (index) => opened.push(index), dismiss: () => undefined }, ears.signal);
  await userEvent.click(document.querySelector('em')!, { position: { x: 5, y: 8 } });
  await userEvent.click(document.querySelector('i')!);
  expect(opened).toEqual([7, 7]);
  await userEvent.click(document.querySelector('q')!);
  const { left, top } = document.querySelector('i')!.getBoundingClientRect();
  document.body.append(Object.assign(document.createElement('div'), { id: 'over' }));
  await userEvent.click(document.getElementById('over')!, { position: { x: left + 4, y: top + 6 } });
  expect(opened).toEqual([7, 7]);
  ears.abort();
});

test('a card too high for the viewport keeps within it, above or below; one whose sentence is out of sight is told so', async () => {
  rendered(`<style>main { padding-top: ${Math.round(innerHeight / 2)}px; padding-bottom: 3000px }</style>${long('Rain fell.')}`);
  const range = new StaticRange({ startContainer: document.querySelector('p')!.firstChild!, startOffset: 0, endContainer: document.querySelector('p')!.firstChild!, endOffset: 10 });
  let gone = 0;
  const card = attachCard(document, range, 'div { width: 300px } section { height: 5000px; max-height: var(--room) }', () => gone++)!;
  card.mount.append(document.createElement('section'));
  card.place();
  const { top, bottom, height } = card.mount.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(8);
  expect(bottom).toBeLessThanOrEqual(innerHeight - 8);
  expect(height).toBeGreaterThanOrEqual(150);
  window.scrollTo(0, 40);
  await pause(60);
  expect(gone).toBe(0);
  window.scrollTo(0, 2_000);
  await vi.waitFor(() => expect(gone).toBeGreaterThan(0), 10_000);
  card.remove();
  window.scrollTo(0, 0);
});

test('the card’s place stands by the sentence within the viewport, shows the page nothing inside, and leaves nothing', async () => {
  const { session } = begin(long('Rain fell.'));
  await pause(50);
  const before = document.documentElement.childElementCount;
  const card = attachCard(document, session.markings[0]!.range, 'div { width: 300px; height: 120px }')!;
  card.place();
  expect(card.host.shadowRoot).toBeNull();
  const box = card.mount.getBoundingClientRect();
  const line = document.querySelector('p')!.getBoundingClientRect();
  expect(box.top).toBeGreaterThan(line.top);
  expect(box.left).toBeGreaterThanOrEqual(8);
  expect(box.bottom).toBeLessThan(innerHeight);
  card.remove();
  expect(document.documentElement.childElementCount).toBe(before);
});
