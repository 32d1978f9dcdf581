// Holds the code against the English messages, as a typed accessor would: every message is used, and whoever asks for one by name gives
// as many words as it has places for. Reads the sources with TypeScript's parser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import messages from '../public/_locales/en/messages.json';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PATHS = [...['lib', 'components', 'entrypoints'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))), 'wxt.config.ts'];
const SOURCES = PATHS.filter((path) => /\.tsx?$/.test(path)).map((path) => ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true));

/** How many words a message has places for: its highest `$n`. */
function places(message: string): number {
  return Math.max(0, ...(message.match(/\$[1-9]/g) ?? []).map((place) => Number(place[1])));
}

const placesOf = new Map(Object.entries(messages).map(([key, { message }]) => [key, places(message)]));

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** The keys that an expression may be: a literal, or either side of a choice between literals. Null for one that is not told here. */
function keysIn(node: ts.Expression): string[] | null {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return keysIn(node.expression);
  if (!ts.isConditionalExpression(node)) return null;
  const [yes, no] = [keysIn(node.whenTrue), keysIn(node.whenFalse)];
  return yes && no && [...yes, ...no];
}

/** Calls of `t` and `tn` in a source that give a message too few words or too many, as "file:line key". */
function wrongCalls(source: ts.SourceFile): string[] {
  const wrong: string[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !['t', 'tn'].includes(node.expression.text)) return;
    const [first, ...rest] = node.arguments;
    if (!first || rest.some((one) => ts.isSpreadElement(one))) return;
    const plural = node.expression.text === 'tn';
    for (const key of keysIn(first) ?? []) {
      const wanted = plural ? Math.max(1, placesOf.get(`${key}One`) ?? -1, placesOf.get(`${key}Other`) ?? -1) : placesOf.get(key);
      if (wanted !== rest.length) wrong.push(`${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${key}`);
    }
  });
  return wrong;
}

it('whoever asks for a message gives as many words as it has places for', () => {
  expect(SOURCES.flatMap(wrongCalls)).toEqual([]);
  const bad = ts.createSourceFile('bad.ts', "t('savedOn'); t(x ? 'undo' : 'savedOn', day); tn('statements', 3); tn('statements', 3, 'more');", ts.ScriptTarget.Latest, true);
  expect(wrongCalls(bad)).toEqual(['bad.ts:1 savedOn', 'bad.ts:1 undo', 'bad.ts:1 statements']);
});

it('every message is used', () => {
  const said = new Set<string>();
  for (const source of SOURCES) walk(source, (node) => void (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? said.add(node.text) : null));
  const used = (key: string): boolean => said.has(key) || said.has(`__MSG_${key}__`) || said.has(key.replace(/(?:One|Other)$/, ''));
  expect(Object.keys(messages).filter((key) => !used(key))).toEqual([]);
});
