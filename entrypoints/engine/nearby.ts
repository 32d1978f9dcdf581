// The short way to an engine that is awake. Our own pages and the Worker are of one origin, and may talk past the switchboard and past the
// page that hosts the Worker, which shares its main thread with the page that asks. For questions that only read and are asked at every
// letter typed; whatever is not answered soon is asked the long way. No page of the web is of this origin, and nothing else listens here.
import { isRecord, unpack } from '../../lib/failure';
import type { Reply } from '../../lib/failure';
import type { EngineCalls } from '../../lib/messages';

const CHANNEL = 'engine';
/** So long after an answer by the long way, in ms, the engine is taken to be awake: much less than it stays awake unasked. */
const AWAKE_MS = 30_000;
/** An engine that is awake answers sooner, in ms, unless it has a whole page to compare just then. */
const PATIENCE_MS = 1_000;

/** What may be asked by the short way: changes nothing. */
export type NearCall = 'search';
const NEAR: readonly string[] = ['search'] satisfies NearCall[];

/** The Worker's end: answers what may be asked so; `answer` says null while the engine is not open, and then nobody answers. Returns the undo. */
export function answerNearby(answer: (type: NearCall, ask: Record<string, unknown>) => Promise<Reply | null>): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isRecord(data) || typeof data['asked'] !== 'string' || !isRecord(data['ask']) || !NEAR.includes(data['type'] as string)) return;
    const { asked } = data;
    void answer(data['type'] as NearCall, data['ask']).then((reply) => reply && channel.postMessage({ answered: asked, reply }));
  });
  return () => channel.close();
}

/** A page's end. */
export class Nearby {
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly waiting = new Map<string, (reply: Reply) => void>();
  private awakeUntil = 0;

  constructor(
    private readonly now: () => number = Date.now,
    private readonly patience = PATIENCE_MS,
  ) {
    this.channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isRecord(data) && typeof data['answered'] === 'string') this.waiting.get(data['answered'])?.(data['reply'] as Reply);
    });
  }

  /** The engine has answered by the long way. */
  heard(): void {
    this.awakeUntil = this.now() + AWAKE_MS;
  }

  /** Asks by the short way if the engine is awake, and by `longWay` where it is not, or does not answer soon. @throws Failure as the engine reports it */
  async ask<T extends NearCall>(type: T, ask: EngineCalls[T]['ask'], longWay: () => Promise<EngineCalls[T]['answer']>): Promise<EngineCalls[T]['answer']> {
    const reply = this.now() < this.awakeUntil ? await this.near(type, ask) : null;
    return reply ? unpack(reply) : longWay();
  }

  private async near(type: NearCall, ask: object): Promise<Reply | null> {
    const asked = crypto.randomUUID();
    let late: ReturnType<typeof setTimeout> | undefined;
    const reply = await new Promise<Reply | null>((resolve) => {
      late = setTimeout(() => resolve(null), this.patience);
      this.waiting.set(asked, resolve);
      this.channel.postMessage({ asked, type, ask });
    });
    clearTimeout(late);
    this.waiting.delete(asked);
    // Until it is heard of again, it is not known to be awake.
    if (!reply) this.awakeUntil = 0;
    return reply;
  }

  close(): void {
    this.channel.close();
  }
}
