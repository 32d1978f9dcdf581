// What the extension must not do: touch the page's tree, reach the network, or take orders from a page's script.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Reply } from '../../../lib/messages';
import { PAGES } from '../../demo/server.mjs';
import { Card } from '../pages/card';
import { clickWords } from '../pages/news-page';
import { Popup } from '../pages/popup';
import { isUnderlined, underlined } from '../pages/underlines';
import { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

const AIR_STRIKES = 'Over the past day Russia carried out 18 air strikes and fired rocket systems more than 85 times at civilian targets in Kramatorsk, Zaporizhzhia and Kherson.';
/** A claim of wire.html. */
const HOUSED = 'The men had been housed in a vocational school in the Donetsk region.';

interface Watched {
  watched: { mutations: number; kinds: Record<string, number> };
}

test('a page that watches itself sees no mutation while no card is open', async ({ reader, site }) => {
  const page = await reader.read(`${site}/watching.html`);
  await expect.poll(() => isUnderlined(page, AIR_STRIKES)).toBe(true);
  await reader.toReader(page.url(), 'again');
  await reader.toReader(page.url(), 'step', { by: 1 });
  await reader.toReader(page.url(), 'jump', { claim: 0 });
  await page.waitForTimeout(1000);
  const seen = (): Promise<Watched['watched']> => page.evaluate(() => (window as unknown as Watched).watched);
  expect(await seen()).toEqual({ mutations: 0, kinds: {} });

  // The watch is awake: the card is the one thing that it does see, and after the card is gone nothing of it is left.
  await clickWords(page, '18 air strikes');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).not.toBeNull();
  expect((await seen()).mutations).toBeGreaterThan(0);
  const children = await page.evaluate(() => document.documentElement.outerHTML.length);
  await page.keyboard.press('Escape');
  await expect.poll(() => card.text()).toBeNull();
  expect(await page.evaluate(() => document.documentElement.outerHTML.length)).toBeLessThan(children);
});

