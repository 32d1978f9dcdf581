// A page's session with an engine that the test plays: states, underlines, stale answers, steps, clicks and keys.
import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { attachCard } from '../../lib/page/card-host';
import { listen } from '../../lib/page/gestures';
import { Session } from '../../lib/page/session';
import type { Annotation, Draft, Evidence, Reading } from '../../lib/model';
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

function begin(html: string, annotate: (draft: Draft) => Promise<Reading> = async (draft) => answer(draft)) {
  rendered(`<style>body { font: 16px/24px serif; width: 600px }</style>${html}`);
  const states: string[] = [];
  const life = { alive: true, asked: 0 };
  const session = new Session(document, {
    annotate: (draft) => {
      life.asked++;
      return annotate(draft);
    },
    changed: ({ state }) => states.push(state),
    cleared: () => undefined,
    alive: () => life.alive,
  });
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
  expect(session.selected().map(({ selectors }) => selectors.quote.exact)).toEqual(['Rain fell.', 'Snow fell.', 'Mist fell.']);
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

test('opens on a click on a claim, never from a link, a selection or a script; Enter opens the claim jumped to', async () => {
  const { session } = begin(long('Rain fell <a href="#x" id="link">and fell</a> again, as they say <button>now</button>.', 'Snow fell.'));
  await pause(50);
  const opened: number[] = [];
  let dismissed = 0;
  const deaf = listen(document, { markings: () => session.markings, current: () => session.current, card: () => null, open: (index) => opened.push(index), dismiss: () => dismissed++ });
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
  deaf();
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
