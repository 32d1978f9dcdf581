// The articles as the address narrows them, with the dialog for tags and note. Goes back to where the reader left the list.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ArticlesView } from '../../components/library/ArticlesView';
import { LabelDialog } from '../../components/library/LabelDialog';
import type { Filters, LibraryRow } from '../../components/library/library-view';
import { t } from '../../lib/i18n';
import { articleHref, hashOf } from './route';
import type { Sessions } from './sessions';

/** Where the list was left by a line of it: kept while the page is open, since the list itself is not drawn meanwhile. */
const left = { scroll: 0, href: '' };

function leave({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('.row-title a') : null;
  if (link) Object.assign(left, { scroll: scrollY, href: link.getAttribute('href') ?? '' });
}

export function ArticlesPlace({ query, sessions: { articles, labels, search } }: { query: Filters; sessions: Sessions }) {
  const [labelled, setLabelled] = useState<LibraryRow | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const view = articles.view.value;
  useEffect(() => {
    void search.open(query);
    const { scroll, href } = left;
    left.href = '';
    if (href === '') return;
    scrollTo(0, scroll);
    // Once the lines that are in sight now have been drawn.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true }));
  }, []);
  // The address was changed from outside: back, forward, a link.
  useEffect(() => {
    search.follow(query);
  }, [query]);
  return (
    <div ref={place} onClickCapture={leave}>
      <h2 tabIndex={-1} class="visually-hidden">
        {t('libraryArticles')}
      </h2>
      <ArticlesView
        view={view}
        filters={search.filters.value}
        restoring={articles.restoringSeeds.value}
        selected={articles.selected.value}
        exchangeHref={hashOf({ view: 'exchange' })}
        onSelect={(id, selected) => articles.select(id, selected)}
        hrefOf={articleHref}
        onFilters={(filters) => void search.open(filters)}
        onRange={(first, last) => void articles.want(first, last)}
        onRemove={(line) => void articles.remove(line)}
        onRestore={(id) => void articles.restore(id)}
        onLabel={({ row }) => setLabelled(row)}
        onRestoreSeeds={() => void articles.restoreSeeds()}
        onRetry={() => void articles.reload()}
      />
      {labelled && (
        <LabelDialog
          title={labelled.title}
          tags={labelled.tags}
          note={labelled.note}
          busy={labels.busy.value}
          onSave={(now) => void labels.write(labelled.id, now).then((kept) => kept && setLabelled(null))}
          onClose={() => setLabelled(null)}
        />
      )}
    </div>
  );
}
