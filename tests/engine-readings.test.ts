// What the engine answers first of a reading, and what when it is asked again: over a real IndexedDB implementation.
import { expect, it } from 'vitest';
import { harbour } from './corpus/fixtures';
import { OTHER, save, start } from './engine-opened';

/** The harbour's page with sentences after it that nothing stored speaks of. */
const longer = (): ReturnType<typeof harbour> => {
  const draft = harbour(OTHER);
  return { ...draft, blocks: [...draft.blocks, ...Array.from({ length: 20 }, (_, i) => ({ kind: 'paragraph' as const, text: `The council of Lisbon bought ${i + 20} trams from a maker in Porto in May 2021.` }))] };
};

it('begins with what is found first, as it is in the whole, and gives the whole to who asks again', async () => {
  const { engine } = await start();
  await save(engine, harbour());
  const begun = await engine.annotate({ draft: longer(), soon: true });
  const whole = await engine.annotate({ draft: longer(), soon: true });
  expect(begun).toHaveProperty('more', true);
  expect(whole).not.toHaveProperty('more');
  expect(begun.annotations.length).toBeGreaterThan(0);
  expect(begun.annotations.length).toBeLessThan(whole.annotations.length);
  expect(begun).toEqual({ ...whole, annotations: whole.annotations.slice(0, begun.annotations.length), more: true });
});

it('gives the whole at once to who does not ask for a beginning, and where nothing is found', async () => {
  const { engine } = await start();
  expect(await engine.annotate({ draft: longer(), soon: true })).not.toHaveProperty('more');
  await save(engine, harbour());
  expect(await engine.annotate({ draft: longer() })).not.toHaveProperty('more');
});
