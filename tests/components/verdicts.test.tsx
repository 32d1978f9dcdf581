// What the reader says of matches and claims: applied at once, shown, undone in place, by keyboard too; the same in list and card.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Card } from '../../components/Card';
import { ClaimList } from '../../components/ClaimList';
import { Judging } from '../../components/judging';
import type { Said } from '../../components/judging';
import { Surface } from '../../components/surface';
import { sentenceDirective } from '../../lib/exchange/text-fragment';
import { Failure } from '../../lib/failure';
import type { Annotation } from '../../lib/model';
import { ANNOTATIONS as UNPLACED, reading } from './fixtures';

/** Each in a block of its own. */
const ANNOTATIONS = UNPLACED.map((annotation, block) => ({ ...annotation, claim: { ...annotation.claim, block } }));

let app: HTMLElement;
/** Every ask, also to drop what was said. */
let asked: string[];
/** What was there before, told with the next answer. */
let before: Said | null;
/** What stands there instead of what the next ask expects. */
let instead: Said | null;
/** What the next ask meets. */
let failing: Failure | null;
let judging: Judging;

beforeEach(() => {
  asked = [];
  before = instead = failing = null;
  judging = new Judging((said, { how }) => {
    asked.push(`${how === 'drop' ? 'drop ' : ''}${said.verdict}: ${said.evidence ?? '-'}${said.note && ` (${said.note})`}`);
    const failure = failing;
    failing = null;
    const now = instead ?? (how === 'drop' ? null : said);
    return failure ? Promise.reject(failure) : Promise.resolve({ before, now, overtaken: instead !== null });
  });
  app = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, app);
  app.remove();
});

function list(annotations: Annotation[]): void {
  render(
    <Surface.Provider value={{ judging, directive: sentenceDirective }}>
      <ClaimList reading={reading({ annotations })} open onJump={() => undefined} />
    </Surface.Provider>,
    app,
  );
}

function card(annotation: Annotation, onAll: (() => void) | null = () => undefined): void {
  render(
    <Surface.Provider value={{ judging, directive: null }}>
      <Card annotation={annotation} onAll={onAll} onClose={() => undefined} />
    </Surface.Provider>,
    app,
  );
}

const FERRY = ANNOTATIONS[0]!;
const ELEVEN = 'Rescuers have found 11 bodies so far.';
const words = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? null;
const claim = (at = 0) => app.querySelectorAll<HTMLElement>('.claim')[at]!;
const evidence = (text: string) => [...app.querySelectorAll<HTMLElement>('.evidence')].find((each) => each.textContent.includes(text))!;
const button = (inside: Element, name: string) => [...inside.querySelectorAll<HTMLButtonElement>('button')].find((each) => each.textContent === name)!;
const tally = (at = 0) => words(claim(at).querySelector('.tally'));
const said = (inside: Element) => words(inside.querySelector('.verdict [role=status]'));

