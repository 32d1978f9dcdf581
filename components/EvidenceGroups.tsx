// The evidence on one claim: what agrees or differs, then, apart and closed unless there is nothing else, what merely speaks of the same.
import { tn } from '../lib/i18n';
import type { Annotation, Evidence } from '../lib/model';
import { Disclosure } from './Disclosure';
import { EvidenceItem } from './EvidenceItem';

export function EvidenceGroups({ annotation }: { annotation: Annotation }) {
  const deciding = annotation.evidence.filter(({ stance }) => stance !== 'related');
  const related = annotation.evidence.filter(({ stance }) => stance === 'related');
  const items = (evidence: Evidence[]) => (
    <ul class="evidence-list">
      {evidence.map((one) => (
        <EvidenceItem key={one.statement.id} claim={annotation.claim.text} evidence={one} annotation={annotation} />
      ))}
    </ul>
  );
  return (
    <>
      {deciding.length > 0 && items(deciding)}
      {related.length > 0 && deciding.length > 0 && (
        <Disclosure class="related-group" summary={tn('relatedEvidence', related.length)}>
          {items(related)}
        </Disclosure>
      )}
      {deciding.length === 0 && items(related)}
    </>
  );
}
