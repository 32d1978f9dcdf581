// The switchboard's end of the engine: a question goes in, its answer comes out, whatever had to be started for it. Keeps the
// sentinel. Knows how the engine is hosted in each browser, and nothing of what it does.
import browser from 'webextension-polyfill';
import { readSentinel, SentinelKeeper } from '../../lib/corpus/sentinel';
import type { KeyValuePort } from '../../lib/corpus/sentinel';
import type { EngineCall } from '../../lib/engine';
import { Failure, unpack } from '../../lib/failure';
import type { EngineCalls } from '../../lib/messages';
import { EngineHost } from '../engine/host';
import type { EngineMessage, EngineReply, EngineRequest } from '../engine/protocol';
import { chromeOnly } from './chrome-only';
import { corpusChanged } from './tabs';

/** Pauses before asking again when nobody answered, in ms: the host may just be closing, starting or recovering from a crash. */
const PAUSES = [50, 250, 1_000];

const local: KeyValuePort = {
  get: async (key) => (await browser.storage.local.get(key))[key],
  set: (key, value) => browser.storage.local.set({ [key]: value }),
};

const keeper = new SentinelKeeper(local);

let creating: Promise<void> | null = null;
let host: EngineHost | null = null;

/**
 * Asks the engine. Asked again when it went away in between, which is safe: an operation carries its id, all else only reads.
 * @throws Failure as the engine reports it; 'gone' when it can't be started.
 */
export async function askEngine<T extends EngineCall>(type: T, ask: EngineCalls[T]['ask']): Promise<EngineCalls[T]['answer']> {
  for (let attempt = 0; ; attempt++) {
    const sentinel = await readSentinel(local);
    const reply = await deliver({ type, ask: ask as Record<string, unknown>, sentinel });
    const pause = PAUSES[attempt];
    if (reply.ok || reply.code !== 'gone' || reply.sentinel !== null || pause === undefined) {
      await keeper.keep(reply.sentinel);
      return unpack(reply);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function deliver(request: EngineRequest): Promise<EngineReply> {
  if (import.meta.env.FIREFOX) {
    host ??= new EngineHost(null, () => void corpusChanged());
    return host.ask(request);
  }
  try {
    await offscreen();
    const reply = (await browser.runtime.sendMessage({ to: 'engine', ...request } satisfies EngineMessage)) as EngineReply | undefined;
    if (reply) return reply;
    throw new Failure('gone', 'nobody answered');
  } catch (error) {
    return { ok: false, code: 'gone', detail: error instanceof Error ? error.message : String(error), sentinel: null };
  }
}

/** Sees to it that the offscreen page is there, once for all who ask at the same time. */
async function offscreen(): Promise<void> {
  const there = await chromeOnly.runtime.getContexts?.({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (there && there.length > 0 && !creating) return;
  creating ??= (async () => {
    await chromeOnly.offscreen?.createDocument({ url: '/engine.html', reasons: ['WORKERS'], justification: 'Compares articles in a Worker.' });
  })().finally(() => (creating = null));
  await creating;
}