describe('a verdict', () => {
  it('wrong match: no longer counted at once, said in words, and undone in the same place', async () => {
    list([FERRY]);
    expect(tally()).toBe('differs from 1 article · agrees with 1 article');
    button(evidence(ELEVEN), 'Wrong match').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toBe('You said: wrong match. It is no longer counted.'));
    expect(tally()).toBe('agrees with 1 article');
    expect(claim().classList.contains('is-corroborated')).toBe(true);
    expect(asked).toEqual([`wrong-match: ${ELEVEN}`]);
    button(evidence(ELEVEN), 'Undo').click();
    await vi.waitFor(() => expect(tally()).toBe('differs from 1 article · agrees with 1 article'));
    expect(said(evidence(ELEVEN))).toBe('');
    expect(asked.at(-1)).toBe(`drop wrong-match: ${ELEVEN}`);
  });

  it('stays in its place to be undone when the reading no longer brings what was set aside', async () => {
    list([FERRY, ANNOTATIONS[1]!]);
    button(evidence(ELEVEN), 'Wrong match').click();
    list([{ ...FERRY, evidence: FERRY.evidence.slice(1) }, ANNOTATIONS[1]!]);
    await vi.waitFor(() => expect(tally()).toBe('agrees with 1 article'));
    expect(words(claim().querySelector('.evidence .side-there'))).toContain(ELEVEN);
    // The claim's only evidence: with it the whole claim goes from the reading, and still stays where it stood.
    list([ANNOTATIONS[1]!]);
    await vi.waitFor(() => expect(words(claim().querySelector('.claim-text'))).toBe(FERRY.claim.text));
    expect(tally()).toBe('set aside by you');
    expect(claim().id).toBe('');
    expect(claim().querySelector('.jump')).toBeNull();
    button(evidence(ELEVEN), 'Undo').click();
    await vi.waitFor(() => expect(app.querySelectorAll('.claim')).toHaveLength(1));
    expect(words(claim().querySelector('.claim-text'))).toBe(ANNOTATIONS[1]!.claim.text);
  });

  it('never this claim: set aside as a whole, wherever the reading stands', async () => {
    list(ANNOTATIONS);
    button(claim(1), 'Never this claim').click();
    await vi.waitFor(() => expect(tally(1)).toBe('set aside by you'));
    list(ANNOTATIONS.filter((_, i) => i !== 1));
    expect([...app.querySelectorAll('.claim-text')].map(words)).toEqual(ANNOTATIONS.map(({ claim: { text } }) => text));
    expect(asked).toEqual(['never: -']);
    const row = [...claim(1).querySelectorAll('.verdict')].at(-1)!;
    expect(words(row.querySelector('[role=status]'))).toBe('You said: never this claim. It is no longer marked.');
    button(row, 'Undo').click();
    await vi.waitFor(() => expect(app.querySelectorAll('.claim')).toHaveLength(3));
  });

  it('agree: shown, counted as before; known from another day by the evidence itself', async () => {
    const [first, ...others] = FERRY.evidence;
    list([{ ...FERRY, evidence: [{ ...first!, verdict: 'agreed' }, ...others] }]);
    expect(said(evidence(ELEVEN))).toBe('You said: agree.');
    expect(tally()).toBe('differs from 1 article · agrees with 1 article');
    expect(button(evidence(ELEVEN), 'Add a note')).toBeUndefined();
    button(evidence(ELEVEN), 'Undo').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toBe(''));
    button(evidence(ELEVEN), 'Agree').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toBe('You said: agree.'));
    expect(asked).toEqual([`drop agreed: ${ELEVEN}`, `agreed: ${ELEVEN}`]);
  });

  it('that stood on the same words before is what an undo brings back', async () => {
    before = { verdict: 'agreed', claim: FERRY.claim.text, evidence: ELEVEN, stance: 'conflicts', note: 'seen both' };
    list([FERRY]);
    button(evidence(ELEVEN), 'Wrong match').click();
    await vi.waitFor(() => expect(button(evidence(ELEVEN), 'Undo').ariaDisabled).toBe('false'));
    button(evidence(ELEVEN), 'Undo').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toBe('You said: agree.'));
    expect(asked.at(-1)).toBe(`agreed: ${ELEVEN} (seen both)`);
    expect(words(evidence(ELEVEN).querySelector('.verdict-note'))).toBe('Your note: seen both');
  });

  it('that was changed elsewhere since is not undone: what stands is shown, and why', async () => {
    list([FERRY]);
    button(evidence(ELEVEN), 'Wrong match').click();
    await vi.waitFor(() => expect(button(evidence(ELEVEN), 'Undo').ariaDisabled).toBe('false'));
    instead = { verdict: 'agreed', claim: FERRY.claim.text, evidence: ELEVEN, stance: 'conflicts', note: 'seen both' };
    button(evidence(ELEVEN), 'Undo').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toBe('You said: agree. Not undone. It has been changed since, perhaps in another tab. The newer state stays.'));
    expect(words(evidence(ELEVEN).querySelector('.verdict-note'))).toBe('Your note: seen both');
    expect(tally()).toBe('differs from 1 article · agrees with 1 article');
  });

  it('that could not be kept counts for nothing, says why, and can be given again', async () => {
    failing = new Failure('quota');
    list([FERRY]);
    button(evidence(ELEVEN), 'Wrong match').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toMatch(/^Not kept\. The disk is full\./));
    expect(tally()).toBe('differs from 1 article · agrees with 1 article');
    button(evidence(ELEVEN), 'Wrong match').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toMatch(/^You said: wrong match/));
    failing = new Failure('gone');
    button(evidence(ELEVEN), 'Undo').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toMatch(/^You said: wrong match.*Not undone\./));
    expect(tally()).toBe('agrees with 1 article');
  });

  it('is asked for once, however often it is clicked', async () => {
    list([FERRY]);
    const wrong = button(evidence(ELEVEN), 'Wrong match');
    wrong.click();
    wrong.click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toMatch(/wrong match/));
    expect(asked).toHaveLength(1);
  });
});

