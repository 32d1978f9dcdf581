// All claims of a reading in the page's order, under a line that says how much of the page was compared at all. Claims of
// which others merely speak come last, apart, since the page does not underline them.
import { t, tn } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Reading } from '../lib/model';
import { ClaimItem } from './ClaimItem';
import { Coverage } from './Coverage';
import { Disclosure } from './Disclosure';

interface Props {
  reading: Reading;
  /** Show every claim's evidence at first (panel), or none (popup). */
  open?: boolean;
  /** Index of the claim the reader came for. */
  wanted?: number | null;
  onJump: (index: number) => void;
}

export function ClaimList({ reading, open = false, wanted = null, onJump }: Props) {
  const all = reading.annotations.map((annotation, index) => ({ annotation, index }));
  const marked = all.filter(({ annotation }) => markOf(annotation) !== 'related');
  const touched = all.filter(({ annotation }) => markOf(annotation) === 'related');
  const list = (claims: typeof all) => (
    <ol class="claims">
      {claims.map(({ annotation, index }) => (
        <ClaimItem key={index} annotation={annotation} index={index} open={open} wanted={wanted === index} onJump={onJump} />
      ))}
    </ol>
  );
  return (
    <>
      <Coverage reading={reading} />
      {marked.length > 0 && (
        <section aria-label={t('claimsHeading')}>{list(marked)}</section>
      )}
      {touched.length > 0 && (
        <Disclosure class="touched" open={open || marked.length === 0 || touched.some(({ index }) => index === wanted)} summary={tn('touchedHeading', touched.length)}>
          {list(touched)}
        </Disclosure>
      )}
    </>
  );
}
