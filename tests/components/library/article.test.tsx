// A stored article in the library over a made-up world: its text with marks, evidence beside it, verdicts, corrections and the way
// back from them, and an article that is no more.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Failure } from '../../../lib/failure';
import { Drawn } from './draw';
import { FERRY, row, stored, World } from './world';

let world: World;
let drawn: Drawn;

beforeEach(() => {
  world = new World();
});
afterEach(() => drawn.close());

const read = async (hash = '#article/a') => {
  drawn = new Drawn(world, hash);
  await vi.waitFor(() => drawn.find('.stored-text'));
};
const sentence = (text: string) => drawn.button(text);

describe('the text', () => {
  it('stands whole, block by block, with its claims marked by shape and colour', async () => {
    await read();
    expect(drawn.texts('.stored-block > :first-child')).toEqual([`${FERRY} Nobody knows why.`, 'The quay stayed open.']);
    expect(drawn.app.querySelector('.stored-text blockquote')).not.toBeNull();
    const mark = sentence(FERRY);
    expect(getComputedStyle(mark).textDecorationStyle).toBe('wavy');
    expect(mark.classList.contains('is-conflicting')).toBe(true);
    expect(drawn.text('.stored > header')).toContain('1 marked claim');
  });

  it('shows what others say beside a claim, opened by click or key, and closed again', async () => {
    await read();
    sentence(FERRY).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(drawn.texts('.beside .evidence')[0]).toMatch(/Differs · figures: 17 here, 11 there: bodies.*Rescuers have found 11 bodies\./));
    expect(sentence(FERRY).getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(sentence(FERRY).getAttribute('aria-controls')!)).toBe(drawn.find('.beside-evidence'));
    await userEvent.keyboard(' ');
    await vi.waitFor(() => expect(drawn.app.querySelector('.beside .evidence')).toBeNull());
    drawn.find('.beside-button').click();
    await vi.waitFor(() => expect(drawn.app.querySelector('.beside .evidence')).not.toBeNull());
  });

  it('shows what others merely touch on when asked to', async () => {
    await read();
    expect(drawn.app.querySelectorAll('.beside-claims > li')).toHaveLength(1);
    drawn.button('Show 1 claim that others only touch on').click();
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.beside-claims > li')).toHaveLength(2));
    expect(sentence('The quay stayed open.').classList.contains('is-related')).toBe(true);
  });

  it('keeps one claim open at a time; Esc closes it, and the focus is on its button', async () => {
    await read();
    drawn.button('Show 1 claim that others only touch on').click();
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.beside-button')).toHaveLength(2));
    const buttons = [...drawn.app.querySelectorAll<HTMLElement>('.beside-button')];
    const open = () => buttons.map((button) => button.getAttribute('aria-expanded'));
    buttons[0]!.click();
    await vi.waitFor(() => expect(open()).toEqual(['true', 'false']));
    buttons[1]!.click();
    await vi.waitFor(() => expect(open()).toEqual(['false', 'true']));
    drawn.find('.beside-evidence button').focus();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(open()).toEqual(['false', 'false']));
    expect(document.activeElement).toBe(buttons[1]);
  });

  it('opens at the statement that the reader came for', async () => {
    await read('#article/a?at=a.0.0');
    await vi.waitFor(() => expect(drawn.app.querySelector('.beside .evidence')).not.toBeNull());
    expect(sentence(FERRY).classList.contains('is-wanted')).toBe(true);
  });
});

describe('a verdict', () => {
  it('is given beside the evidence, counts at once, and is taken back', async () => {
    await read();
    sentence(FERRY).click();
    await vi.waitFor(() => drawn.button('Wrong match'));
    drawn.button('Wrong match').click();
    await vi.waitFor(() => expect(world.said).toMatchObject([{ verdict: 'wrong-match', claim: FERRY, evidence: 'Rescuers have found 11 bodies.', stance: 'conflicts' }]));
    await vi.waitFor(() => expect(drawn.text('.beside-button')).toContain('set aside by you'));
    expect(drawn.app.querySelector('.stored-text .is-conflicting.underlined')).toBeNull();
    drawn.button('Undo').click();
    await vi.waitFor(() => expect(world.said).toEqual([]));
    await vi.waitFor(() => expect(drawn.app.querySelector('.stored-text .is-conflicting.underlined')).not.toBeNull());
  });
});

