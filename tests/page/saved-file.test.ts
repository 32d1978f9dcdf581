// Saved HTML files in a real browser: the article in them, where they were saved from, in which encoding; and what is refused, and why.
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../lib/page/saved-encoding';
import { LARGEST_SAVED, readSavedFile } from '../../lib/page/saved-file';
import { paragraph } from './documents';

const BODY = `<article><h1>Ferry sinks</h1>${['the crew', 'the weather', 'the rescue', 'the harbour'].map(paragraph).join('')}</article>`;

const sentence = (about: string): string => paragraph(about).replace(/<\/?p>/g, '');

function page(head: string, body = BODY, before = ''): string {
  return `<!DOCTYPE html>${before}<html lang="en"><head><title>Ferry sinks</title>${head}</head><body>${body}</body></html>`;
}

function read(html: string, more: { name?: string; type?: string } = {}) {
  return readSavedFile({ name: 'ferry.html', type: 'text/html', bytes: new TextEncoder().encode(html), ...more });
}

function draftOf(html: string) {
  const result = read(html);
  if ('refused' in result) throw new Error(result.refused);
  return result.draft;
}

describe('a saved page', () => {
  it('gives its article, its JSON-LD and nothing that ran', () => {
    const jsonLd = '{"@type":"ClaimReview"}';
    const result = read(page(`<script>window.savedFileRan = true</script><script type="application/ld+json">${jsonLd}</script>`, `${BODY}<img src=x onerror="window.savedFileRan = true"><script>window.savedFileRan = true</script>`));
    expect(result).toMatchObject({ draft: { title: 'Ferry sinks', url: null, outlet: null, language: 'en' }, jsonLd: [jsonLd] });
    expect('draft' in result && result.draft.blocks.map(({ text }) => text)).toContain(sentence('the weather'));
    expect('savedFileRan' in window).toBe(false);
  });

  it.each([
    ['Chrome says', '', '<!-- saved from url=(0031)https://gazette.example/ferry#top -->', 'https://gazette.example/ferry'],
    ['SingleFile says', '', '<!--\n Page saved with SingleFile \n url: https://gazette.example/ferry \n saved date: Sun Nov 22 2026\n-->', 'https://gazette.example/ferry'],
    ['the page says', '<link rel="canonical" href="https://gazette.example/ferry">', '', 'https://gazette.example/ferry'],
    ['the page says for sharing', '<meta property="og:url" content="https://gazette.example/ferry">', '', 'https://gazette.example/ferry'],
    ['Chrome says, whatever the page says', '<link rel="canonical" href="https://other.example/">', '<!-- saved from url=(0031)https://gazette.example/ferry -->', 'https://gazette.example/ferry'],
  ])('comes from where %s', (_, head, before, url) => {
    expect(draftOf(page(head, BODY, before))).toMatchObject({ url, outlet: 'gazette.example' });
  });

  it('from nowhere on the web has no address', () => {
    expect(draftOf(page('<link rel="canonical" href="javascript:alert(1)">', BODY, '<!-- saved from url=(0013)about:internet -->')).url).toBeNull();
    expect(draftOf(page('<link rel="canonical" href="/ferry">')).url).toBeNull();
  });

  it('with its pictures in it is read in time', () => {
    const picture = `<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">`;
    expect(draftOf(page(`<style>${'a{}'.repeat(300_000)}</style>`, picture + BODY)).blocks.map(({ text }) => text)).toContain(sentence('the crew'));
  });
});

describe('refused', () => {
  it.each([
    ['a picture', { name: 'a.png', type: 'image/png' }, 'not-html'],
    ['an archive', { name: 'a.mhtml', type: '' }, 'not-html'],
    ['a style sheet', { name: 'a.css', type: 'text/css' }, 'not-html'],
  ])('is %s', (_, more, refused) => {
    expect(read(page(''), more)).toEqual({ refused });
  });

  it('is a picture by another name, plain text, a page without an article, an empty file', () => {
    expect(read('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR<a')).toEqual({ refused: 'not-html' });
    expect(read('Just some words, and no mark-up.')).toEqual({ refused: 'not-html' });
    expect(read('')).toEqual({ refused: 'not-html' });
    expect(read(page('', '<nav><a href="/">Home</a></nav>'))).toEqual({ refused: 'no-article' });
  });

  it('is a file too large to be parsed', () => {
    expect(readSavedFile({ name: 'a.html', type: 'text/html', bytes: new Uint8Array(LARGEST_SAVED + 1) })).toEqual({ refused: 'too-large' });
  });

  it('is no file whose system gives no type, but a name of HTML', () => {
    expect(read(page(''), { name: 'Ferry sinks.HTM', type: '' })).toHaveProperty('draft');
  });
});

describe('the text of a file', () => {
  const bytes = (...codes: number[]) => new Uint8Array(codes);
  const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  it.each([
    ['as declared', bytes(...ascii('<meta charset="windows-1251">'), 0xca, 0xe8, 0xbf, 0xe2), '<meta charset="windows-1251">Київ'],
    ['as declared the old way', bytes(...ascii('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">'), 0xe9), '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">é'],
    ['as UTF-8 where it is that', bytes(0xc3, 0xa9), 'é'],
    ['as windows-1252 else', bytes(0x93, 0xe9, 0x94), '“é”'],
    ['as its mark says', bytes(0xff, 0xfe, 0xe9, 0x00), 'é'],
    ['as UTF-8 where an unknown name is declared', bytes(...ascii('<meta charset=nonsense>'), 0xc3, 0xa9), '<meta charset=nonsense>é'],
  ])('is read %s', (_, given, text) => {
    expect(decodeHtml(given)).toBe(text);
  });
});
