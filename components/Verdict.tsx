// What the reader says of a match or a claim: buttons, then in their place what was said, a note on it and an undo. The focus goes
// along when one takes the other's place. An annotation in, words to the surface's `judging` out; draws nothing where there is none.
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Key } from '../lib/i18n';
import type { Annotation, Evidence, Verdict as Given } from '../lib/model';
import { applies } from './judging';
import type { Judgement } from './judging';
import { Note } from './Note';
import { Surface } from './surface';
import { troubleWords } from './trouble-words';

interface Way {
  verdict: Given['verdict'];
  label: Key;
  title: Key;
}

const ON_MATCH: Way[] = [
  { verdict: 'agreed', label: 'verdictAgree', title: 'verdictAgreeTitle' },
  { verdict: 'wrong-match', label: 'verdictWrong', title: 'verdictWrongTitle' },
];
const ON_CLAIM: Way[] = [{ verdict: 'never', label: 'verdictNever', title: 'verdictNeverTitle' }];
const SAID = { agreed: 'verdictSaidAgreed', 'wrong-match': 'verdictSaidWrong', never: 'verdictSaidNever' } as const;

/** On a piece of evidence: agree, wrong match. With `evidence` null on the whole claim: never this claim. */
export function Verdict({ annotation, evidence }: { annotation: Annotation; evidence: Evidence | null }) {
  const { judging } = useContext(Surface);
  const row = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  const [writing, setWriting] = useState(false);
  const judgement = judging?.of(annotation.claim.text, evidence) ?? null;
  const holds = judgement !== null && applies(judgement);
  useEffect(() => {
    if (follow.current) row.current?.querySelector<HTMLElement>(holds ? '.verdict-undo' : 'button')?.focus();
    follow.current = false;
  }, [holds]);
  if (!judging) return null;
  const give = (verdict: Given['verdict']) => {
    follow.current = true;
    void judging.judge(annotation, evidence, verdict);
  };
  const back = (one: Judgement) => {
    follow.current = true;
    void judging.undo(one);
  };
  const classes = ['verdict', holds && 'is-said', holds && judgement.said.verdict !== 'agreed' && 'is-aside'].filter(Boolean).join(' ');
  return (
    <div class={classes} ref={row} role="group" aria-busy={judgement?.state === 'keeping'} aria-label={t(evidence ? 'verdictGroup' : 'verdictGroupClaim')}>
      <p role="status">{judgement && words(judgement)}</p>
      {!holds &&
        (evidence ? ON_MATCH : ON_CLAIM).map(({ verdict, label, title }) => (
          <button key={verdict} type="button" class="quiet" title={t(title)} onClick={() => give(verdict)}>
            {t(label)}
          </button>
        ))}
      {holds && (
        <>
          <button type="button" class="quiet verdict-undo" title={t('verdictUndoTitle')} aria-disabled={judgement.state === 'undoing'} onClick={() => back(judgement)}>
            {t(judgement.state === 'undoing' ? 'verdictUndoing' : 'undo')}
          </button>
          {judgement.noteKnown && (
            <Note
              note={judgement.said.note}
              writing={writing}
              onWrite={setWriting}
              onKeep={(note) => judging.judge(annotation, evidence, judgement.said.verdict, note)}
            />
          )}
        </>
      )}
    </div>
  );
}

function words({ said, state, trouble }: Judgement): string {
  const failed = trouble && t(trouble.wish === 'keep' ? 'verdictNotKept' : 'verdictNotUndone', troubleWords(trouble.code));
  if (state === 'keeping') return t('verdictKeeping');
  return [state !== 'failed' && t(SAID[said.verdict]), failed].filter(Boolean).join(' ');
}
