// The card on a news page. It lives in a closed shadow root, which neither the page nor Playwright's locators can enter, so it
// is read over the browser's own protocol. Chromium only.
import type { CDPSession, Page } from '@playwright/test';

interface Node {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  shadowRootType?: string;
  children?: Node[];
  shadowRoots?: Node[];
  attributes?: string[];
}

function textOf(node: Node): string {
  if (node.nodeName === 'STYLE') return '';
  return node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(textOf).join(' ');
}

function find(node: Node, wanted: (node: Node) => boolean): Node | null {
  if (wanted(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return null;
}

export class Card {
  private constructor(
    private readonly page: Page,
    private readonly protocol: CDPSession,
  ) {}

  static async of(page: Page): Promise<Card> {
    return new Card(page, await page.context().newCDPSession(page));
  }

  private async root(): Promise<Node | null> {
    const { root } = (await this.protocol.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: Node };
    return find(root, (node) => node.shadowRootType === 'closed' && textOf(node).trim() !== '');
  }

  /** The card's text with single spaces; null while no card is open. */
  async text(): Promise<string | null> {
    const root = await this.root();
    return root && textOf(root).replace(/\s+/g, ' ').trim();
  }

  /** Clicks a button of the card as a person would, with the mouse. @throws Error when there is none of this name */
  async press(name: string): Promise<void> {
    const root = await this.root();
    const button = root && find(root, (node) => node.nodeName === 'BUTTON' && (textOf(node).includes(name) || (node.attributes ?? []).includes(name)));
    if (!button) throw new Error(`the card has no button "${name}"`);
    const { model } = await this.protocol.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
    const [x1, y1, , , x2, y2] = model.content as [number, number, number, number, number, number];
    await this.page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
  }
}
