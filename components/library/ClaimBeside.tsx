// What others say of one claim of a stored article, beside the paragraph that it stands in: what it adds up to, and on opening each
// piece of evidence. Opened from here or from the sentence; Esc closes it, and the focus goes back to its button. Props in, callbacks out.
import { useRef } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { markOf } from '../../lib/model';
import { EvidenceGroups } from '../EvidenceGroups';
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
  const button = useRef<HTMLButtonElement>(null);
  return (
    <li class={`claim is-${mark}`}>
      <button ref={button} type="button" class="beside-button" aria-expanded={open} {...(open ? { 'aria-controls': `claim-${index}` } : {})} onClick={onToggle}>
        <span class="tally">
          <StanceMark mark={mark} />
          <span>{tally(counted)}</span>
        </span>
        <Origins annotation={counted} />
        <span class="visually-hidden">{t('libraryOnSentence', annotation.claim.text)}</span>
      </button>
      {open && (
        <div id={`claim-${index}`} class="beside-evidence" onKeyDown={(event) => event.key === 'Escape' && button.current?.focus()}>
          <EvidenceGroups annotation={annotation} />
          <Verdict annotation={annotation} evidence={null} />
        </div>
      )}
    </li>
  );
}
