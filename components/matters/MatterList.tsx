// The matters that fit what is searched, largest first. Props in, callbacks out; each title is a link of whoever knows the addresses.
import { t, tn } from '../../lib/i18n';
import type { MatterRow } from '../../lib/messages';

interface Props {
  rows: readonly MatterRow[];
  /** Of all that fit, shown or not. */
  total: number;
  /** What is searched for. */
  text: string;
  /** More is being asked for. */
  busy?: boolean;
  hrefOf: (id: string) => string;
  onText: (text: string) => void;
  onMore: () => void;
}

export function MatterList({ rows, total, text, busy = false, hrefOf, onText, onMore }: Props) {
  return (
    <div class="matters">
      <form class="matter-search" role="search" onSubmit={(event) => event.preventDefault()}>
        <label for="matter-search">{t('matterSearchLabel')}</label>
        <input id="matter-search" type="search" autocomplete="off" spellcheck={false} maxLength={200} value={text} aria-describedby="matter-search-hint" onInput={(event) => onText(event.currentTarget.value)} />
        <p id="matter-search-hint" class="muted">
          {t('matterSearchHint')}
        </p>
      </form>
      <p class="muted" role="status">
        {total > 0 ? tn('matterCount', total) : text.trim() !== '' ? t('matterNoneFound') : ''}
      </p>
      {total === 0 && text.trim() === '' && (
        <div class="status">
          <h3>{t('matterNoneTitle')}</h3>
          <p>{t('matterNoneText')}</p>
        </div>
      )}
      <ul class="matter-list">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={hrefOf(row.id)}>
              <bdi>{row.title}</bdi>
            </a>
            <p class="muted">{matterFacts(row)}</p>
          </li>
        ))}
      </ul>
      {rows.length < total && (
        <button type="button" aria-disabled={busy} onClick={() => !busy && onMore()}>
          {t('matterMore')}
        </button>
      )}
    </div>
  );
}

/** "4 statements · 3 articles · 1 pair differs". */
export function matterFacts({ statements, articles, conflicts }: Pick<MatterRow, 'statements' | 'articles' | 'conflicts'>): string {
  return [tn('matterStatements', statements), tn('matterArticles', articles), conflicts === 0 ? t('matterNoConflicts') : tn('matterConflicts', conflicts)].join(' · ');
}
