// The way back from a deletion or a correction in the library, with a port to a made-up world: it is there for as long as it is offered.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Articles } from '../../entrypoints/library/articles';
import { Inbox } from '../../entrypoints/library/inbox';
import { Labels } from '../../entrypoints/library/labels';
import { Notices } from '../../entrypoints/library/notices';
import { Reading } from '../../entrypoints/library/reading';
import { Failure } from '../../lib/failure';
import { t } from '../../lib/i18n';
import { UNDO_MS } from '../../lib/model';
import { dispute, World } from '../components/library/world';

let world: World;
let notices: Notices;

beforeEach(() => {
  world = new World();
  notices = new Notices();
});

afterEach(() => void vi.useRealTimers());

const ids = () => world.rows.map(({ id }) => id).sort();

/** A list whose first line was deleted. */
async function deleted(): Promise<Articles> {
  const articles = new Articles(world, notices);
  await articles.open({});
  const view = articles.view.value;
  await articles.remove(view.kind === 'there' ? view.value.line(0)! : expect.fail('no list'));
  return articles;
}

describe('a line that was deleted', () => {
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

describe('the undo of a deletion', () => {
  const deletions = {
    'in the list': deleted,
    'of the article that is read': async () => {
      const reading = new Reading(world, notices);
      await reading.open('a');
      await reading.remove();
    },
  };

  it.each(Object.entries(deletions))('%s says that it came too late, and nothing of a restart', async (_, remove) => {
    await remove();
    world.failing.set('restore', new Failure('gone'));
    notices.now.value?.undo?.();
    await vi.waitFor(() => expect(notices.now.value?.words).toBe('libraryNotRestored'));
    expect(notices.now.value?.about).toBe(t('libraryUndoOver'));
    expect(t('libraryUndoOver')).toContain('ten minutes');
  });

  it.each(Object.entries(deletions))('%s is offered for as long as it can be done', async (_, remove) => {
    vi.useFakeTimers();
    await remove();
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(notices.now.value).toMatchObject({ words: 'noticeRemoved', about: 'Ferry sinks' });
    vi.advanceTimersByTime(1);
    expect(notices.now.value).toBeNull();
  });
});

describe('an undo that comes while something else is under way', () => {
  /** Holds the next calls of a name back; the answer lets them go. */
  function hold(name: string): () => void {
    let letGo: () => void = () => undefined;
    world.held.set(name, new Promise((resolve) => (letGo = resolve)));
    return () => {
      world.held.delete(name);
      letGo();
    };
  }

  async function read(): Promise<{ reading: Reading; hide: (nth: number) => Promise<boolean> }> {
    const reading = new Reading(world, notices);
    await reading.open('a');
    const statements = reading.view.value.kind === 'there' ? reading.view.value.value.statements : [];
    return { reading, hide: (nth) => reading.correct(statements[nth]!, { hidden: true }) };
  }

  it('brings the article back when that has ended', async () => {
    const { reading, hide } = await read();
    await reading.remove();
    const letGo = hold('correct');
    const correcting = hide(0);
    notices.now.value?.undo?.();
    expect(world.times('restore')).toBe(0);
    letGo();
    await correcting;
    await vi.waitFor(() => expect(notices.now.value?.words).toBe('libraryBack'));
    expect(ids()).toEqual(['a', 'b']);
  });

  it('takes the correction back when that has ended, and another undo after it', async () => {
    const { hide } = await read();
    const corrected = () => world.shown?.corrections.length;
    await hide(0);
    const first = notices.now.value?.undo;
    await hide(1);
    const second = notices.now.value?.undo;
    expect(corrected()).toBe(2);
    const letGo = hold('correct');
    first?.();
    second?.();
    letGo();
    await vi.waitFor(() => expect(corrected()).toBe(0));
  });

  it('puts tags and note back when that has ended', async () => {
    const labels = new Labels(world, notices, () => undefined);
    await labels.write('a', { tags: ['new'], note: '' });
    const undo = notices.now.value?.undo;
    const letGo = hold('label');
    const writing = labels.write('b', { tags: ['other'], note: '' });
    undo?.();
    letGo();
    await writing;
    await vi.waitFor(() => expect(world.rows.map(({ tags }) => tags)).toEqual([['sea'], ['other']]));
  });

  it('marks all lines of the inbox as they were when the mark of one has come', async () => {
    world.inbox = [dispute('d1'), dispute('d2'), dispute('d3', { seen: true })];
    const inbox = new Inbox(world, notices);
    await inbox.refresh();
    const [first, second] = world.inbox;
    const seen = () => world.inbox.map((each) => each.seen);
    await inbox.mark([first!, second!], true);
    expect(seen()).toEqual([true, true, true]);
    const undo = notices.now.value?.undo;
    await inbox.mark([first!], false);
    const letGo = hold('seen');
    const marking = inbox.mark([first!], true);
    undo?.();
    letGo();
    await marking;
    await vi.waitFor(() => expect(seen()).toEqual([false, false, true]));
  });
});
