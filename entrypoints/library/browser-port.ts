// The library's port to the world, fulfilled with the browser's API and the protocol.
import { download } from '../../components/download';
import { Failure, hear, send } from '../../lib/messages';
import type { Ask, LibraryCalls } from '../../lib/messages';
import { Nearby } from '../engine/nearby';
import type { LibraryAnswer, LibraryAsk, LibraryPort } from './port';

/** Asks, and once more if the switchboard was just being restarted: what changes anything carries an operation id. */
async function once<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return await ask();
    throw error;
  }
}

/** Makes the port. What is asked of the engine tells that it is awake: then searches go straight to it. */
export function libraryPort(): LibraryPort {
  const nearby = new Nearby();
  const byTheSwitchboard = async <T extends keyof LibraryCalls>(type: T, ask: LibraryAsk<T>): Promise<LibraryAnswer<T>> => {
    const answer = (await once(() => send('switchboard', type, ask as Ask<'switchboard', typeof type>))) as LibraryAnswer<T>;
    nearby.heard();
    return answer;
  };
  return {
    ask: (type, ask) => {
      if (type !== 'search') return byTheSwitchboard(type, ask);
      const search = ask as LibraryAsk<'search'>;
      return nearby.ask('search', search, () => byTheSwitchboard('search', search)) as Promise<LibraryAnswer<typeof type>>;
    },
    remove: async (id, operation) => void (await once(() => send('switchboard', 'remove', { id, operation }))),
    restore: async (id, operation) => void (await once(() => send('switchboard', 'restore', { id, operation }))),
    download,
    operation: () => crypto.randomUUID(),
    hearCorpus: (heard) => hear('corpus', () => heard()),
  };
}
