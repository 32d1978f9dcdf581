// Files into the library: dropped or picked, looked at first, merged or put in the place of everything, with progress and what failed.
// Draws an Imports and starts its steps. When the button that was pressed goes, the focus moves to what came of it.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { filesOf } from './dropped';
import { ImportOutcome } from './ImportOutcome';
import type { Imports } from './imports';

interface Props {
  imports: Imports;
}

export function ImportSection({ imports }: Props) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const state = imports.state.value;
  const shown = useRef(state.kind);
  useEffect(() => {
    if (shown.current === state.kind) return;
    shown.current = state.kind;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) section.current?.querySelector<HTMLElement>('[data-lands]')?.focus();
  }, [state.kind]);

  const drop = async (transfer: DataTransfer): Promise<void> => {
    const { files, unreadable } = await filesOf(transfer);
    await imports.take(files, unreadable);
  };
  return (
    <section
      ref={section}
      class={`exchange${over ? ' is-over' : ''}`}
      aria-labelledby={id}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !section.current?.contains(event.relatedTarget)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void drop(event.dataTransfer);
      }}
    >
      <h2 id={id} tabIndex={-1} {...(state.kind === 'idle' ? { 'data-lands': '' } : {})}>
        {t('exchangeImport')}
      </h2>
      {state.kind === 'idle' ? <Pickers take={(files) => void imports.take(files)} /> : <ImportOutcome state={state} imports={imports} />}
    </section>
  );
}

/** Preact's types do not know it; both browsers do. */
const WHOLE_FOLDER = { webkitdirectory: true };

/** Where files are dropped, and the two ways to pick them: files, or a folder. */
function Pickers({ take }: { take: (files: File[]) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const picked = (input: HTMLInputElement): void => {
    const chosen = Array.from(input.files ?? []);
    // Emptied, so that the same file can be picked again.
    input.value = '';
    take(chosen);
  };
  return (
    <>
      <p>{t('exchangeImportText')}</p>
      <div class="drop-place">
        <p>{t('exchangeDropHere')}</p>
        <div class="status-ways">
          <button type="button" class="primary" onClick={() => files.current?.click()}>
            {t('exchangePickFiles')}
          </button>
          <button type="button" onClick={() => folder.current?.click()}>
            {t('exchangePickFolder')}
          </button>
        </div>
        <input ref={files} type="file" multiple hidden accept=".json,.jsonld,.html,.htm,.xhtml" data-pick="files" onChange={(event) => picked(event.currentTarget)} />
        <input ref={folder} type="file" multiple hidden {...WHOLE_FOLDER} data-pick="folder" onChange={(event) => picked(event.currentTarget)} />
      </div>
    </>
  );
}
