// Tags and note of one article, as they are edited: words in, words out. Says what is wrong before anything is sent.
import { useEffect, useId, useState } from 'preact/hooks';
import { formatNumber, t } from '../../lib/i18n';
import { LABEL_LIMITS } from '../../lib/model';

interface Props {
  tags: string[];
  note: string;
  busy: boolean;
  onSave: (label: { tags: string[]; note: string }) => void;
  onCancel?: () => void;
}

/** "war, ships , war" → ['war', 'ships']: in order, each once, without blanks around. */
export function tagsIn(typed: string): string[] {
  return [...new Set(typed.split(/[,\n]/).map((tag) => tag.trim().replace(/\s+/g, ' ')).filter((tag) => tag !== ''))];
}

function troubleIn(tags: string[], note: string): string | null {
  if (tags.some(({ length }) => length > LABEL_LIMITS.tag)) return t('libraryTagTooLong', formatNumber(LABEL_LIMITS.tag));
  if (tags.length > LABEL_LIMITS.tags) return t('libraryTagsTooMany', formatNumber(LABEL_LIMITS.tags));
  return note.length > LABEL_LIMITS.note ? t('libraryNoteTooLong', formatNumber(LABEL_LIMITS.note)) : null;
}

/** Saves by button or Enter in the tags. */
export function LabelForm({ tags, note, busy, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState(tags.join(', '));
  const [words, setWords] = useState(note);
  const [trouble, setTrouble] = useState<string | null>(null);
  const hint = useId();
  // Another label than the one that was typed is in force now: an undo, another tab.
  useEffect(() => {
    setTyped(tags.join(', '));
    setWords(note);
  }, [tags.join('\n'), note]);
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = troubleIn(tagsIn(typed), words.trim());
    setTrouble(wrong);
    if (wrong === null && !busy) onSave({ tags: tagsIn(typed), note: words.trim() });
  };
  return (
    <form class="label-form" onSubmit={submit}>
      <label class="field-line">
        <span>{t('libraryTags')}</span>
        <input type="text" autocomplete="off" value={typed} aria-describedby={hint} aria-invalid={trouble !== null} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <p id={hint} class={trouble === null ? 'muted' : 'is-failed'} role={trouble === null ? undefined : 'alert'}>
        {trouble ?? t('libraryTagsHint')}
      </p>
      <label class="field-line">
        <span>{t('libraryNote')}</span>
        <textarea rows={4} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <div class="status-ways">
        <button type="submit" class="primary" aria-disabled={busy}>
          {t(busy ? 'saving' : 'librarySave')}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {t('libraryCancel')}
          </button>
        )}
      </div>
    </form>
  );
}
