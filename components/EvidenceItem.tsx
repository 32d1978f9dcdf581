// One piece of evidence: stance, the signal that decided and its reason in words, the receipt on both sides, who said it and where.
// On a surface that keeps verdicts, the reader's own too. Props in; knows no browser.
import { useContext } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Annotation, Attribution, Evidence, Mark } from '../lib/model';
import { Rich } from './Rich';
import { Sides } from './Sides';
import { nameOf } from './signal-names';
import { SourceLine } from './SourceLine';
import { StanceMark } from './StanceMark';
import { Surface } from './surface';
import { Verdict } from './Verdict';

const MARK: Record<Evidence['stance'], Mark> = { corroborates: 'corroborated', conflicts: 'conflicting', related: 'related' };
const WORD = { corroborates: 'stanceAgrees', conflicts: 'stanceDiffers', related: 'stanceRelated' } as const;

interface Props {
  /** The text of the claim that this is evidence on. */
  claim: string;
  evidence: Evidence;
  /** The annotation that it is of, where the reader may say what they make of it. */
  annotation?: Annotation;
  /** Where it is the only piece shown: what may be said of the whole claim stands in one line with what may be said of the match. */
  alone?: boolean;
}

export function EvidenceItem({ claim, evidence, annotation, alone = false }: Props) {
  const { reason, stance, statement } = evidence;
  const { directive } = useContext(Surface);
  return (
    <li class={`evidence is-${MARK[stance]}`}>
      <p class="reason">
        <StanceMark mark={MARK[stance]} />
        <span>
          <Rich
            k="reasonIs"
            parts={[
              <strong key="stance">{t(reason.kind === 'later-update' ? 'stanceUpdate' : WORD[stance])}</strong>,
              <span key="signal" class="signal">
                {t(nameOf(reason))}
              </span>,
              <bdi key="words">{reason.words}</bdi>,
            ]}
          />
        </span>
      </p>
      <Sides claim={claim} evidence={evidence} />
      <p class="speaker">
        <Speaker attribution={statement.attribution} />
      </p>
      <SourceLine source={evidence.source} directive={directive?.(statement.text) ?? ''} />
      {annotation && (
        <div class="verdicts">
          <Verdict annotation={annotation} evidence={evidence} />
          {alone && <Verdict annotation={annotation} evidence={null} />}
        </div>
      )}
    </li>
  );
}

function Speaker({ attribution }: { attribution: Attribution | null }) {
  if (!attribution) return <>{t('unattributed')}</>;
  return attribution.speaker ? <Rich k="saidBy" parts={[<bdi key="speaker">{attribution.speaker}</bdi>]} /> : <>{t('saidByUnnamed')}</>;
}
