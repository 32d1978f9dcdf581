// Holds the code against design.md's rooms: who may import whom, which package lives in which room, who may touch the DOM,
// and that nothing shipped can reach the network. Reads the sources with TypeScript's parser; knows nothing of what they do.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHIPPED = ['lib', 'components', 'entrypoints'];

/** Which rooms of ours each room may import from, itself included by rule. */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  // What may go wrong, by name: no more than the model is.
  failure: [],
  // Addresses, read as the browser reads them.
  urls: [],
  settings: ['urls', 'failure'],
  'selection-address': [],
  // How readers write figures.
  'figure-notation': [],
  draft: ['urls', 'model', 'failure'],
  text: ['model'],
  claims: ['model', 'text'],
  match: ['urls', 'model', 'text', 'claims', 'selection-address'],
  annotate: ['model', 'text', 'claims', 'match'],
  corpus: ['model', 'failure', 'draft', 'text', 'claims', 'match', 'annotate', 'selection-address'],
  // What several articles speak of; the types of their answers are the protocol's.
  matters: ['model', 'text', 'match', 'messages', 'selection-address'],
  'left-out': ['model', 'text', 'claims', 'match', 'matters', 'messages'],
  changes: ['model', 'text', 'claims', 'match'],
  updates: ['model'],
  engine: ['urls', 'model', 'failure', 'draft', 'text', 'claims', 'match', 'annotate', 'corpus', 'exchange', 'messages', 'selection-address', 'matters', 'left-out', 'changes', 'figure-notation'],
  page: ['urls', 'model', 'text', 'settings', 'selection-address'],
  exchange: ['urls', 'model', 'failure', 'draft'],
  // The browser's own interface, for messages and words.
  native: [],
  messages: ['model', 'failure', 'settings', 'selection-address', 'native'],
  i18n: ['public', 'native'],
  'news-sites': [],
  components: ['urls', 'model', 'failure', 'i18n', 'settings', 'selection-address', 'figure-notation'],
  entrypoints: ['urls', 'model', 'failure', 'draft', 'text', 'claims', 'match', 'annotate', 'corpus', 'engine', 'page', 'exchange', 'messages', 'i18n', 'components', 'news-sites', 'seeds', 'settings', 'selection-address', 'updates', 'native'],
};

/** Rooms of whose files a room may import types, and nothing that runs. */
const TYPES_FROM: Record<string, string[]> = {
  components: ['messages', 'updates'],
};

/** Packages with a home: nobody else may import them. A home is a room or one file. */
const HOMES: Record<string, string[]> = {
  idb: ['corpus'],
  compromise: ['claims'],
  'webextension-polyfill': ['entrypoints', 'messages', 'native'],
  '@mozilla/readability': ['page'],
  preact: ['components', 'entrypoints'],
  '@preact/signals': ['components', 'entrypoints'],
  uplot: ['components'],
};

const DOM_ROOMS = ['page', 'components', 'entrypoints'];
const DOM_GLOBALS = ['document', 'window', 'DOMParser', 'HTMLElement', 'Element', 'Node', 'MutationObserver', 'getSelection', 'localStorage', 'sessionStorage'];
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'];
/** The one file that may fetch: the package's own files, by name. */
const OWN_FILES = 'entrypoints/engine/own-files.ts';

interface Import {
  from: string;
  typeOnly: boolean;
}
interface Source {
  path: string;
  room: string;
  imports: Import[];
  /** Names used as free identifiers in expressions (not as property names or types). */
  uses: Set<string>;
}

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** The room a path of ours belongs to: "lib/text/terms.ts" is in text, "lib/engine.ts" in engine, "seeds/x.json" in seeds. */
function roomOf(path: string): string {
  const [top, second = ''] = path.split('/');
  if (top !== 'lib') return top ?? '';
  return second.replace(/\.(tsx?|json)$/, '');
}

/** True for identifiers that name a property, a declaration or a type rather than use a global. */
function isMere(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) return parent.name === node;
  return ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isJsxAttribute(parent) || ts.isImportSpecifier(parent) || ts.isExpressionWithTypeArguments(parent);
}

function parse(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const imports: Import[] = [];
  const uses = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
      imports.push({ from: node.moduleSpecifier.text, typeOnly });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) imports.push({ from: argument.text, typeOnly: false });
    }
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name)) declared.add(node.name.text);
    if (ts.isIdentifier(node) && !isMere(node)) uses.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const name of declared) uses.delete(name);
  return { path, room: roomOf(path), imports, uses };
}

/** An import's target as a path of ours, or the bare name of a package ("preact/hooks" is preact). */
function targetOf(source: Source, from: string): { path: string } | { name: string } {
  if (from.startsWith('.')) return { path: posix.join(posix.dirname(source.path), from.replace(/\?.*$/, '')) };
  if (from.startsWith('@/') || from.startsWith('~/')) return { path: from.slice(2) };
  return { name: from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0]! };
}

