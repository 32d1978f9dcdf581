// The dedicated Worker: questions come in, the engine's replies go out. Opens the corpus at the first question, and anew after
// it had to close or could not be opened. Knows no extension API: there is none here.
import { openCorpus } from '../../lib/corpus/corpus';
import type { Corpus } from '../../lib/corpus/corpus';
import type { Sentinel } from '../../lib/corpus/sentinel';
import { createEngine } from '../../lib/engine';
import type { Engine } from '../../lib/engine';
import { Failure, failed } from '../../lib/failure';
import { loadEncoder } from '../../lib/match/encoder/encoder';
import type { Encoder } from '../../lib/match/encoder/encoder';
import type { EncoderState } from '../../lib/messages';
import { answerNearby } from './nearby';
import { readOwnFile } from './own-files';
import type { EngineReply, EngineRequest, WorkerNews, WorkerReply, WorkerRequest } from './protocol';
import { WorkNews } from './work-news';

const SEEDS = Object.values(import.meta.glob('../../seeds/*.json', { eager: true, import: 'default' }));

/** The sentence encoder, once for the Worker's life. */
let encoding: Promise<{ encoder: Encoder | null; state: EncoderState }> | null = null;

async function encoderOnce(): Promise<{ encoder: Encoder | null; state: EncoderState }> {
  let state: EncoderState = 'ready';
  const encoder = await loadEncoder(readOwnFile, (why) => (state = why));
  return { encoder, state };
}

let running: Promise<{ corpus: Corpus; engine: Engine }> | null = null;

function start(sentinel: Sentinel | null): Promise<{ corpus: Corpus; engine: Engine }> {
  const stop = (): void => {
    if (running === starting) running = null;
  };
  const starting = (async () => {
    const loading = (encoding ??= encoderOnce());
    const corpus = await openCorpus({ name: 'corpus', seeds: SEEDS, sentinel, now: Date.now, encoder: loading.then(({ encoder }) => encoder), closed: stop });
    const news = new WorkNews((told: WorkerNews) => self.postMessage(told), () => corpus.mark());
    corpus.keepComparing((work) => news.heard(work));
    return { corpus, engine: createEngine(corpus, Date.now, (await loading).state) };
  })();
  starting.catch(stop);
  return starting;
}

async function reply({ type, ask, sentinel }: EngineRequest): Promise<EngineReply> {
  let corpus: Corpus | null = null;
  try {
    running ??= start(sentinel);
    const { corpus: open, engine } = await running;
    corpus = open;
    if (!Object.hasOwn(engine, type)) throw new Failure('bad-message', `unknown message ${type}`);
    const answer = await engine[type](ask);
    return { ok: true, answer, sentinel: corpus.sentinel() };
  } catch (error) {
    return { ...failed(error), sentinel: corpus?.sentinel() ?? null };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void reply(data).then((answered) => self.postMessage({ ...answered, ticket: data.ticket } satisfies WorkerReply));
});

// Past the switchboard only what was opened by way of it is asked.
answerNearby(async (type, ask) => {
  const open = await running?.catch(() => null);
  if (!open) return null;
  try {
    return { ok: true, answer: await open.engine[type](ask) };
  } catch (error) {
    return failed(error);
  }
});
