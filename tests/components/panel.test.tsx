// The side panel: claims in the page's order, narrowed by stance and speaker, following the page; what it leaves out, and how it has
// changed since it was saved.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Session } from '../../entrypoints/popup/session';
import { Following } from '../../entrypoints/sidepanel/following';
import { Panel } from '../../entrypoints/sidepanel/Panel';
import type { Wanted } from '../../entrypoints/sidepanel/wanted';
import { Failure } from '../../lib/failure';
import type { Annotation, Statement } from '../../lib/model';
import { annotation, ANNOTATIONS, article, FakePort, READ, reading, source, spanOf, statement, TAB } from './fixtures';

let port: FakePort;
let app: HTMLElement;
let following: Following;
let seen: boolean;
const wanted = signal<Wanted | null>(null);

beforeEach(() => {
  port = new FakePort();
  app = document.body.appendChild(document.createElement('div'));
  wanted.value = null;
  seen = true;
});

afterEach(() => {
  render(null, app);
  following.follow(null);
  app.remove();
});

/** In the page the touched claim stands second. */
const [FERRY, ABOARD, HARBOUR, INQUIRY] = ANNOTATIONS as [Annotation, Annotation, Annotation, Annotation];
const ORDERED = [FERRY, INQUIRY, ABOARD, HARBOUR];

async function panel(annotations = ORDERED): Promise<Session> {
  port.states = [{ ...READ, reading: reading({ annotations }) }];
  const session = new Session(port);
  following = new Following(port, () => seen);
  render(<Panel session={session} following={following} wanted={wanted} onJumped={() => undefined} onSettings={() => undefined} onLibrary={() => undefined} />, app);
  await session.open(TAB);
  await vi.waitFor(() => expect(app.querySelectorAll('.claim, .status').length).toBeGreaterThan(0));
  return session;
}

const words = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? null;
const claims = () => [...app.querySelectorAll('.claim-text')].map((each) => words(each)?.split(' ').slice(0, 2).join(' '));
const button = (name: string) => [...app.querySelectorAll<HTMLButtonElement>('button')].find((each) => words(each) === name)!;
const speakers = () => app.querySelector<HTMLSelectElement>('.filter-speaker select')!;

async function bySpeaker(speaker: string): Promise<void> {
  await userEvent.selectOptions(speakers(), speaker);
}

describe('the claims', () => {
  it('stand in the page’s order, the merely touched ones among them, with their evidence open', async () => {
    await panel();
    expect(claims()).toEqual(['The coastguard', 'An inquiry', 'Forty-two people', 'The harbour']);
    expect(app.querySelectorAll('.evidence')).toHaveLength(6);
    expect(words(app.querySelector('.coverage p'))).toMatch(/^This page makes 31 claims; 4 could be compared with your 8 articles; 27 are not covered\./);
  });

  it('are narrowed by stance', async () => {
    await panel();
    for (const [name, left] of [
      ['differ', ['The coastguard', 'The harbour']],
      ['agree', ['The coastguard', 'Forty-two people']],
      ['touch on it', ['The coastguard', 'An inquiry']],
      ['All', ['The coastguard', 'An inquiry', 'Forty-two people', 'The harbour']],
    ] as const) {
      button(name).click();
      await vi.waitFor(() => expect(claims()).toEqual(left));
      expect([...app.querySelectorAll('.filter-stances [aria-pressed=true]')].map(words)).toEqual([name]);
    }
  });

  it('are narrowed by speaker, who speaks most first, and say so when none is left; the choice stays for the next page', async () => {
    const session = await panel();
    expect([...speakers().options].map((option) => option.text)).toEqual(['anyone', 'Mara Lindqvist', 'the operator']);
    await bySpeaker('Mara Lindqvist');
    expect(claims()).toEqual(['The coastguard']);
    expect(words(app.querySelector('.panel-body > .visually-hidden:not(:first-child)'))).toBe('1 claim shown.');
    button('agree').click();
    await vi.waitFor(() => expect(words(app.querySelector('.status h3'))).toBe('No claim fits'));
    port.states = [{ ...READ, url: 'https://news.example.org/other', reading: reading({ annotations: [HARBOUR] }) }];
    await session.open({ id: 7, url: 'https://news.example.org/other' });
    await vi.waitFor(() => expect(speakers().value).toBe('Mara Lindqvist'));
    button('Show all claims').click();
    await vi.waitFor(() => expect(claims()).toEqual(['The harbour']));
  });

  it('show the one that the reader came for, whatever was chosen before', async () => {
    await panel();
    button('differ').click();
    await vi.waitFor(() => expect(claims()).toHaveLength(2));
    wanted.value = { tab: TAB.id, claim: 2 };
    await vi.waitFor(() => expect(words(app.querySelector('.claim.is-wanted .claim-text'))).toBe('Forty-two people were aboard.'));
  });
});

