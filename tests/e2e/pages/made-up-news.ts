// News pages of our own that a test makes up, each an article by its markup: served from memory, under the demo site's address to
// Chromium, or by a server of their own to either browser. Knows no extension.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';

export interface MadeUpArticle {
  title: string;
  outlet: string;
  paragraphs: string[];
  /** ISO day, at nine o'clock in London, or instant; 2023-06-12 unless given. */
  published?: string;
}

/** Serves each article at `<site>/made-up/<name>.html` for all pages of the browser; returns their addresses in order. */
export async function serveMadeUp(context: BrowserContext, site: string, articles: Record<string, MadeUpArticle>): Promise<string[]> {
  return await Promise.all(
    Object.entries(articles).map(async ([name, article]) => {
      const url = `${site}/made-up/${name}.html`;
      await context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(article) }));
      return url;
    }),
  );
}

/** A site whose articles a test puts there, and changes. */
export interface Press {
  /** Puts an article there, in place of what was; returns its address. */
  print(name: string, article: MadeUpArticle): string;
  close(): Promise<void>;
}

/** Starts one on 127.0.0.1 and a free port. */
export async function startPress(): Promise<Press> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const body = pages.get(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body ?? '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    print: (name, article) => {
      pages.set(`/${name}.html`, pageOf(article));
      return `${url}/${name}.html`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

/** The article as a page of HTML, as saved from a site. */
export function pageOf({ title, outlet, paragraphs, published = '2023-06-12' }: MadeUpArticle): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="${published.length > 10 ? published : `${published}T09:00:00Z`}"></head>
<body><header>${outlet}</header><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`;
}
