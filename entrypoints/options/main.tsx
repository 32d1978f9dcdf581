// Starts the settings.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/sheet.css';
import '../../components/access.css';
import './options.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import news from '../../lib/news-sites.json';
import { browserPort } from '../popup/browser-port';
import { Choices } from '../welcome/choices';
import { Options } from './Options';
import { Overview } from './overview';

/** Bytes of what this extension keeps in its own database, as the browser estimates them. */
async function usage(): Promise<number | null> {
  const { usage: bytes } = await navigator.storage.estimate();
  return bytes ?? null;
}

const port = browserPort();
const choices = new Choices(port, news.sites.map(({ host }) => host));
const overview = new Overview({ ...port, usage });
const { version } = browser.runtime.getManifest();
const app = document.getElementById('app');
if (app) render(<Options choices={choices} overview={overview} sites={news.sites} reviewed={news.reviewed} version={version} />, app);
void choices.refresh();
void overview.refresh();
