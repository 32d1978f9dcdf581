// Starts the library on the view that its address names.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/evidence.css';
import '../../components/shelf.css';
import '../../components/exchange/exchange.css';
import '../../components/library/library.css';
import '../../components/library/stored.css';
import '../../components/matters/matters.css';
import { nameLanguage } from '../../components/page-language';
import { render } from 'preact';
import { browser } from '../popup/own-browser';
import { libraryPort } from './browser-port';
import { Library } from './Library';
import { Sessions } from './sessions';

nameLanguage(document);

const sessions = new Sessions(libraryPort());
void sessions.start();
const app = document.getElementById('app');
if (app) render(<Library sessions={sessions} onSettings={() => void browser.runtime.openOptionsPage()} />, app);
document.addEventListener('visibilitychange', () => void sessions.work.look());
