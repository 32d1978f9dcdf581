// Matters and exchange in the library over a made-up world: the list and one matter, the way to a sentence, and the way out of none.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Failure } from '../../../lib/failure';
import { Drawn } from './draw';
import { FERRY, matter, World } from './world';

let world: World;
let drawn: Drawn;

beforeEach(() => {
  world = new World();
});
afterEach(() => drawn.close());

describe('matters', () => {
  it('are listed, and one leads to its statements and on to the sentence in its article', async () => {
    world.matter = matter();
    drawn = new Drawn(world, '#matters');
    await vi.waitFor(() => drawn.find('.matter-list a'));
    expect(drawn.text('.matter-list')).toContain('2 statements · 2 articles · 1 pair differs');
    drawn.find('.matter-list a').click();
    await vi.waitFor(() => expect(location.hash).toBe('#matter/m1'));
    await vi.waitFor(() => expect(drawn.text('.matter h2')).toBe(FERRY));
    await vi.waitFor(() => expect(drawn.texts('.said')).toEqual([FERRY, 'Only 11 bodies were found.']));
    drawn.button(FERRY).click();
    await vi.waitFor(() => expect(location.hash).toBe('#article/a?at=a.0.0'));
    await vi.waitFor(() => drawn.find('.stored-text .is-wanted'));
  });

  it('are searched once the typing pauses, and the address keeps it', async () => {
    world.matter = matter();
    drawn = new Drawn(world, '#matters');
    await vi.waitFor(() => drawn.find('.matter-list a'));
    const before = world.times('matters');
    await userEvent.type(drawn.find('.matters input'), 'ferry');
    await vi.waitFor(() => expect(world.done.at(-1)).toContain('"text":"ferry"'));
    expect(world.times('matters')).toBe(before + 1);
    expect(location.hash).toBe('#matters?text=ferry');
    expect(drawn.find<HTMLInputElement>('.matters input').value).toBe('ferry');
  });

  it('say so when there are none, when they can’t be listed, and when one is no more', async () => {
    drawn = new Drawn(world, '#matters');
    await vi.waitFor(() => expect(drawn.text()).toContain('No matters yet'));
    world.failing.set('matters', new Failure('internal'));
    await drawn.sessions.matters.refresh();
    await vi.waitFor(() => expect(drawn.text('[role=alert]')).toContain('The matters can’t be listed'));
    drawn.button('Try again').click();
    await vi.waitFor(() => expect(drawn.text()).toContain('No matters yet'));
    location.hash = '#matter/gone';
    await vi.waitFor(() => expect(drawn.text()).toContain('This matter is no more'));
    drawn.button('Back to the matters').click();
    await vi.waitFor(() => expect(drawn.text()).toContain('No matters yet'));
  });
});

describe('a matter that is open', () => {
  it('stays under the reader’s eyes while it is regrouped, and is shown anew when they want it, with the focus on it', async () => {
    world.matter = matter();
    drawn = new Drawn(world, '#matter/m1');
    await vi.waitFor(() => expect(drawn.text('.matter h2')).toBe(FERRY));
    expect(drawn.text('.matter-changed')).toBe('');
    world.matter = { ...matter(), id: 'm2', title: 'Only 11 bodies were found.' };
    world.changed();
    await vi.waitFor(() => expect(drawn.text('.matter-changed')).toContain('has changed meanwhile'));
    expect([drawn.text('.matter h2'), location.hash]).toEqual([FERRY, '#matter/m1']);
    drawn.button('Show anew').click();
    await vi.waitFor(() => expect(drawn.text('.matter h2')).toBe('Only 11 bodies were found.'));
    expect(location.hash).toBe('#matter/m2');
    await vi.waitFor(() => expect(document.activeElement).toBe(drawn.find('.matter h2')));
    expect(drawn.text('.matter-changed')).toBe('');
  });

  it('that is no more stays too, and then leads back to the list', async () => {
    world.matter = matter();
    drawn = new Drawn(world, '#matter/m1');
    await vi.waitFor(() => expect(drawn.text('.matter h2')).toBe(FERRY));
    world.matter = null;
    world.changed();
    await vi.waitFor(() => drawn.button('Show anew').click());
    await vi.waitFor(() => expect(drawn.text()).toContain('This matter is no more'));
    drawn.button('Back to the matters').click();
    await vi.waitFor(() => expect(drawn.text()).toContain('No matters yet'));
  });
});

describe('export and import', () => {
  it('stand beside each other; a form of export hands over a file', async () => {
    drawn = new Drawn(world, '#exchange');
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.exchange')).toHaveLength(2));
    await userEvent.click(drawn.find('input[value=csv]'));
    await userEvent.click(drawn.find('.exchange button.primary'));
    await vi.waitFor(() => expect(world.files).toEqual(['library.csv']));
  });
});
