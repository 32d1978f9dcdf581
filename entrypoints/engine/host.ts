// Owns the Worker: a question goes in, its reply comes out. Starts the Worker at the first question and again after a crash.
// Shared by Chrome's offscreen page and Firefox's event page; knows nothing of what is asked.
import { Failure, failed } from '../../lib/failure';
import { tell } from '../../lib/messages';
import type { EngineReply, EngineRequest, WorkerNews, WorkerReply, WorkerRequest } from './protocol';
import workerUrl from './worker?worker&url';

/** A question unanswered for so long without a word from the Worker, in ms, means that it is stuck: many times what the largest page takes. */
const STUCK_MS = 120_000;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

/** The address of the Worker, under the one policy that our Content-Security-Policy names. It lets nothing else through. */
function trustedWorkerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules = {
    createScriptURL(url: string): string {
      if (url !== workerUrl) throw new TypeError('only the engine’s Worker');
      return url;
    },
  };
  return trustedTypes ? trustedTypes.createPolicy('engine', rules).createScriptURL(workerUrl) : workerUrl;
}

interface Waiting {
  answer: (reply: EngineReply) => void;
  stuck: ReturnType<typeof setTimeout>;
}

/** What to do once nothing has been asked for so many ms. */
export interface Idle {
  after: number;
  then: () => void;
}

/** A Worker that is there whenever it is asked. */
export class EngineHost {
  private readonly url = trustedWorkerUrl();
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private tickets = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when the work in the background has found something new: every few seconds at most. */
  constructor(
    private readonly idle: Idle | null,
    private readonly changed: () => void,
  ) {
    this.rest();
  }

  /** Asks the Worker. Always resolves: a Worker that fails to answer makes a reply of 'gone', which may be asked again. */
  ask(request: EngineRequest): Promise<EngineReply> {
    return new Promise((resolve) => {
      const ticket = ++this.tickets;
      const answer = (reply: EngineReply): void => {
        clearTimeout(this.waiting.get(ticket)?.stuck);
        this.waiting.delete(ticket);
        resolve(reply);
        this.rest();
      };
      this.waiting.set(ticket, { answer, stuck: this.patience() });
      this.rest();
      this.worker ??= this.start();
      this.worker.postMessage({ ...request, ticket } satisfies WorkerRequest);
    });
  }

  private start(): Worker {
    const worker = new Worker(this.url, { type: 'module', name: 'engine' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply | WorkerNews>) => {
      if (!('ticket' in data)) return this.heard(data);
      const { ticket, ...reply } = data;
      this.waiting.get(ticket)?.answer(reply);
    });
    worker.addEventListener('error', (event) => this.end(event.message || 'the engine could not be started'));
    worker.addEventListener('messageerror', () => this.end('a reply could not be read'));
    return worker;
  }

  private patience(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.end('the engine does not answer'), STUCK_MS);
  }

  /** Who works in the background is neither stuck nor idle. */
  private heard(news: WorkerNews): void {
    for (const waiting of this.waiting.values()) {
      clearTimeout(waiting.stuck);
      waiting.stuck = this.patience();
    }
    this.rest();
    if ('work' in news) tell('work', news);
    else this.changed();
  }

  /** Ends the Worker, so that the next question starts another, and answers whoever waits. */
  private end(why: string): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { answer } of [...this.waiting.values()]) answer({ ...failed(new Failure('gone', why)), sentinel: null });
  }

  private rest(): void {
    clearTimeout(this.quiet);
    if (this.idle && this.waiting.size === 0) this.quiet = setTimeout(this.idle.then, this.idle.after);
  }
}
