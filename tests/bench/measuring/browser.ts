// A real Chromium for the stages that a browser decides: our code is bundled, put into a page of our own local server and run there.
// Pages' own scripts do not run, and nothing but this server is reached.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium, isRoot, ROOT } from '../../../scripts/setup.mjs';

/** The bench's own scripts come by the debugger, which no policy of the page's concerns; but that they may compile WebAssembly, the page must allow. */
const POLICY = "script-src 'wasm-unsafe-eval'; frame-src 'none'";

export class BenchBrowser {
  private readonly bundles = new Map<string, Promise<string>>();

  private constructor(
    private readonly browser: Browser,
    private readonly server: Server,
    /** Mark-up by path. */
    private readonly pages: Map<string, string>,
  ) {}

  static async start(): Promise<BenchBrowser> {
    const executablePath = await findChromium();
    // The end-to-end tests' browser, which some stages drive, looks there.
    process.env['CHROME_PATH'] = executablePath;
    const browser = await chromium.launch({ executablePath, headless: true, args: ['--js-flags=--expose-gc', ...(isRoot() ? ['--no-sandbox'] : [])] });
    const pages = new Map<string, string>();
    const server = createServer((request, response) => {
      const html = pages.get(request.url ?? '');
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'cache-control': 'no-store' }).end(html ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BenchBrowser(browser, server, pages);
  }

  /** Opens a page with this mark-up and the exports of one of our files (`in-page/NAME.ts`) as the global `bench`. */
  async open(html: string, script: string): Promise<Page> {
    const path = '/page.html';
    this.pages.set(path, html);
    const origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const page = await this.browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.route((url) => url.origin !== origin, (route) => route.abort());
    await page.goto(origin + path, { waitUntil: 'domcontentloaded', timeout: 120_000 });
    await page.evaluate(`${await this.bundle(script)};0`);
    return page;
  }

  /** One of our files with all it imports, as a script that leaves its exports in the global `bench`. */
  bundle(script: string): Promise<string> {
    let made = this.bundles.get(script);
    if (!made) this.bundles.set(script, (made = bundled(join(ROOT, 'tests/bench/in-page', `${script}.ts`))));
    return made;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Bundles a file as an immediately run function whose exports are the global `bench`. */
export async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', minify: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as { output: { code?: string }[] }[];
  const code = output?.output[0]?.code;
  if (code === undefined) throw new Error(`${entry} could not be bundled`);
  return code.replace(/^(?:var|const) bench\s*=/m, 'globalThis.bench =');
}
