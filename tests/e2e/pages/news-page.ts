// A news page as its reader handles it, in either browser: finds words on it, clicks and selects them. Knows no extension.
import type { Driven } from './hands';

/** Runs in the page: the first range over `words` in one text node, or null. */
const RANGE = `((wanted) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    return range;
  }
  return null;
})`;

/** Scrolls to the first place where `words` stand in one text node; the middle of their first line, in viewport pixels. */
export async function wordsAt(page: Driven, words: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate(`(() => {
    const range = ${RANGE}(${JSON.stringify(words)});
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range?.getClientRects()[0];
    return box ? { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } : null;
  })()`);
  if (!point) throw new Error(`"${words}" does not stand on the page`);
  return point as { x: number; y: number };
}

/** Scrolls to the first place where `words` stand in one text node, and clicks the middle of their first line. */
export async function clickWords(page: Driven, words: string): Promise<void> {
  const { x, y } = await wordsAt(page, words);
  await page.mouse.click(x, y);
}

/** Selects the first place where `words` stand in one text node. */
export async function selectWords(page: Driven, words: string): Promise<void> {
  const found = await page.evaluate(`(() => {
    const range = ${RANGE}(${JSON.stringify(words)});
    if (range) getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    return range !== null;
  })()`);
  if (found !== true) throw new Error(`"${words}" does not stand on the page`);
}
