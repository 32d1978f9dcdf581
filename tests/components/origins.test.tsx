// How few origins a claim's articles have: in the counts, for which stance, and when the line that says why is drawn.
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

const CASES: [what: string, told: Told[], counts: string, why: boolean][] = [
  ['three copies', [['corroborates', 'a', 0], ['corroborates', 'b', 0], ['corroborates', 'c', 0]], 'agrees with 3 articles, 1 origin', true],
  ['two copies and an article of its own', [['conflicts', 'a', 0], ['conflicts', 'b', 0], ['conflicts', 'c']], 'differs from 3 articles, 2 origins', true],
  ['two copies, one of which says it twice', [['corroborates', 'a', 0], ['corroborates', 'a', 0], ['corroborates', 'b', 0]], 'agrees with 2 articles, 1 origin', true],
  ['copies that differ beside another that agrees', [['conflicts', 'a', 0], ['conflicts', 'b', 0], ['corroborates', 'c']], 'differs from 2 articles, 1 origin · agrees with 1 article', true],
  ['copies that differ and copies that agree', [['conflicts', 'a', 0], ['conflicts', 'b', 0], ['corroborates', 'c', 1], ['corroborates', 'd', 1]], 'differs from 2 articles, 1 origin · agrees with 2 articles, 1 origin', true],
  ['copies that merely touch a claim which another agrees with', [['corroborates', 'a'], ['related', 'b', 0], ['related', 'c', 0]], 'agrees with 1 article', false],
  ['copies that merely touch a claim', [['related', 'b', 0], ['related', 'c', 0]], '2 articles speak of the same matter, 1 origin', true],
  ['articles of their own', [['corroborates', 'a'], ['corroborates', 'b']], 'agrees with 2 articles, 2 origins', false],
];

it.each(CASES)('%s', (_, told, counts, why) => {
  const claim = claimWith(told);
  const drawn = (selector: string) => app.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? null;
  const line = why ? '(shared text, quotation or agency)' : null;
  render(<ClaimList reading={reading({ annotations: [claim] })} onJump={() => undefined} />, app);
  expect([drawn('.tally'), drawn('.origins')]).toEqual([counts, line]);
  render(<Card annotation={claim} onAll={() => undefined} onClose={() => undefined} />, app);
  expect([drawn('.card h2'), drawn('.origins')]).toEqual([why ? `${counts} ${line}` : counts, line]);
});
