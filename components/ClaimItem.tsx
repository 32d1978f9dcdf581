// One claim of the page: its mark, its sentence, what it adds up to, and on opening its evidence.
import { useContext } from 'preact/hooks';
import { t } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { Disclosure } from './Disclosure';
import { EvidenceGroups } from './EvidenceGroups';
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
        <EvidenceGroups annotation={annotation} />
        <Verdict annotation={annotation} evidence={null} />
      </Disclosure>
    </li>
  );
}
