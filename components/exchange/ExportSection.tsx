// What can be taken out of the library, in which form, of which articles; and what became of it. Draws an Exports, starts its runs.
import { useId, useState } from 'preact/hooks';
import { formatNumber, t, tn } from '../../lib/i18n';
import { troubleWords } from '../trouble-words';
import type { ExportFormat, Exports, ExportState } from './exports';

const FORMATS = [
  { format: 'library', name: 'exchangeFormatLibrary', text: 'exchangeFormatLibraryText' },
  { format: 'dossier', name: 'exchangeFormatDossier', text: 'exchangeFormatDossierText' },
  { format: 'markdown', name: 'exchangeFormatMarkdown', text: 'exchangeFormatMarkdownText' },
  { format: 'csv', name: 'exchangeFormatCsv', text: 'exchangeFormatCsvText' },
  { format: 'annotations', name: 'exchangeFormatAnnotations', text: 'exchangeFormatAnnotationsText' },
  { format: 'claim-review', name: 'exchangeFormatReviews', text: 'exchangeFormatReviewsText' },
] as const satisfies { format: ExportFormat; name: string; text: string }[];

interface Props {
  exports: Exports;
  /** Ids of the articles that are selected in the list; none: only all can be exported. */
  selected: string[];
}

export function ExportSection({ exports, selected }: Props) {
  const id = useId();
  const [format, setFormat] = useState<ExportFormat>('library');
  const [some, setSome] = useState(false);
  const state = exports.state.value;
  const busy = state.kind === 'busy';
  const onlySome = some && selected.length > 0;
  return (
    <section class="exchange" aria-labelledby={id}>
      <h2 id={id}>{t('exchangeExport')}</h2>
      <fieldset>
        <legend>{t('exchangeFormat')}</legend>
        {FORMATS.map((one) => (
          <label class="choice-line" key={one.format}>
            <input type="radio" name={`${id}-format`} value={one.format} checked={format === one.format} onChange={() => setFormat(one.format)} />
            <span>
              <b>{t(one.name)}</b>
              <span class="choice-words">{t(one.text)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {selected.length > 0 && (
        <fieldset>
          <legend>{t('exchangeWhich')}</legend>
          <label class="choice-line">
            <input type="radio" name={`${id}-which`} checked={!onlySome} onChange={() => setSome(false)} />
            <span>{t('exchangeAll')}</span>
          </label>
          <label class="choice-line">
            <input type="radio" name={`${id}-which`} checked={onlySome} onChange={() => setSome(true)} />
            <span>{tn('exchangeSelected', selected.length)}</span>
          </label>
        </fieldset>
      )}
      <button type="button" class="primary" aria-disabled={busy} onClick={() => !busy && void exports.run(format, onlySome ? selected : null)}>
        {t(busy ? 'exchangeExporting' : 'exchangeExportButton')}
      </button>
      {state.kind === 'busy' && (
        <div class="exchange-step">
          {state.of > 0 && <progress aria-label={t('exchangeExporting')} value={state.done} max={state.of} />}
          {state.of > 0 && <p class="muted">{t('exchangeExportProgress', formatNumber(state.done), formatNumber(state.of))}</p>}
          <div class="status-ways">
            <button type="button" onClick={() => exports.cancel()}>
              {t('exchangeCancel')}
            </button>
          </div>
        </div>
      )}
      <p class={`exchange-outcome${state.kind === 'failed' ? ' is-failed' : ''}`} role="status">
        {outcome(state)}
      </p>
    </section>
  );
}

function outcome(state: ExportState): string {
  if (state.kind === 'done') return t('exchangeExported', state.file);
  if (state.kind === 'stopped') return t('exchangeStopped');
  return state.kind === 'failed' ? troubleWords(state.trouble) : '';
}