describe('a later count', () => {
  const counted = (text: string, part: string, value: number, day: string): Statement => ({
    ...statement(text),
    reported: day,
    quantities: [{ span: spanOf(text, part), min: value, max: value, approximate: false, unit: 'count', of: 'body' }],
  });
  const NOW = counted('Rescuers have found 11 bodies.', '11', 11, '2023-01-04');
  const LATER = counted('The number of bodies has risen to 63.', '63', 63, '2023-01-06');

  function annotationWith(kind?: 'later-update'): Annotation {
    const { text } = NOW;
    const [told] = annotation(text, [{ text: LATER.text, stance: 'related', words: 'a later count', here: ['11'], there: ['63'], from: source('l') }]).evidence;
    return { claim: NOW, evidence: [{ ...told!, statement: { ...told!.statement, ...LATER }, reason: { ...told!.reason, ...(kind ? { kind } : {}) } }] };
  }

  it('is an update on a time line, and no difference', async () => {
    await panel([annotationWith('later-update')]);
    expect([...app.querySelectorAll('.update-line li')].map(words)).toEqual([expect.stringMatching(/^4 Jan 2023 ?11.*this page$/), expect.stringMatching(/^6 Jan 2023 ?63.*The Harbour Gazette$/)]);
    expect(words(app.querySelector('.evidence .reason'))).toBe('Update · a later count: a later count');
    expect(words(app.querySelector('.tally'))).toBe('1 article speaks of the same matter');
  });

  it('that is none draws no time line', async () => {
    await panel([annotationWith()]);
    expect(app.querySelectorAll('.evidence')).toHaveLength(1);
    expect(app.querySelector('.update-line')).toBeNull();
  });
});

describe('following the page', () => {
  const current = () => [...app.querySelectorAll('.claim[aria-current]')].map((each) => each.id);

  it('marks the claim in sight, and goes on to the next', async () => {
    port.sight = 2;
    await panel();
    await vi.waitFor(() => expect(current()).toEqual(['claim-2']));
    port.sight = 3;
    await vi.waitFor(() => expect(current()).toEqual(['claim-3']), 3_000);
    port.sight = null;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(current()).toEqual(['claim-3']);
  });

  it('asks at most twice a second, and nobody while the panel is hidden or need not follow', async () => {
    await panel();
    const asked = () => port.done.filter((it) => it === 'inView').length;
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(asked()).toBeGreaterThan(1);
    expect(asked()).toBeLessThanOrEqual(5);
    seen = false;
    await new Promise((resolve) => setTimeout(resolve, 600));
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(asked()).toBe(before);
    seen = true;
    app.querySelector<HTMLInputElement>('.filter-follow input')!.click();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(asked()).toBe(before);
    expect(current()).toEqual([]);
  });
});

describe('what else the panel tells', () => {
  const aside = (name: string) => [...app.querySelectorAll<HTMLElement>('.aside')].find((each) => words(each)?.startsWith(name))!;
  const open = (name: string) => aside(name).querySelector<HTMLButtonElement>('button')!.click();
  const SIREN = { ...statement('The siren was silent.'), id: 's.0.1', article: 's' };

  it('what the page leaves out is found out only when opened, and listed with both sources', async () => {
    port.missing = [{ origins: 2, statements: [{ statement: SIREN, source: source('s') }, { statement: { ...SIREN, id: 't.0.1', text: 'No siren was heard.' }, source: source('t') }] }];
    await panel();
    expect(port.done).not.toContain('leftOut');
    open('Left out here');
    await vi.waitFor(() => expect(words(aside('Left out here'))).toMatch(/The siren was silent\..*Article s.*No siren was heard\..*Article t/));
  });

  it('waiting, nothing left out, and a failure that can be tried again', async () => {
    port.failing.set('leftOut', new Failure('gone'));
    await panel();
    open('Left out here');
    await vi.waitFor(() => expect(words(aside('Left out here').querySelector('[role=status]'))).toMatch(/^This could not be worked out\. The extension was just restarted/));
    let answer: (found: []) => void = () => undefined;
    port.leftOut = () => new Promise((resolve) => (answer = resolve));
    button('Try again').click();
    await vi.waitFor(() => expect(words(aside('Left out here').querySelector('[role=status]'))).toBe('Comparing with your stored articles…'));
    answer([]);
    await vi.waitFor(() => expect(words(aside('Left out here'))).toContain('Nothing was found that two independent saved articles on this event carry and this page lacks.'));
  });

  it('of a page that is not saved, no changes are told', async () => {
    await panel();
    expect(aside('Changed since saved')).toBeUndefined();
    expect(port.done).not.toContain('changes');
  });

  it('of a saved page, changes are found out at once and counted; none is said too', async () => {
    port.shelf.push(article('x', { url: READ.url }));
    port.changed = { saved: '2023-01-05T10:00:00.000Z', changes: [{ kind: 'altered', before: 'Eleven bodies were found.', now: 'Seven bodies were found.', words: '7 was 11' }] };
    const session = await panel();
    await vi.waitFor(() => expect(words(aside('Changed since saved').querySelector('button'))).toBe('Changed since saved 1'));
    open('Changed since saved');
    await vi.waitFor(() => expect(words(aside('Changed since saved'))).toMatch(/1 sentence has changed since this page was saved on 5 Jan 2023\..*Altered 7 was 11.*Eleven bodies were found\..*Seven bodies were found\./));
    port.changed = { saved: '2023-01-05T10:00:00.000Z', changes: [] };
    port.corpusChanged();
    await vi.waitFor(() => expect(words(aside('Changed since saved'))).toContain('Nothing of consequence has changed since this page was saved on 5 Jan 2023.'));
    expect(session.asides.changes.value.kind).toBe('found');
  });
});
