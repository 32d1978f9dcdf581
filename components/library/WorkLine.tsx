// What goes on in the background, as a thin line under the head of the page with its words. Draws nothing when nothing goes on.
import { formatNumber, t } from '../../lib/i18n';
import type { WorkView } from './library-view';

const WORDS = { comparing: 'libraryWorkComparing', extracting: 'libraryWorkExtracting', encoding: 'libraryWorkEncoding', importing: 'libraryWorkImporting' } as const;

/** `done` of `of` pieces; not announced, since it changes all the time. */
export function WorkLine({ work }: { work: WorkView | null }) {
  if (!work) return null;
  const words = t(WORDS[work.kind], formatNumber(work.done), formatNumber(work.of));
  return (
    <div class="work">
      <progress max={Math.max(1, work.of)} value={Math.min(work.done, work.of)} aria-label={words} />
      <p aria-hidden="true">{words}</p>
    </div>
  );
}
