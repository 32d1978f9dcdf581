// Import of saved pages as a reader meets it: dropped and picked, files and folders; how far it is, and what was not taken.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesOf } from '../../../components/exchange/dropped';
import { Failure } from '../../../lib/failure';
import { html, Mounted } from './mounted';

let drawn: Mounted;
beforeEach(() => void (drawn = new Mounted()));
afterEach(() => drawn.close());

describe('import of saved pages', () => {
  it('stores what are articles, and lists what failed and why', async () => {
    drawn.drawImport();
    drawn.drop(html('a.html', 'a'), html('b.html', 'again'), html('c.html', 'no article'), html('d.html', 'deutsch'), html('e.html', 'x'.repeat(1_001)), new File(['{}'], 'f.json'), new File(['x'], 'g.png', { type: 'image/png' }));
    await drawn.says('1 article is stored');
    expect(drawn.app.textContent).toContain('1 more was stored already.');
    expect(drawn.app.textContent).toContain('5 files were not taken');
    expect([...drawn.app.querySelectorAll('.failed-files li')].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^c\.html No article/),
      expect.stringMatching(/^e\.html It is too large/),
      expect.stringMatching(/^f\.json JSON files are imported one at a time/),
      expect.stringMatching(/^g\.png It is no saved page/),
      expect.stringMatching(/^d\.html .*English/),
    ]);
  });

  it('shows how far it is, and stops between two batches', async () => {
    drawn.drawImport();
    const release = drawn.held();
    drawn.drop(...Array.from({ length: 25 }, (_, i) => html(`${i}.html`, `p${i}`)));
    await vi.waitFor(() => expect(drawn.port.done).toHaveLength(1));
    expect(drawn.app.querySelector('progress')!.max).toBe(25);
    drawn.button('Cancel')!.click();
    release();
    await drawn.says(/10 articles are stored.*You stopped it: 15 files were left out/);
    expect(drawn.port.done).toHaveLength(1);
    expect(drawn.imports.busy).toBe(false);
  });

  it('of a folder of pictures only tells them by kind, and cuts a list that is still long', async () => {
    drawn.drawImport();
    const picture = (name: string) => new File(['x'], name, { type: 'image/png' });
    drawn.drop(...Array.from({ length: 500 }, (_, i) => picture(`${i}.PNG`)), ...Array.from({ length: 3 }, (_, i) => picture(`${i}.jpeg`)), picture('one.svg'), picture('two.svg'));
    await drawn.says(/No article was stored.*505 files were not taken/);
    expect([...drawn.app.querySelectorAll('.failed-files li .file-name')].map(({ textContent }) => textContent)).toEqual(['one.svg', 'two.svg', '500 files ending in .png', '3 files ending in .jpeg']);
    expect(drawn.port.done).toEqual([]);
    drawn.button('Import something else')!.click();
    await drawn.says('Drop files');
    drawn.drop(...Array.from({ length: 130 }, (_, i) => new File(['{}'], `${i}.json`)));
    await drawn.says(/130 files were not taken.*and 30 more/);
    expect(drawn.app.querySelectorAll('.failed-files li')).toHaveLength(100);
  });

  it('takes one picture for no library', async () => {
    drawn.drawImport();
    drawn.drop(new File(['x'], 'a.png', { type: 'image/png' }));
    await drawn.says(/No article was stored.*a\.png It is no saved page/);
  });

  it('takes what a folder gives, folders in it included, and names what would not open', async () => {
    drawn.drawImport();
    const file = (name: string, of: File | null) => ({ isFile: true, name, file: (done: (file: File) => void, gone: (error: Error) => void) => (of ? done(of) : gone(new Error('gone'))) });
    const folder = (...children: object[]) => ({ isFile: false, isDirectory: true, name: 'folder', createReader: () => ({ readEntries: (done: (some: object[]) => void) => done(children.splice(0, 1)) }) });
    const entry = folder(file('a.html', html('a.html', 'a')), folder(file('b.html', html('b.html', 'b')), file('c.html', null)));
    const { files, unreadable } = await filesOf({ items: [{ kind: 'file', webkitGetAsEntry: () => entry }], files: [] } as unknown as DataTransfer);
    await drawn.imports.take(files, unreadable);
    await drawn.says(/2 articles are stored.*1 file was not taken.*c\.html It could not be read/);
  });

  it('is picked too, as files or as a folder', async () => {
    drawn.drawImport();
    const [files, folder] = drawn.app.querySelectorAll<HTMLInputElement>('input[type=file]');
    expect([files!.multiple, folder!.webkitdirectory]).toEqual([true, true]);
    const opened = vi.spyOn(folder!, 'click').mockImplementation(() => undefined);
    drawn.button('Choose a folder')!.click();
    expect(opened).toHaveBeenCalledOnce();
    const transfer = new DataTransfer();
    transfer.items.add(html('a.html', 'a'));
    files!.files = transfer.files;
    files!.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn.says('1 article is stored');
  });

  it('goes on when storing fails, and says so of each file', async () => {
    drawn.drawImport();
    drawn.port.saveDrafts = () => Promise.reject(new Failure('quota'));
    drawn.drop(html('a.html', 'a'), html('b.html', 'b'));
    await drawn.says(/No article was stored.*2 files were not taken/);
  });
});
