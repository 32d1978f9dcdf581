// The sample page: a short article of our own, made up from what the three seed articles speak of, and read like any news page by the
// same reader and engine. Content scripts can't run on our own pages, so the page starts the reader itself. Keeps nothing.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/sheet.css';
import './sample.css';
import { render } from 'preact';
import { locale } from '../../lib/i18n';
import { cardScript } from '../card/open-card';
import { begin } from '../reader/begin';
import { Frame } from './Frame';

const frame = document.getElementById('frame');
if (frame) {
  // The article is English whatever the words around it are in.
  frame.lang = locale();
  render(<Frame />, frame);
}
const card = cardScript(document);
begin(() => Promise.resolve(card), () => undefined, () => true, null);
