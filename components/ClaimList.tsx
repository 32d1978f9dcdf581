// All claims of a reading in the page's order, under a line that says how much of the page was compared at all. Claims of
// which others merely speak come last, apart, since the page does not underline them.
import { useContext } from 'preact/hooks';
import { t, tn } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Reading } from '../lib/model';
import { ClaimItem } from './ClaimItem';
import { Coverage } from './Coverage';
import { Disclosure } from './Disclosure';
import { shownOf } from './judged';
import type { Shown } from './judged';
import { Surface } from './surface';

interface Props {
  reading: Reading;
  /** Show every claim's evidence at first (panel), or none (popup). */
  open?: boolean;
  /** Index of the claim the reader came for. */
  wanted?: number | null;
  onJump: (index: number) => void;
}

export function ClaimList({ reading, open = false, wanted = null, onJump }: Props) {
  const { judging } = useContext(Surface);
  const all = shownOf(reading.annotations, judging?.all.value.values() ?? []);
  const marked = all.filter(({ annotation }) => markOf(annotation) !== 'related');
  const touched = all.filter(({ annotation }) => markOf(annotation) === 'related');
  const list = (claims: Shown[]) => (
    <ol class="claims">
      {claims.map((shown) => (
        <ClaimItem key={placeOf(shown)} {...shown} open={open} wanted={shown.index !== null && wanted === shown.index} onJump={onJump} />
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
        <Disclosure class="touched" open={open || marked.length === 0 || touched.some(({ index }) => index !== null && index === wanted)} summary={tn('touchedHeading', touched.length)}>
          {list(touched)}
        </Disclosure>
      )}
    </>
  );
}

/** A key that outlives another reading of the same text. */
export function placeOf({ annotation: { claim } }: Shown): string {
  return `${claim.block}.${claim.span.start}.${claim.text}`;
}
