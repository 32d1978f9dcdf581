// What the reader has corrected in one article, each with the way back. Draws nothing where nothing was corrected.
import { formatNumber, t, tn } from '../../lib/i18n';
import type { Correction } from '../../lib/model';
import { Disclosure } from '../Disclosure';

interface Props {
  corrections: Correction[];
  onTakeBack: (correction: Correction) => void;
}

export function CorrectionList({ corrections, onTakeBack }: Props) {
  if (corrections.length === 0) return null;
  return (
    <Disclosure class="corrections" level={3} summary={tn('libraryCorrections', corrections.length)}>
      <ul>
        {corrections.map((correction) => (
          <li key={correction.id}>
            <bdi class="correction-text">{correction.text}</bdi>
            <p class="muted">{wordsOf(correction).join(' · ')}</p>
            <button type="button" class="quiet" aria-label={t('libraryTakeBackNamed', correction.text)} onClick={() => onTakeBack(correction)}>
              {t('libraryTakeBack')}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** "not used · said by the ministry · figures: 89, 300–400" */
function wordsOf({ hidden, speaker, figures = [] }: Correction): string[] {
  const side = (value: number | null) => (value === null ? '…' : formatNumber(value));
  const values = figures.map(({ min, max }) => (min === max ? side(min) : `${side(min)}–${side(max)}`)).join(', ');
  return [
    hidden && t('libraryIsHidden'),
    speaker !== undefined && (speaker === null ? t('librarySpeakerNobody') : t('saidBy', speaker)),
    values !== '' && t('libraryFiguresAre', values),
  ].filter((words) => words !== false);
}
