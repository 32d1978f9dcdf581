// Addresses as texts, and what they are read as: also after ten thousands of them, when the engine has compiled the way.
import { expect, test } from 'vitest';
import { parsedUrl, webUrl } from '../lib/urls';

test.each([
  ['https://nëws.example/ü', 'https://xn--nws-jma.example/%C3%BC'],
  ['HTTP://News.example', 'http://news.example/'],
  ['javascript:alert(1)', null],
  ['file:///home/a.html', null],
  ['news.example', null],
  ['https://', null],
  ['', null],
])('%s as an address of the web is %s', (text, href) => {
  expect(webUrl(text)?.href ?? null).toBe(href);
});

test('other addresses are read too, what is none is not', () => {
  expect(parsedUrl('file:///a b')?.href).toBe('file:///a%20b');
  expect(parsedUrl('a b')).toBeNull();
});

test('letters outside of ASCII are read after very many addresses without', () => {
  let read = 0;
  for (let i = 0; i < 50_000; i++) if (webUrl(`https://news.example/${i}`)) read++;
  expect(read).toBe(50_000);
  expect(webUrl('https://nëws.example/')).not.toBeNull();
});