/** A proxy that lets nothing through and writes down what was asked of it. */
async function recorder(): Promise<{ address: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** What Chromium itself asks for with Playwright's switches and no extension at all, as recorded by this very proxy. */
const CHROMIUMS_OWN = ['accounts.google.com', 'update.googleapis.com'];

test('nothing but the demo site is asked for anything, by any part of the browser, all the way', async ({ site }) => {
  const proxy = await recorder();
  const reader = await ReaderBrowser.launch({ proxy: proxy.address });
  const asked: string[] = [];
  reader.context.on('request', (request) => asked.push(request.url()));
  for (const path of PAGES) {
    const page = await reader.read(site + path);
    if (path === PAGES[0]) {
      const popup = await Popup.on(reader, page.url());
      await popup.press('Save this article');
      await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
      await popup.exported('Export page');
    }
  }
  // The recorder is awake: a page's own request to another host does reach it.
  const canary = 'http://canary.invalid/seen';
  await reader.context.pages()[0]?.goto(canary).catch(() => undefined);
  await reader.close();
  await proxy.close();
  expect(proxy.asked.filter((one) => one.includes('canary.invalid')).length).toBeGreaterThan(0);
  expect(proxy.asked.filter((one) => !one.includes('canary.invalid') && !CHROMIUMS_OWN.some((host) => one.includes(` ${host}:443`) || one.includes(`//${host}/`)))).toEqual([]);
  expect(asked.filter((url) => url !== canary && !url.startsWith(`${site}/`) && !/^(chrome-extension|blob|data):/.test(url))).toEqual([]);
});

/** Evaluates in the extension's isolated world of a page, where its content scripts live: what such a script could send. */
async function fromContentScript(reader: ReaderBrowser, page: Page, message: unknown): Promise<Reply | null> {
  const protocol = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  protocol.on('Runtime.executionContextCreated', ({ context }) => worlds.push({ id: context.id, origin: context.origin }));
  await protocol.send('Runtime.enable');
  await expect.poll(() => worlds.some(({ origin }) => `${origin}/` === reader.origin)).toBe(true);
  const { result, exceptionDetails } = await protocol.send('Runtime.evaluate', {
    contextId: worlds.find(({ origin }) => `${origin}/` === reader.origin)!.id,
    expression: `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch((error) => ({ ok: false, code: 'gone', detail: String(error) }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  await protocol.detach();
  return (result.value as Reply | undefined) ?? null;
}

const FORGED: { to: string; type: string; ask: object }[] = [
  { to: 'switchboard', type: 'articles', ask: {} },
  { to: 'switchboard', type: 'exportPlan', ask: { format: 'library', articles: null } },
  { to: 'switchboard', type: 'stored', ask: { url: 'https://example.org/' } },
  { to: 'switchboard', type: 'save', ask: { tab: 1, operation: 'forged' } },
  { to: 'switchboard', type: 'read', ask: { tab: 1 } },
  { to: 'switchboard', type: 'access', ask: {} },
  { to: 'engine', type: 'articles', ask: {} },
  { to: 'engine', type: 'exportPlan', ask: { format: 'library', articles: null } },
  { to: 'engine', type: 'save', ask: { draft: {}, operation: 'forged' } },
  { to: 'page', type: 'articles', ask: {} },
  { to: 'page', type: 'save', ask: { draft: {}, operation: 'forged' } },
  { to: 'page', type: 'correct', ask: { correction: {}, how: 'keep', operation: 'forged-correct' } },
  { to: 'page', type: 'judge', ask: { verdict: { claim: 'No page says so.', evidence: null, stance: null, verdict: 'never', note: '' }, how: 'keep', operation: 'forged-judge' } },
];

test('a page’s script gets no answer to what is not for it, and deletes nothing', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  const articles = (await popup.page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'articles', ask: {} }))) as { ok: boolean; answer: { id: string }[] };
  expect(articles.ok).toBe(true);
  const all = [...FORGED, ...articles.answer.map(({ id }) => ({ to: 'switchboard', type: 'remove', ask: { id, operation: `forged-${id}` } }))];
  for (const message of all) {
    const reply = await fromContentScript(reader, page, message);
    expect(reply === null || !reply.ok, `${message.to} ${message.type} was answered`).toBe(true);
  }
  await popup.shelf();
  await expect(popup.page.getByText('3 articles, on this device only.')).toBeVisible();
  // It is heard at all: what a page's script may ask is answered.
  expect((await fromContentScript(reader, page, { to: 'page', type: 'badge', ask: { conflicts: 0, claims: 1 } }))?.ok).toBe(true);
  const own = { claim: HOUSED, evidence: null, stance: null, verdict: 'never', note: '' };
  expect((await fromContentScript(reader, page, { to: 'page', type: 'judge', ask: { verdict: own, how: 'keep', operation: 'judge-own-1' } }))?.ok).toBe(true);
  const { answer: verdicts } = (await popup.page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'verdicts', ask: {} }))) as { answer: { claim: string }[] };
  expect(verdicts.map(({ claim }) => claim)).toEqual([HOUSED]);
  expect((await fromContentScript(reader, page, { to: 'page', type: 'judge', ask: { verdict: own, how: 'drop', operation: 'judge-own-2' } }))?.ok).toBe(true);
});

const MALFORMED: { what: string; message: unknown }[] = [
  { what: 'an unknown type', message: { to: 'page', type: 'constructor', ask: {} } },
  { what: 'no question', message: { to: 'page', type: 'annotate' } },
  { what: 'a list as the question', message: { to: 'page', type: 'annotate', ask: [] } },
  { what: 'no draft', message: { to: 'page', type: 'annotate', ask: {} } },
  { what: 'a draft without blocks', message: { to: 'page', type: 'annotate', ask: { draft: { url: null, title: 'x' } } } },
  { what: 'blocks of the wrong kind', message: { to: 'page', type: 'annotate', ask: { draft: { url: null, title: 'x', outlet: null, author: null, published: null, language: null, blocks: [{ kind: 'script', text: 1 }] } } } },
  { what: 'a verdict that is none', message: { to: 'page', type: 'judge', ask: { verdict: 'never', how: 'keep', operation: 'operation-1' } } },
  { what: 'a verdict of no kind', message: { to: 'page', type: 'judge', ask: { verdict: { claim: HOUSED, evidence: null, stance: null, verdict: 'right', note: '' }, how: 'keep', operation: 'operation-2' } } },
  { what: 'a note without end', message: { to: 'page', type: 'judge', ask: { verdict: { claim: HOUSED, evidence: null, stance: null, verdict: 'never', note: 'x'.repeat(10_001) }, how: 'keep', operation: 'operation-3' } } },
  { what: 'a claim that is no number', message: { to: 'page', type: 'evidence', ask: { claim: '../../x' } } },
];

test('messages of the wrong shape are refused, and the next good one is answered', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  for (const { what, message } of MALFORMED) {
    const reply = await fromContentScript(reader, page, message);
    expect(reply?.ok, what).toBe(false);
    expect(reply && !reply.ok && reply.code, what).toBe('bad-message');
  }
  await page.reload();
  await reader.settled(page);
  expect((await underlined(page)).length).toBeGreaterThan(0);
});
