// One line of the library's list: title, facts, the words that fit the search, tags and note, and what can be done with it. Of one
// height whatever it holds. Props in, callbacks out.
import { useMemo, useRef } from 'preact/hooks';
import { t, tn } from '../../lib/i18n';
import { day } from '../moment';
import { webAddress } from '../web-address';
import { Hit } from './Hit';
import type { RowLine } from './library-view';

interface Props {
  line: RowLine | null;
  /** Where the article is read. */
  href: string;
  selected: boolean;
  onSelect: (id: string, selected: boolean) => void;
  onRemove: (line: RowLine) => void;
  onRestore: (id: string) => void;
  onLabel: (line: RowLine) => void;
}

/** Drawn anew only when something of the line has changed: while somebody types, the list as a whole is at every letter. */
export function ArticleRow(props: Props) {
  const now = useRef(props);
  now.current = props;
  const { line, href, selected } = props;
  return useMemo(() => drawn(now), [line?.row, line?.state, href, selected]);
}

/** `now` holds the props of the last drawing, also of one that changed nothing here. */
function drawn(now: { current: Props }) {
  const { line, href, selected } = now.current;
  if (!line) {
    return (
      <div class="row is-unknown" aria-hidden="true">
        <span class="row-ghost" />
        <span class="row-ghost" />
      </div>
    );
  }
  const { row, state } = line;
  const busy = state === 'removing' || state === 'restoring';
  const gone = state === 'removed' || state === 'restoring';
  const title = row.title.trim() || t('untitled');
  const act = { stored: 'remove', removing: 'removing', removed: 'undo', restoring: 'restoring' } as const;
  return (
    <div class={`row is-${state}`}>
      <h3 class="row-title">{gone ? <bdi>{title}</bdi> : <a href={href}><bdi>{title}</bdi></a>}</h3>
      <p class="row-facts">{gone ? t('removedLine') : factsOf(line)}</p>
      {!gone && (row.hit || row.note !== '' || row.tags.length > 0) && (
        <div class="row-extra">
          {row.tags.length > 0 && (
            <ul class="tags" aria-label={t('libraryTags')}>
              {row.tags.map((tag) => (
                <li key={tag}>
                  <bdi>{tag}</bdi>
                </li>
              ))}
            </ul>
          )}
          {row.hit ? <Hit text={row.hit.text} spans={row.hit.spans} /> : row.note !== '' && <bdi class="row-note">{row.note}</bdi>}
        </div>
      )}
      <div class="row-ways">
        {!gone && (
          <label class="row-select">
            <input type="checkbox" checked={selected} aria-label={t('librarySelectNamed', title)} onChange={(event) => now.current.onSelect(row.id, event.currentTarget.checked)} />
            {t('librarySelect')}
          </label>
        )}
        {!gone && (
          <button type="button" class="quiet" aria-label={t('libraryLabelNamed', title)} onClick={() => now.current.onLabel(line)}>
            {t('libraryLabel')}
          </button>
        )}
        <button type="button" class="quiet" aria-disabled={busy} aria-label={t(gone ? 'undoNamed' : 'removeNamed', title)} onClick={() => !busy && (gone ? now.current.onRestore(row.id) : now.current.onRemove(line))}>
          {t(act[state])}
        </button>
      </div>
    </div>
  );
}

/** "Halden Wire · 5 Jan 2023 · halden.example · 23 statements · saved 6 Jan 2023" */
function factsOf({ row }: RowLine): string {
  const from = webAddress(row.url)?.host ?? (row.file === null ? null : t('seedSource'));
  const facts = [row.outlet, day(row.published) ?? t('undated'), from, tn('statements', row.statements), t('savedOn', day(row.retrieved) ?? row.retrieved)];
  return facts.filter(Boolean).join(' · ');
}
