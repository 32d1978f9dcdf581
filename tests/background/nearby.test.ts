// The short way to the engine, over a real channel: taken while the engine is known to be awake, and never the only one.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerNearby, Nearby } from '../../entrypoints/engine/nearby';
import { failed, Failure } from '../../lib/failure';
import type { Reply } from '../../lib/failure';

const ASK = { query: { text: 'ferry' }, offset: 0, limit: 20 };
const FOUND = { total: 1, rows: [] };
const FAR = { total: 2, rows: [] };

let time: number;
let nearby: Nearby;
let reply: Reply | null;
let asked: [string, object][];
let deaf: () => void;
const longWay = vi.fn(() => Promise.resolve(FAR));

beforeEach(() => {
  time = 1_000_000;
  reply = { ok: true, answer: FOUND };
  asked = [];
  longWay.mockClear();
  nearby = new Nearby(() => time, 50);
  deaf = answerNearby((type, ask) => {
    asked.push([type, ask]);
    return Promise.resolve(reply);
  });
});

afterEach(() => {
  deaf();
  nearby.close();
});

it('goes the long way until the engine was heard of, and the short way from then on', async () => {
  expect(await nearby.ask('search', ASK, longWay)).toEqual(FAR);
  expect(asked).toEqual([]);
  nearby.heard();
  expect(await Promise.all([nearby.ask('search', ASK, longWay), nearby.ask('search', { ...ASK, offset: 20 }, longWay)])).toEqual([FOUND, FOUND]);
  expect(asked.map(([, ask]) => ask)).toEqual([ASK, { ...ASK, offset: 20 }]);
  expect(longWay).toHaveBeenCalledTimes(1);
});

it('goes the long way once nothing was heard of the engine for long', async () => {
  nearby.heard();
  time += 60_000;
  expect(await nearby.ask('search', ASK, longWay)).toEqual(FAR);
});

it('goes the long way when nobody answers any more, and does not wait for it again', async () => {
  nearby.heard();
  reply = null;
  expect(await nearby.ask('search', ASK, longWay)).toEqual(FAR);
  expect(asked).toHaveLength(1);
  reply = { ok: true, answer: FOUND };
  expect(await nearby.ask('search', ASK, longWay)).toEqual(FAR);
  expect(asked).toHaveLength(1);
});

it('hands on what the engine refuses', async () => {
  nearby.heard();
  reply = failed(new Failure('bad-message', 'no query'));
  await expect(nearby.ask('search', ASK, longWay)).rejects.toMatchObject({ code: 'bad-message', message: 'no query' });
  expect(longWay).not.toHaveBeenCalled();
});

it('answers nothing that changes anything, and nothing that is no question', async () => {
  const channel = new BroadcastChannel('engine');
  for (const data of [{ asked: 'x', type: 'purge', ask: {} }, { asked: 'x', type: 'search', ask: null }, { asked: 7, type: 'search', ask: {} }, 'search', null]) channel.postMessage(data);
  nearby.heard();
  await nearby.ask('search', ASK, longWay);
  expect(asked).toEqual([['search', ASK]]);
  channel.close();
});
