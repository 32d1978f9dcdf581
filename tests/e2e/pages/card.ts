// The card on a news page. It lives in a closed shadow root, which neither the page nor a test's locators can enter, so it is read
// over the browser's own protocol: through a door that each browser has (Chromium's is here, Firefox's in firefox/card-door.ts).
import type { CDPSession, Page } from '@playwright/test';

/** A node of the page as the protocol tells it. */
export interface CardNode {
  /** In capitals; '#text' for text. */
  name: string;
  text: string;
  /** The protocol's own name for it. */
  id: string;
  attributes: Record<string, string>;
  children: CardNode[];
  /** The closed shadow root that hangs on it. */
  shadow: CardNode | null;
}

export interface CardDoor {
  /** The page's root with all that is in it, shadow roots too. */
  tree(): Promise<CardNode>;
  /** The middle of a node in viewport pixels, scrolled into view in its card. */
  middle(node: CardNode): Promise<{ x: number; y: number }>;
  click(x: number, y: number): Promise<void>;
}

function textOf(node: CardNode): string {
  if (node.name === 'STYLE') return '';
  return node.name === '#text' ? node.text : node.children.map(textOf).join(' ');
}

function find(node: CardNode, wanted: (node: CardNode) => boolean): CardNode | null {
  if (wanted(node)) return node;
  for (const child of node.children) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return null;
}

function shadows(node: CardNode): CardNode[] {
  return [...(node.shadow ? [node.shadow, ...shadows(node.shadow)] : []), ...node.children.flatMap(shadows)];
}

/** A button that stays in its place so long, in ms, is not being moved by an answer. */
const AT_REST_MS = 120;

export class Card {
  private constructor(private readonly door: CardDoor) {}

  static async of(page: Page): Promise<Card> {
    return new Card(chromiumDoor(page, await page.context().newCDPSession(page)));
  }

  static through(door: CardDoor): Card {
    return new Card(door);
  }

  private async root(): Promise<CardNode | null> {
    return shadows(await this.door.tree()).find((root) => textOf(root).trim() !== '') ?? null;
  }

  /** The card's text with single spaces; null while no card is open. */
  async text(): Promise<string | null> {
    const root = await this.root();
    return root && textOf(root).replace(/\s+/g, ' ').trim();
  }

  /** Where the card's links lead. */
  async links(): Promise<string[]> {
    const found: string[] = [];
    const root = await this.root();
    if (root) find(root, ({ name, attributes }) => name === 'A' && found.push(attributes['href'] ?? '') < 0);
    return found;
  }

  /** Clicks a button of the card as a person would, with the mouse. @throws Error when there is none of this name */
  async press(name: string): Promise<void> {
    const root = await this.root();
    const button = root && find(root, (node) => node.name === 'BUTTON' && (textOf(node).includes(name) || Object.values(node.attributes).includes(name)));
    if (!button) throw new Error(`the card has no button "${name}"`);
    // What was pressed before may still move it: a click goes where it was seen twice.
    let { x, y } = await this.door.middle(button);
    for (let moved = true; moved; ) {
      await new Promise((resolve) => setTimeout(resolve, AT_REST_MS));
      const now = await this.door.middle(button);
      moved = now.x !== x || now.y !== y;
      ({ x, y } = now);
    }
    await this.door.click(x, y);
  }
}

/** A node as Chromium's protocol tells it. */
interface Told {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  shadowRootType?: string;
  children?: Told[];
  shadowRoots?: Told[];
  /** Name, value, name, value. */
  attributes?: string[];
}

function nodeOf({ nodeName, nodeValue, backendNodeId, children = [], shadowRoots = [], attributes = [] }: Told): CardNode {
  const closed = shadowRoots.find(({ shadowRootType }) => shadowRootType === 'closed');
  const pairs = attributes.flatMap((name, at) => (at % 2 === 0 ? [[name, attributes[at + 1] ?? ''] as const] : []));
  return { name: nodeName, text: nodeValue, id: String(backendNodeId), attributes: Object.fromEntries(pairs), children: children.map(nodeOf), shadow: closed ? nodeOf(closed) : null };
}

function chromiumDoor(page: Page, protocol: CDPSession): CardDoor {
  return {
    tree: async () => nodeOf(((await protocol.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: Told }).root),
    middle: async ({ id }) => {
      const { model } = await protocol.send('DOM.getBoxModel', { backendNodeId: Number(id) });
      const [x1, y1, , , x2, y2] = model.content as [number, number, number, number, number, number];
      return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    },
    click: (x, y) => page.mouse.click(x, y),
  };
}
