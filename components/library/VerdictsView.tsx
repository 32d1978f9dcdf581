// What the reader has judged, newest first, with how much of it was found right, and the way to take each back: the line stays, with
// the way to put it back. Props in, callbacks out.
import { t, tn } from '../../lib/i18n';
import type { Verdict } from '../../lib/model';
import { day } from '../moment';
import { Empty } from './Empty';
import { judgements } from './judgements';
import type { Loaded } from './library-view';
import { LoadState } from './LoadState';

/** A verdict, in force or taken back just now. */
export interface VerdictLine {
  verdict: Verdict;
  state: 'kept' | 'busy' | 'gone';
}

interface Props {
  view: Loaded<VerdictLine[]>;
  onUndo: (line: VerdictLine) => void;
  onRetry: () => void;
}

const WORDS = { 'wrong-match': 'libraryVerdictWrong', agreed: 'libraryVerdictAgreed', never: 'libraryVerdictNever' } as const;

export function VerdictsView({ view, onUndo, onRetry }: Props) {
  const kept = view.kind === 'there' ? view.value.filter(({ state }) => state !== 'gone').map(({ verdict }) => verdict) : [];
  const { judged, right } = judgements(kept);
  return (
    <>
      <p class="lead">{t('libraryVerdictsLead')}</p>
      <LoadState view={view} waiting="libraryVerdictsWaiting" failed="libraryVerdictsFailed" onRetry={onRetry} />
      {view.kind === 'there' && view.value.length === 0 && <Empty title="libraryVerdictsEmptyTitle" text="libraryVerdictsEmptyText" />}
      {view.kind === 'there' && view.value.length > 0 && (
        <>
          {judged > 0 && <p class="judged">{tn('libraryJudged', judged, right)}</p>}
          <ul class="judged-lines">
            {view.value.map((line) => (
              <Line key={line.verdict.id} line={line} onUndo={onUndo} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Line({ line, onUndo }: { line: VerdictLine; onUndo: Props['onUndo'] }) {
  const { verdict, state } = line;
  const gone = state === 'gone';
  return (
    <li class={`judged-line is-${state}`}>
      <div>
        <p class="judged-words">
          <strong>{t(WORDS[verdict.verdict])}</strong> <span class="muted">{gone ? t('libraryTakenBack') : day(verdict.at)}</span>
        </p>
        <p>
          <bdi class="judged-text">{verdict.claim}</bdi>
        </p>
        {verdict.evidence !== null && (
          <p class="judged-against">
            <span class="muted">{t('libraryVerdictOn')}</span> <bdi class="judged-text">{verdict.evidence}</bdi>
          </p>
        )}
        {verdict.note !== '' && (
          <p class="stored-note">
            <bdi>{verdict.note}</bdi>
          </p>
        )}
      </div>
      <button type="button" class="quiet" aria-disabled={state === 'busy'} aria-label={t(gone ? 'libraryPutBackNamed' : 'libraryTakeBackNamed', verdict.claim)} onClick={() => state !== 'busy' && onUndo(line)}>
        {t(gone ? 'libraryPutBack' : 'libraryTakeBack')}
      </button>
    </li>
  );
}
