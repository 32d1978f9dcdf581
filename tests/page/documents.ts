// Documents for the tests: mark-up in, a parsed document out, or the test page itself rendering it.

/** A document without layout, at an address of the test page's origin. */
export function parsed(html: string, path = '/news/story-of-the-day'): Document {
  const own = location.href;
  history.replaceState(null, '', path);
  try {
    return new DOMParser().parseFromString(html, 'text/html');
  } finally {
    history.replaceState(null, '', own);
  }
}

/** Draws mark-up in the test page itself, in place of what it showed, and gives its document. */
export function rendered(html: string): Document {
  const from = new DOMParser().parseFromString(html, 'text/html');
  document.head.querySelectorAll('[data-test]').forEach((node) => node.remove());
  const styles = Array.from(from.querySelectorAll('style'), (style) => {
    const copy = document.createElement('style');
    copy.dataset['test'] = '';
    copy.textContent = style.textContent;
    return copy;
  });
  document.head.append(...styles);
  document.body.replaceChildren(...from.body.childNodes);
  return document;
}

/** A paragraph long enough to count as running text, with something of its own in it. */
export function paragraph(about: string): string {
  return `<p>${about} It was said again on Monday, at some length, and nobody in the room had any doubt about it.</p>`;
}

/** An article of these paragraphs. */
export function article(...paragraphs: string[]): string {
  return `<main><article><h1>A headline of six or seven words</h1>${paragraphs.join('\n')}</article></main>`;
}

/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
