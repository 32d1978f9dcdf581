// The library's list over a made-up world: ten thousand lines, search and address, delete and undo, tags and notes, seeds, and the
// states of having nothing to show.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Failure } from '../../../lib/failure';
import { Drawn } from './draw';
import { row, World } from './world';

let world: World;
let drawn: Drawn;

beforeEach(() => {
  world = new World();
});
afterEach(() => drawn.close());

const titles = () => drawn.texts('.virtual > li .row-title');
const listed = async (hash = '') => {
  drawn = new Drawn(world, hash);
  await vi.waitFor(() => expect(titles().length).toBeGreaterThan(0));
};

describe('ten thousand articles', () => {
  const many = () => Array.from({ length: 10_000 }, (_, i) => row(`n${i}`, { title: `Article number ${i}` }));
  beforeEach(() => (world.rows = many()));

  it('draw a few lines only, and those in sight wherever the reader scrolls to', async () => {
    await listed();
    expect(drawn.text('.list-head p')).toBe('10,000 articles, on this device only.');
    expect(drawn.app.querySelectorAll('.virtual > li').length).toBeLessThan(60);
    expect(titles()[0]).toBe('Article number 0');
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await vi.waitFor(() => expect(titles()).toContain('Article number 5000'));
    expect(drawn.app.querySelectorAll('.virtual > li').length).toBeLessThan(60);
    scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(titles().at(-1)).toBe('Article number 9999'));
    expect(drawn.app.querySelectorAll('.virtual > li').length).toBeLessThan(60);
    expect(world.times('search')).toBeLessThan(12);
  });

  it('tell assistive technology how many they are and which is which', async () => {
    await listed();
    const line = drawn.find('.virtual > li:nth-child(3)');
    expect([line.getAttribute('aria-setsize'), line.getAttribute('aria-posinset')]).toEqual(['10000', '3']);
  });

  it('keep the focus on a line that is scrolled out of sight, and move it by arrow keys, Home and End', async () => {
    await listed();
    const link = drawn.find<HTMLAnchorElement>('.virtual a');
    link.focus();
    scrollTo(0, document.documentElement.scrollHeight / 5);
    await vi.waitFor(() => expect(titles()).toContain('Article number 2000'));
    expect(document.activeElement).toBe(link);
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Article number 1'));
    await userEvent.keyboard('{End}');
    await vi.waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('10000'));
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('1'));
  });
});

describe('search', () => {
  it('asks at the first letter, then for what was typed until the answer came, and the address keeps it', async () => {
    await listed();
    const before = world.times('search');
    let release: () => void = () => undefined;
    world.held.set('search', new Promise((resolve) => (release = () => resolve())));
    await userEvent.type(drawn.find('[type=search]'), 'ferry');
    expect(world.times('search')).toBe(before + 1);
    world.held.delete('search');
    release();
    await vi.waitFor(() => expect(titles()).toEqual(['Ferry sinks']));
    expect(world.times('search')).toBe(before + 2);
    expect(location.hash).toBe('#articles?text=ferry');
    expect(drawn.text('.list-head p')).toBe('1 article fits.');
    drawn.button('Clear search').click();
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
    expect(location.hash).toBe('#articles');
  });

  it('is taken from the address, and shows which fields are used', async () => {
    await listed('#articles?tag=sea&stance=conflicts&from=2023-01-01');
    expect(titles()).toEqual(['Ferry sinks']);
    expect(drawn.text('.search-more button')).toBe('Narrowed by 3 more fields');
    expect(drawn.find<HTMLInputElement>('[name=tag]').value).toBe('sea');
    expect(drawn.find<HTMLSelectElement>('select').value).toBe('conflicts');
    expect(world.done.find((one) => one.startsWith('search'))).toContain('"query":{"tag":"sea","from":"2023-01-01","stance":"conflicts"}');
  });

  it('says so when nothing fits, with the way back', async () => {
    await listed();
    await userEvent.fill(drawn.find('[type=search]'), 'nowhere');
    await vi.waitFor(() => expect(drawn.text()).toContain('No article fits'));
    drawn.button('Clear search').click();
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
  });

  it('does not let an answer that was overtaken speak last', async () => {
    await listed();
    let release: () => void = () => undefined;
    world.held.set('search', new Promise((resolve) => (release = () => resolve())));
    const slow = drawn.sessions.articles.open({ text: 'ferry' });
    world.held.delete('search');
    await drawn.sessions.articles.open({});
    release();
    await slow;
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
    expect(drawn.text('.list-head p')).toContain('2 articles');
  });

  it('marks the words that fit', async () => {
    world.rows = [row('a', { title: 'Ferry', hit: { text: 'The ferry sank.', spans: [{ start: 4, end: 9 }] } })];
    await listed();
    expect(drawn.texts('.hit mark')).toEqual(['ferry']);
  });
});

