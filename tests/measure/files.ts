// A file as the command line is given it → its text, and the selectors of any stretch of it. A page of HTML is read as the
// extension reads a page, with linkedom in the place of a browser. A file is nobody's URL.
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { selectorsInBlocks } from '../../lib/exchange/web-annotation';
import type { Block, Draft, Selectors, Span } from '../../lib/model';
import { selectorsOf } from '../../lib/page/anchor';
import { read } from '../../lib/page/read';

export interface TextOfFile {
  draft: Draft;
  selectors: (block: number, span: Span) => Selectors;
}

/** True for the endings that can be read at all. */
export function isReadableName(path: string): boolean {
  return /\.(?:html?|txt)$/i.test(path);
}

/** Reads a `.html` or `.txt` file. `date` (ISO) stands for the article's date, else the page's own does. @throws what reading the file throws. */
export function textOfFile(path: string, date: string | null): TextOfFile {
  const bytes = readFileSync(path);
  return /\.txt$/i.test(path) ? textOfLines(decode(bytes, 'utf-8'), date) : textOfPage(decode(bytes, charsetOf(bytes)), date);
}

/** First line the title, every other non-blank line a paragraph. */
export function textOfLines(text: string, date: string | null): TextOfFile {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const blocks = lines.map((line, i): Block => ({ kind: i === 0 ? 'title' : 'paragraph', text: line }));
  const draft = { url: null, title: lines[0] ?? '', outlet: null, author: null, published: date, language: null, blocks };
  return { draft, selectors: (block, span) => selectorsInBlocks(blocks, block, span) };
}

/** A page from its mark-up. */
export function textOfPage(html: string, date: string | null): TextOfFile {
  const page = read(parsed(html));
  return { draft: { ...page.draft, url: null, published: date ?? page.draft.published }, selectors: (block, span) => selectorsOf(page, block, span) ?? selectorsInBlocks(page.draft.blocks, block, span) };
}

/** A document from mark-up; linkedom wants at least an html element. */
export function parsed(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** As browsers do it: a byte order mark, else what the first 1024 bytes declare, else UTF-8. */
function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? 'utf-8';
}
