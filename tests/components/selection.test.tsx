// The window on a selection: every state it can be in, saving with a note, once, its undo, and the way by keyboard.
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Picked } from '../../entrypoints/selection/picked';
import type { PickedPort } from '../../entrypoints/selection/picked';
import { SelectionPage } from '../../entrypoints/selection/SelectionPage';
import { Failure } from '../../lib/failure';
import type { Selection } from '../../lib/messages';
import type { Reading } from '../../lib/model';
import { article } from './fixtures';

const SELECTION: Selection = {
  draft: { url: 'https://a.example/1#:~:text=Rain', title: 'Rain on the island', outlet: null, author: null, published: null, language: 'en', blocks: [{ kind: 'paragraph', text: 'Rain fell.' }] },
  whole: true,
};
const NOTHING: Reading = { state: 'read', annotations: [], sentences: 1, claims: 1, articles: 4 };

let app: HTMLElement;
let port: PickedPort;
let saved: string[];
let removed: string[];

beforeEach(() => {
  app = document.body.appendChild(document.createElement('div'));
  saved = [];
  removed = [];
  port = {
    selection: async () => SELECTION,
    check: async () => NOTHING,
    save: async (_id, note) => {
      saved.push(note);
      return { article: article('s1'), already: false };
    },
    remove: async (id) => void removed.push(id),
    operation: () => 'operation',
  };
});
afterEach(() => {
  render(null, app);
  app.remove();
});

async function show(keep = false): Promise<Picked> {
  const picked = new Picked(port, 'id');
  render(<SelectionPage picked={picked} keep={keep} onLibrary={() => removed.push('library')} />, app);
  await picked.start();
  return picked;
}
const text = (): string => app.textContent ?? '';
const button = (name: string): HTMLButtonElement | undefined => [...app.querySelectorAll('button')].find(({ textContent }) => textContent === name);

it.each<[string, Partial<Reading>, RegExp]>([
  ['nothing found', {}, /1 claim in the selection, compared with 4 articles\. No stored article was found to speak of it\./],
  ['nothing to compare with', { articles: 0 }, /No article is stored yet/],
  ['nothing checkable', { claims: 0 }, /Nothing checkable was found/],
  ['not English', { state: 'not-english' }, /not in English/],
])('says so: %s', async (_what, reading, words) => {
  port.check = async () => ({ ...NOTHING, ...reading });
  await show();
  await vi.waitFor(() => expect(text()).toMatch(words));
  expect(text()).toContain('Rain fell.');
  expect(text()).toContain('From Rain on the island');
});

it('a selection that is no longer known, and one that could not be asked for, are two things', async () => {
  port.selection = () => Promise.reject(new Failure('gone', 'no such selection'));
  await show();
  await vi.waitFor(() => expect(text()).toMatch(/no longer known/));
  expect(app.querySelector('form')).toBeNull();
  port.selection = () => Promise.reject(new Failure('gone', 'nobody answered'));
  await show();
  await vi.waitFor(() => expect(button('Try again')).toBeDefined());
  port.selection = async () => ({ ...SELECTION, whole: false });
  button('Try again')!.click();
  await vi.waitFor(() => expect(text()).toMatch(/only its beginning was taken/));
});

it('an engine that does not answer can be asked again, and saving is possible all the same', async () => {
  port.check = () => Promise.reject(new Failure('corpus-unreadable'));
  await show();
  await vi.waitFor(() => expect(button('Try again')).toBeDefined());
  expect(button('Save statement')).toBeDefined();
});

it('saves with the note, by keyboard, once, and takes it back', async () => {
  let release: (() => void) | undefined;
  const save = port.save;
  port.save = async (...given) => {
    await new Promise<void>((resolve) => (release = resolve));
    return save(...given);
  };
  await show(true);
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('note'));
  await userEvent.keyboard('Ask the harbour{Tab}{Enter}{Enter}');
  await vi.waitFor(() => expect(text()).toContain('Saving…'));
  release!();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Open the library'));
  expect(saved).toEqual(['Ask the harbour']);
  button('Undo')!.click();
  await vi.waitFor(() => expect(text()).toContain('Removed from your library again.'));
  expect(removed).toEqual(['s1']);
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('note'));
});

it('offers no undo of what was stored before, and says why a save failed', async () => {
  port.save = async () => ({ article: article('s1'), already: true });
  await show();
  await vi.waitFor(() => expect(button('Save statement')).toBeDefined());
  button('Save statement')!.click();
  await vi.waitFor(() => expect(text()).toContain('in your library already'));
  expect(button('Undo')).toBeUndefined();
  port.save = () => Promise.reject(new Failure('nothing-to-save'));
  const picked = await show();
  await picked.save('');
  await vi.waitFor(() => expect(text()).toMatch(/nothing/i));
});
