// Starts the side panel. It follows the tab in front; as a tab of its own (`?tab=<id>&claim=<n>`) it stays with that tab.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/evidence.css';
import '../../components/matters/matters.css';
import './panel.css';
import { signal } from '@preact/signals';
import { nameLanguage } from '../../components/page-language';
import { render } from 'preact';
import { browser } from '../popup/own-browser';
import { browserPort, tabInView } from '../popup/browser-port';
import { openLibrary } from '../popup/open-library';
import { Session } from '../popup/session';
import { Following } from './following';
import { Panel } from './Panel';
import { hearWanted, wantedNow } from './wanted';
import type { Wanted } from './wanted';

nameLanguage(document);

const port = browserPort();
const session = new Session(port);
session.prepare();
const following = new Following(port, () => !document.hidden);
const wanted = signal<Wanted | null>(await wantedNow());
const fixed = new URLSearchParams(location.search).has('tab');

async function follow(): Promise<void> {
  const tab = await tabInView();
  if (tab) await session.open(tab);
  else session.view.value = { kind: 'unreadable', why: 'browser' };
}

if (!fixed) {
  hearWanted((claim) => (wanted.value = claim));
  const here = (await browser.windows.getCurrent()).id;
  browser.tabs.onActivated.addListener(({ windowId }) => {
    if (windowId === here) void follow();
  });
}
browser.tabs.onUpdated.addListener((id, { status }) => {
  if (status === 'complete' && id === session.tab.value?.id) void follow();
});

const app = document.getElementById('app');
const toFront = (): void => {
  const id = session.tab.value?.id;
  if (fixed && id !== undefined) void browser.tabs.update(id, { active: true });
};
const settings = (): void => void browser.runtime.openOptionsPage();
if (app) render(<Panel session={session} following={following} wanted={wanted} onJumped={toFront} onSettings={settings} onLibrary={() => void openLibrary()} />, app);
await follow();
