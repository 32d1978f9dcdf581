// The reviewed news sites by country, for whoever wants to see what is asked for before allowing it.
import { locale, t } from '../lib/i18n';
import type { NewsSite } from './access-view';

export function NewsSiteList({ sites }: { sites: NewsSite[] }) {
  const byCountry = new Map<string, NewsSite[]>();
  for (const site of sites) {
    const country = countryName(site.country);
    byCountry.set(country, [...(byCountry.get(country) ?? []), site]);
  }
  return (
    <div class="news-sites" role="region" aria-label={t('choiceNewsList')} tabIndex={0}>
      {[...byCountry]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([country, some]) => (
          <section key={country}>
            <h4>{country}</h4>
            <ul>
              {some.map(({ host, name }) => (
                <li key={host}>
                  {name} <bdi class="muted">{host}</bdi>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
