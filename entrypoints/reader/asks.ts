// What a reader asks of the switchboard: a message in, its answer out, asked again while nobody answers. Knows no page.
import { Failure, send } from '../../lib/messages';
import type { Answer, Ask, PageCalls } from '../../lib/messages';
import { native } from '../../lib/native';
import type { AskToJudge } from '../card/contract';

/** Waits between tries when nobody answers, in milliseconds: Firefox rejects what is sent while its event page wakes. */
const WAITS = [150, 500, 1_500];

/** False once the extension was reloaded or removed: what is asked of it then throws. */
export function alive(): boolean {
  try {
    return native()?.runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** Asks, and asks again while nobody answers. @throws Failure as the other side reports it */
export async function ask<T extends keyof PageCalls>(type: T, what: Ask<'page', T>): Promise<Answer<'page', T>> {
  for (const wait of WAITS) {
    try {
      return await send('page', type, what);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'gone' || !alive()) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return send('page', type, what);
}

/** Keeps or drops what the reader says of a match. The operation's id is drawn here: pages without a secure context have no randomUUID. */
export const judge: AskToJudge = (verdict, step) => {
  const operation = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return ask('judge', { verdict, ...step, operation });
};
