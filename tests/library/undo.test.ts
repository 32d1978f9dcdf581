// The way back from a deletion or a correction in the library, with a port to a made-up world: it is there for as long as it is offered.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Articles } from '../../entrypoints/library/articles';
import { Notices } from '../../entrypoints/library/notices';
import { Failure } from '../../lib/failure';
import { World } from '../components/library/world';

let world: World;
let notices: Notices;

beforeEach(() => {
  world = new World();
  notices = new Notices();
});

const ids = () => world.rows.map(({ id }) => id).sort();

describe('a line that was deleted', () => {
  async function deleted(): Promise<Articles> {
    const articles = new Articles(world, notices);
    await articles.open({});
    const view = articles.view.value;
    await articles.remove(view.kind === 'there' ? view.value.line(0)! : expect.fail('no list'));
    return articles;
  }

  it('comes back by its notice after the reader has searched for something else', async () => {
    const articles = await deleted();
    await articles.open({ text: 'ferry' });
    notices.now.value?.undo?.();
    await vi.waitFor(() => expect(notices.now.value).toMatchObject({ words: 'noticeRestored', about: 'Ferry sinks' }));
    expect(ids()).toEqual(['a', 'b']);
  });

  it('can be deleted again after it could not be brought back, and was elsewhere', async () => {
    const articles = await deleted();
    await articles.open({ text: 'ferry' });
    world.failing.set('restore', new Failure('quota'));
    notices.now.value?.undo?.();
    await vi.waitFor(() => expect(notices.now.value?.words).toBe('libraryNotRestored'));
    await world.restore('a');
    await articles.reload();
    const view = articles.view.value;
    const line = view.kind === 'there' ? view.value.line(0) : null;
    expect(line).toMatchObject({ row: { id: 'a' }, state: 'stored' });
    await articles.remove(line!);
    expect(ids()).toEqual(['b']);
  });
});
