// Inbox, verdicts and background work in the library over a made-up world: full, empty, waiting and failed.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Failure } from '../../../lib/failure';
import { Drawn } from './draw';
import { dispute, verdict, World } from './world';

let world: World;
let drawn: Drawn;

beforeEach(() => {
  world = new World();
});
afterEach(() => drawn.close());

const nav = () => drawn.texts('nav a').find((words) => words.startsWith('Since disputed')) ?? '';

describe('since disputed', () => {
  const open = async () => {
    drawn = new Drawn(world, '#inbox');
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.dispute').length).toBeGreaterThan(0));
  };

  it('shows both sides with what differs marked, and leads to both articles', async () => {
    await open();
    expect(drawn.texts('.dispute')[0]).toMatch(/Differs · figures: 17 here, 11 there: bodies.*Here: saved later.*Some 17 bodies were found\..*Ferry sinks.*There: saved before.*Only 11 bodies were found\..*Article b/);
    expect(drawn.texts('.dispute:first-child mark')).toEqual(['17 bodies', '11 bodies']);
    expect([...drawn.app.querySelectorAll('.dispute:first-child .in-library')].map((link) => link.getAttribute('href'))).toEqual(['#article/a?at=a.0.0', '#article/b?at=b.0.0']);
  });

  it('counts what is not seen, in the head too, and marks it with a key', async () => {
    await open();
    expect(drawn.text('.list-head p')).toBe('1 not seen yet');
    expect(nav()).toBe('Since disputed 11 not seen yet');
    const button = drawn.find('.dispute:first-child [aria-pressed]');
    button.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(world.inbox.map(({ seen }) => seen)).toEqual([true, true]));
    await vi.waitFor(() => expect(drawn.text('.list-head p')).toBe('0 not seen yet'));
    expect(nav()).toBe('Since disputed');
    expect(document.activeElement).toBe(button);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(world.inbox.map(({ seen }) => seen)).toEqual([false, true]));
  });

  it('marks all at once, with a way back', async () => {
    world.inbox = [dispute('d1'), dispute('d2'), dispute('d3')];
    await open();
    drawn.button('Mark all as seen').click();
    await vi.waitFor(() => expect(world.inbox.every(({ seen }) => seen)).toBe(true));
    await vi.waitFor(() => drawn.find('.notice button').click());
    await vi.waitFor(() => expect(world.inbox.some(({ seen }) => seen)).toBe(false));
  });

  it('shows a mark that could not be kept as it was', async () => {
    await open();
    world.failing.set('seen', new Failure('quota'));
    drawn.find('.dispute:first-child [aria-pressed]').click();
    await vi.waitFor(() => expect(drawn.text('.notice')).toMatch(/^Not marked\./));
    expect(drawn.text('.list-head p')).toBe('1 not seen yet');
  });

  it('says what will stand there, and nothing more than is known', async () => {
    world.inbox = [];
    drawn = new Drawn(world, '#inbox');
    await vi.waitFor(() => expect(drawn.text()).toMatch(/Nothing disputed so far.*says nothing about what could not be/));
    expect(nav()).toBe('Since disputed');
  });

  it('waits, fails and is asked again', async () => {
    world.failing.set('inbox', new Failure('internal', 'broken'));
    drawn = new Drawn(world, '#inbox');
    world.failing.set('inbox', new Failure('internal', 'broken'));
    expect(drawn.text('.waiting')).toBe('Looking for what differs…');
    await drawn.sessions.inbox.refresh();
    world.failing.set('inbox', new Failure('internal', 'broken'));
    await drawn.sessions.inbox.refresh();
    await vi.waitFor(() => expect(drawn.text('[role=alert]')).toContain('The list can’t be shown'));
    drawn.button('Try again').click();
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.dispute')).toHaveLength(2));
  });
});

describe('verdicts', () => {
  const open = async () => {
    drawn = new Drawn(world, '#verdicts');
    await vi.waitFor(() => expect(drawn.app.querySelectorAll('.judged-line').length).toBeGreaterThan(0));
  };

  it('tell how many of the last fifty were right', async () => {
    world.said = Array.from({ length: 60 }, (_, i) => verdict(60 - i, { verdict: i % 12 === 1 || i > 52 ? 'wrong-match' : 'agreed' }));
    world.said.unshift(verdict(99, { verdict: 'never', evidence: null, stance: null }));
    await open();
    expect(drawn.text('.judged')).toBe('Your last 50 judgements: 45 right.');
    expect(drawn.app.querySelectorAll('.judged-line')).toHaveLength(61);
    expect(drawn.texts('.judged-line')[0]).toMatch(/^Never this claim .*Claim 99\./);
  });

  it('are taken back and put back with the same button, which keeps the focus', async () => {
    world.said = [verdict(2, { verdict: 'wrong-match', note: 'another ship' }), verdict(1)];
    await open();
    expect(drawn.text('.judged')).toBe('Your last 2 judgements: 1 right.');
    expect(drawn.text('.judged-line')).toMatch(/Wrong match.*Claim 2\..*Evidence 2\..*another ship/);
    const button = drawn.button('Take back: Claim 2.');
    button.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(button.textContent).toBe('Put back'));
    expect(world.said.map(({ id }) => id)).toEqual(['v1']);
    expect(document.activeElement).toBe(button);
    expect(drawn.text('.judged')).toBe('Your last judgement: 1 of 1 right.');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(world.said).toHaveLength(2));
    expect(world.said[0]).toMatchObject({ verdict: 'wrong-match', claim: 'Claim 2.', note: 'another ship' });
  });

  it('are sent once however often the button is clicked, and stay when that failed', async () => {
    world.said = [verdict(1)];
    await open();
    world.failing.set('judge', new Failure('quota'));
    drawn.button('Take back: Claim 1.').click();
    drawn.button('Take back: Claim 1.').click();
    await vi.waitFor(() => expect(drawn.text('.notice')).toMatch(/^Nothing was changed\./));
    expect(world.times('judge')).toBe(1);
    expect(drawn.text('.judged-line button')).toBe('Take back');
  });

  it('say how they come about when there are none, and why they can’t be listed', async () => {
    drawn = new Drawn(world, '#verdicts');
    await vi.waitFor(() => expect(drawn.text()).toContain('No verdicts yet'));
    world.failing.set('verdicts', new Failure('internal'));
    await drawn.sessions.verdicts.refresh();
    await vi.waitFor(() => expect(drawn.text('[role=alert]')).toContain('Your verdicts can’t be listed'));
    drawn.button('Try again').click();
    await vi.waitFor(() => expect(drawn.text()).toContain('No verdicts yet'));
  });
});

describe('background work', () => {
  it('is shown as a line while it goes on, and what it brings is asked for at its end', async () => {
    drawn = new Drawn(world);
    expect(drawn.app.querySelector('.work')).toBeNull();
    world.working = { kind: 'comparing', done: 3, of: 1200 };
    await drawn.sessions.work.look();
    await vi.waitFor(() => expect(drawn.text('.work')).toBe('Comparing stored articles: 3 of 1,200'));
    expect(drawn.find<HTMLProgressElement>('progress').value).toBe(3);
    world.inbox = [dispute('d1'), dispute('new')];
    world.working = null;
    await vi.waitFor(() => expect(drawn.app.querySelector('.work')).toBeNull(), { timeout: 3000 });
    await vi.waitFor(() => expect(nav()).toContain('2 not seen yet'));
  });
});
