// Every state of an import but the first: checking, what it would do, being done, done, failed. A state in, callbacks out.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { formatNumber, t, tn } from '../../lib/i18n';
import { Disclosure } from '../Disclosure';
import { space } from '../space';
import { troubleWords } from '../trouble-words';
import { FailedFiles } from './FailedFiles';
import { LARGEST_IMPORT } from './imports';
import type { ImportMode, Imports, ImportState, Preview, Progress } from './imports';

type Shown = Exclude<ImportState, { kind: 'idle' }>;

export function ImportOutcome({ state, imports }: { state: Shown; imports: Imports }) {
  const again = (
    <button type="button" class="primary" onClick={() => imports.cancel()}>
      {t('exchangeAnother')}
    </button>
  );
  const cancel = (
    <button type="button" onClick={() => imports.cancel()}>
      {t('exchangeCancel')}
    </button>
  );
  switch (state.kind) {
    case 'checking':
      return (
        <Step title={t('exchangeChecking', state.name)} waiting ways={cancel}>
          {state.of > 1 && <progress aria-label={t('exchangeChecking', state.name)} value={state.done} max={state.of} />}
        </Step>
      );
    case 'refused':
      return (
        <Step title={t('exchangeTooLarge', state.name)} ways={again}>
          <p>{t('exchangeTooLargeText', space(state.bytes), space(LARGEST_IMPORT))}</p>
        </Step>
      );
    case 'preview':
      return <PreviewStep state={state} cancel={cancel} onConfirm={(mode) => void imports.confirm(mode)} />;
    case 'importing':
      return <Step title={t('exchangeImporting', state.name)} waiting />;
    case 'imported':
      return (
        <Step title={t(state.mode === 'replace' ? 'exchangeReplaced' : 'exchangeMerged', state.name)} ways={again}>
          <CountTable counts={state.counts} />
        </Step>
      );
    case 'failed':
      return (
        <Step title={t('exchangeFailed', state.name)} ways={again}>
          <p>{troubleWords(state.trouble)}</p>
          {state.detail !== '' && (
            <Disclosure class="detail" summary={t('exchangeDetail')} open>
              <bdi class="detail-text">{state.detail}</bdi>
            </Disclosure>
          )}
        </Step>
      );
    case 'saving':
      return (
        <Step title={t('exchangeSaving')} ways={cancel}>
          <progress aria-label={t('exchangeSaving')} value={state.progress.done} max={state.progress.of} />
          <p class="muted">{t('exchangeProgress', formatNumber(state.progress.done), formatNumber(state.progress.of))}</p>
        </Step>
      );
    case 'saved':
      return (
        <Step title={savedWords(state)} ways={again}>
          {state.progress.already > 0 && <p>{tn('exchangeAlready', state.progress.already)}</p>}
          {state.cancelled && <p>{t('exchangeCancelled', formatNumber(state.progress.of - state.progress.done))}</p>}
          <FailedFiles failed={state.progress.failed} />
        </Step>
      );
  }
}

function savedWords({ progress: { saved } }: { progress: Progress }): string {
  return saved === 0 ? t('exchangeSavedNone') : tn('exchangeSaved', saved);
}

interface StepProps {
  title: string;
  waiting?: boolean;
  ways?: ComponentChildren;
  children?: ComponentChildren;
}

/** A heading that is announced and takes the focus, what belongs to it, and what can be done. */
function Step({ title, waiting = false, ways, children }: StepProps) {
  return (
    <div class="exchange-step">
      <div role="status">
        <h3 tabIndex={-1} data-lands="">
          {waiting && <span class="spinner" aria-hidden="true" />}
          <bdi>{title}</bdi>
        </h3>
      </div>
      {children}
      {ways && <div class="status-ways">{ways}</div>}
    </div>
  );
}

const KINDS = [
  { kind: 'articles', name: 'exchangeArticles' },
  { kind: 'verdicts', name: 'exchangeVerdicts' },
  { kind: 'corrections', name: 'exchangeCorrections' },
  { kind: 'labels', name: 'exchangeLabels' },
] as const;

function CountTable({ counts }: { counts: Preview }) {
  return (
    <table class="exchange-counts">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('exchangeAdded')}</th>
          <th scope="col">{t('exchangeSame')}</th>
          <th scope="col">{t('exchangeDiffering')}</th>
        </tr>
      </thead>
      <tbody>
        {KINDS.map(({ kind, name }) => (
          <tr key={kind}>
            <th scope="row">{t(name)}</th>
            <td>{formatNumber(counts[kind].added)}</td>
            <td>{formatNumber(counts[kind].same)}</td>
            <td>{formatNumber(counts[kind].differing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PreviewProps {
  state: Extract<ImportState, { kind: 'preview' }>;
  cancel: ComponentChildren;
  onConfirm: (mode: ImportMode) => void;
}

/** What the file would do, and the choice; replacing says what goes, and its button says so too. */
function PreviewStep({ state: { name, holds, counts }, cancel, onConfirm }: PreviewProps) {
  const id = useId();
  const [mode, setMode] = useState<ImportMode>('merge');
  const ways = (
    <>
      <button type="button" class={mode === 'replace' ? 'danger' : 'primary'} onClick={() => onConfirm(mode)}>
        {t(mode === 'replace' ? 'exchangeReplaceButton' : 'exchangeMergeButton')}
      </button>
      {cancel}
    </>
  );
  const HOLDS = { library: 'exchangeHoldsLibrary', annotations: 'exchangeHoldsAnnotations', 'claim-review': 'exchangeHoldsReviews' } as const;
  return (
    <Step title={t('exchangePreview', name)} ways={ways}>
      <p>{t(HOLDS[holds])}</p>
      <CountTable counts={counts} />
      {holds === 'library' && (
        <fieldset>
          <legend>{t('exchangeHow')}</legend>
          {(['merge', 'replace'] as const).map((one) => (
            <label class="choice-line" key={one}>
              <input type="radio" name={`${id}-mode`} value={one} checked={mode === one} onChange={() => setMode(one)} />
              <span>
                <b>{t(one === 'merge' ? 'exchangeMerge' : 'exchangeReplace')}</b>
                <span class="choice-words">{t(one === 'merge' ? 'exchangeMergeText' : 'exchangeReplaceText')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="exchange-warning" role="alert">
        {mode === 'replace' && t('exchangeReplaceWarning')}
      </p>
    </Step>
  );
}
