// Export and import as a reader meets them: every state, by click and by keyboard, with files dropped and picked; what is refused unread.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../components/tokens.css';
import '../../../components/base.css';
import '../../../components/exchange/exchange.css';
import { filesOf } from '../../../components/exchange/dropped';
import { Exports } from '../../../components/exchange/exports';
import type { ExportFormat, ExportPort } from '../../../components/exchange/exports';
import { ExportSection } from '../../../components/exchange/ExportSection';
import { Imports, LARGEST_IMPORT } from '../../../components/exchange/imports';
import type { ImportKind, ImportMode, ImportPort, Preview } from '../../../components/exchange/imports';
import { ImportSection } from '../../../components/exchange/ImportSection';
import { Failure } from '../../../lib/failure';
import type { Draft } from '../../../lib/model';

const none = { added: 0, same: 0, differing: 0 };
const COUNTS: Preview = { articles: { added: 1_200, same: 3, differing: 2 }, verdicts: none, corrections: none, labels: { ...none, differing: 1 } };
const DRAFT: Draft = { url: null, title: '', outlet: null, author: null, published: null, language: null, blocks: [{ kind: 'paragraph', text: 'Text.' }] };

/** A made-up library behind the sections: says what was asked, fails as told. */
class FakePort implements ImportPort, ExportPort {
  done: string[] = [];
  failing: Failure | null = null;
  holds: ImportKind = 'library';
  gate: Promise<void> = Promise.resolve();
  partGate: Promise<void> = Promise.resolve();
  articles = ['a', 'b', 'c'];
  file: Blob | null = null;
  /** Answers of an engine that was started anew. */
  lost: { missing: number }[] = [];
  readonly largestSaved = 1_000;
  async exportPlan({ format, articles }: { format: ExportFormat; articles: string[] | null }) {
    this.done.push(`export ${format} ${articles?.join() ?? 'all'}`);
    await this.gate;
    if (this.failing) throw this.failing;
    return { name: 'library.json', type: 'application/json', at: '2026-11-22T10:00:00.000Z', between: ',', articles: this.articles };
  }
  async exportPart({ articles }: { articles: string[] }) {
    const some = articles.slice(0, 2);
    await this.partGate;
    return { text: some.join(), pieces: some.length, written: some, done: some.length };
  }
  async exportEnds({ pieces }: { pieces: number }) {
    return { head: `{${pieces}:`, tail: '}' };
  }
  download(name: string, content: Blob, type: string): void {
    this.file = content;
    this.done.push(`download ${name} ${type}`);
  }
  async importPart({ part, text }: { part: number; text: string }) {
    if (this.failing) throw this.failing;
    await this.partGate;
    this.done.push(`part ${part} ${text.length < 50 ? text : text.length}`);
    return { next: part + 1 };
  }
  async importPreview(): Promise<{ holds: ImportKind; counts: Preview } | { missing: number }> {
    this.done.push('preview');
    await this.gate;
    return { holds: this.holds, counts: COUNTS };
  }
  async importLibrary({ mode }: { mode: ImportMode }): Promise<{ counts: Preview } | { missing: number }> {
    this.done.push(`import ${mode}`);
    await this.gate;
    return this.lost.shift() ?? { counts: COUNTS };
  }
  async importDrop() {
    this.done.push('drop');
    return {};
  }
  isHtml({ type }: { type: string }): boolean {
    return type === 'text/html';
  }
  readSaved({ bytes }: { bytes: Uint8Array }) {
    const title = new TextDecoder().decode(bytes);
    return title === 'no article' ? { refused: 'no-article' as const } : { draft: { ...DRAFT, title } };
  }
  async saveDrafts(drafts: Draft[]) {
    this.done.push(`save ${drafts.map(({ title }) => title).join()}`);
    await this.gate;
    const failed = drafts.flatMap(({ title }, at) => (title === 'deutsch' ? [{ at, code: 'not-english' as const }] : []));
    const already = drafts.filter(({ title }) => title === 'again').length;
    return { saved: drafts.length - already - failed.length, already, failed };
  }
  operation = () => 'operation';
}

let port: FakePort;
let app: HTMLElement;
let imports: Imports;

beforeEach(() => {
  port = new FakePort();
  imports = new Imports(port);
  app = document.body.appendChild(document.createElement('main'));
});

afterEach(() => {
  render(null, app);
  app.remove();
});

