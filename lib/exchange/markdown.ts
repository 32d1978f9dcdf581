// Articles with what others say of them → one Markdown text with YAML front matter, as Obsidian and others read it. Every text of a page
// is escaped, so that none becomes a heading, a link, a tag or mark-up. Pure.
import type { Evidence } from '../model';
import { factsOf, linkable, oneLine, quoteOf, sentenceAddress, STANCE_WORDS, titleOf } from './exported';
import type { ExportedArticle, ExportedText } from './exported';
import { selectorsInBlocks } from './web-annotation';

/** One Markdown text of any number of articles. `generatedAt` is an ISO instant. */
export function markdownOf(texts: ExportedText[], generatedAt: string): string {
  return `${markdownHead(texts.map(({ article, label }) => ({ ...article, label })), generatedAt)}${texts.map(markdownSection).join('\n')}`;
}

/** What stands before the sections of these articles. */
export function markdownHead(articles: ExportedArticle[], generatedAt: string): string {
  const [first] = articles;
  const title = articles.length === 1 && first ? titleOf(first) : 'Claims and their evidence';
  const tags = [...new Set(['second-source', ...articles.flatMap(({ label }) => (label?.tags ?? []).map(tagOf)).filter(Boolean)])];
  const sources = articles.flatMap(({ url }) => linkable(url) ?? []);
  const front = ['---', `title: ${yaml(title)}`, `created: ${yaml(generatedAt)}`, ...listed('sources', sources), ...listed('tags', tags), '---', ''].join('\n');
  return `${front}\n`;
}

function listed(name: string, values: string[]): string[] {
  return values.length === 0 ? [`${name}: []`] : [`${name}:`, ...values.map((value) => `  - ${yaml(value)}`)];
}

/** A YAML double-quoted scalar: JSON's form, with the line ends that only YAML knows escaped too. */
function yaml(text: string): string {
  return JSON.stringify(oneLine(text)).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A tag as Obsidian takes it: letters, digits, - _ /. */
function tagOf(tag: string): string {
  return oneLine(tag).replace(/[^\p{L}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 100);
}

/** One article's section. */
export function markdownSection({ article, annotations, label }: ExportedText): string {
  const address = linkable(article.url);
  const about = [escaped(factsOf(article)), article.author === null ? '' : escaped(oneLine(article.author)), address === null ? '' : `<${address}>`].filter(Boolean);
  const note = (label?.note ?? '').split(/\r\n?|\n/).map(oneLine).filter(Boolean);
  const claims = annotations.map(({ claim, evidence }) => {
    const { quote } = selectorsInBlocks(article.blocks, claim.block, claim.span);
    const link = sentenceAddress(article.url, quote);
    return [`> ${escaped(oneLine(claim.text))}${link === null ? '' : ` [↗](<${link}>)`}`, '', ...evidence.map(evidenceLine), ''].join('\n');
  });
  const body = claims.length > 0 ? claims : ['No other stored article speaks of what this one states.\n'];
  return [`# ${escaped(titleOf(article))}`, '', about.join(' · '), '', ...note.flatMap((line) => [`Note: ${escaped(line)}`, '']), ...body].join('\n');
}

function evidenceLine({ statement, source, stance, reason }: Evidence): string {
  const link = sentenceAddress(source.url, quoteOf(statement.text));
  const title = escaped(titleOf(source));
  const speaker = statement.attribution?.speaker;
  const from = [speaker ? escaped(oneLine(speaker)) : '', link === null ? title : `[${title}](<${link}>)`, escaped(factsOf(source))].filter(Boolean).join(', ');
  return `- **${STANCE_WORDS[stance]}**: “${escaped(oneLine(statement.text))}” (${from}). ${escaped(oneLine(reason.words))}`;
}

/** Text of one line that Markdown, and Obsidian's own marks (tags, links, comments, highlights, mathematics), leave as it is. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~=$^%&!]/g, '\\$&')
    .replace(/^([-+]|\d{1,9}[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replace(/\b(https?|ftp|www)(:|\.)/gi, '$1\\$2');
}
