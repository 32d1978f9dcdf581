// One claim of the page: its mark, its sentence, what it adds up to, and on opening its evidence. What merely speaks of the
// same matter stands apart, closed, unless there is nothing else.
import { t, tn } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { Disclosure } from './Disclosure';
import { EvidenceItem } from './EvidenceItem';
import { Origins } from './Origins';
import { StanceMark } from './StanceMark';
import { tally } from './tally';

interface Props {
  annotation: Annotation;
  /** Index in the reading; also the element's id, `claim-<n>`. */
  index: number;
  open: boolean;
  /** The one that the reader came for. */
  wanted?: boolean;
  onJump: (index: number) => void;
}

export function ClaimItem({ annotation, index, open, wanted = false, onJump }: Props) {
  const mark = markOf(annotation);
  const { text } = annotation.claim;
  const deciding = annotation.evidence.filter((e) => e.stance !== 'related');
  const related = annotation.evidence.filter((e) => e.stance === 'related');
  const items = (evidence: typeof related) => (
    <ul class="evidence-list">
      {evidence.map((e) => (
        <EvidenceItem key={e.statement.id} claim={text} evidence={e} />
      ))}
    </ul>
  );
  return (
    <li id={`claim-${index}`} class={`claim is-${mark}${wanted ? ' is-wanted' : ''}`}>
      <Disclosure
        level={3}
        open={open || wanted}
        summary={
          <>
            <span class="tally">
              <StanceMark mark={mark} />
              <span>{tally(annotation)}</span>
            </span>
            <Origins annotation={annotation} />
            <bdi class="claim-text">{text}</bdi>
          </>
        }
      >
        <button type="button" class="quiet jump" onClick={() => onJump(index)}>
          {t('jump')}
        </button>
        {items(deciding)}
        {related.length > 0 && deciding.length > 0 && (
          <Disclosure class="related-group" summary={tn('relatedEvidence', related.length)}>
            {items(related)}
          </Disclosure>
        )}
        {deciding.length === 0 && items(related)}
      </Disclosure>
    </li>
  );
}