const button = (name: string) => [...app.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const says = (words: RegExp | string) => vi.waitFor(() => expect(app.textContent).toMatch(words));
const html = (name: string, text: string) => new File([text], name, { type: 'text/html' });
const json = (text = '{}') => new File([text], 'library.json', { type: 'application/json' });

/** A promise to be kept when told. */
function held(): () => void {
  let release = (): void => undefined;
  port.gate = new Promise((resolve) => (release = resolve));
  return release;
}

function drop(...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  app.querySelector('section')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}

describe('export', () => {
  const draw = (selected: string[]) => render(<ExportSection exports={new Exports(port)} selected={selected} />, app);

  it('takes the whole library out, once for two clicks, and says where it went', async () => {
    const release = held();
    draw([]);
    expect(app.textContent).not.toContain('selected');
    button('Export')!.click();
    await says('Exporting…');
    button('Exporting…')!.click();
    release();
    await says('Saved as library.json.');
    expect(port.done).toEqual(['export library all', 'download library.json application/json']);
  });

  it('puts the parts together, tells how far it is, and can be stopped', async () => {
    draw([]);
    button('Export')!.click();
    await says('Saved as library.json.');
    expect(await port.file!.text()).toBe('{3:a,b,c}');
    let release = (): void => undefined;
    port.partGate = new Promise((resolve) => (release = resolve));
    button('Export')!.click();
    await says('0 of 3 articles');
    expect(app.querySelector('progress')!.max).toBe(3);
    button('Cancel')!.click();
    await says('Stopped. No file was saved.');
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(port.done.filter((one) => one.startsWith('download'))).toHaveLength(1);
    expect(app.textContent).toContain('Stopped.');
  });

  it('takes what is selected, in the form chosen by keyboard', async () => {
    draw(['a', 'b']);
    app.querySelector<HTMLInputElement>('input[value=library]')!.focus();
    await userEvent.keyboard('{ArrowDown}');
    app.querySelectorAll<HTMLInputElement>('fieldset:nth-of-type(2) input')[1]!.click();
    await says('The 2 selected articles');
    button('Export')!.focus();
    await userEvent.keyboard('{Enter}');
    await says('Saved as');
    expect(port.done[0]).toBe('export dossier a,b');
  });

  it('says what went wrong, and can be tried again', async () => {
    port.failing = new Failure('corpus-unreadable');
    draw([]);
    button('Export')!.click();
    await vi.waitFor(() => expect(app.querySelector('.is-failed')?.textContent).toMatch(/./));
    port.failing = null;
    button('Export')!.click();
    await says('Saved as library.json.');
  });
});

describe('import of a JSON file', () => {
  const draw = () => render(<ImportSection imports={imports} />, app);

  it('shows what it would do before anything is done, then merges, with the focus where the outcome is', async () => {
    draw();
    drop(json('{"a":1}'));
    await says(/What library\.json would do.*Articles1,20032/);
    expect(port.done).toEqual(['part 0 {"a":1}', 'preview']);
    button('Import')!.focus();
    await userEvent.keyboard('{Enter}');
    await says('library.json is imported');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('library.json is imported'));
    expect(port.done).toEqual(['part 0 {"a":1}', 'preview', 'import merge']);
    button('Import something else')!.click();
    await says('Drop files or a folder here.');
  });

  it('replaces only after a warning, and once for two clicks', async () => {
    draw();
    drop(json());
    await says('What library.json would do');
    expect(app.querySelector('[role=alert]')!.textContent).toBe('');
    app.querySelector<HTMLInputElement>('input[value=replace]')!.click();
    await says('are removed for good. Export the whole library first');
    const release = held();
    const go = button('Remove everything and import')!;
    go.click();
    go.click();
    await says('Importing library.json');
    release();
    await says('The library is now what library.json holds');
    expect(port.done.slice(2)).toEqual(['import replace']);
  });

  it('of annotations cannot replace anything', async () => {
    port.holds = 'annotations';
    draw();
    drop(json());
    await says('their quotations become articles');
    expect(app.querySelector('input[value=replace]')).toBeNull();
  });

  it('can be called off while it is checked and while it is previewed; nothing is imported', async () => {
    draw();
    const release = held();
    drop(json());
    await says('Checking library.json');
    button('Cancel')!.click();
    await says('Drop files');
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.textContent).not.toContain('What library.json would do');
    drop(json());
    await says('What library.json would do');
    button('Cancel')!.click();
    await says('Drop files');
    expect(port.done.filter((one) => one.startsWith('import'))).toEqual([]);
  });

  it('that is damaged says what is wrong and where', async () => {
    port.failing = new Failure('bad-import', 'line 3, articles[0].url: an http(s) address is expected');
    draw();
    drop(json('{"broken'));
    await says(/library\.json was not imported.*Nothing was changed.*line 3, articles\[0\]\.url/);
  });

  it('goes in parts, each cut between two characters, and again from where an engine lost it', async () => {
    draw();
    const whole = `x${'ж'.repeat(600_000)}😀`;
    drop(json(whole));
    await says('What library.json would do');
    expect(port.done).toEqual([`part 0 ${500_001}`, `part 1 ${100_002}`, 'preview']);
    port.lost = [{ missing: 1 }];
    button('Import')!.click();
    await says('library.json is imported');
    expect(port.done.slice(3)).toEqual(['import merge', `part 1 ${100_002}`, 'import merge']);
  });

  it('gives up with an engine that loses it every time', async () => {
    draw();
    drop(json());
    await says('What library.json would do');
    port.lost = Array.from({ length: 9 }, () => ({ missing: 0 }));
    button('Import')!.click();
    await says('library.json was not imported');
    expect(port.done.filter((one) => one.startsWith('import'))).toHaveLength(6);
  });

  it('that is too large is refused without being read, with what can be', async () => {
    draw();
    const large = json();
    Object.defineProperty(large, 'size', { value: LARGEST_IMPORT + 1_000_000 });
    const reads = [vi.spyOn(large, 'text'), vi.spyOn(large, 'arrayBuffer'), vi.spyOn(large, 'stream'), vi.spyOn(large, 'slice')];
    void imports.take([large]);
    await says(/library\.json is too large.*It has 251 MB; files up to 250 MB can be imported\. It was not read/);
    for (const read of reads) expect(read).not.toHaveBeenCalled();
    expect(port.done).toEqual([]);
  });
});

