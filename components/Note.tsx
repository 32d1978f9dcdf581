// The reader's own words on a verdict: shown, and written or changed in place. Props in, callbacks out. What is typed stays in the
// field: a page under the card must not take letters for its own keys.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n';
import { Rich } from './Rich';

/** In UTF-16 units: a long paragraph. */
const LONGEST_NOTE = 2_000;

interface Props {
  /** '' for none. */
  note: string;
  writing: boolean;
  onWrite: (writing: boolean) => void;
  /** True once it is kept; until then the field stays, with what was typed. */
  onKeep: (note: string) => Promise<boolean>;
}

export function Note({ note, writing, onWrite, onKeep }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);
  useEffect(() => {
    if (writing) field.current?.focus();
    else if (wrote.current) opener.current?.focus();
    wrote.current = writing;
  }, [writing]);
  const keep = async () => {
    if (await onKeep((field.current?.value ?? '').trim())) onWrite(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onWrite(false);
  };
  const stop = (event: Event) => event.stopPropagation();
  if (!writing) {
    return (
      <>
        <button ref={opener} type="button" class="quiet" onClick={() => onWrite(true)}>
          {t(note === '' ? 'verdictNoteAdd' : 'verdictNoteEdit')}
        </button>
        {note !== '' && (
          <p class="verdict-note">
            <Rich k="verdictNoteIs" parts={[<bdi key="note">{note}</bdi>]} />
          </p>
        )}
      </>
    );
  }
  return (
    <div class="verdict-writing">
      <label>
        {t('verdictNoteLabel')}
        <textarea ref={field} rows={2} maxLength={LONGEST_NOTE} defaultValue={note} onKeyDown={onKeyDown} onKeyUp={stop} onKeyPress={stop} />
      </label>
      <button type="button" class="quiet" onClick={() => void keep()}>
        {t('verdictNoteKeep')}
      </button>
      <button type="button" class="quiet" onClick={() => onWrite(false)}>
        {t('verdictCancel')}
      </button>
    </div>
  );
}
