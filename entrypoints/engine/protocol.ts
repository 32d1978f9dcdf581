// What travels between the switchboard, the engine's host and its Worker. Types only.
import type { Sentinel } from '../../lib/corpus/sentinel';
import type { EngineCall } from '../../lib/engine';
import type { Reply } from '../../lib/failure';
import type { Work } from '../../lib/model';

/** One question. The sentinel travels with each, since whichever comes first is the one that opens the corpus. */
export interface EngineRequest {
  type: EngineCall;
  ask: Record<string, unknown>;
  sentinel: Sentinel | null;
}

/** Its reply, with the sentinel as it should be remembered from now on; null while the corpus is not open. */
export type EngineReply = Reply & { sentinel: Sentinel | null };

/** The envelope in which a question reaches the offscreen page. */
export interface EngineMessage extends EngineRequest {
  to: 'engine';
}

/** A question and a reply on the way to and from the Worker; `ticket` pairs them. */
export interface WorkerRequest extends EngineRequest {
  ticket: number;
}
export type WorkerReply = EngineReply & { ticket: number };

/** What the Worker says unasked: how far its work in the background is, null when it is done; or that it has found something new. */
export type WorkerNews = { work: Work | null } | { changed: true };
