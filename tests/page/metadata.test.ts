// What a page says of itself, taken with care: a table of lies, and what is made of each.
import { expect, test } from 'vitest';
import { isArticle } from '../../lib/page/is-article';
import { describe, isoDate } from '../../lib/page/metadata';
import { article, paragraph, parsed } from './documents';

type Said = ReturnType<typeof describe>;
const ld = (data: unknown): string => `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const here = location.origin;

const cases: { name: string; html: string; path?: string; expected: Partial<Said> }[] = [
  { name: 'nothing', html: '', expected: { title: '', author: null, published: null, language: null, outlet: '127.0.0.1' } },
  { name: 'a title with its outlet', html: '<title>Rain on the islands | Coast Radio</title><meta property="og:site_name" content="Coast Radio">', expected: { title: 'Rain on the islands', outlet: 'Coast Radio' } },
  { name: 'a title with a bar of its own', html: '<title>Rain on the islands - a diary</title>', expected: { title: 'Rain on the islands - a diary' } },
  { name: 'a title of 2 MB', html: `<title>${'x'.repeat(2_000_000)}</title>`, expected: { title: 'x'.repeat(500) } },
  { name: 'a title with control characters', html: '<meta property="og:title" content="Rain\u0007on&#10; the\u001f islands">', expected: { title: 'Rain on the islands' } },
  { name: 'JSON-LD that is none', html: `${ld('{"@type": "NewsArticle", ')}<title>Rain on it</title>`, expected: { title: 'Rain on it', published: null } },
  { name: 'JSON-LD of a megabyte', html: ld({ '@type': 'NewsArticle', headline: 'Too big', articleBody: 'x'.repeat(1_000_000) }), expected: { title: '' } },
  { name: 'JSON-LD 100,000 deep', html: `${ld('['.repeat(100_000))}${ld({ '@type': 'NewsArticle', headline: 'After the deep one' })}`, expected: { title: 'After the deep one' } },
  { name: 'JSON-LD of wrong types', html: ld({ '@type': 'NewsArticle', headline: 7, author: { name: ['x'] }, datePublished: 20240307, publisher: 'https://x.example' }), expected: { title: '', author: null, published: null, outlet: '127.0.0.1' } },
  { name: 'authors as an array', html: ld({ '@type': 'Article', author: ['Ida Holm', { name: 'Per Lund' }, 'https://x.example/me', null] }), expected: { author: 'Ida Holm, Per Lund' } },
  { name: 'an author as an address', html: '<meta name="author" content="https://www.facebook.example/coast">', expected: { author: null } },
  { name: 'a byline', html: '<a rel="author" href="/ida">By Ida Holm</a>', expected: { author: 'Ida Holm' } },
  { name: 'the date of a graph', html: ld({ '@graph': [{ '@type': 'WebPage' }, { '@type': ['Thing', 'ReportageNewsArticle'], datePublished: '2024-03-07' }] }), expected: { published: '2024-03-07' } },
  { name: 'the date of a meta element', html: '<meta property="article:published_time" content="2024-03-07T08:15:00Z">', expected: { published: '2024-03-07T08:15:00Z' } },
  { name: 'the date of a time element, after a bad one', html: '<meta name="date" content="yesterday"><article><time datetime="2024-03-07 08:15">7 March</time></article>', expected: { published: '2024-03-07T08:15:00' } },
  { name: 'languages', html: '<html lang="en_GB">', expected: { language: 'en-GB' } },
  { name: 'a language that is none', html: '<html lang="<script>">', expected: { language: null } },
  { name: 'another site as canonical', html: '<link rel="canonical" href="https://bank.example/news/rain-on-the-islands">', path: '/amp/rain-on-the-islands', expected: { url: `${here}/amp/rain-on-the-islands` } },
  { name: 'the front page as canonical', html: '<link rel="canonical" href="/">', path: '/news/rain-on-the-islands?id=3#part', expected: { url: `${here}/news/rain-on-the-islands?id=3` } },
  { name: 'a script as canonical', html: '<link rel="canonical" href="javascript:alert(1)">', path: '/a', expected: { url: `${here}/a` } },
  { name: 'the same slug as canonical', html: '<link rel="canonical" href="/2024/rain-on-the-islands">', path: '/amp/rain-on-the-islands?x=1#part', expected: { url: `${here}/amp/rain-on-the-islands?x=1` } },
  { name: 'a base elsewhere', html: '<base href="https://bank.example/"><link rel="canonical" href="/2024/rain-on-the-islands">', path: '/amp/rain-on-the-islands', expected: { url: `${here}/amp/rain-on-the-islands` } },
  { name: 'a fragment that routes', html: '', path: '/app#/story/1', expected: { url: `${here}/app#/story/1` } },
  { name: 'another publisher', html: ld({ '@type': 'NewsArticle', publisher: { name: 'Somebody Else' } }), path: '/a', expected: { outlet: 'Somebody Else', url: `${here}/a` } },
];

for (const { name, html, path, expected } of cases) {
  test(`describes: ${name}`, () => {
    const said = describe(parsed(html, path));
    expect({ ...said, outlet: said.outlet === location.hostname ? '127.0.0.1' : said.outlet }).toMatchObject(expected);
  });
}

const dates: [string, string | null][] = [
  ['2024-03-07', '2024-03-07'],
  ['20240307', '2024-03-07'],
  ['2024-03-07T23:30:00-05:00', '2024-03-07T23:30:00-05:00'],
  ['2024-03-07 23:30:00 +0100', '2024-03-07T23:30:00+01:00'],
  ['2024-03-07T08:15z', '2024-03-07T08:15:00Z'],
  ['2024-03-07T08:15:00.123Z', '2024-03-07T08:15:00.123Z'],
  ['Thu, 07 Mar 2024 08:15:00 GMT', '2024-03-07T08:15:00.000Z'],
  ['March 7, 2024', '2024-03-07'],
  ['275760-09-13', null],
  ['+275760-09-13T00:00:00Z', null],
  ['2024-02-31', null],
  ['2024-13-01', null],
  ['1066-10-14', null],
  ['NaN', null],
  ['today at noon', null],
  ['x'.repeat(100_000), null],
];
for (const [text, iso] of dates) test(`dates: ${text.slice(0, 40)}`, () => expect(isoDate(text)).toBe(iso));

const pages: [string, string, boolean][] = [
  ['an article by its paragraphs', article(...Array.from({ length: 6 }, () => paragraph('It rained all day on all of the islands of the coast, and the night was wet as well.'))), true],
  ['a short one that declares itself', `${ld({ '@type': 'NewsArticle' })}${article(...Array.from({ length: 5 }, () => paragraph('Rain.')))}`, true],
  ['an og:type with some text', `<meta property="og:type" content="article">${article(...Array.from({ length: 5 }, () => paragraph('Rain.')))}`, true],
  ['a declaration without text', ld({ '@type': 'NewsArticle' }), false],
  ['a list of links', `<ul>${'<li><a href="/x">Rain on the islands, and what came of it</a></li>'.repeat(50)}</ul>`, false],
  ['an empty page', '', false],
];
for (const [name, html, expected] of pages) test(`is an article or not: ${name}`, () => expect(isArticle(parsed(html))).toBe(expected));
