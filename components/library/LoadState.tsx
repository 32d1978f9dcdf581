// What stands where something asked for will be: waiting, or what went wrong with the way to ask again. Draws nothing once it is there.
import { t } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import { Disclosure } from '../Disclosure';
import { troubleWords } from '../trouble-words';
import type { Loaded } from './library-view';

interface Props {
  view: Loaded<unknown>;
  waiting: Key;
  failed: Key;
  onRetry: () => void;
}

export function LoadState({ view, waiting, failed, onRetry }: Props) {
  if (view.kind === 'there') return null;
  if (view.kind === 'waiting') {
    return (
      <p class="status waiting" role="status">
        <span class="spinner" aria-hidden="true" /> {t(waiting)}
      </p>
    );
  }
  return (
    <div class="status">
      <div role="alert">
        <h3>{t(failed)}</h3>
        <p>{troubleWords(view.trouble)}</p>
      </div>
      <div class="status-ways">
        <button type="button" class="primary" aria-disabled={view.again} onClick={() => !view.again && onRetry()}>
          {t('tryAgain')}
        </button>
      </div>
      {view.detail && (
        <Disclosure class="detail" summary={t('details')}>
          <bdi class="detail-text">{view.detail.slice(0, 600)}</bdi>
        </Disclosure>
      )}
    </div>
  );
}
