// A news page as its reader handles it: finds words on it and clicks them. Knows no extension.
import type { Page } from '@playwright/test';

/** Scrolls to the first place where `words` stand in one text node; the middle of their first line, in viewport pixels. */
export async function wordsAt(page: Page, words: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getClientRects()[0];
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }
    return null;
  }, words);
  if (!point) throw new Error(`"${words}" does not stand on ${page.url()}`);
  return point;
}

/** Scrolls to the first place where `words` stand in one text node, and clicks the middle of their first line. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { x, y } = await wordsAt(page, words);
  await page.mouse.click(x, y);
}

/** Selects the first place where `words` stand in one text node. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const found = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return true;
    }
    return false;
  }, words);
  if (!found) throw new Error(`"${words}" does not stand on ${page.url()}`);
}
