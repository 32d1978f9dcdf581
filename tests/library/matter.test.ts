// One matter while articles are compared in the background, with a port to a made-up world: what is shown stays until the reader wants it anew.
import { beforeEach, describe, expect, it } from 'vitest';
import { Matters } from '../../entrypoints/library/matters';
import { Failure } from '../../lib/failure';
import type { Matter } from '../../lib/messages';
import { matter, World } from '../components/library/world';

let world: World;
let matters: Matters;
let moves: string[];

beforeEach(async () => {
  world = new World();
  world.matter = matter();
  moves = [];
  matters = new Matters(world, () => undefined, (from, to) => moves.push(`${from} ${to}`));
  await matters.openMatter('m1');
});

const shown = (): Matter | null => (matters.matter.value.kind === 'there' ? matters.matter.value.value : null);
/** The same, with a ledger by now. */
const grown = (id: string): Matter => ({ ...matter(), id, statements: 3, ledger: [{ unit: 'count', of: 'body', entries: [] }] });

describe('a matter that is open', () => {
  it('stays as it is shown when nothing of it has changed', async () => {
    const before = shown();
    world.matter = { ...matter(), links: [{ a: 'a.0.0', b: 'b.0.0', stance: 'conflicts', confidence: 0.7, reason: { signal: 'quantity', words: '', claim: [], evidence: [] } }] };
    await matters.refreshMatter();
    expect(shown()).toBe(before);
    expect(matters.changed.value).toBe(false);
  });

  it('stays as it is shown when it has changed, and says so, until it is wanted anew', async () => {
    const before = shown();
    world.matter = grown('m1');
    await matters.refreshMatter();
    await matters.refreshMatter();
    expect(shown()).toBe(before);
    expect(matters.changed.value).toBe(true);
    await matters.showAnew();
    expect(shown()).toEqual(grown('m1'));
    expect(matters.changed.value).toBe(false);
    expect(moves).toEqual([]);
  });

  it('is found by its statements where they are grouped otherwise, and goes by that id from then on', async () => {
    world.matter = grown('m2');
    await matters.refreshMatter();
    expect([shown()?.id, matters.changed.value]).toEqual(['m1', true]);
    await matters.showAnew();
    expect(shown()?.id).toBe('m2');
    expect(moves).toEqual(['m1 m2']);
    expect(world.done.at(-1)).toBe('matter {"id":"m1","statements":["a.0.0","b.0.0"]}');
    await matters.refreshMatter();
    expect(world.done.at(-1)).toContain('"id":"m2"');
    expect(matters.changed.value).toBe(false);
  });

  it('that is no more stays until it is wanted anew, and is gone then', async () => {
    world.matter = null;
    await matters.refreshMatter();
    expect([shown()?.id, matters.changed.value]).toEqual(['m1', true]);
    await matters.showAnew();
    expect(matters.matter.value).toMatchObject({ kind: 'failed', trouble: 'gone' });
  });

  it('stays when it can’t be asked for, with nothing said of it', async () => {
    world.failing.set('matter', new Failure('internal'));
    await matters.refreshMatter();
    expect([shown()?.id, matters.changed.value]).toEqual(['m1', false]);
  });

  it('is asked for when it was not there, and forgotten for another one', async () => {
    world.matter = null;
    await matters.openMatter('m3');
    expect(matters.matter.value.kind).toBe('failed');
    world.matter = grown('m3');
    await matters.refreshMatter();
    expect([shown()?.id, matters.changed.value]).toEqual(['m3', false]);
    expect(world.done.filter((one) => one.startsWith('matter {"id":"m3"'))).toEqual(Array(2).fill('matter {"id":"m3","statements":[]}'));
  });
});
