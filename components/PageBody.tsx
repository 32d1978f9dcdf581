// Everything that is said of one page, in whatever state it is: waiting, a state with its ways out, or its claims. The
// popup and the side panel both draw this.
import type { ComponentChildren } from 'preact';
import { ClaimList } from './ClaimList';
import { Coverage, coverageWords } from './Coverage';
import { PageStatus, Waiting } from './PageStatus';
import type { FoundBy, PageView } from './page-view';
import { t } from '../lib/i18n';
import type { Reading } from '../lib/model';
import { statusWords } from './status-words';
import type { WayOut } from './status-words';
import { WordsAlone } from './WordsAlone';

interface Props {
  view: PageView;
  host: string | null;
  saved: boolean;
  foundBy?: FoundBy;
  /** All evidence open at first. */
  open?: boolean;
  wanted?: number | null;
  /** False where there is no list of stored articles to show. */
  shelf?: boolean;
  onJump: (index: number) => void;
  onWayOut: (way: WayOut) => void;
  /** Draws the claims, where they are not to be listed as the popup lists them. */
  list?: (reading: Reading) => ComponentChildren;
}

export function PageBody({ view, host, saved, foundBy = null, open = false, wanted = null, shelf = true, onJump, onWayOut, list }: Props) {
  const words = statusWords(view, saved, host);
  const shown = words && { ...words, ways: words.ways.filter((way) => shelf || way !== 'shelf') };
  return (
    <>
      <p class="visually-hidden" role="status">
        {shown?.title ?? (view.kind === 'read' ? coverageWords(view.reading) : '')}
      </p>
      {view.kind === 'waiting' && <Waiting view={view} />}
      {view.kind === 'read' && (
        <h2 class="page-title">
          <bdi>{view.title}</bdi>
        </h2>
      )}
      {view.kind === 'read' && view.cut && <p class="cut muted">{t('cutNote')}</p>}
      {view.kind === 'read' && foundBy === 'words' && <WordsAlone />}
      {shown && <PageStatus words={shown} host={host} onWayOut={onWayOut} />}
      {words && view.kind === 'read' && view.reading.claims > 0 && view.reading.articles > 0 && <Coverage reading={view.reading} />}
      {view.kind === 'read' && !words && (list ? list(view.reading) : <ClaimList key={view.url} reading={view.reading} open={open} wanted={wanted} onJump={onJump} />)}
    </>
  );
}
