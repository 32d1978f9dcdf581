// How statements are found: by meaning and words, by words alone and why, or not known since the engine did not answer. Props in,
// callbacks out.
import { useEffect, useRef } from 'preact/hooks';
import { Disclosure } from '../../components/Disclosure';
import { troubleWords } from '../../components/trouble-words';
import { WordsAloneReason } from '../../components/WordsAlone';
import { t } from '../../lib/i18n';
import type { EngineView } from './overview';

interface Props {
  engine: EngineView;
  onRetry: () => void;
}

/** The section with its heading. Once a retry has come to something, the heading takes the focus of the button that is gone. */
export function Finding({ engine, onRetry }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const retried = useRef(false);
  useEffect(() => {
    if (engine.kind !== 'answered' || !retried.current) return;
    retried.current = false;
    heading.current?.focus();
  }, [engine.kind]);
  const retry = () => {
    retried.current = true;
    onRetry();
  };
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('findingHeading')}
      </h2>
      <div role="status">
        <Words engine={engine} />
      </div>
      {engine.kind === 'failed' && (
        <>
          <button type="button" aria-disabled={engine.again} onClick={() => !engine.again && retry()}>
            {t('tryAgain')}
          </button>
          {engine.detail && (
            <Disclosure class="detail" summary={t('details')}>
              <bdi class="detail-text">{engine.detail.slice(0, 600)}</bdi>
            </Disclosure>
          )}
        </>
      )}
    </section>
  );
}

function Words({ engine }: { engine: EngineView }) {
  if (engine.kind === 'waiting' || (engine.kind === 'failed' && engine.again)) {
    return (
      <p class="muted">
        <span class="spinner" aria-hidden="true" /> {t('waitEngine')}
      </p>
    );
  }
  if (engine.kind === 'failed') {
    return (
      <>
        <h3>{t('notKnown')}</h3>
        <p>{t('findingNoAnswer', troubleWords(engine.trouble))}</p>
        {engine.trouble === 'corpus-unreadable' && <p>{t('corpusUnreadableNext')}</p>}
      </>
    );
  }
  if (engine.encoder === 'ready') {
    return (
      <>
        <h3>{t('findingMeaningHeading')}</h3>
        <p>{t('findingMeaningText')}</p>
      </>
    );
  }
  return (
    <>
      <h3>{t('wordsAloneHeading')}</h3>
      <WordsAloneReason why={engine.encoder} />
    </>
  );
}
