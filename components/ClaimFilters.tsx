// What of the page's claims is listed, in the panel: by stance, by speaker; and whether the list follows the page. Props in,
// callbacks out.
import { t } from '../lib/i18n';
import type { ClaimFilter } from './claim-filter';

const STANCES = { all: 'panelStanceAll', conflicts: 'panelStanceDiffer', corroborates: 'panelStanceAgree', related: 'panelStanceTouch' } as const;

interface Props {
  filter: ClaimFilter;
  speakers: string[];
  follows: boolean;
  onFilter: (filter: ClaimFilter) => void;
  onFollow: (follows: boolean) => void;
}

export function ClaimFilters({ filter, speakers, follows, onFilter, onFollow }: Props) {
  // Chosen on another page: it stays chosen, so it stays to be seen.
  const offered = filter.speaker === null || speakers.includes(filter.speaker) ? speakers : [filter.speaker, ...speakers];
  return (
    <div class="filters">
      <div class="filter-stances" role="group" aria-label={t('panelStance')}>
        {(Object.keys(STANCES) as ClaimFilter['stance'][]).map((stance) => (
          <button key={stance} type="button" aria-pressed={filter.stance === stance} onClick={() => onFilter({ ...filter, stance })}>
            {t(STANCES[stance])}
          </button>
        ))}
      </div>
      {offered.length > 0 && (
        <label class="filter-speaker">
          <span>{t('panelSpeaker')}</span>
          <select value={filter.speaker ?? ''} onChange={(event) => onFilter({ ...filter, speaker: event.currentTarget.value || null })}>
            <option value="">{t('panelSpeakerAll')}</option>
            {offered.map((speaker) => (
              <option key={speaker} value={speaker}>
                {speaker}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="filter-follow">
        <input type="checkbox" checked={follows} onChange={(event) => onFollow(event.currentTarget.checked)} />
        {t('panelFollow')}
      </label>
    </div>
  );
}
