// What is deleted for good: one site's articles or everything, never before it was asked back. State in, wishes out. The focus goes
// to the question's harmless answer, and back to the heading when it is answered.
import { useEffect, useRef, useState } from 'preact/hooks';
import { troubleWords } from '../../components/trouble-words';
import { formatNumber, t, tn } from '../../lib/i18n';
import type { Purge, Purging } from './preferences';

export function PurgeSection({ purge }: { purge: Purge }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const was = useRef<Purging['state']>('idle');
  const [chosen, setChosen] = useState('');
  const sites = purge.sites.value;
  const purging = purge.purging.value;
  const site = sites.some(({ host }) => host === chosen) ? chosen : (sites[0]?.host ?? '');
  useEffect(() => {
    if (purging.state === 'asking') keep.current?.focus();
    else if (was.current === 'asking' || was.current === 'busy') heading.current?.focus();
    was.current = purging.state;
  }, [purging.state]);
  const asked = purging.state === 'asking' || purging.state === 'busy' ? purging : null;
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('settingsPurgeHeading')}
      </h2>
      <p>{t('settingsPurgeLead')}</p>
      {sites.length === 0 ? (
        <p class="muted">{t('settingsPurgeNoSites')}</p>
      ) : (
        <div class="purge-site">
          <label for="purge-site">{t('settingsPurgeSiteLabel')}</label>
          <select id="purge-site" value={site} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {sites.map(({ host, articles }) => (
              <option key={host} value={host}>
                {`${host} (${formatNumber(articles)})`}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => purge.ask(site)}>
            {t('settingsPurgeSite')}
          </button>
        </div>
      )}
      <button type="button" aria-disabled={purge.articles.value === 0} onClick={() => purge.articles.value > 0 && purge.ask(null)}>
        {t('settingsPurgeAll')}
      </button>
      {asked && (
        <div class="purge-ask" role="group" aria-labelledby="purge-question" aria-describedby="purge-text">
          <h3 id="purge-question">
            {asked.site === null ? tn('settingsPurgeAllAsk', asked.articles) : tn('settingsPurgeSiteAsk', asked.articles, asked.site)}
          </h3>
          <p id="purge-text">{t(asked.site === null ? 'settingsPurgeAllText' : 'settingsPurgeSiteText')}</p>
          <button ref={keep} type="button" aria-disabled={purging.state === 'busy'} onClick={() => purge.keep()}>
            {t('settingsPurgeNo')}
          </button>
          <button type="button" class="danger" aria-disabled={purging.state === 'busy'} onClick={() => void purge.confirm()}>
            {t('settingsPurgeYes')}
          </button>
        </div>
      )}
      <p role="status">
        {purging.state === 'busy' && t('settingsPurging')}
        {purging.state === 'done' && tn('settingsPurged', purging.articles)}
        {purging.state === 'failed' && t('settingsPurgeFailed', troubleWords(purging.trouble))}
      </p>
    </section>
  );
}
