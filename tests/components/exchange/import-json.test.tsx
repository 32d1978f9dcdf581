// Import of a JSON file as a reader meets it: preview, merging and replacing, calling off, what is refused or lost on the way.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LARGEST_IMPORT } from '../../../components/exchange/imports';
import { Failure } from '../../../lib/failure';
import { json, Mounted } from './mounted';

let drawn: Mounted;
beforeEach(() => void (drawn = new Mounted()));
afterEach(() => drawn.close());

describe('import of a JSON file', () => {
  it('shows what it would do before anything is done, then merges, with the focus where the outcome is', async () => {
    drawn.drawImport();
    drawn.drop(json('{"a":1}'));
    await drawn.says(/What library\.json would do.*Articles1,20032/);
    expect(drawn.port.done).toEqual(['part 0 {"a":1}', 'preview']);
    drawn.button('Import')!.focus();
    await userEvent.keyboard('{Enter}');
    await drawn.says('library.json is imported');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('library.json is imported'));
    expect(drawn.port.done).toEqual(['part 0 {"a":1}', 'preview', 'import merge']);
    drawn.button('Import something else')!.click();
    await drawn.says('Drop files or a folder here.');
  });

  it('replaces only after a warning, and once for two clicks', async () => {
    drawn.drawImport();
    drawn.drop(json());
    await drawn.says('What library.json would do');
    expect(drawn.app.querySelector('[role=alert]')!.textContent).toBe('');
    drawn.app.querySelector<HTMLInputElement>('input[value=replace]')!.click();
    await drawn.says('are removed for good. Export the whole library first');
    const release = drawn.held();
    const go = drawn.button('Remove everything and import')!;
    go.click();
    go.click();
    await drawn.says('Importing library.json');
    release();
    await drawn.says('The library is now what library.json holds');
    expect(drawn.port.done.slice(2)).toEqual(['import replace']);
  });

  it('of annotations cannot replace anything', async () => {
    drawn.port.holds = 'annotations';
    drawn.drawImport();
    drawn.drop(json());
    await drawn.says('their quotations become articles');
    expect(drawn.app.querySelector('input[value=replace]')).toBeNull();
  });

  it('can be called off while it is checked and while it is previewed; nothing is imported', async () => {
    drawn.drawImport();
    const release = drawn.held();
    drawn.drop(json());
    await drawn.says('Checking library.json');
    drawn.button('Cancel')!.click();
    await drawn.says('Drop files');
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drawn.app.textContent).not.toContain('What library.json would do');
    drawn.drop(json());
    await drawn.says('What library.json would do');
    drawn.button('Cancel')!.click();
    await drawn.says('Drop files');
    expect(drawn.port.done.filter((one) => one.startsWith('import'))).toEqual([]);
  });

  it('that is damaged says what is wrong and where', async () => {
    drawn.port.failing = new Failure('bad-import', 'line 3, articles[0].url: an http(s) address is expected');
    drawn.drawImport();
    drawn.drop(json('{"broken'));
    await drawn.says(/library\.json was not imported.*Nothing was changed.*line 3, articles\[0\]\.url/);
  });

  it('goes in parts, each cut between two characters, and again from where an engine lost it', async () => {
    drawn.drawImport();
    const whole = `x${'ж'.repeat(600_000)}😀`;
    drawn.drop(json(whole));
    await drawn.says('What library.json would do');
    expect(drawn.port.done).toEqual([`part 0 ${500_001}`, `part 1 ${100_002}`, 'preview']);
    drawn.port.lost = [{ missing: 1 }];
    drawn.button('Import')!.click();
    await drawn.says('library.json is imported');
    expect(drawn.port.done.slice(3)).toEqual(['import merge', `part 1 ${100_002}`, 'import merge']);
  });

  it('gives up with an engine that loses it every time', async () => {
    drawn.drawImport();
    drawn.drop(json());
    await drawn.says('What library.json would do');
    drawn.port.lost = Array.from({ length: 9 }, () => ({ missing: 0 }));
    drawn.button('Import')!.click();
    await drawn.says('library.json was not imported');
    expect(drawn.port.done.filter((one) => one.startsWith('import'))).toHaveLength(6);
  });

  it('that is too large is refused without being read, with what can be', async () => {
    drawn.drawImport();
    const large = json();
    Object.defineProperty(large, 'size', { value: LARGEST_IMPORT + 1_000_000 });
    const reads = [vi.spyOn(large, 'text'), vi.spyOn(large, 'arrayBuffer'), vi.spyOn(large, 'stream'), vi.spyOn(large, 'slice')];
    void drawn.imports.take([large]);
    await drawn.says(/library\.json is too large.*It has 251 MB; files up to 250 MB can be imported\. It was not read/);
    for (const read of reads) expect(read).not.toHaveBeenCalled();
    expect(drawn.port.done).toEqual([]);
  });

  it('that was not taken is forgotten by the engine at once, and may be tried again', async () => {
    drawn.port.failing = new Failure('busy');
    drawn.drawImport();
    drawn.drop(json());
    await drawn.says(/library\.json was not imported.*Other imports are under way.*Nothing was changed/);
    await vi.waitFor(() => expect(drawn.port.done).toEqual(['drop']));
    drawn.port.failing = null;
    drawn.button('Import something else')!.click();
    await drawn.says('Drop files');
    drawn.drop(json());
    await drawn.says('What library.json would do');
    drawn.port.importLibrary = () => Promise.reject(new Failure('quota'));
    drawn.button('Import')!.click();
    await drawn.says('library.json was not imported');
    await vi.waitFor(() => expect(drawn.port.done.at(-1)).toBe('drop'));
  });
});
