// When a page says something else: told once it is quiet, told in any case within two seconds, told at once of a new address.
import { afterEach, expect, test } from 'vitest';
import { watch, whenShown } from '../../lib/page/watch';
import type { Change } from '../../lib/page/watch';
import { article, paragraph, pause, rendered } from './documents';

const own = location.href;
let undo = (): void => undefined;
afterEach(() => {
  undo();
  history.replaceState(null, '', own);
});

async function watched(html = article(paragraph('Rain fell.'))): Promise<Change[]> {
  rendered(html);
  await pause(0);
  const told: Change[] = [];
  undo = watch(document, (change) => told.push(change));
  return told;
}
const grow = (): void => document.querySelector('article')!.append(Object.assign(document.createElement('p'), { textContent: 'More rain fell.' }));

const changes: Record<string, () => void> = {
  'a paragraph added': grow,
  'a text changed': () => (document.querySelector('p')!.firstChild!.nodeValue = 'Snow fell.'),
  'a paragraph removed': () => document.querySelector('p')!.remove(),
  'the body replaced': () => document.documentElement.replaceChild(Object.assign(document.createElement('body'), { textContent: 'Another page.' }), document.body),
};
for (const [name, change] of Object.entries(changes)) {
  test(`tells of ${name}, once quiet`, async () => {
    const told = await watched();
    change();
    await pause(150);
    expect(told).toEqual([]);
    await pause(350);
    expect(told).toEqual(['text']);
  });
}

const ignored: Record<string, () => void> = {
  attributes: () => document.querySelector('p')!.setAttribute('class', 'new'),
  'a clock in the header': () => (document.querySelector('header')!.firstChild!.nodeValue = '12:01'),
  'an advertisement': () => document.querySelector('.ad-slot')!.append('Buy this thing today.'),
  'a script': () => document.body.append(document.createElement('script')),
  'white space': () => document.querySelector('article')!.append('\n  '),
};
for (const [name, change] of Object.entries(ignored)) {
  test(`is not told of ${name}`, async () => {
    const told = await watched(`<header>12:00</header>${article(paragraph('Rain fell.'))}<div class="ad-slot">Ad</div>`);
    change();
    await pause(450);
    expect(told).toEqual([]);
  });
}

test('a storm is told of within two seconds or so, once, and most of it is not even looked at', async () => {
  const Own = globalThis.MutationObserver;
  let delivered = 0;
  globalThis.MutationObserver = class extends Own {
    constructor(heard: MutationCallback) {
      super((records, observer) => {
        delivered += records.length;
        heard(records, observer);
      });
    }
  };
  const told = await watched();
  globalThis.MutationObserver = Own;
  const text = document.querySelector('p')!.firstChild!;
  const end = performance.now() + 1_500;
  let records = 0;
  while (performance.now() < end) {
    for (let i = 0; i < 200; i++, records++) text.nodeValue = `Rain fell ${i}.`;
    await pause(0);
  }
  expect(records).toBeGreaterThan(10_000);
  expect(delivered).toBeLessThan(2_000);
  expect(told).toEqual([]);
  await pause(1_500);
  expect(told).toEqual(['text']);
  grow();
  await pause(450);
  expect(told).toEqual(['text', 'text']);
});

test('steady changes are told of every two seconds at least', async () => {
  const told = await watched();
  for (let i = 0; i < 25; i++) {
    grow();
    await pause(100);
  }
  expect(told).toEqual(['text']);
});

test('a new address is told of at once, and its text when quiet', async () => {
  const told = await watched();
  history.pushState(null, '', '/another/story');
  await pause(50);
  expect(told).toEqual(['moved']);
  await pause(400);
  expect(told).toEqual(['moved', 'text']);
});

test('a fragment is no new address, unless it routes', async () => {
  const told = await watched();
  history.replaceState(null, '', '#part-two');
  await pause(50);
  expect(told).toEqual([]);
  history.replaceState(null, '', '#/part-two');
  await pause(50);
  expect(told).toEqual(['moved']);
});

test('a page back from the cache is told of', async () => {
  const told = await watched();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(told).toEqual([]);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await pause(400);
  expect(told).toEqual(['moved', 'text']);
});

test('after the undo nothing is told', async () => {
  const told = await watched();
  grow();
  await pause(20);
  undo();
  history.pushState(null, '', '/elsewhere');
  grow();
  await pause(450);
  expect(told).toEqual([]);
});

test('a prerendered page waits for its activation', () => {
  let shown = 0;
  const page = Object.assign(new EventTarget(), { prerendering: true });
  whenShown(page as unknown as Document, () => shown++);
  expect(shown).toBe(0);
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(shown).toBe(1);
  whenShown(document, () => shown++);
  expect(shown).toBe(2);
});
