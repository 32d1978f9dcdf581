// One line of the inbox: what a newly saved article says and what an older one said, with the reason why they differ. The reason's
// "here" is the newer one. Props in, callbacks out.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { Dispute } from '../../lib/model';
import { excerpt } from '../excerpt';
import { MarkedText } from '../MarkedText';
import { day } from '../moment';
import { receiptOf } from '../receipt';
import type { MarkedSpan } from '../receipt';
import { Rich } from '../Rich';
import { nameOf } from '../signal-names';
import { SourceLine } from '../SourceLine';
import { StanceMark } from '../StanceMark';

interface Props {
  dispute: Dispute;
  busy: boolean;
  hrefOf: (article: string, statement: string) => string;
  onSeen: (dispute: Dispute, seen: boolean) => void;
}

/** Characters kept around what is marked; a statement is cut only when very long. */
const AROUND = 240;

export function DisputeItem({ dispute, busy, hrefOf, onSeen }: Props) {
  const [lit, setLit] = useState<number | null>(null);
  const { newer, older, reason, seen } = dispute;
  const receipt = receiptOf(newer.statement.text, { statement: older.statement, stance: 'conflicts', reason });
  const side = ({ statement, source }: Dispute['newer'], marks: MarkedSpan[], name: string) => (
    <div>
      <dt>{name}</dt>
      <dd>
        <MarkedText pieces={excerpt(statement.text, marks, AROUND)} lit={lit} onLight={setLit} />
        <SourceLine source={source} />
        <a class="in-library" href={hrefOf(source.id, statement.id)} aria-label={t('libraryReadNamed', source.title)}>
          {t('libraryRead')}
        </a>
      </dd>
    </div>
  );
  return (
    <li class={`evidence dispute is-conflicting${seen ? ' is-seen' : ''}`}>
      <p class="reason">
        <StanceMark mark="conflicting" />
        <span>
          <Rich
            k="reasonIs"
            parts={[
              <strong key="stance">{t('stanceDiffers')}</strong>,
              <span key="signal" class="signal">
                {t(nameOf(reason))}
              </span>,
              <bdi key="words">{reason.words}</bdi>,
            ]}
          />
        </span>
      </p>
      <dl class="sides">
        {side(newer, receipt.claim, t('libraryNewer'))}
        {side(older, receipt.evidence, t('libraryOlder'))}
      </dl>
      <p class="dispute-foot">
        <span class="muted">{t('libraryFoundOn', day(dispute.found) ?? dispute.found)}</span>
        <button type="button" class="quiet" aria-disabled={busy} aria-pressed={seen} aria-label={t('librarySeenNamed', newer.statement.text)} onClick={() => !busy && onSeen(dispute, !seen)}>
          {t(seen ? 'librarySeen' : 'libraryMarkSeen')}
        </button>
      </p>
    </li>
  );
}
