// The library's port to the world, fulfilled with the browser's API and the protocol.
import { download } from '../../components/download';
import { Failure, hear, send } from '../../lib/messages';
import type { Ask } from '../../lib/messages';
import type { LibraryAnswer, LibraryPort } from './port';

/** Asks, and once more if the switchboard was just being restarted: what changes anything carries an operation id. */
async function once<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return await ask();
    throw error;
  }
}

/** Makes the port. */
export function libraryPort(): LibraryPort {
  return {
    ask: (type, ask) => once(() => send('switchboard', type, ask as Ask<'switchboard', typeof type>)) as Promise<LibraryAnswer<typeof type>>,
    remove: async (id, operation) => void (await once(() => send('switchboard', 'remove', { id, operation }))),
    restore: async (id, operation) => void (await once(() => send('switchboard', 'restore', { id, operation }))),
    download,
    operation: () => crypto.randomUUID(),
    hearCorpus: (heard) => hear('corpus', () => heard()),
  };
}
