// The demo news site: our own pages, on 127.0.0.1 and a free port, out of this folder and nowhere else. Plain JavaScript
// because `npm start` and the tests share it. Knows nothing of the extension.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The news pages in the order in which `npm start` shows them; the first must show underlines. */
export const PAGES = ['/wire.html', '/broadcaster.html', '/live.html', '/script.html', '/watching.html', '/sport.html'];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Addresses that are no file: routes that the script-filled site draws itself. */
const ROUTES = { '/': '/wire.html', '/script/kherson': '/script.html' };

/** About five megabytes of unremarkable prose with a claim at its beginning and one after a megabyte, made on request rather than kept. */
function longPage() {
  const sentence = (n) => `The ${n}th parcel of the old estate was sold to a neighbour who kept ${(n % 37) + 2} geese on it.`;
  const paragraphs = Array.from({ length: 15000 }, (_, n) => `<p>${sentence(4 * n + 4)} ${sentence(4 * n + 5)} ${sentence(4 * n + 6)} ${sentence(4 * n + 7)}</p>`);
  const claim = "<p>Ukraine's defence ministry says that Russian losses have passed 85,000.</p>";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The estate rolls</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2022-11-23T12:00:00Z"></head><body><article><h1>The estate rolls</h1>${claim}${paragraphs.slice(0, 3000).join('\n')}${claim}${paragraphs.slice(3000).join('\n')}</article></body></html>`;
}

/** A PDF of one empty page, the smallest that a viewer opens. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

async function answer(path) {
  if (path === '/odd/long.html') return { type: TYPES['.html'], body: longPage() };
  if (path === '/odd/paper.pdf') return { type: 'application/pdf', body: PDF };
  if (path === '/favicon.ico') return { type: 'image/x-icon', body: '' };
  const name = ROUTES[path] ?? path;
  const file = normalize(join(FOLDER, name.startsWith('/odd/') ? '.' : 'pages', name));
  if (!file.startsWith(FOLDER.endsWith(sep) ? FOLDER : FOLDER + sep)) return null;
  try {
    return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    return null;
  }
}

/**
 * Serves the demo pages on 127.0.0.1. `url` has no slash at its end; `close` ends open connections too.
 * @param {number} [port] a free one unless given, so that a restarted browser can come back to the same addresses
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serveDemo(port = 0) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    answer(path).then(
      (found) => {
        if (!found) response.writeHead(404, { 'content-type': 'text/plain' }).end('No such page');
        else response.writeHead(200, { 'content-type': found.type, 'cache-control': 'no-store' }).end(found.body);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
