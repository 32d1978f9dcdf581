// What is underlined on a page, as the page itself can see it: the ranges in CSS.highlights. Works through any `evaluate`,
// Playwright's or puppeteer's; knows nothing of the extension.

interface Evaluates {
  evaluate(script: string): Promise<unknown>;
}

/** Runs in the page: the text under each highlighted range, in the order of the document. */
const SCRIPT = `(() => {
  const ranges = [];
  for (const highlight of CSS.highlights.values()) for (const given of highlight) {
    const range = document.createRange();
    range.setStart(given.startContainer, given.startOffset);
    range.setEnd(given.endContainer, given.endOffset);
    ranges.push(range);
  }
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.filter((range) => range.startContainer.isConnected).map((range) => range.toString());
})()`;

/** Text without what is invisible in it: soft hyphens, and any white space, so that line breaks and nbsp do not matter. */
export function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/g, '');
}

/** The text under each highlighted range of the page, in the order of the document. */
export async function underlined(page: Evaluates): Promise<string[]> {
  return (await page.evaluate(SCRIPT)) as string[];
}

/** Is this sentence underlined in full? A sentence may be underlined by one range or by one for each of its text nodes. */
export async function isUnderlined(page: Evaluates, sentence: string): Promise<boolean> {
  return bare((await underlined(page)).join('')).includes(bare(sentence));
}
