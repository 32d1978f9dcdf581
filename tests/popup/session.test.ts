// The page's state as popup and panel follow it, with a port to a made-up world.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../entrypoints/popup/session';
import { Shelf } from '../../entrypoints/popup/shelf';
import { Failure } from '../../lib/failure';
import { UNDO_MS } from '../../lib/model';
import { DEFAULTS } from '../../lib/settings';
import { article, FakePort, READ, TAB } from '../components/fixtures';

let port: FakePort;
let session: Session;

beforeEach(() => {
  vi.useFakeTimers();
  port = new FakePort();
  session = new Session(port);
});

afterEach(() => {
  session.close();
  vi.useRealTimers();
});

const view = () => session.view.value;

describe('reading a page', () => {
  it('shows a page that was read already without reading it again', async () => {
    await session.open(TAB);
    expect(view()).toMatchObject({ kind: 'read', title: READ.title });
    expect(port.done.filter((it) => it.startsWith('read'))).toEqual([]);
  });

  it('has a page read that nobody has read, and waits for its reader', async () => {
    port.states = [new Failure('gone'), { state: 'reading', url: TAB.url }, { state: 'engine-starting', url: TAB.url }, READ];
    await session.open(TAB);
    expect(port.done.filter((it) => it.startsWith('read'))).toEqual(['read 7']);
    await vi.advanceTimersByTimeAsync(1);
    expect(view()).toEqual({ kind: 'waiting', for: 'reading' });
    await vi.advanceTimersByTimeAsync(400);
    expect(view()).toEqual({ kind: 'waiting', for: 'engine' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(view()).toMatchObject({ kind: 'read' });
  });

  it('asks again at once when news of the page comes', async () => {
    port.states = [{ state: 'reading', url: TAB.url }, READ];
    await session.open(TAB);
    expect(view()).toEqual({ kind: 'waiting', for: 'reading' });
    port.pageChanged(8);
    await vi.advanceTimersByTimeAsync(0);
    expect(view().kind).toBe('waiting');
    port.pageChanged(7);
    await vi.advanceTimersByTimeAsync(0);
    expect(view().kind).toBe('read');
  });

  it('gives up on a reader that stays silent', async () => {
    port.states = [new Failure('gone')];
    await session.open(TAB);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(view()).toMatchObject({ kind: 'failed', trouble: 'no-reader' });
  });

  it('drops the answer about a tab that was left meanwhile', async () => {
    let answer: (state: typeof READ) => void = () => undefined;
    port.pageState = (tab) => (tab === 7 ? new Promise((resolve) => (answer = resolve)) : Promise.resolve({ state: 'not-article', url: 'https://b.example/' }));
    const first = session.open(TAB);
    await session.open({ id: 8, url: 'https://b.example/' });
    answer(READ);
    await first;
    expect(view()).toEqual({ kind: 'not-article' });
  });

  it('asks for the settings once where they were asked for ahead, and looks at them before the page', async () => {
    const asked = vi.spyOn(port, 'settings').mockResolvedValue({ ...DEFAULTS, sites: { [new URL(TAB.url).hostname]: 'never' } });
    session.prepare();
    await session.open(TAB);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(view()).toEqual({ kind: 'left-alone' });
    expect(port.done.filter((it) => /^(pageState|read)/.test(it))).toEqual([]);
    await session.retry();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  const OUTCOMES: [Failure['code'], object][] = [
    ['no-access', { kind: 'no-access' }],
    ['unreadable-page', { kind: 'unreadable', why: 'browser' }],
    ['corpus-unreadable', { kind: 'failed', trouble: 'corpus-unreadable' }],
    ['internal', { kind: 'failed', trouble: 'internal' }],
  ];
  it.each(OUTCOMES)('shows %s when reading is refused so', async (code, expected) => {
    port.states = [new Failure('gone')];
    port.failing.set('read', new Failure(code, 'why'));
    await session.open(TAB);
    expect(view()).toMatchObject(expected);
  });

  it('asks nobody about a page that no extension may read', async () => {
    await session.open({ id: 7, url: 'about:config' });
    expect(view()).toEqual({ kind: 'unreadable', why: 'browser' });
    expect(port.done).toEqual([]);
  });

  it('calls an address that ends in .pdf a PDF only once reading came to nothing', async () => {
    const tab = { id: 7, url: 'https://news.example.org/report.pdf' };
    port.states = [{ ...READ, url: tab.url }];
    await session.open(tab);
    expect(view().kind).toBe('read');
    port.states = [{ state: 'not-article', url: tab.url }];
    await session.open(tab);
    expect(view()).toEqual({ kind: 'unreadable', why: 'pdf' });
  });
});

describe('saving', () => {
  it('sends the same operation once more when the switchboard was just being restarted', async () => {
    await session.open(TAB);
    port.failing.set('save', new Failure('gone'));
    await session.save();
    expect(port.done.filter((it) => it.startsWith('save'))).toEqual(['save operation-1', 'save operation-1']);
    expect(session.saving.value).toMatchObject({ state: 'saved', already: false });
  });

  it('says why it failed, and can be tried again', async () => {
    await session.open(TAB);
    port.failing.set('save', new Failure('quota', 'QuotaExceededError'));
    await session.save();
    expect(session.saving.value).toEqual({ state: 'failed', trouble: 'quota', detail: 'QuotaExceededError' });
    await session.save();
    expect(session.saving.value).toMatchObject({ state: 'saved' });
  });

  it('knows a page that is stored already, and forgets it when the article goes', async () => {
    port.shelf.push(article('x', { url: READ.url }));
    await session.open(TAB);
    await vi.advanceTimersByTimeAsync(0);
    expect(session.saving.value).toMatchObject({ state: 'saved', already: true });
    await port.remove('x');
    await vi.advanceTimersByTimeAsync(0);
    expect(session.saving.value).toEqual({ state: 'idle' });
  });
});

describe('site access', () => {
  it('asks for the host, then reads the page', async () => {
    port.states = [new Failure('gone'), READ];
    port.failing.set('read', new Failure('no-access'));
    await session.open(TAB);
    expect(view()).toEqual({ kind: 'no-access' });
    expect(session.access.value).toEqual({ host: 'news.example.org', state: 'none' });
    expect(await session.grant()).toBe(true);
    expect(port.done).toContain('grant https://*.news.example.org/* http://*.news.example.org/*');
    expect(session.access.value.state).toBe('granted');
    expect(view().kind).toBe('read');
  });

  it('asks the browser before anything is awaited', async () => {
    await session.open(TAB);
    port.done.length = 0;
    void session.choose('always');
    expect(port.done).toEqual(['grant https://*.news.example.org/* http://*.news.example.org/*']);
  });

  it('changes nothing when declined', async () => {
    await session.open(TAB);
    port.says = false;
    expect(await session.grant()).toBe(false);
    expect(session.access.value.state).toBe('none');
  });

  it('takes back every origin that covers the host, and leaves the others', async () => {
    port.granted = ['*://*.example.org/*', 'https://news.example.org/*', '*://*.other.example/*'];
    await session.open(TAB);
    expect(await session.choose('click')).toBe('chosen');
    expect(port.granted).toEqual(['*://*.other.example/*']);
    expect(port.kept.sites).toEqual({ 'news.example.org': 'click' });
    expect(session.access.value.state).toBe('none');
  });

  it('tells what came with the build and what covers every site', async () => {
    port.fixed = ['https://news.example.org/*'];
    await session.open(TAB);
    expect(session.access.value.state).toBe('fixed');
    port.fixed = [];
    port.granted = ['*://*/*'];
    await session.open(TAB);
    expect(session.access.value.state).toBe('all');
  });
});

describe('export', () => {
  it('hands over a file named after the site', async () => {
    await session.open(TAB);
    await session.exportPage();
    expect(port.done.at(-1)).toMatch(/^download second-source-news\.example\.org-\d{4}-\d{2}-\d{2}\.json$/);
  });

  it('hands over nothing when it fails, and says so', async () => {
    port.failing.set('exportAll', new Failure('corpus-unreadable'));
    await session.exportAll();
    expect(port.done).toEqual(['exportAll']);
    expect(session.exportingAll.value).toMatchObject({ state: 'failed', trouble: 'corpus-unreadable' });
  });
});

describe('the shelf', () => {
  it('no longer offers an undo for an article that was saved again meanwhile', async () => {
    const shelf = new Shelf(port);
    await shelf.refresh();
    const b = port.shelf.find(({ id }) => id === 'b')!;
    await shelf.remove(b);
    await shelf.refresh();
    expect(shelf.notice.value).toMatchObject({ what: 'removed', undo: 'b' });
    port.shelf.push(b);
    await shelf.refresh();
    expect(shelf.notice.value).toBeNull();
    shelf.close();
  });

  it('keeps the line of a deleted article in its place until it is brought back', async () => {
    const shelf = new Shelf(port);
    await shelf.refresh();
    const ids = () => (shelf.view.value.kind === 'listed' ? shelf.view.value.lines.map(({ article: { id }, state }) => `${id} ${state}`) : []);
    expect(ids()).toEqual(['b stored', 'a stored']);
    await shelf.remove(port.shelf.find(({ id }) => id === 'b')!);
    expect(ids()).toEqual(['b removed', 'a stored']);
    expect(shelf.notice.value).toMatchObject({ what: 'removed', undo: 'b' });
    // What can be undone waits for its reader; that it was undone is said for some seconds.
    await vi.advanceTimersByTimeAsync(8001);
    expect(shelf.notice.value).toMatchObject({ what: 'removed', undo: 'b' });
    await shelf.restore('b');
    expect(ids()).toEqual(['b stored', 'a stored']);
    expect(shelf.notice.value).toMatchObject({ what: 'restored', undo: null });
    await vi.advanceTimersByTimeAsync(8001);
    expect(shelf.notice.value).toBeNull();
    shelf.close();
  });

  it('offers the undo, in notice and line, for as long as it can be done', async () => {
    const shelf = new Shelf(port);
    await shelf.refresh();
    const ids = () => (shelf.view.value.kind === 'listed' ? shelf.view.value.lines.map(({ article: { id }, state }) => `${id} ${state}`) : []);
    await shelf.remove(port.shelf.find(({ id }) => id === 'b')!);
    await vi.advanceTimersByTimeAsync(60_000);
    await shelf.remove(port.shelf.find(({ id }) => id === 'a')!);
    await vi.advanceTimersByTimeAsync(UNDO_MS - 60_001);
    expect(ids()).toEqual(['b removed', 'a removed']);
    await vi.advanceTimersByTimeAsync(1);
    expect(ids()).toEqual(['a removed']);
    expect(shelf.notice.value).toMatchObject({ what: 'removed', undo: 'a' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ids()).toEqual([]);
    expect(shelf.notice.value).toBeNull();
    shelf.close();
  });

  it('lets go of a line whose undo fails when its time is over, and of none that was brought back', async () => {
    const shelf = new Shelf(port);
    await shelf.refresh();
    const ids = () => (shelf.view.value.kind === 'listed' ? shelf.view.value.lines.map(({ article: { id }, state }) => `${id} ${state}`) : []);
    await shelf.remove(port.shelf.find(({ id }) => id === 'a')!);
    await shelf.restore('a');
    await shelf.remove(port.shelf.find(({ id }) => id === 'b')!);
    port.failing.set('restore', new Failure('gone'));
    await shelf.restore('b');
    expect(ids()).toEqual(['b removed', 'a stored']);
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    expect(ids()).toEqual(['a stored']);
    shelf.close();
  });

  it('lists an article as stored that was deleted and then saved again', async () => {
    const shelf = new Shelf(port);
    await shelf.refresh();
    const deleted = port.shelf.find(({ id }) => id === 'b')!;
    await shelf.remove(deleted);
    port.shelf.push(deleted);
    await shelf.refresh();
    expect(shelf.view.value).toMatchObject({ kind: 'listed', lines: [{ article: { id: 'b' }, state: 'stored' }, { state: 'stored' }] });
    shelf.close();
  });

  it('leaves the article listed when deleting fails', async () => {
    const shelf = new Shelf(port);
    await shelf.refresh();
    port.failing.set('remove', new Failure('corpus-unreadable'));
    await shelf.remove(port.shelf[0]!);
    expect(shelf.view.value).toMatchObject({ kind: 'listed', lines: [{ state: 'stored' }, { state: 'stored' }] });
    expect(shelf.notice.value).toMatchObject({ what: 'remove-failed', undo: null });
    shelf.close();
  });
});
