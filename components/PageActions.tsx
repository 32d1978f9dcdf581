// Saving and exporting the page, with what has come of it. Buttons stay where they are and keep the focus while busy.
import { t, tn } from '../lib/i18n';
import { day } from './moment';
import type { Exporting, Saving } from './page-view';
import { troubleWords } from './trouble-words';

interface Props {
  saving: Saving;
  exporting: Exporting;
  /** False while there are no annotations to export. */
  exportable: boolean;
  onSave: () => void;
  onExport: () => void;
}

export function PageActions({ saving, exporting, exportable, onSave, onExport }: Props) {
  const saveOff = saving.state === 'busy' || saving.state === 'saved';
  const exportOff = exporting.state === 'busy' || !exportable;
  const words = exporting.state === 'idle' || exporting.state === 'busy' ? savingWords(saving) : exportingWords(exporting);
  const failed = (exporting.state === 'failed' ? exporting : saving).state === 'failed';
  return (
    <div class="actions">
      <p class={`actions-outcome${failed ? ' is-failed' : ''}`} role="status">
        {words}
      </p>
      <button type="button" class="primary" aria-disabled={saveOff} onClick={() => !saveOff && onSave()}>
        {t(saving.state === 'busy' ? 'saving' : saving.state === 'saved' ? 'savedButton' : 'save')}
      </button>
      <button type="button" aria-disabled={exportOff} onClick={() => !exportOff && onExport()}>
        {t(exporting.state === 'busy' ? 'exporting' : 'exportPage')}
      </button>
    </div>
  );
}

function savingWords(saving: Saving): string {
  if (saving.state === 'failed') return t('notSaved', troubleWords(saving.trouble));
  if (saving.state !== 'saved') return '';
  return saving.already ? tn('alreadySaved', saving.statements, day(saving.on) ?? saving.on) : tn('savedNow', saving.statements);
}

/** What has come of an export, in words; '' before there is anything to say. */
export function exportingWords(exporting: Exporting): string {
  if (exporting.state === 'done') return t('exported', exporting.file);
  return exporting.state === 'failed' ? t('notExported', troubleWords(exporting.trouble)) : '';
}
