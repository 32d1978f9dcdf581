// Markdown, CSV and dossier: what they say of an article, and that no text of a page becomes a heading, a formula or mark-up in them.
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../lib/exchange/csv';
import { dossierOf } from '../../lib/exchange/dossier';
import { fileOf, sentenceAddress } from '../../lib/exchange/exported';
import { markdownOf } from '../../lib/exchange/markdown';
import { ARTICLE, evidence, exported } from './fixtures';

const AT = '2026-11-22T10:00:00.000Z';
const BOTH = exported([evidence('Seven sailors drowned.', 'conflicts', { speaker: 'the harbour master', spans: [{ start: 0, end: 5 }] }), evidence('Eleven drowned.', 'corroborates'), evidence('The ferry was old.', 'related')]);

describe('Markdown', () => {
  it('has front matter, a heading, the claim quoted and a line for each piece of evidence', () => {
    expect(markdownOf([{ ...BOTH, label: { article: ARTICLE.id, tags: ['sea & wind', '#'], note: 'First\nsecond', at: AT } }], AT)).toBe(`---
title: "Ferry sinks"
created: "2026-11-22T10:00:00.000Z"
sources:
  - "https://gazette.example/ferry?id=7"
tags:
  - "second-source"
  - "sea-wind"
---

# Ferry sinks

The Gazette, 2023-01-04 · <https://gazette.example/ferry?id=7>

Note: First

Note: second

> Eleven sailors drowned, the coast guard said. [↗](<https://gazette.example/ferry?id=7#:~:text=Eleven%20sailors%20drowned%2C%20the%20coast%20guard%20said.>)

- **differs**: “Seven sailors drowned.” (the harbour master, [What the harbour says](<https://harbour.example/1#:~:text=Seven%20sailors%20drowned.>), Harbour News, 2023-01-05). 11 here, 7 there
- **agrees**: “Eleven drowned.” ([What the harbour says](<https://harbour.example/1#:~:text=Eleven%20drowned.>), Harbour News, 2023-01-05). 11 here, 7 there
- **related**: “The ferry was old.” ([What the harbour says](<https://harbour.example/1#:~:text=The%20ferry%20was%20old.>), Harbour News, 2023-01-05). 11 here, 7 there
`);
  });

  it('lets no text of a page be anything but text', () => {
    const nasty = '---\n# [[Wiki]] <script>alert(1)</script> *a* _b_ `c` #tag $x$ %%y%% ==z== ![i](https://evil.example/i.png) ^block';
    const text = markdownOf([exported([evidence(nasty, 'conflicts', { title: '](https://evil.example) \u2028# x', words: '> - x' })], { title: `${nasty}"` })], AT);
    const body = text.slice(text.indexOf('\n---\n', 4) + 5);
    expect(body.split('\n').filter((line) => /^\s*#/.test(line))).toHaveLength(1);
    expect(body).not.toMatch(/(?<!\\)(?:\[\[|<script|!\[|\$x|%%|==|`c`|#tag|\^block)/);
    expect(body).not.toContain('](https://evil');
    expect(text.split('\n')[1]).toMatch(/^title: "--- # .*\\""$/);
  });

  it('says of several which they are, and of one without evidence that there is none', () => {
    const text = markdownOf([BOTH, exported([], { url: null, title: '' })], AT);
    expect(text).toContain('title: "Claims and their evidence"');
    expect(text).toMatch(/# Untitled\n\nThe Gazette, 2023-01-04\n\nNo other stored article/);
  });
});

/** RFC 4180, read back by its grammar. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  const CELL = /"((?:[^"]|"")*)"(,|\r\n|$)/y;
  while (CELL.lastIndex < csv.length) {
    const found = CELL.exec(csv);
    if (!found) throw new Error('no CSV');
    rows.at(-1)!.push(found[1]!.replaceAll('""', '"'));
    if (found[2] === '\r\n' && CELL.lastIndex < csv.length) rows.push([]);
  }
  return rows;
}

describe('CSV', () => {
  it('has a row for each claim and piece of evidence, every one as long as the first', () => {
    const rows = cells(csvOf([BOTH]));
    expect(rows.map((row) => row.length)).toEqual([16, 16, 16, 16]);
    expect(rows.slice(1).map((row) => [row[4], row[6], row[10], row[11]])).toEqual([
      ['Eleven sailors drowned, the coast guard said.', 'differs', 'Seven sailors drowned.', 'the harbour master'],
      ['Eleven sailors drowned, the coast guard said.', 'agrees', 'Eleven drowned.', ''],
      ['Eleven sailors drowned, the coast guard said.', 'related', 'The ferry was old.', ''],
    ]);
    expect(cells(csvOf([]))).toHaveLength(1);
  });

  it.each(['=HYPERLINK("https://evil.example")', '+1', '-2+3', '@SUM(A1)', '\t=1', '  =1', '\r\n=1', '＝1', "'=1", '|cmd', '%0A'])('disarms what a spreadsheet would run: %j', (text) => {
    const [, row] = cells(csvOf([exported([evidence(text, 'conflicts')])]));
    expect(row![10]).toBe(`'${text.trim()}`);
  });

  it('keeps quotation marks, commas and line ends within their cell', () => {
    const [, row] = cells(csvOf([exported([evidence('He said “no”, "never",\r\nagain', 'conflicts', { outlet: '-5 °C' })])]));
    expect(row![10]).toBe('He said “no”, "never", again');
    expect(row![13]).toBe("'-5 °C");
  });
});

describe('the dossier', () => {
  const html = dossierOf([BOTH], AT);

  it('shows both sides with reason, speaker, date, selectors and the sentence’s address', () => {
    for (const part of [
      '<h1>Ferry sinks</h1>', 'Differs (1)', 'Agrees (1)', 'Of the same matter (1)', '<mark>Seven</mark> sailors drowned.', 'the harbour master', '2023-01-05', '11 here, 7 there',
      '#:~:text=Seven%20sailors%20drowned.', '<code>Eleven sailors drowned, the coast guard said.</code>', '<code>12–57</code>', '@media print', 'prefers-color-scheme: dark',
    ]) expect(html).toContain(part);
  });

  it('is one file without script, that loads nothing', () => {
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|form)\b|\son\w+=|url\(|@import/i);
    expect(html).toContain("default-src 'none'");
  });

  it('escapes every text', () => {
    const nasty = `</bdi><script>alert("1")</script><img src=x onerror='alert(1)'>&amp;\u0000\ud800`;
    const text = [{ ...exported([evidence(nasty, 'conflicts', { speaker: nasty, title: nasty, outlet: nasty, words: nasty, url: 'https://a.example/"><script>', spans: [{ start: 3, end: 9 }, { start: 5, end: 900 }] })], { title: nasty, outlet: nasty, author: nasty, published: nasty, url: 'javascript:alert(1)' }), label: { article: 'a', tags: [], note: nasty, at: AT } }];
    const file = dossierOf(text, AT);
    expect(file).not.toMatch(/<script|<img|javascript:|[\u0000\ud800-\udfff]/);
    expect(file).toContain('&lt;script&gt;');
    expect(file).toContain('&amp;amp;');
    expect(file).toContain('No stored article agrees.');
  });
});

describe('the address of a sentence', () => {
  it('keeps a route, and is none without a web address', () => {
    expect(sentenceAddress('https://a.example/#/one', { exact: 'A sentence that is long.', prefix: '', suffix: '' })).toBe('https://a.example/#/one:~:text=A%20sentence%20that%20is%20long.');
    for (const url of [null, 'javascript:alert(1)', 'https://user:secret@a.example/', 'nonsense']) expect(sentenceAddress(url, { exact: 'A.', prefix: '', suffix: '' })).toBeNull();
  });
});

it('every form has a file name and a media type of its own', () => {
  const files = (['library', 'annotations', 'markdown', 'csv', 'dossier', 'claim-review'] as const).map((format) => fileOf(format, AT));
  expect(new Set(files.map(({ name }) => name)).size).toBe(6);
  expect(files[0]).toEqual({ name: 'second-source-library-2026-11-22.json', type: 'application/json' });
});
