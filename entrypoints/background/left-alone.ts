// The reader's rules for sites go in; the match patterns of sites on which nothing of ours is to run come out, for the loader's
// registration. Pure: no browser API.
import type { Settings } from '../../lib/settings';
import { originsOf } from '../popup/site-access';
import { webUrl } from '../../lib/urls';

/**
 * Patterns of the hosts under the rule "never", their subdomains with them. Patterns know no exceptions: where a subdomain has a rule of
 * its own that lets us in, only the host itself is named, and its other subdomains are left alone by the check that the switchboard makes.
 */
export function leftAlone(sites: Settings['sites']): string[] {
  return Object.entries(sites).flatMap(([host, rule]) => {
    // A pattern that the browser refuses would keep the loader from every site.
    const name = rule === 'never' ? webUrl(`https://${host}/`)?.hostname : undefined;
    if (name === undefined) return [];
    const hasOther = Object.entries(sites).some(([other, its]) => its !== 'never' && other.endsWith(`.${host}`));
    return hasOther ? [name, `www.${name}`].flatMap((exact) => [`https://${exact}/*`, `http://${exact}/*`]) : originsOf(name);
  });
}