describe('by keyboard', () => {
  it('the focus goes along from the button to its undo and back', async () => {
    list([FERRY]);
    button(evidence(ELEVEN), 'Agree').focus();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('Wrong match');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Undo'));
    await vi.waitFor(() => expect(judging.of(FERRY.claim.text, FERRY.evidence[0]!)?.state).toBe('kept'));
    await userEvent.keyboard(' ');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Agree'));
  });

  it('a note is written, kept and changed; what is typed is nobody else’s key', async () => {
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    list([FERRY]);
    button(evidence(ELEVEN), 'Agree').click();
    await vi.waitFor(() => button(evidence(ELEVEN), 'Add a note'));
    button(evidence(ELEVEN), 'Add a note').click();
    await vi.waitFor(() => expect(document.activeElement?.localName).toBe('textarea'));
    await userEvent.keyboard('odd{Escape}');
    expect(heard).toEqual([]);
    document.removeEventListener('keydown', hear);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Add a note'));
    button(evidence(ELEVEN), 'Add a note').click();
    await vi.waitFor(() => expect(document.activeElement?.localName).toBe('textarea'));
    await userEvent.keyboard('later count');
    failing = new Failure('quota');
    button(evidence(ELEVEN), 'Keep note').click();
    await vi.waitFor(() => expect(said(evidence(ELEVEN))).toMatch(/Not kept\./));
    expect(app.querySelector('textarea')?.value).toBe('later count');
    button(evidence(ELEVEN), 'Keep note').click();
    await vi.waitFor(() => expect(words(evidence(ELEVEN).querySelector('.verdict-note'))).toBe('Your note: later count'));
    expect(asked.at(-1)).toBe(`agreed: ${ELEVEN} (later count)`);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Change the note'));
  });
});

describe('in the card', () => {
  it('the same buttons stand under the evidence, and the claim can be set aside', async () => {
    card(FERRY);
    expect(words(app.querySelector('.card h2'))).toBe('differs from 1 article · agrees with 1 article');
    button(app, 'Never this claim').click();
    await vi.waitFor(() => expect(words(app.querySelector('.card h2'))).toBe('set aside by you'));
    card(FERRY, null);
    expect(button(app, 'Show all 3')).toBeUndefined();
    button(app, 'Undo').click();
    await vi.waitFor(() => expect(words(app.querySelector('.card h2'))).toBe('differs from 1 article · agrees with 1 article'));
  });

  it('evidence that was set aside stays there although the reading no longer brings it', async () => {
    card(FERRY);
    button(evidence(ELEVEN), 'Wrong match').click();
    await vi.waitFor(() => expect(words(app.querySelector('.card h2'))).toBe('agrees with 1 article'));
    card({ ...FERRY, evidence: FERRY.evidence.slice(1) });
    expect(words(app.querySelector('.side-there'))).toContain(ELEVEN);
  });
});

describe('the link', () => {
  it('leads to the sentence where the surface knows how, after the address’s own fragment', () => {
    const from = { ...FERRY.evidence[0]!, source: { ...FERRY.evidence[0]!.source, url: 'https://www.gazette.example/a#live' } };
    list([{ ...FERRY, evidence: [from] }]);
    expect(app.querySelector('a')?.getAttribute('href')).toBe('https://www.gazette.example/a#live:~:text=Rescuers%20have%20found%2011%20bodies%20so%20far.');
    list([FERRY]);
    expect(app.querySelector('a')?.getAttribute('href')).toBe('https://www.gazette.example/a#:~:text=Rescuers%20have%20found%2011%20bodies%20so%20far.');
  });
});
