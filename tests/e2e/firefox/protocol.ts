// WebDriver BiDi beneath puppeteer: what puppeteer has no call for. With --remote-allow-system-access it reaches the browser's own window
// too, so that keys, menus and permission prompts are the real ones.
import type { Browser } from 'puppeteer-core';

/** Sends a command; answers what came of a script, else the command's own result. @throws Error as the browser or the script reports it */
export type Protocol = (method: string, params: object) => Promise<unknown>;

interface Answer {
  result: { type?: 'success' | 'exception'; result?: unknown; exceptionDetails?: { text: string } };
}

/** puppeteer keeps its connection to itself; no type of it is published. */
interface Connected {
  connection: { send(method: string, params: object): Promise<Answer> };
}

/** The protocol of a browser that puppeteer drives. */
export function protocolOf(firefox: Browser): Protocol {
  const { connection } = firefox as unknown as Connected;
  return async (method, params) => {
    const { result } = await connection.send(method, params);
    if (result.type === 'exception') throw new Error(result.exceptionDetails?.text ?? 'a script threw');
    return result.type === 'success' ? result.result : result;
  };
}

interface Context {
  context: string;
  url: string;
}

/** The protocol's name of the tab that shows this address. @throws Error when there is none */
export async function contextOf(protocol: Protocol, url: string): Promise<string> {
  const { contexts } = (await protocol('browsingContext.getTree', {})) as { contexts: Context[] };
  const found = contexts.find((one) => one.url === url);
  if (!found) throw new Error(`no tab shows ${url}`);
  return found.context;
}

/** Runs an expression in the browser's own window, with its privileges; answers what it answers as JSON. */
export async function inWindow<T>(protocol: Protocol, expression: string): Promise<T> {
  const { contexts } = (await protocol('browsingContext.getTree', { 'moz:scope': 'chrome' })) as { contexts: Context[] };
  const context = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')?.context;
  const told = (await protocol('script.evaluate', { expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`, awaitPromise: true, target: { context } })) as { value: string };
  return JSON.parse(told.value) as T;
}
