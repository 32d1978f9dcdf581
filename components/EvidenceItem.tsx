// One piece of evidence: stance, the signal that decided and its reason in words, the receipt on both sides, who said it and where.
// Props in, nothing out; knows no browser.
import { t } from '../lib/i18n';
import type { Attribution, Evidence, Mark } from '../lib/model';
import { Rich } from './Rich';
import { Sides } from './Sides';
import { nameOf } from './signal-names';
import { SourceLine } from './SourceLine';
import { StanceMark } from './StanceMark';

const MARK: Record<Evidence['stance'], Mark> = { corroborates: 'corroborated', conflicts: 'conflicting', related: 'related' };
const WORD = { corroborates: 'stanceAgrees', conflicts: 'stanceDiffers', related: 'stanceRelated' } as const;

/** `claim` is the text of the claim that this is evidence on. */
export function EvidenceItem({ claim, evidence }: { claim: string; evidence: Evidence }) {
  const { reason, stance, statement } = evidence;
  return (
    <li class={`evidence is-${MARK[stance]}`}>
      <p class="reason">
        <StanceMark mark={MARK[stance]} />
        <span>
          <Rich
            k="reasonIs"
            parts={[
              <strong key="stance">{t(WORD[stance])}</strong>,
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
      <SourceLine source={evidence.source} />
    </li>
  );
}

function Speaker({ attribution }: { attribution: Attribution | null }) {
  if (!attribution) return <>{t('unattributed')}</>;
  return attribution.speaker ? <Rich k="saidBy" parts={[<bdi key="speaker">{attribution.speaker}</bdi>]} /> : <>{t('saidByUnnamed')}</>;
}
