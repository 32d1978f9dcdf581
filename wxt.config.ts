// Builds the extension. Modes: production (optional host access only), store (the same for the Chrome Web Store, which refuses a
// manifest with a `key`), demo and test (with a static grant for 127.0.0.1, since a permission prompt can't be clicked headless).
import { defineConfig } from 'wxt';
import { bareScripts, compiledAtOnce, eachByItself, lateParser } from './scripts/build-steps';
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
  hooks: { ready: ensureEncoder, 'entrypoints:grouped': (_wxt, groups) => eachByItself(groups) },
  // The sources archive holds what is under version control, tests and hidden files too, and no built file: scripts/zip.ts checks that.
  zip: {
    includeSources: ['entrypoints/engine/index.html', 'tests/**', '.ci/run', '.gitignore'],
    excludeSources: ['public/encoder/**', 'test-results/**', 'playwright-report/**', '*.tsbuildinfo'],
  },
  // JSX as it is shipped in every mode: what is tested and timed is then what readers get.
  vite: () => ({
    plugins: [bareScripts, compiledAtOnce],
    worker: { plugins: () => [lateParser] },
    oxc: { jsx: { development: false } },
    build: { target: 'es2022', sourcemap: false },
  }),
});
