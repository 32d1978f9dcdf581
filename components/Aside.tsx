// Something more about the page that takes work to find out: a closed heading that, once opened, has it found out, and shows how far
// that has come. A view in, a wish for it out; what is found is drawn by whoever uses this.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../lib/i18n';
import { Disclosure } from './Disclosure';
import type { AsideView } from './page-view';
import { troubleWords } from './trouble-words';

interface Props<T> {
  title: ComponentChildren;
  view: AsideView<T>;
  /** Said while it is being found out. */
  waiting: string;
  onLoad: () => void;
  children: (found: T) => ComponentChildren;
}

export function Aside<T>({ title, ...rest }: Props<T>) {
  return (
    <Disclosure class="aside" level={3} summary={title}>
      <Body {...rest} />
    </Disclosure>
  );
}

function Body<T>({ view, waiting, onLoad, children }: Omit<Props<T>, 'title'>) {
  useEffect(() => {
    if (view.kind === 'idle') onLoad();
  }, [view.kind]);
  return (
    <>
      <p class={view.kind === 'failed' ? 'is-failed' : 'muted'} role="status">
        {view.kind === 'idle' || view.kind === 'waiting' ? waiting : view.kind === 'failed' ? t('panelAsideFailed', troubleWords(view.trouble)) : ''}
      </p>
      {view.kind === 'failed' && (
        <button type="button" onClick={onLoad}>
          {t('tryAgain')}
        </button>
      )}
      {view.kind === 'found' && children(view.found)}
    </>
  );
}