describe('deleting', () => {
  it('leaves a line that brings the article back, with the same button, which keeps the focus', async () => {
    await listed();
    const remove = drawn.button('Delete: Ferry sinks');
    remove.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(remove.textContent).toBe('Undo'));
    expect(document.activeElement).toBe(remove);
    expect(drawn.text('.list-head p')).toContain('1 article,');
    expect(titles()).toEqual(['Ferry sinks', 'Article b']);
    world.changed();
    await vi.waitFor(() => expect(world.times('search')).toBeGreaterThan(2));
    expect(titles()).toEqual(['Ferry sinks', 'Article b']);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(remove.textContent).toBe('Delete'));
    expect(world.rows.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('happens once however often it is clicked', async () => {
    await listed();
    const remove = drawn.button('Delete: Ferry sinks');
    remove.click();
    remove.click();
    await vi.waitFor(() => expect(remove.textContent).toBe('Undo'));
    expect(world.times('remove')).toBe(1);
  });

  it('is undone from the notice too, and says when it failed', async () => {
    await listed();
    world.failing.set('remove', new Failure('quota'));
    drawn.button('Delete: Ferry sinks').click();
    await vi.waitFor(() => expect(drawn.text('.notice')).toMatch(/^Not deleted\./));
    expect(titles()).toHaveLength(2);
    drawn.button('Delete: Ferry sinks').click();
    await vi.waitFor(() => expect(drawn.text('.notice')).toContain('Deleted: Ferry sinks'));
    drawn.find('.notice button').click();
    await vi.waitFor(() => expect(world.rows).toHaveLength(2));
  });
});

describe('tags and note', () => {
  it('are edited over the list, kept, and taken back; the focus returns', async () => {
    await listed();
    drawn.button('Tags and note: Ferry sinks').focus();
    await userEvent.keyboard('{Enter}');
    const [tags, note] = [drawn.find<HTMLInputElement>('dialog input'), drawn.find<HTMLTextAreaElement>('dialog textarea')];
    expect([tags.value, note.value]).toEqual(['sea', 'ask the port']);
    await userEvent.fill(tags, 'sea, ships , ,sea');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(drawn.texts('.virtual > li:first-child .tags li')).toEqual(['sea', 'ships']));
    expect(drawn.app.querySelector('dialog')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Tags and note: Ferry sinks'));
    drawn.find('.notice button').click();
    await vi.waitFor(() => expect(drawn.texts('.virtual > li:first-child .tags li')).toEqual(['sea']));
  });

  it('with a tag of 10,000 characters are not sent, and nothing typed is lost', async () => {
    await listed();
    drawn.button('Tags and note: Ferry sinks').click();
    await vi.waitFor(() => drawn.find('dialog'));
    await userEvent.fill(drawn.find('dialog input'), 'x'.repeat(10_000));
    drawn.button('Save').click();
    await vi.waitFor(() => expect(drawn.text('dialog [role=alert]')).toBe('Not saved yet: a tag has at most 100 characters.'));
    expect(world.times('label')).toBe(0);
    expect(drawn.find<HTMLInputElement>('dialog input').value).toHaveLength(10_000);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(drawn.app.querySelector('dialog')).toBeNull());
  });

  it('stay open with what was typed when they could not be kept', async () => {
    await listed();
    world.failing.set('label', new Failure('quota'));
    drawn.button('Tags and note: Ferry sinks').click();
    await vi.waitFor(() => drawn.find('dialog'));
    await userEvent.fill(drawn.find('dialog textarea'), 'call them');
    drawn.button('Save').click();
    await vi.waitFor(() => expect(drawn.text('.notice')).toMatch(/^Tags and note not saved\./));
    expect(drawn.find<HTMLTextAreaElement>('dialog textarea').value).toBe('call them');
  });
});

describe('what is selected', () => {
  it('is counted over the list, and can be exported by itself', async () => {
    await listed();
    drawn.find<HTMLInputElement>('[aria-label="Select: Ferry sinks"]').click();
    await vi.waitFor(() => expect(drawn.text('.selected')).toContain('Export 1 selected article'));
    drawn.button('Export 1 selected article').click();
    await vi.waitFor(() => expect(location.hash).toBe('#exchange'));
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.exchange')).toHaveLength(2));
    expect([...drawn.sessions.articles.selected.value]).toEqual(['a']);
  });
});

describe('nothing to show', () => {
  it('waits, and says what is waited for', async () => {
    let release: () => void = () => undefined;
    world.held.set('search', new Promise((resolve) => (release = () => resolve())));
    drawn = new Drawn(world);
    await vi.waitFor(() => expect(drawn.text('.waiting')).not.toBe(''));
    expect(titles()).toEqual([]);
    release();
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
  });

  it('says why, and tries again', async () => {
    world.failing.set('search', new Failure('corpus-unreadable', 'VersionError'));
    drawn = new Drawn(world);
    await vi.waitFor(() => expect(drawn.text('[role=alert]')).toMatch(/can’t be listed.*Nothing was overwritten/));
    drawn.button('Try again').click();
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
  });

  it('says how articles come to be stored, and puts back those that came along', async () => {
    world.rows = [];
    drawn = new Drawn(world);
    await vi.waitFor(() => expect(drawn.text()).toContain('No stored articles'));
    drawn.button('Restore the articles that came along').click();
    await vi.waitFor(() => expect(titles()).toEqual(['A seed']));
    expect(drawn.text('.notice')).toContain('Restored: 1 of the articles');
  });
});

describe('the way there and back', () => {
  it('leads back to the line that the reader left by', async () => {
    world.rows = Array.from({ length: 200 }, (_, i) => row(i === 100 ? 'a' : `n${i}`, { title: `Article number ${i}` }));
    await listed();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await vi.waitFor(() => expect(titles()).toContain('Article number 100'));
    const at = scrollY;
    drawn.button('Article number 100').click();
    await vi.waitFor(() => expect(drawn.text('h2')).toBe('Ferry sinks'));
    expect(document.activeElement?.tagName).toBe('H2');
    history.back();
    await vi.waitFor(() => expect(titles()).toContain('Article number 100'));
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Article number 100'));
    expect(Math.abs(scrollY - at)).toBeLessThan(3);
  });

  it('goes to the settings', async () => {
    await listed();
    drawn.button('Settings').click();
    expect(world.done).toContain('settings');
  });
});
