// The card's door in Firefox: WebDriver BiDi tells of closed shadow roots when it is asked to. A page's context in, a door out.
import type { Page } from 'puppeteer-core';
import type { CardDoor, CardNode } from '../pages/card';
import type { Protocol } from './protocol';

/** A node as BiDi tells it. */
interface Told {
  sharedId?: string;
  value?: { nodeType: number; localName?: string; nodeValue?: string; attributes?: Record<string, string>; children?: Told[]; shadowRoot?: Told | null };
}

const TEXT = 3;

function nodeOf({ sharedId = '', value }: Told): CardNode {
  const { nodeType, localName = '', nodeValue = '', attributes = {}, children = [], shadowRoot = null } = value ?? { nodeType: 0 };
  return { name: nodeType === TEXT ? '#text' : localName.toUpperCase(), text: nodeValue, id: sharedId, attributes, children: children.map(nodeOf), shadow: shadowRoot ? nodeOf(shadowRoot) : null };
}

/** The door to the card of one page; `context` is the protocol's name of the page's tab. */
export function firefoxDoor(page: Page, protocol: Protocol, context: string): CardDoor {
  const target = { context };
  const evaluate = { awaitPromise: false, target, serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' } };
  return {
    tree: async () => nodeOf((await protocol('script.evaluate', { ...evaluate, expression: 'document.documentElement' })) as Told),
    middle: async ({ id }) => {
      const functionDeclaration = '(element) => { element.scrollIntoView({ block: "nearest" }); const { x, y, width, height } = element.getBoundingClientRect(); return JSON.stringify({ x: x + width / 2, y: y + height / 2 }); }';
      const { value } = (await protocol('script.callFunction', { functionDeclaration, arguments: [{ sharedId: id }], awaitPromise: false, target })) as { value: string };
      return JSON.parse(value) as { x: number; y: number };
    },
    click: (x, y) => page.mouse.click(x, y),
  };
}
