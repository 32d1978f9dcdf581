// What can be corrected of one stored statement: whether it counts at all, who said it, which figures it gives. Props in, callbacks
// out; takes the focus when it is drawn, Esc leaves it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { decimalMark, t } from '../../lib/i18n';
import type { StoredStatement } from '../../lib/model';
import { amendmentOf, typedOf } from './amendment';
import type { Typed } from './amendment';
import type { Amendment } from './library-view';

interface Props {
  statement: StoredStatement;
  /** What was corrected of it before. */
  before: Amendment | null;
  busy: boolean;
  onSave: (amendment: Amendment) => void;
  onTakeBack: () => void;
  onCancel: () => void;
}

/** A name's longest, in UTF-16 units. */
const LONGEST_NAME = 200;

export function CorrectionForm({ statement, before, busy, onSave, onTakeBack, onCancel }: Props) {
  const speaker = statement.attribution?.speaker ?? null;
  const [typed, setTyped] = useState<Typed>(() => typedOf(speaker, statement.quantities, before?.hidden ?? false, decimalMark()));
  const [wrong, setWrong] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const setFigure = (at: number, side: 'min' | 'max', value: string) =>
    setTyped((was) => ({ ...was, figures: was.figures.map((figure, n) => (n === at ? { ...figure, [side]: value } : figure)) }));
  const submit = (event: Event) => {
    event.preventDefault();
    const amendment = amendmentOf(typed, speaker, statement.quantities, before, decimalMark());
    setWrong('wrong' in amendment ? amendment.wrong : null);
    if (!('wrong' in amendment) && !busy) onSave(amendment);
  };
  return (
    <form ref={form} class="correction-form" aria-label={t('libraryCorrectionOf', statement.text)} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <h4>{t('libraryCorrection')}</h4>
      <blockquote class="correction-of">
        <bdi>{statement.text}</bdi>
      </blockquote>
      <label class="check-line">
        <input type="checkbox" checked={typed.hidden} onChange={(event) => setTyped({ ...typed, hidden: event.currentTarget.checked })} />
        <span>{t('libraryHide')}</span>
      </label>
      <label class="field-line">
        <span>{t('librarySaidBy')}</span>
        <input type="text" autocomplete="off" maxLength={LONGEST_NAME} value={typed.speaker} placeholder={t('libraryNobody')} onInput={(event) => setTyped({ ...typed, speaker: event.currentTarget.value })} />
      </label>
      {statement.quantities.map(({ span, unit, of }, at) => (
        <fieldset key={at} class="figure-line">
          <legend>
            <bdi>{statement.text.slice(span.start, span.end)}</bdi> <span class="muted">{[unit === 'count' ? '' : unit, of].filter(Boolean).join(', ')}</span>
          </legend>
          {(['min', 'max'] as const).map((side) => (
            <label key={side} class="field-line">
              <span>{t(side === 'min' ? 'libraryAtLeast' : 'libraryAtMost')}</span>
              <input type="text" inputMode="decimal" autocomplete="off" maxLength={40} value={typed.figures[at]?.[side] ?? ''} aria-invalid={wrong === at} onInput={(event) => setFigure(at, side, event.currentTarget.value)} />
            </label>
          ))}
          {wrong === at && (
            <p class="is-failed" role="alert">
              {t('libraryFigureWrong')}
            </p>
          )}
        </fieldset>
      ))}
      <div class="status-ways">
        <button type="submit" class="primary" aria-disabled={busy}>
          {t(busy ? 'saving' : 'librarySave')}
        </button>
        {before && (
          <button type="button" aria-disabled={busy} onClick={() => !busy && onTakeBack()}>
            {t('libraryTakeBack')}
          </button>
        )}
        <button type="button" class="quiet" onClick={onCancel}>
          {t('libraryCancel')}
        </button>
      </div>
    </form>
  );
}
