// Lines of the inbox after a comparison of one of their articles that did not find them, over a real IndexedDB implementation.
import { expect, it } from 'vitest';
import { openDatabase, write } from '../../lib/corpus/database';
import { isSettled, settle } from '../../lib/corpus/disputes';
import { Notes } from '../../lib/corpus/notes';
import { OTHER, save, start } from '../engine-opened';
import { harbour } from './fixtures';

it('a line that the other article’s comparison still holds is not settled, nor one whose other statement has changed meanwhile', async () => {
  const { engine, corpus, name } = await start();
  const older = await save(engine, harbour());
  await corpus.rest();
  const newer = await save(engine, harbour(OTHER, 15));
  await corpus.rest();
  const db = await openDatabase(name, () => undefined);
  const line = async () => (await db.getAll('disputes'))[0]!;
  const { statement } = (await line()).newer;
  const correction = { id: 'c', article: newer, text: statement.text, hidden: false, speaker: 'Fire brigade', at: '2023-03-08T00:00:00.000Z' };
  const notes = new Notes([{ key: 'correction:c', kind: 'correction', value: correction, before: null, article: newer }]);
  const compared = (stands: boolean) => write(db, (tx) => settle(tx, older, new Set(), notes, () => stands));
  expect([await compared(true), isSettled(await line(), notes)]).toEqual([false, false]);
  await db.delete('links', newer);
  expect([await compared(false), isSettled(await line(), notes)]).toEqual([false, false]);
  expect([await compared(true), isSettled(await line(), notes)]).toEqual([true, true]);
  expect(await compared(true)).toBe(false);
  expect(isSettled(await line(), new Notes([]))).toBe(false);
  db.close();
});
