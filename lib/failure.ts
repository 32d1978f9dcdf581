// The one kind of error that travels, and the reply it travels in. Knows no browser, so that the Worker, the command
// line and the tests can use it too.

/** An error that may be shown: the code picks the words. */
export type FailureCode =
  | 'no-access'
  | 'unreadable-page'
  | 'nothing-to-save'
  | 'not-english'
  | 'quota'
  | 'corpus-unreadable'
  | 'bad-message'
  | 'bad-import'
  /** Others do so much of the same at the time that there is no room for this. */
  | 'busy'
  | 'no-reader'
  /** The reader's own rule: this site is never read. */
  | 'left-alone'
  /** What was to be undone has been changed since. */
  | 'changed'
  | 'gone'
  | 'internal';

/** An error with its code; `detail` is for the curious. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    detail = '',
  ) {
    super(detail || code);
    this.name = 'Failure';
  }
}

/** What travels back. `undefined` (nobody listened) is a failure too. */
export type Reply = { ok: true; answer: unknown } | { ok: false; code: FailureCode; detail: string };

/** Turns whatever was thrown into a reply that can travel. */
export function failed(error: unknown): Reply {
  if (error instanceof Failure) return { ok: false, code: error.code, detail: error.message };
  return { ok: false, code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}

/** Unpacks a reply, or throws the Failure it carries. */
export function unpack<A>(reply: Reply | undefined): A {
  if (reply === undefined) throw new Failure('gone', 'nobody answered');
  if (!reply.ok) throw new Failure(reply.code, reply.detail);
  return reply.answer as A;
}

/** True for an object that is no array: the shape of every message, ask and stored record. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