describe('correcting a statement', () => {
  const choose = async () => {
    await read();
    drawn.button('Correct statements').click();
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.is-choosable')).toHaveLength(2));
    sentence(FERRY).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => drawn.find('.correction-form'));
  };
  const fields = () => [...drawn.app.querySelectorAll<HTMLInputElement>('.correction-form input')];

  it('finds what was corrected of the same words in other spaces', async () => {
    world.shown = stored({ corrections: [{ id: 'c', article: 'a', text: FERRY.replace(' ', '  '), hidden: false, speaker: 'the coastguard', at: '2023-02-01T00:00:00.000Z' }] });
    await choose();
    expect(drawn.texts('.correction-form button')).toContain('Take back');
  });

  it('sets speaker and figures, keeps them, and takes them back', async () => {
    await choose();
    await vi.waitFor(() => expect(document.activeElement).toBe(fields()[0]));
    expect(fields().slice(1).map(({ value }) => value)).toEqual(['Rescuers', '17', '17']);
    await userEvent.fill(fields()[1]!, 'the coastguard');
    await userEvent.fill(fields()[3]!, '1,018');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(world.shown?.corrections).toMatchObject([{ article: 'a', text: FERRY, hidden: false, speaker: 'the coastguard', figures: [{ at: 0, min: 17, max: 1018 }] }]));
    await vi.waitFor(() => expect(document.activeElement).toBe(sentence(FERRY)));
    expect(drawn.text('.corrections')).toBe('1 correction by you');
    drawn.find('.notice button').click();
    await vi.waitFor(() => expect(world.shown?.corrections).toEqual([]));
  });

  it('leaves it out, and lists that with the way back', async () => {
    await choose();
    await userEvent.click(fields()[0]!);
    await userEvent.click(drawn.button('Save'));
    await vi.waitFor(() => expect(world.shown?.corrections).toMatchObject([{ text: FERRY, hidden: true }]));
    drawn.find('.corrections button').click();
    await vi.waitFor(() => expect(drawn.text('.corrections li')).toContain('left out'));
    drawn.button(`Take back: ${FERRY}`).click();
    await vi.waitFor(() => expect(world.shown?.corrections).toEqual([]));
    drawn.find('.notice button').click();
    await vi.waitFor(() => expect(world.shown?.corrections).toMatchObject([{ text: FERRY, hidden: true }]));
  });

  it.each(['some', '20'])('refuses %s as the lower figure, and sends nothing', async (typed) => {
    await choose();
    await userEvent.fill(fields()[2]!, typed);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(drawn.text('.correction-form [role=alert]')).toMatch(/^Write figures like/));
    expect(world.times('correct')).toBe(0);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(drawn.app.querySelector('.correction-form')).toBeNull());
    await vi.waitFor(() => expect(document.activeElement).toBe(sentence(FERRY)));
  });

  it('that could not be kept stays open with what was typed', async () => {
    await choose();
    world.failing.set('correct', new Failure('quota'));
    await userEvent.fill(fields()[1]!, 'nobody else');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(drawn.text('.notice')).toMatch(/^Correction not saved\./));
    expect(fields()[1]!.value).toBe('nobody else');
  });
});

describe('tags and note', () => {
  it('are kept here too, and taken back', async () => {
    world.rows = [row('a'), row('b')];
    await read();
    drawn.button('Tags and note').click();
    await vi.waitFor(() => drawn.find('.label-form input'));
    await userEvent.fill(drawn.find('.label-form input'), 'sea, war');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(drawn.texts('.stored > header .tags li')).toEqual(['sea', 'war']));
    drawn.find('.notice button').click();
    await vi.waitFor(() => expect(drawn.app.querySelector('.stored > header .tags')).toBeNull());
    await vi.waitFor(() => expect(drawn.find<HTMLInputElement>('.label-form input').value).toBe(''));
  });

  it('that were changed in another tab since are not taken back, and the notice says why', async () => {
    world.rows = [row('a'), row('b')];
    await read();
    drawn.button('Tags and note').click();
    await vi.waitFor(() => drawn.find('.label-form input'));
    await userEvent.fill(drawn.find('.label-form input'), 'sea');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => drawn.button('Undo'));
    await world.ask('label', { label: { article: 'a', tags: ['war'], note: '' }, how: 'keep', operation: 'elsewhere' });
    drawn.button('Undo').click();
    await vi.waitFor(() => expect(drawn.text('.notice')).toContain('Not undone. It has been changed since, perhaps in another tab. The newer state stays.'));
    await vi.waitFor(() => expect(drawn.texts('.stored > header .tags li')).toEqual(['war']));
  });
});

describe('an article that can’t be shown', () => {
  it('was deleted here, and is brought back', async () => {
    await read();
    drawn.button('Delete').click();
    await vi.waitFor(() => expect(drawn.text()).toContain('This article is not stored any more'));
    drawn.button('Bring it back').click();
    await vi.waitFor(() => drawn.find('.stored-text'));
  });

  it('was deleted in another tab meanwhile', async () => {
    await read();
    world.shown = null;
    world.changed();
    await vi.waitFor(() => expect(drawn.text()).toContain('This article is not stored any more'));
    expect(drawn.text('h2')).toBe('Not stored');
  });

  it('never was: an address that names no article says so, and offers to bring nothing back', async () => {
    world.failing.set('article', new Failure('bad-message', 'no such id'));
    drawn = new Drawn(world, '#article/none');
    await vi.waitFor(() => expect(drawn.text()).toContain('This article is not stored any more'));
    expect(drawn.text()).not.toContain('Bring it back');
    expect(drawn.text()).toContain('No article of this address is stored');
  });

  it('is waited for', async () => {
    let release: () => void = () => undefined;
    world.held.set('article', new Promise((resolve) => (release = () => resolve())));
    drawn = new Drawn(world, '#article/a');
    await vi.waitFor(() => expect(drawn.text('.waiting')).toBe('Opening the article…'));
    release();
    await vi.waitFor(() => drawn.find('.stored-text'));
  });

  it('says why, and tries again', async () => {
    world.failing.set('article', new Failure('corpus-unreadable', 'VersionError'));
    drawn = new Drawn(world, '#article/a');
    await vi.waitFor(() => expect(drawn.text('[role=alert]')).toMatch(/can’t be shown.*Nothing was overwritten/));
    drawn.button('Try again').click();
    await vi.waitFor(() => drawn.find('.stored-text'));
  });

  it('has no text', async () => {
    const { article } = stored();
    world.shown = stored({ article: { ...article, blocks: [] }, statements: [], annotations: [] });
    await read();
    expect(drawn.text('.stored')).toContain('Nothing of this article’s text is stored.');
  });

  it('holds markup as text only', async () => {
    const { article } = stored();
    world.shown = stored({ article: { ...article, blocks: [{ kind: 'paragraph', text: '<img src=x onerror=alert(1)>' }] }, statements: [], annotations: [] });
    await read();
    expect(drawn.text('.stored-text')).toBe('<img src=x onerror=alert(1)>');
    expect(drawn.app.querySelector('.stored-text img')).toBeNull();
  });
});
