// Articles with what others say of them → one HTML file to be handed on, read and printed offline: both sides of each claim, why, who
// says so and when, with selectors and links to the sentence. No script, nothing loaded, every text escaped. Pure.
import type { Annotation, Article, Evidence, Span } from '../model';
import css from './dossier-style.json';
import { factsOf, linkable, oneLine, quoteOf, sentenceAddress, titleOf } from './exported';
import type { ExportedText } from './exported';
import { selectorsInBlocks } from './web-annotation';

const SIDES = [
  { stance: 'conflicts', heading: 'Differs', none: 'No stored article differs.' },
  { stance: 'corroborates', heading: 'Agrees', none: 'No stored article agrees.' },
] as const;

/** The whole file. `generatedAt` is an ISO instant. */
export function dossierOf(texts: ExportedText[], generatedAt: string): string {
  const { head, tail } = dossierAround(texts.map(({ article }) => article), generatedAt);
  return head + texts.map(dossierSection).join('\n') + tail;
}

/** What stands before and after the sections of these articles. */
export function dossierAround(articles: Pick<Article, 'title'>[], generatedAt: string): { head: string; tail: string } {
  const title = articles.length === 1 && articles[0] ? titleOf(articles[0]) : 'Claims and their evidence';
  return {
    head: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} – Second Source</title>
<style>${css.lines.join('\n')}</style>
</head>
<body>
<header><p class="kicker">Second Source dossier, ${escaped(generatedAt.slice(0, 10))}</p>
<p>What ${articles.length === 1 ? 'one stored article states' : `${articles.length} stored articles state`}, and what other stored articles say of it. An unlisted sentence was not compared with anything, or nothing was found for it: it is not thereby confirmed.</p></header>
<main>
`,
    tail: `
</main>
</body>
</html>
`,
  };
}

/** One article's section. */
export function dossierSection({ article, annotations, label }: ExportedText): string {
  const address = linkable(article.url);
  const note = oneLine(label?.note ?? '');
  return `<section>
<h1>${escaped(titleOf(article))}</h1>
<p class="facts">${facts([factsOf(article), article.author ?? ''])}${address === null ? '' : ` · <a href="${escaped(address)}" rel="noreferrer">${escaped(address)}</a>`} · saved ${escaped(article.retrieved.slice(0, 10))}</p>
${note === '' ? '' : `<p class="note"><b>Note:</b> <bdi>${escaped(note)}</bdi></p>`}
${annotations.length === 0 ? '<p>No other stored article speaks of what this one states.</p>' : annotations.map((annotation) => claimOf(article, annotation)).join('\n')}
</section>`;
}

function claimOf(article: Article, { claim, evidence }: Annotation): string {
  const { quote, position } = selectorsInBlocks(article.blocks, claim.block, claim.span);
  const link = sentenceAddress(article.url, quote);
  const related = evidence.filter(({ stance }) => stance === 'related');
  return `<article>
<blockquote><bdi>${escaped(oneLine(claim.text))}</bdi></blockquote>
<p class="facts">${facts([claim.attribution?.speaker ?? 'no speaker named'])}${linked(link, 'this sentence in its source')}</p>
<div class="sides">
${SIDES.map(({ stance, heading, none }) => {
  const side = evidence.filter((one) => one.stance === stance);
  return `<div class="side ${stance}"><h2>${heading} (${side.length})</h2>${side.length === 0 ? `<p class="facts">${none}</p>` : `<ul>${side.map(evidenceOf).join('')}</ul>`}</div>`;
}).join('\n')}
</div>
${related.length === 0 ? '' : `<div class="side related"><h2>Of the same matter (${related.length})</h2><ul>${related.map(evidenceOf).join('')}</ul></div>`}
<details><summary>Selectors</summary><dl>
<dt>Text before</dt><dd><code>${escaped(oneLine(quote.prefix))}</code></dd>
<dt>Quotation</dt><dd><code>${escaped(oneLine(quote.exact))}</code></dd>
<dt>Text after</dt><dd><code>${escaped(oneLine(quote.suffix))}</code></dd>
<dt>Position</dt><dd><code>${position.start}–${position.end}</code></dd>
</dl></details>
</article>`;
}

function evidenceOf({ statement, source, reason }: Evidence): string {
  const link = sentenceAddress(source.url, quoteOf(statement.text));
  return `<li><p class="quote"><bdi>“${marked(statement.text, reason.evidence)}”</bdi></p>
<p class="reason"><bdi>${escaped(oneLine(reason.words))}</bdi></p>
<p class="facts">${facts([statement.attribution?.speaker ?? 'no speaker named', titleOf(source), factsOf(source)])}${linked(link, 'this sentence in its source')}</p></li>`;
}

function facts(texts: string[]): string {
  return texts.map(oneLine).filter(Boolean).map((one) => `<bdi>${escaped(one)}</bdi>`).join(' · ');
}

function linked(link: string | null, words: string): string {
  return link === null ? '' : ` · <a href="${escaped(link)}" rel="noreferrer">${words}</a>`;
}

/** The text with its deciding spans marked; spans that are out of order or out of the text are left out. */
function marked(text: string, spans: Span[]): string {
  let at = 0;
  let html = '';
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    html += `${piece(text.slice(at, start))}<mark>${piece(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + piece(text.slice(at));
}

/** Like `oneLine`, but blanks at the ends stay: a piece has a neighbour. */
function piece(text: string): string {
  return escaped(oneLine(`x${text}x`).slice(1, -1));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for content and quoted attributes of HTML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}