/** Every breach of the house rules in one source, in words; empty when it keeps them. */
function breaches(source: Source): string[] {
  const found: string[] = [];
  for (const { from, typeOnly } of source.imports) {
    const target = targetOf(source, from);
    if ('path' in target) {
      const room = roomOf(target.path);
      const allowed = [...(MAY_IMPORT[source.room] ?? []), ...(typeOnly ? (TYPES_FROM[source.room] ?? []) : [])];
      if (room !== source.room && !allowed.includes(room)) found.push(`${source.path}: ${source.room} must not import ${room} (${from})`);
    } else {
      const homes = HOMES[target.name];
      if (homes && !homes.includes(source.room) && !(typeOnly && target.name === 'webextension-polyfill' && source.room === 'engine')) {
        found.push(`${source.path}: ${target.name} belongs to ${homes.join(', ')}`);
      }
      if (target.name.startsWith('node:')) found.push(`${source.path}: shipped code has no ${target.name}`);
    }
  }
  if (!DOM_ROOMS.includes(source.room)) for (const name of DOM_GLOBALS) if (source.uses.has(name)) found.push(`${source.path}: ${source.room} must not touch the DOM (${name})`);
  for (const name of NETWORK_GLOBALS) if (source.uses.has(name) && !(name === 'fetch' && source.path === OWN_FILES)) found.push(`${source.path}: nothing shipped reaches the network (${name})`);
  if (source.uses.has('browser') && !HOMES['webextension-polyfill']!.includes(source.room)) found.push(`${source.path}: no browser API outside entrypoints, messages and i18n`);
  return found;
}

const sources = SHIPPED.flatMap(files).map((path) => parse(path, readFileSync(join(ROOT, path), 'utf8')));

describe('the house', () => {
  it('has its rooms', () => {
    const rooms = new Set(sources.map((source) => source.room));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
    expect(Object.keys(MAY_IMPORT).filter((room) => room !== 'news-sites' && !rooms.has(room))).toEqual([]);
  });

  it('keeps its import rule, its packages at home, its DOM in three rooms, and itself off the network', () => {
    expect(sources.flatMap(breaches)).toEqual([]);
  });

  it.each(['webextension-polyfill', 'compromise', 'idb', 'preact'])('really ships %s', (name) => {
    const users = sources.filter((source) => source.imports.some(({ from, typeOnly }) => !typeOnly && targetOf(source, from) !== null && (from === name || from.startsWith(`${name}/`))));
    expect(users.map((source) => source.path)).not.toEqual([]);
  });

  it('has no import that runs in a circle', () => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const resolve = (path: string): Source | undefined => [path, `${path}.ts`, `${path}.tsx`].map((one) => byPath.get(one)).find(Boolean);
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (source: Source, trail: string[]): void => {
      if (trail.includes(source.path)) circles.push([...trail.slice(trail.indexOf(source.path)), source.path].join(' → '));
      if (done.has(source.path) || trail.includes(source.path)) return;
      for (const { from, typeOnly } of source.imports) {
        const target = targetOf(source, from);
        const next = !typeOnly && 'path' in target ? resolve(target.path) : undefined;
        if (next) walk(next, [...trail, source.path]);
      }
      done.add(source.path);
    };
    for (const source of sources) walk(source, []);
    expect(circles).toEqual([]);
  });
});

describe('the rule sees', () => {
  const planted: { what: string; path: string; text: string; says: RegExp }[] = [
    { what: 'an import that runs backwards', path: 'lib/text/x.ts', text: "import { annotate } from '../annotate';", says: /text must not import annotate/ },
    { what: 'a re-export that runs backwards', path: 'lib/match/x.ts', text: "export { put } from '../corpus/articles';", says: /match must not import corpus/ },
    { what: 'a dynamic import that runs backwards', path: 'lib/claims/x.ts', text: "const later = import('../match/stance');", says: /claims must not import match/ },
    { what: 'a component that asks somebody itself', path: 'components/X.tsx', text: "import { send } from '../lib/messages';", says: /components must not import messages/ },
    { what: 'the database outside the corpus', path: 'lib/engine.ts', text: "import { openDB } from 'idb';", says: /idb belongs to corpus/ },
    { what: 'the language library outside claims', path: 'lib/text/x.ts', text: "import nlp from 'compromise/three';", says: /compromise belongs to claims/ },
    { what: 'the browser API in a component', path: 'components/X.tsx', text: "import browser from 'webextension-polyfill';", says: /webextension-polyfill belongs to/ },
    { what: 'the global browser API in a room', path: 'lib/corpus/x.ts', text: 'await browser.storage.local.get();', says: /no browser API/ },
    { what: 'a document in the engine', path: 'lib/corpus/x.ts', text: "document.createElement('p');", says: /corpus must not touch the DOM/ },
    { what: 'a request', path: 'lib/page/x.ts', text: "void globalThis.fetch; fetch('https://example.org');", says: /network \(fetch\)/ },
    { what: 'a socket where our own files are read', path: OWN_FILES, text: "new WebSocket('wss://example.org');", says: /network \(WebSocket\)/ },
    { what: 'a component that knows the database', path: 'components/X.tsx', text: "import { all } from '../lib/corpus/articles';", says: /components must not import corpus/ },
    { what: "Node's own modules", path: 'lib/claims/x.ts', text: "import { readFileSync } from 'node:fs';", says: /shipped code has no/ },
  ];
  it.each(planted)('$what', ({ path, text, says }) => {
    expect(breaches(parse(path, text)).join('\n')).toMatch(says);
  });

  it('nothing in code that keeps the rule', () => {
    const text = "import type { Block } from '../model';\nexport const of = (block: Block, document: string): string => block.text + document + ({ window: 1 }).window;";
    expect(breaches(parse('lib/text/x.ts', text))).toEqual([]);
  });
});
