// News pages of our own that a test makes up: served from memory under the demo site's address, each an article by its markup.
// Knows no extension.
import type { BrowserContext } from '@playwright/test';

export interface MadeUpArticle {
  title: string;
  outlet: string;
  paragraphs: string[];
  /** ISO day or instant. */
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

function pageOf({ title, outlet, paragraphs, published = '2023-06-12T09:00:00Z' }: MadeUpArticle): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="${published}"></head>
<body><header>${outlet}</header><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`;
}
