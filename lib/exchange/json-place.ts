// JSON text and the path of a value in it → the line that the value stands on; without a path, the line on which the text stops
// being JSON. `JSON.parse` says neither in words that browsers share. Knows no format; walks without recursion, so depth costs nothing.

/** The way to a value: names of fields and places in lists, from the outermost in. */
export type Path = (string | number)[];

interface Level {
  list: boolean;
  at: string | number;
}

/** What may follow at a place of the text. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,400})?)(?![\w.])/y;

/** The line, from 1, on which the value at `path` begins (that of the nearest enclosing one where it is missing); with null, where the text breaks off or goes wrong. */
export function lineOf(text: string, path: Path | null): number {
  const offset = walk(text, path);
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function walk(text: string, path: Path | null): number {
  const levels: Level[] = [];
  let next: Next = 'value';
  let at = 0;
  let nearest = { depth: -1, offset: 0 };
  for (;;) {
    at = afterSpace(text, at);
    const mark = text[at];
    if (mark === undefined) return path ? nearest.offset : at;
    const level = levels.at(-1);
    if (next === 'colon') {
      if (mark !== ':') return at;
      [at, next] = [at + 1, 'value'];
    } else if (next === 'key' || (next === 'key-or-end' && mark !== '}')) {
      const end = mark === '"' ? afterString(text, at) : -1;
      if (end < 0) return at;
      if (path && levels.length <= path.length) level!.at = JSON.parse(text.slice(at, end)) as string;
      [at, next] = [end, 'colon'];
    } else if (next === 'comma-or-end' && mark === ',') {
      if (level!.list) level!.at = Number(level!.at) + 1;
      [at, next] = [at + 1, level!.list ? 'value' : 'key'];
    } else if (next !== 'value' && mark === (level!.list ? ']' : '}')) {
      levels.pop();
      if (levels.length === 0) return path ? nearest.offset : afterSpace(text, at + 1);
      [at, next] = [at + 1, 'comma-or-end'];
    } else if (next === 'comma-or-end') {
      return at;
    } else {
      if (path && levels.length <= path.length && levels.length > nearest.depth && levels.every((one, i) => one.at === path[i])) {
        nearest = { depth: levels.length, offset: at };
        if (levels.length === path.length) return at;
      }
      if (mark === '[' || mark === '{') {
        levels.push({ list: mark === '[', at: mark === '[' ? 0 : '' });
        [at, next] = [at + 1, mark === '[' ? 'value-or-end' : 'key-or-end'];
      } else {
        const end = mark === '"' ? afterString(text, at) : afterLiteral(text, at);
        if (end < 0) return at;
        if (levels.length === 0) return path ? nearest.offset : afterSpace(text, end);
        [at, next] = [end, 'comma-or-end'];
      }
    }
  }
}

function afterSpace(text: string, at: number): number {
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++;
  return at;
}

function afterLiteral(text: string, at: number): number {
  LITERAL.lastIndex = at;
  return LITERAL.test(text) ? LITERAL.lastIndex : -1;
}

/** Behind the string that begins at `at`; -1 when it never ends or holds what no JSON string may. */
function afterString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return -1;
    if (code === 0x5c) {
      const escape = text[i + 1] ?? '';
      if (escape === 'u' ? !/^[0-9a-fA-F]{4}$/.test(text.slice(i + 2, i + 6)) : !'"\\/bfnrt'.includes(escape) || escape === '') return -1;
      i += escape === 'u' ? 5 : 1;
    }
  }
  return -1;
}
