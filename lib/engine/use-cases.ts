// The shape of every use case: fields that nobody has checked go in, the protocol's answer comes out. Types only.
import type { EngineCalls } from '../messages';

/** Every use case by its name in the protocol; each checks what it is given. @throws Failure; see the codes at each. */
export type UseCases = { [T in keyof EngineCalls]: (ask: Record<string, unknown>) => Promise<EngineCalls[T]['answer']> };
