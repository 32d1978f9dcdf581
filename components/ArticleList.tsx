// The articles that were stored last, newest first; where there are more, the way to all of them. Deleting turns the line into one that brings the article back: same place, same
// button, so nothing jumps and the focus stays. Props in, callbacks out.
import { formatNumber, t, tn } from '../lib/i18n';
import type { ArticleSummary } from '../lib/model';
import { day } from './moment';
import { exportingWords } from './PageActions';
import type { Exporting } from './page-view';
import type { ShelfLine, ShelfView } from './shelf-view';
import { SourceLine } from './SourceLine';
import { troubleWords } from './trouble-words';

interface Props {
  view: ShelfView;
  exporting: Exporting;
  onRemove: (article: ArticleSummary) => void;
  onRestore: (id: string) => void;
  onRetry: () => void;
  onExportAll: () => void;
  onLibrary: () => void;
}

export function ArticleList({ view, exporting, onRemove, onRestore, onRetry, onExportAll, onLibrary }: Props) {
  if (view.kind === 'waiting') return <p class="status waiting">{t('waitShelf')}</p>;
  if (view.kind === 'failed') {
    return (
      <div class="status">
        <h2>{t('shelfFailedTitle')}</h2>
        <p>{troubleWords(view.trouble)}</p>
        <div class="status-ways">
          <button type="button" class="primary" onClick={onRetry}>
            {t('tryAgain')}
          </button>
        </div>
      </div>
    );
  }
  const { total } = view;
  const listed = view.lines.filter(({ state }) => state === 'stored').length;
  const off = exporting.state === 'busy' || total === 0;
  return (
    <>
      <div class="shelf-head">
        <p>{tn('shelfCount', total)}</p>
        <button type="button" class="quiet" aria-disabled={off} onClick={() => !off && onExportAll()}>
          {t(exporting.state === 'busy' ? 'exporting' : 'exportAll')}
        </button>
      </div>
      <p class={`shelf-outcome${exporting.state === 'failed' ? ' is-failed' : ''}`} role="status">
        {exportingWords(exporting)}
      </p>
      {view.lines.length === 0 && (
        <div class="status">
          <h2>{t('shelfEmptyTitle')}</h2>
          <p>{t('shelfEmptyText')}</p>
        </div>
      )}
      <ul class="shelf">
        {view.lines.map((line) => (
          <Line key={line.article.id} line={line} onRemove={onRemove} onRestore={onRestore} />
        ))}
      </ul>
      {total > listed && (
        <p class="shelf-more">
          {t('shelfNewest', formatNumber(listed))}{' '}
          <button type="button" class="quiet" onClick={onLibrary}>
            {t('shelfAll', formatNumber(total))}
          </button>
        </p>
      )}
    </>
  );
}

function Line({ line: { article, state }, onRemove, onRestore }: { line: ShelfLine } & Pick<Props, 'onRemove' | 'onRestore'>) {
  const busy = state === 'removing' || state === 'restoring';
  const gone = state === 'removed' || state === 'restoring';
  const act = () => (gone ? onRestore(article.id) : onRemove(article));
  const label = { stored: 'remove', removing: 'removing', removed: 'undo', restoring: 'restoring' } as const;
  return (
    <li class={`shelf-line is-${state}`}>
      <div class="shelf-article">
        <SourceLine source={article} />
        <p class="shelf-facts">
          {gone ? t('removedLine') : [tn('statements', article.statements), t('savedOn', day(article.retrieved) ?? article.retrieved)].join(' · ')}
        </p>
      </div>
      <button type="button" class="quiet" aria-disabled={busy} aria-label={t(gone ? 'undoNamed' : 'removeNamed', article.title)} onClick={() => !busy && act()}>
        {t(label[state])}
      </button>
    </li>
  );
}
