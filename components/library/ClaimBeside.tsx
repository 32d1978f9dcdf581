// What others say of one claim of a stored article, beside the paragraph that it stands in: what it adds up to, and on opening each
// piece of evidence. Opened from here or from the sentence. Props in, callbacks out.
import { t, tn } from '../../lib/i18n';
import { markOf } from '../../lib/model';
import { Disclosure } from '../Disclosure';
import { EvidenceItem } from '../EvidenceItem';
import type { Shown } from '../judged';
import { Origins } from '../Origins';
import { StanceMark } from '../StanceMark';
import { tally } from '../tally';
import { Verdict } from '../Verdict';

interface Props {
  shown: Shown;
  /** Index in the reading; also the element's id, `claim-<n>`. */
  index: number;
  open: boolean;
  onToggle: () => void;
}

export function ClaimBeside({ shown: { annotation, counted }, index, open, onToggle }: Props) {
  const mark = markOf(counted);
  const deciding = annotation.evidence.filter(({ stance }) => stance !== 'related');
  const related = annotation.evidence.filter(({ stance }) => stance === 'related');
  const items = (evidence: typeof related) => (
    <ul class="evidence-list">
      {evidence.map((one) => (
        <EvidenceItem key={one.statement.id} claim={annotation.claim.text} evidence={one} annotation={annotation} />
      ))}
    </ul>
  );
  return (
    <li class={`claim is-${mark}`}>
      <button type="button" class="beside-button" aria-expanded={open} {...(open ? { 'aria-controls': `claim-${index}` } : {})} onClick={onToggle}>
        <span class="tally">
          <StanceMark mark={mark} />
          <span>{tally(counted)}</span>
        </span>
        <Origins annotation={counted} />
        <span class="visually-hidden">{t('libraryOnSentence', annotation.claim.text)}</span>
      </button>
      {open && (
        <div id={`claim-${index}`} class="beside-evidence">
          {items(deciding)}
          {related.length > 0 && deciding.length > 0 && (
            <Disclosure class="related-group" summary={tn('relatedEvidence', related.length)}>
              {items(related)}
            </Disclosure>
          )}
          {deciding.length === 0 && items(related)}
          <Verdict annotation={annotation} evidence={null} />
        </div>
      )}
    </li>
  );
}
