// One claim of the page: its mark, its sentence, what it adds up to, and on opening its evidence. What merely speaks of the
// same matter stands apart, closed, unless there is nothing else.
import { useContext } from 'preact/hooks';
import { t, tn } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { Disclosure } from './Disclosure';
import { EvidenceItem } from './EvidenceItem';
import { UpdateLine } from './matters/UpdateLine';
import { Origins } from './Origins';
import { StanceMark } from './StanceMark';
import { Surface } from './surface';
import { tally } from './tally';
import { Verdict } from './Verdict';

interface Props {
  annotation: Annotation;
  /** Without what the reader has set aside: what mark and counts go by. */
  counted?: Annotation;
  /** Index in the reading; also the element's id, `claim-<n>`. Null for a claim set aside, which the reading no longer has. */
  index: number | null;
  open: boolean;
  /** The one that the reader came for. */
  wanted?: boolean;
  /** Stands in the part of the page that is in sight. */
  current?: boolean;
  onJump: (index: number) => void;
}

export function ClaimItem({ annotation, counted = annotation, index, open, wanted = false, current = false, onJump }: Props) {
  const mark = markOf(counted);
  const { timeLine } = useContext(Surface);
  const { text } = annotation.claim;
  const deciding = annotation.evidence.filter((e) => e.stance !== 'related');
  const related = annotation.evidence.filter((e) => e.stance === 'related');
  const items = (evidence: typeof related) => (
    <ul class="evidence-list">
      {evidence.map((e) => (
        <EvidenceItem key={e.statement.id} claim={text} evidence={e} annotation={annotation} />
      ))}
    </ul>
  );
  const classes = ['claim', `is-${mark}`, wanted && 'is-wanted', current && 'is-current', index === null && 'is-aside'].filter(Boolean).join(' ');
  return (
    <li {...(index === null ? {} : { id: `claim-${index}` })} class={classes} aria-current={current ? 'location' : undefined}>
      <Disclosure
        level={3}
        open={open || wanted}
        summary={
          <>
            <span class="tally">
              <StanceMark mark={mark} />
              <span>{tally(counted)}</span>
            </span>
            <Origins annotation={counted} />
            <bdi class="claim-text">{text}</bdi>
          </>
        }
      >
        {index !== null && (
          <button type="button" class="quiet jump" onClick={() => onJump(index)}>
            {t('jump')}
          </button>
        )}
        <UpdateLine moments={timeLine?.(counted) ?? []} />
        {items(deciding)}
        {related.length > 0 && deciding.length > 0 && (
          <Disclosure class="related-group" summary={tn('relatedEvidence', related.length)}>
            {items(related)}
          </Disclosure>
        )}
        {deciding.length === 0 && items(related)}
        <Verdict annotation={annotation} evidence={null} />
      </Disclosure>
    </li>
  );
}
