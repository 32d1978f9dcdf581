// Export as a reader meets it: every state, by click and by keyboard, of everything and of what is selected.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Failure } from '../../../lib/failure';
import { Mounted } from './mounted';

let drawn: Mounted;
beforeEach(() => void (drawn = new Mounted()));
afterEach(() => drawn.close());

describe('export', () => {
  it('takes the whole library out, once for two clicks, and says where it went', async () => {
    const release = drawn.held();
    drawn.drawExport([]);
    expect(drawn.app.textContent).not.toContain('selected');
    drawn.button('Export')!.click();
    await drawn.says('Exporting…');
    drawn.button('Exporting…')!.click();
    release();
    await drawn.says('Saved as library.json.');
    expect(drawn.port.done).toEqual(['export library all', 'download library.json application/json']);
  });

  it('puts the parts together, tells how far it is, and can be stopped', async () => {
    drawn.drawExport([]);
    drawn.button('Export')!.click();
    await drawn.says('Saved as library.json.');
    expect(await drawn.port.file!.text()).toBe('{3:a,b,c}');
    let release = (): void => undefined;
    drawn.port.partGate = new Promise((resolve) => (release = resolve));
    drawn.button('Export')!.click();
    await drawn.says('0 of 3 articles');
    expect(drawn.app.querySelector('progress')!.max).toBe(3);
    drawn.button('Cancel')!.click();
    await drawn.says('Stopped. No file was saved.');
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drawn.port.done.filter((one) => one.startsWith('download'))).toHaveLength(1);
    expect(drawn.app.textContent).toContain('Stopped.');
  });

  it('takes what is selected, in the form chosen by keyboard', async () => {
    drawn.drawExport(['a', 'b']);
    drawn.app.querySelector<HTMLInputElement>('input[value=library]')!.focus();
    await userEvent.keyboard('{ArrowDown}');
    drawn.app.querySelectorAll<HTMLInputElement>('fieldset:nth-of-type(2) input')[1]!.click();
    await drawn.says('The 2 selected articles');
    drawn.button('Export')!.focus();
    await userEvent.keyboard('{Enter}');
    await drawn.says('Saved as');
    expect(drawn.port.done[0]).toBe('export dossier a,b');
  });

  it('says what went wrong, and can be tried again', async () => {
    drawn.port.failing = new Failure('corpus-unreadable');
    drawn.drawExport([]);
    drawn.button('Export')!.click();
    await vi.waitFor(() => expect(drawn.app.querySelector('.is-failed')?.textContent).toMatch(/./));
    drawn.port.failing = null;
    drawn.button('Export')!.click();
    await drawn.says('Saved as library.json.');
  });
});
