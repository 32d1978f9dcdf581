// The library's list of articles: search, count, the lines in sight, and the states of having none. Props in, callbacks out.
import { t, tn } from '../../lib/i18n';
import { ArticleRow } from './ArticleRow';
import { Empty } from './Empty';
import type { Filters, Listing, Loaded, RowLine } from './library-view';
import { LoadState } from './LoadState';
import { SearchForm } from './SearchForm';
import { VirtualList } from './VirtualList';

interface Props {
  view: Loaded<Listing>;
  filters: Filters;
  /** True while removed seed articles are being put back. */
  restoring: boolean;
  /** Ids of what is selected, to be exported. */
  selected: ReadonlySet<string>;
  exchangeHref: string;
  hrefOf: (id: string) => string;
  onFilters: (filters: Filters) => void;
  onRange: (first: number, last: number) => void;
  onRemove: (line: RowLine) => void;
  onRestore: (id: string) => void;
  onLabel: (line: RowLine) => void;
  /** With null nothing is selected any more. */
  onSelect: (id: string | null, selected: boolean) => void;
  onRestoreSeeds: () => void;
  onRetry: () => void;
}

export function ArticlesView({ view, filters, restoring, selected, exchangeHref, onSelect, hrefOf, onFilters, onRange, onRetry, onRestoreSeeds, ...lines }: Props) {
  const narrowed = Object.keys(filters).length > 0;
  const seeds = (
    <button type="button" class="quiet" aria-disabled={restoring} onClick={() => !restoring && onRestoreSeeds()}>
      {t(restoring ? 'librarySeedsRestoring' : 'librarySeeds')}
    </button>
  );
  return (
    <>
      <SearchForm filters={filters} onChange={onFilters} />
      <LoadState view={view} waiting="waitShelf" failed="shelfFailedTitle" onRetry={onRetry} />
      {view.kind === 'there' && (
        <>
          <div class="list-head">
            <p role="status">
              {tn(narrowed ? 'libraryFound' : 'shelfCount', view.value.stored)}
              {view.value.busy && <span class="spinner" aria-hidden="true" />}
            </p>
            {selected.size > 0 && (
              <p class="selected">
                <a href={exchangeHref}>{tn('libraryExportSelected', selected.size)}</a>
                <button type="button" class="quiet" onClick={() => onSelect(null, false)}>
                  {t('librarySelectNone')}
                </button>
              </p>
            )}
            {view.value.lines > 0 && seeds}
          </div>
          {view.value.lines === 0 && !narrowed && (
            <Empty title="shelfEmptyTitle" text="shelfEmptyText">
              {seeds}
            </Empty>
          )}
          {view.value.lines === 0 && narrowed && (
            <Empty title="libraryNoneTitle" text="libraryNoneText">
              <button type="button" onClick={() => onFilters({})}>
                {t('libraryClear')}
              </button>
            </Empty>
          )}
          {view.value.lines > 0 && (
            <VirtualList
              count={view.value.lines}
              label={t('libraryArticles')}
              onRange={onRange}
              line={(at) => {
                const line = view.kind === 'there' ? view.value.line(at) : null;
                return <ArticleRow line={line} href={line ? hrefOf(line.row.id) : ''} selected={line !== null && selected.has(line.row.id)} onSelect={onSelect} {...lines} />;
              }}
            />
          )}
        </>
      )}
    </>
  );
}
