// One stored article in the library, or why it can't be shown; one that was deleted, here or in another tab, can be brought back.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ArticleView } from '../../components/library/ArticleView';
import { Empty } from '../../components/library/Empty';
import { LoadState } from '../../components/library/LoadState';
import { Surface } from '../../components/surface';
import { textFragment } from '../../lib/exchange/text-fragment';
import { t } from '../../lib/i18n';
import type { Sessions } from './sessions';

interface Props {
  id: string;
  wanted: string | null;
  sessions: Sessions;
}

/** A sentence without its surroundings: what is stored is the article's text, not its page. */
function directive(text: string): string {
  return textFragment({ quote: { exact: text, prefix: '', suffix: '' }, position: { start: 0, end: text.length } });
}

export function ArticlePlace({ id, wanted, sessions }: Props) {
  const { reading, labels } = sessions;
  const view = reading.view.value;
  useEffect(() => {
    void reading.open(id);
    return () => reading.close();
  }, [id]);
  const lent = useMemo(() => ({ judging: reading.judging, directive }), [reading]);
  // What is no id was never an article's: not stored either, and nothing can bring it back.
  const never = view.kind === 'failed' && view.trouble === 'bad-message';
  const gone = never || (view.kind === 'failed' && view.trouble === 'gone');
  const title = view.kind === 'there' ? view.value.article.title.trim() || t('untitled') : t(gone ? 'libraryGoneTitle' : 'libraryArticle');
  const busy = reading.busy.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that deleted it went with the article, and took the focus along.
    if (gone && document.activeElement === document.body) heading.current?.focus();
  }, [gone]);
  useEffect(() => {
    document.title = `${title} · ${t('extensionName')}`;
    return () => {
      document.title = t('libraryPage');
    };
  }, [title]);
  return (
    <>
      <p class="way-back">
        <a href={sessions.hrefOf('articles')}>{t('libraryBackToList')}</a>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h2>
      {gone ? (
        <Empty title="libraryNotStored" text={never ? 'libraryNeverText' : 'libraryGoneText'}>
          {!never && (
            <>
              <button type="button" class="primary" aria-disabled={busy === 'restore'} onClick={() => busy !== 'restore' && void reading.restore()}>
                {t(busy === 'restore' ? 'restoring' : 'libraryBringBack')}
              </button>
              <button type="button" aria-disabled={view.again} onClick={() => !view.again && void reading.refresh()}>
                {t('tryAgain')}
              </button>
            </>
          )}
        </Empty>
      ) : (
        <LoadState view={view} waiting="libraryArticleWaiting" failed="libraryArticleFailed" onRetry={() => void reading.refresh()} />
      )}
      {view.kind === 'there' && (
        <Surface.Provider value={lent}>
          <ArticleView
            key={id}
            reading={view.value}
            wanted={wanted}
            busy={labels.busy.value ? 'label' : busy === 'restore' ? null : busy}
            correctionOf={(statement) => reading.correctionOf(statement)}
            onLabel={(now) => void labels.write(id, now)}
            onCorrect={(statement, amendment) => reading.correct(statement, amendment)}
            onTakeBack={(correction) => reading.takeBack(correction)}
            onRemove={() => void reading.remove()}
          />
        </Surface.Provider>
      )}
    </>
  );
}
