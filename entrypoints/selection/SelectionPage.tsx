// The small window on a selection: its words, what stored articles say of it, and the form that saves it with a note. Signals in,
// wishes out.
import { useEffect, useRef, useState } from 'preact/hooks';
import { EvidenceItem } from '../../components/EvidenceItem';
import { Rich } from '../../components/Rich';
import { tally } from '../../components/tally';
import { troubleWords } from '../../components/trouble-words';
import { t, tn } from '../../lib/i18n';
import { LABEL_LIMITS } from '../../lib/model';
import type { Reading } from '../../lib/model';
import type { Keeping, Picked } from './picked';

interface Props {
  picked: Picked;
  /** Did the reader come to save it? Then the note has the focus. */
  keep: boolean;
  onLibrary: () => void;
}

export function SelectionPage({ picked, keep, onLibrary }: Props) {
  const picking = picked.picking.value;
  return (
    <div class="selection">
      <h1>{t('selectionTitle')}</h1>
      {picking.state === 'waiting' && (
        <p role="status" class="waiting">
          <span class="spinner" aria-hidden="true" /> {t('selectionChecking')}
        </p>
      )}
      {picking.state === 'gone' && <p role="alert">{t('selectionGone')}</p>}
      {picking.state === 'failed' && (
        <>
          <p role="alert">{troubleWords(picking.trouble)}</p>
          <button type="button" onClick={() => void picked.start()}>
            {t('tryAgain')}
          </button>
        </>
      )}
      {picking.state === 'picked' && (
        <>
          <blockquote tabIndex={0} aria-label={t('selectionTitle')} lang={picking.selection.draft.language ?? undefined}>
            {picking.selection.draft.blocks.map(({ text }, i) => (
              <p key={i}>{text}</p>
            ))}
          </blockquote>
          <p class="muted">
            <Rich k="selectionFrom" parts={[<bdi key="title">{picking.selection.draft.title || picking.selection.draft.url}</bdi>]} />
          </p>
          {!picking.selection.whole && <p class="muted">{t('selectionCut')}</p>}
          <Found picked={picked} />
          <Keep picked={picked} focus={keep} onLibrary={onLibrary} />
        </>
      )}
    </div>
  );
}

function Found({ picked }: { picked: Picked }) {
  const checking = picked.checking.value;
  return (
    <section>
      <h2>{t('selectionFound')}</h2>
      <p role="status">
        {checking.state === 'busy' && (
          <>
            <span class="spinner" aria-hidden="true" /> {t('selectionChecking')}
          </>
        )}
        {checking.state === 'failed' && troubleWords(checking.trouble)}
        {checking.state === 'read' && outcome(checking.reading)}
      </p>
      {checking.state === 'failed' && (
        <button type="button" onClick={() => void picked.check()}>
          {t('tryAgain')}
        </button>
      )}
      {checking.state === 'read' &&
        checking.reading.annotations.map((annotation, i) => (
          <article key={i}>
            <h3>{annotation.claim.text}</h3>
            <p class="muted">{tally(annotation)}</p>
            <ul>
              {annotation.evidence.map((evidence) => (
                <EvidenceItem key={evidence.statement.id} claim={annotation.claim.text} evidence={evidence} />
              ))}
            </ul>
          </article>
        ))}
    </section>
  );
}

function outcome({ state, claims, articles, annotations }: Reading): string {
  if (state === 'not-english') return t('selectionNotEnglish');
  if (claims === 0) return t('selectionNoClaims');
  if (articles === 0) return t('selectionNoArticles');
  const counted = tn('selectionCoverage', claims, tn('selectionArticles', articles));
  return annotations.length > 0 ? counted : `${counted} ${t('selectionNothing')}`;
}

/** When it is saved the focus goes to what can be done with it then. */
function Keep({ picked, focus, onLibrary }: { picked: Picked; focus: boolean; onLibrary: () => void }) {
  const [note, setNote] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const after = useRef<HTMLButtonElement>(null);
  const keeping = picked.keeping.value;
  useEffect(() => {
    if (focus) field.current?.focus();
  }, []);
  useEffect(() => {
    if (keeping.state === 'saved') after.current?.focus();
    else if (keeping.state === 'removed') field.current?.focus();
  }, [keeping.state]);
  const busy = keeping.state === 'busy';
  return (
    <section>
      <h2>{t('selectionKeep')}</h2>
      <p>{t('selectionKeepText')}</p>
      {keeping.state !== 'saved' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void picked.save(note);
          }}
        >
          <label for="note">{t('selectionNote')}</label>
          <textarea id="note" ref={field} rows={3} maxLength={LABEL_LIMITS.note} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
          <button type="submit" class="primary" aria-disabled={busy}>
            {t('selectionSave')}
          </button>
        </form>
      )}
      <p role="status">{words(keeping)}</p>
      {keeping.state === 'saved' && (
        <p class="after">
          <button ref={after} type="button" onClick={onLibrary}>
            {t('selectionOpenLibrary')}
          </button>
          {!keeping.already && (
            <button type="button" class="quiet" onClick={() => void picked.undo()}>
              {t('undo')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function words(keeping: Keeping): string {
  if (keeping.state === 'busy') return t('selectionSaving');
  if (keeping.state === 'saved') return t(keeping.already ? 'selectionAlready' : 'selectionSaved');
  if (keeping.state === 'removed') return t('selectionRemoved');
  return keeping.state === 'failed' ? troubleWords(keeping.trouble) : '';
}
