// Starts the popup on the tab in front, or on the one that `?tab=` names.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/evidence.css';
import '../../components/matters/matters.css';
import '../../components/shelf.css';
import './popup.css';
import { nameLanguage } from '../../components/page-language';
import { render } from 'preact';
import { browser } from './own-browser';
import { browserPort, tabInView } from './browser-port';
import { openLibrary } from './open-library';
import { Popup } from './Popup';
import { Session } from './session';
import { Shelf } from './shelf';

nameLanguage(document);

/** So long at most, in ms, the list of articles waits for the page's claims. */
const SHELF_WAITS = 300;

const port = browserPort();
const session = new Session(port);
const shelf = new Shelf(port);
const asTab = new URLSearchParams(location.search).has('tab');

/** Lets the sentence be seen: the popup closes; where it is a tab of its own, the page's tab comes to the front. */
function stepAside(): void {
  const id = session.tab.value?.id;
  if (!asTab) window.close();
  else if (id !== undefined) void browser.tabs.update(id, { active: true });
}

/** Opens the settings, or brings them to the front. Firefox would leave the popup open over them. */
async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
  if (!asTab) window.close();
}

/** As `openSettings`. */
async function showLibrary(hash?: string): Promise<void> {
  await openLibrary(hash);
  if (!asTab) window.close();
}

const app = document.getElementById('app');
if (app) render(<Popup session={session} shelf={shelf} onJumped={stepAside} onSettings={() => void openSettings()} onLibrary={(hash) => void showLibrary(hash)} />, app);
/** The page's claims first; the articles, which another tab shows, after them, or when they have taken too long. */
async function show(): Promise<void> {
  session.prepare();
  const tab = await tabInView();
  if (tab) await session.open(tab);
  else session.view.value = { kind: 'unreadable', why: 'browser' };
}
void Promise.race([show(), new Promise((resolve) => setTimeout(resolve, SHELF_WAITS))]).finally(() => shelf.refresh());
