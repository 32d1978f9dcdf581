// Starts the settings.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/sheet.css';
import '../../components/access.css';
import './options.css';
import { nameLanguage } from '../../components/page-language';
import { render } from 'preact';
import { browser } from '../popup/own-browser';
import news from '../../lib/news-sites.json';
import { hear, send } from '../../lib/messages';
import { browserPort } from '../popup/browser-port';
import { Choices } from '../welcome/choices';
import { Options } from './Options';
import { Overview } from './overview';
import { Preferences, Purge } from './preferences';

nameLanguage(document);

/** Bytes of what this extension keeps in its own database, as the browser estimates them. */
async function usage(): Promise<number | null> {
  const { usage: bytes } = await navigator.storage.estimate();
  return bytes ?? null;
}

/** All stored articles: the settings count them by site. */
const articles = () => send('switchboard', 'articles', {});

const port = browserPort();
const choices = new Choices(port, news.sites.map(({ host }) => host));
const overview = new Overview({ ...port, articles, usage });
const preferences = new Preferences({
  settings: () => send('switchboard', 'settings', {}),
  setSettings: (change) => send('switchboard', 'setSettings', { change }),
  setSite: (host, rule) => send('switchboard', 'setSite', { host, rule }),
  hearSettings: (heard) => hear('settings', () => heard()),
});
const purge = new Purge({ ...port, articles, purge: async (what, operation) => (await send('switchboard', 'purge', { what, operation })).articles });
const { version } = browser.runtime.getManifest();
const app = document.getElementById('app');
if (app) {
  const shown = { choices, overview, preferences, purge, sites: news.sites, reviewed: news.reviewed, version, libraryLink: browser.runtime.getURL('/library.html') };
  render(<Options {...shown} />, app);
}
void choices.refresh();
void overview.refresh();
void preferences.refresh();
void purge.refresh();