describe('import of saved pages', () => {
  const draw = () => render(<ImportSection imports={imports} />, app);

  it('stores what are articles, and lists what failed and why', async () => {
    draw();
    drop(html('a.html', 'a'), html('b.html', 'again'), html('c.html', 'no article'), html('d.html', 'deutsch'), html('e.html', 'x'.repeat(1_001)), new File(['{}'], 'f.json'), new File(['x'], 'g.png', { type: 'image/png' }));
    await says('1 article is stored');
    expect(app.textContent).toContain('1 more was stored already.');
    expect(app.textContent).toContain('5 files were not taken');
    expect([...app.querySelectorAll('.failed-files li')].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^c\.html No article/),
      expect.stringMatching(/^e\.html It is too large/),
      expect.stringMatching(/^f\.json JSON files are imported one at a time/),
      expect.stringMatching(/^g\.png It is no saved page/),
      expect.stringMatching(/^d\.html .*English/),
    ]);
  });

  it('shows how far it is, and stops between two batches', async () => {
    draw();
    const release = held();
    drop(...Array.from({ length: 25 }, (_, i) => html(`${i}.html`, `p${i}`)));
    await vi.waitFor(() => expect(port.done).toHaveLength(1));
    expect(app.querySelector('progress')!.max).toBe(25);
    button('Cancel')!.click();
    release();
    await says(/10 articles are stored.*You stopped it: 15 files were left out/);
    expect(port.done).toHaveLength(1);
    expect(imports.busy).toBe(false);
  });

  it('of a folder of pictures only tells them by kind, and cuts a list that is still long', async () => {
    draw();
    const picture = (name: string) => new File(['x'], name, { type: 'image/png' });
    drop(...Array.from({ length: 500 }, (_, i) => picture(`${i}.PNG`)), ...Array.from({ length: 3 }, (_, i) => picture(`${i}.jpeg`)), picture('one.svg'), picture('two.svg'));
    await says(/No article was stored.*505 files were not taken/);
    expect([...app.querySelectorAll('.failed-files li .file-name')].map(({ textContent }) => textContent)).toEqual(['one.svg', 'two.svg', '500 files ending in .png', '3 files ending in .jpeg']);
    expect(port.done).toEqual([]);
    button('Import something else')!.click();
    await says('Drop files');
    drop(...Array.from({ length: 130 }, (_, i) => new File(['{}'], `${i}.json`)));
    await says(/130 files were not taken.*and 30 more/);
    expect(app.querySelectorAll('.failed-files li')).toHaveLength(100);
  });

  it('takes one picture for no library', async () => {
    draw();
    drop(new File(['x'], 'a.png', { type: 'image/png' }));
    await says(/No article was stored.*a\.png It is no saved page/);
  });

  it('takes what a folder gives, folders in it included, and names what would not open', async () => {
    draw();
    const file = (name: string, of: File | null) => ({ isFile: true, name, file: (done: (file: File) => void, gone: (error: Error) => void) => (of ? done(of) : gone(new Error('gone'))) });
    const folder = (...children: object[]) => ({ isFile: false, isDirectory: true, name: 'folder', createReader: () => ({ readEntries: (done: (some: object[]) => void) => done(children.splice(0, 1)) }) });
    const entry = folder(file('a.html', html('a.html', 'a')), folder(file('b.html', html('b.html', 'b')), file('c.html', null)));
    const { files, unreadable } = await filesOf({ items: [{ kind: 'file', webkitGetAsEntry: () => entry }], files: [] } as unknown as DataTransfer);
    await imports.take(files, unreadable);
    await says(/2 articles are stored.*1 file was not taken.*c\.html It could not be read/);
  });

  it('is picked too, as files or as a folder', async () => {
    draw();
    const [files, folder] = app.querySelectorAll<HTMLInputElement>('input[type=file]');
    expect([files!.multiple, folder!.webkitdirectory]).toEqual([true, true]);
    const opened = vi.spyOn(folder!, 'click').mockImplementation(() => undefined);
    button('Choose a folder')!.click();
    expect(opened).toHaveBeenCalledOnce();
    const transfer = new DataTransfer();
    transfer.items.add(html('a.html', 'a'));
    files!.files = transfer.files;
    files!.dispatchEvent(new Event('change', { bubbles: true }));
    await says('1 article is stored');
  });

  it('goes on when storing fails, and says so of each file', async () => {
    draw();
    port.saveDrafts = () => Promise.reject(new Failure('quota'));
    drop(html('a.html', 'a'), html('b.html', 'b'));
    await says(/No article was stored.*2 files were not taken/);
  });
});
