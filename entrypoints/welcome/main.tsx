// Starts the first-run page.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/evidence.css';
import '../../components/sheet.css';
import '../../components/access.css';
import './welcome.css';
import { signal } from '@preact/signals';
import { nameLanguage } from '../../components/page-language';
import { render } from 'preact';
import { send } from '../../lib/messages';
import type { EncoderState } from '../../lib/messages';
import news from '../../lib/news-sites.json';
import { grant, hearAccess, origins, revoke } from '../popup/browser-port';
import { Choices } from './choices';
import { Welcome } from './Welcome';

nameLanguage(document);

const choices = new Choices({ grant, hearAccess, origins, revoke }, news.sites.map(({ host }) => host));
void choices.refresh();
/** Asked once: it does not change while the engine runs. Without an answer nothing is said of it. */
const encoder = signal<EncoderState | null>(null);
void send('switchboard', 'encoder', {}).then(({ state }) => (encoder.value = state), () => undefined);
const app = document.getElementById('app');
if (app) render(<Welcome choices={choices} sites={news.sites} reviewed={news.reviewed} encoder={encoder} />, app);
