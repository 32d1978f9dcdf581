// Starts the first-run page.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/evidence.css';
import './welcome.css';
import { render } from 'preact';
import news from '../../lib/news-sites.json';
import { grant, hearAccess, origins, revoke } from '../popup/browser-port';
import { Choices } from './choices';
import { Welcome } from './Welcome';

const choices = new Choices({ grant, hearAccess, origins, revoke }, news.sites.map(({ host }) => host));
void choices.refresh();
const app = document.getElementById('app');
if (app) render(<Welcome choices={choices} sites={news.sites} reviewed={news.reviewed} />, app);
