// The line that says how few origins a claim's articles have: when it is drawn, for which stance, and where.
import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Card } from '../../components/Card';
import { ClaimList } from '../../components/ClaimList';
import type { Annotation, Evidence } from '../../lib/model';
import { annotation, reading, source } from './fixtures';

type Told = [stance: Evidence['stance'], article: string, origin?: number];

let app: HTMLElement;
beforeEach(() => (app = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  render(null, app);
  app.remove();
});

function claimWith(told: Told[]): Annotation {
  const bare = annotation('The ferry carried 42 people.', told.map(([stance, id]) => ({ text: `Article ${id} on the ferry.`, stance, words: 'figures', from: source(id) })));
  return { ...bare, evidence: bare.evidence.map((one, i) => ({ ...one, ...(told[i]![2] === undefined ? {} : { origin: told[i]![2] }) })) };
}

const CASES: [what: string, told: Told[], line: string | null][] = [
  ['three copies', [['corroborates', 'a', 0], ['corroborates', 'b', 0], ['corroborates', 'c', 0]], '3 articles, 1 origin'],
  ['two copies and an article of its own', [['conflicts', 'a', 0], ['conflicts', 'b', 0], ['conflicts', 'c']], '3 articles, 2 origins'],
  ['two copies, one of which says it twice', [['corroborates', 'a', 0], ['corroborates', 'a', 0], ['corroborates', 'b', 0]], '2 articles, 1 origin'],
  ['copies that differ beside others that agree', [['conflicts', 'a', 0], ['conflicts', 'b', 0], ['corroborates', 'c']], 'Differs: 2 articles, 1 origin'],
  ['copies that differ and copies that agree', [['conflicts', 'a', 0], ['conflicts', 'b', 0], ['corroborates', 'c', 1], ['corroborates', 'd', 1]], 'Differs: 2 articles, 1 origin · Agrees: 2 articles, 1 origin'],
  ['copies that merely touch a claim which another agrees with', [['corroborates', 'a'], ['related', 'b', 0], ['related', 'c', 0]], null],
  ['articles of their own', [['corroborates', 'a'], ['corroborates', 'b']], null],
];

it.each(CASES)('%s', (_, told, line) => {
  const claim = claimWith(told);
  const drawn = () => app.querySelector('.origins')?.textContent.replace(/\s+/g, ' ').trim() ?? null;
  const words = line && `${line} (shared text, quotation or agency)`;
  render(<ClaimList reading={reading({ annotations: [claim] })} onJump={() => undefined} />, app);
  expect(drawn()).toBe(words);
  render(<Card annotation={claim} onAll={() => undefined} onClose={() => undefined} />, app);
  expect(drawn()).toBe(words);
});
