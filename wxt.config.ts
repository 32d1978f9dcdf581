// Builds the extension. Modes: production (optional host access only), store (the same for the Chrome Web Store, which refuses a
// manifest with a `key`), demo and test (with a static grant for 127.0.0.1, since a permission prompt can't be clicked headless).
import { defineConfig } from 'wxt';
import { ensureEncoder } from './scripts/setup.mjs';

/**
 * Content-Security-Policy of our own pages: nothing but the package's own files (docs/decisions/0005-permissions.md), among them
 * the sentence encoder's kernel, which is WebAssembly (0008-encoder.md).
 */
const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // 'default': saved pages, see lib/page/inert-html.ts.
  'trusted-types engine default',
].join('; ');

/** Fixes Chrome's extension id, so that a profile finds its corpus again wherever the folder lies. Public half only. */
const CHROME_KEY = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmSyiXB099wmVhHsKJbOS6cqsXEgb7iGlXWPUITOOp4tkRG3PDaI875AWVutrUxTkG1D2bjZa7jd2m3s4ORNKIy4zxuiRxpEIV/cBUgzhZhH9SyaBko3ZYwvLcKbMN+zk3qFv3ZZ0ERsXi3ns3KNps3mcIfz5XNJ5qmfcf4KcC0MXzLgL6y0E2ZeOdu74fc+6fYu9wZv9bRBO5qevwMxDTPh0GhJK0a5znbrxX3q5vR1V1F97IoviGm8/JmG5E8E2ddUGKPlOcEDVft9Dh/jgYYRZXR8wbDaBgjQPcUl7ng8Va7U5M6hwPPiW7vcedOa2tHJ6N8GNaLvZmKPX1pgAJwIDAQAB';

/** WXT wraps every injected script in a logger of its own, half a kilobyte on each page. We log nothing: only the call is kept. */
const bareScripts = {
  name: 'bare-scripts',
  transform(code: string, id: string): string | null {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null;
    const [definition] = /^import definition from .*$/m.exec(code) ?? [];
    if (definition === undefined) throw new Error('WXT wraps scripts in another way: see bare-scripts in wxt.config.ts');
    return `${definition}\nexport default definition.main();`;
  },
};

/**
 * In the engine's Worker the full parser is evaluated when the first pair asks for it: half of what there is to evaluate, and the first
 * underline seldom needs it. The source imports it as everything else: only what comes from `require` is evaluated late.
 */
const lateParser = {
  name: 'late-parser',
  enforce: 'pre' as const,
  async transform(this: { resolve: (name: string, from: string) => Promise<{ id: string } | null> }, code: string, id: string): Promise<string | null> {
    if (!id.endsWith('/lib/claims/predicates.ts')) return null;
    const parser = await this.resolve('compromise', id);
    const late = code.replace("import nlp from 'compromise';", `let parser;\nconst nlp = (text) => (parser ??= require(${JSON.stringify(parser?.id)}).default)(text);`);
    if (parser === null || late === code) throw new Error('predicates.ts imports the parser in another way: see late-parser in wxt.config.ts');
    return late;
  },
};

/**
 * Asks Chromium to compile every function of these at once (https://v8.dev/blog/explicit-compile-hints):
 * they run as soon as they are there, and one function at a time took longer. To others it is a comment.
 */
const compiledAtOnce = {
  name: 'compiled-at-once',
  generateBundle(_: unknown, bundle: Record<string, { type: string; fileName: string; code?: string }>): void {
    for (const file of Object.values(bundle)) if (['loader.js', 'reader.js'].includes(file.fileName)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
  },
};

export default defineConfig({
  entrypointsDir: 'entrypoints',
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-{{mode}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'production' || mode === 'store' ? {} : { host_permissions: ['http://127.0.0.1/*'] }),
    incognito: 'not_allowed',
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'next-claim': { suggested_key: { default: 'Alt+N' }, description: '__MSG_commandNext__' },
      'previous-claim': { suggested_key: { default: 'Alt+P' }, description: '__MSG_commandPrevious__' },
      'toggle-marks': { suggested_key: { default: 'Alt+M' }, description: '__MSG_commandMarks__' },
      // In Firefox Alt+S opens the History menu, and no extension hears of it.
      'save-article': { suggested_key: { default: browser === 'firefox' ? 'Alt+K' : 'Alt+S' }, description: '__MSG_commandSave__' },
    },
    content_security_policy: { extension_pages: CSP },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'second-source@second-source.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { ...(mode === 'store' ? {} : { key: CHROME_KEY }), minimum_chrome_version: '128' }),
  }),
  // Before anything looks at public/: the packed encoder lies there, and in no repository.
  hooks: { ready: ensureEncoder },
  // The sources archive holds what is under version control, tests and hidden files too, and no built file: scripts/zip.ts checks that.
  zip: {
    includeSources: ['entrypoints/engine/index.html', 'tests/**', '.ci/run', '.gitignore'],
    excludeSources: ['public/encoder/**', 'test-results/**', 'playwright-report/**', '*.tsbuildinfo'],
  },
  vite: () => ({ plugins: [bareScripts, compiledAtOnce], worker: { plugins: () => [lateParser] }, build: { target: 'es2022', sourcemap: false } }),
});
