// The link to a source's sentence: one text directive, whatever the stored address ends in.
import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SourceLine } from '../../components/SourceLine';
import { source } from './fixtures';

let app: HTMLElement;
beforeEach(() => (app = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  render(null, app);
  app.remove();
});

const PAGE = 'https://news.example/fire';
const SENTENCE = ':~:text=12%20dockers';

it.each([
  ['an article', PAGE, SENTENCE, `${PAGE}#${SENTENCE}`],
  ['an article with a fragment of its own', `${PAGE}#top`, SENTENCE, `${PAGE}#top${SENTENCE}`],
  ['a saved stretch', `${PAGE}#:~:text=The%20fire`, SENTENCE, `${PAGE}#${SENTENCE}`],
  ['a stretch behind a fragment', `${PAGE}#top:~:text=The%20fire`, SENTENCE, `${PAGE}#top${SENTENCE}`],
  ['a saved stretch without a sentence', `${PAGE}#:~:text=The%20fire`, '', `${PAGE}#:~:text=The%20fire`],
])('%s', (_, url, directive, href) => {
  render(<SourceLine source={{ ...source('a'), url }} directive={directive} />, app);
  expect(app.querySelector('a')!.getAttribute('href')).toBe(href);
});
