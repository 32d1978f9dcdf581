// News pages for the page stages: our own made-up ones, with the furniture that news pages have, or real ones from a folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampled } from '../../measure/scores';
import { claimAt, corpusOf } from './claims';
import { below, randomAt } from './random';

export interface BenchPage {
  name: string;
  html: string;
}

/** Real pages where the folder has some (`pages/aeb/html`), else our own; and in words which. */
export function benchPages(data: string | null, count: number): { pages: BenchPage[]; of: string } {
  const folder = data === null ? '' : join(data, 'pages', 'aeb', 'html');
  if (data === null || !existsSync(folder)) return { pages: Array.from({ length: count }, (_, at) => madePage(at)), of: 'made-up pages' };
  const files = sampled(readdirSync(folder).filter((file) => /\.html?$/.test(file)).sort(), count);
  return { pages: files.map((file) => ({ name: file, html: readFileSync(join(folder, file), 'utf8') })), of: 'real pages' };
}

/** Made-up page number `at`: an article of 10 to 40 paragraphs of four sentences, or as many as asked for, amid menus, teasers and comments. */
export function madePage(at: number, length?: number): BenchPage {
  const random = randomAt(3, 'page', at);
  const spec = corpusOf(100_000);
  const sentence = (): string => claimAt(spec, below(random, spec.claims)).text;
  const links = (count: number): string => Array.from({ length: count }, () => `<li class="item"><a href="/story" data-id="${below(random, 1e6)}"><span>${sentence().slice(0, 50)}</span></a></li>`).join('');
  const paragraphs = Array.from({ length: length ?? 10 + below(random, 30) }, () => `<p>${sentence()} ${sentence()} <a href="/tag">${sentence().slice(0, 20)}</a> ${sentence()}</p>`);
  const teasers = Array.from({ length: 40 }, () => `<div class="teaser"><div class="image"><img alt="" src="data:,"></div><h3><a href="/other">${sentence().slice(0, 60)}</a></h3><div class="meta"><span>2 h</span></div></div>`);
  const comments = Array.from({ length: 30 }, () => `<li><div class="comment"><b>reader</b><div>${sentence()}</div></div></li>`);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${sentence()}</title><meta property="og:type" content="article"></head><body>
<header><nav class="menu"><ul>${links(60)}</ul></nav></header><main><article><h1>${sentence()}</h1><div class="byline">By A. Writer</div>${paragraphs.join('\n')}</article>
<aside class="related"><ul>${links(20)}</ul></aside><section class="more">${teasers.join('')}</section><section class="comments"><ul>${comments.join('')}</ul></section></main><footer><ul>${links(40)}</ul></footer></body></html>`;
  return { name: `made-up ${at}`, html };
}
