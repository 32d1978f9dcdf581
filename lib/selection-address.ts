// How a stretch of a page that the reader saved for itself is told from the page's article: by its address, which ends in a text
// directive (":~:text=…"). Addresses in, addresses out; imports nothing.

const DIRECTIVE = ':~:';

/** Is this the address of a stretch of a page? Example: 'https://a.example/x#:~:text=at%20least%2089' → true. */
export function isSelection(url: string | null): boolean {
  return url !== null && url.includes(`#${DIRECTIVE}text=`);
}

/**
 * An address without its text directive. Whatever names a whole page goes through here: a page opened by a link to one of its
 * sentences carries a directive too, and is no selection.
 */
export function withoutDirective(url: string): string {
  const at = url.indexOf(DIRECTIVE, Math.max(url.indexOf('#'), 0));
  return !url.includes('#') || at < 0 ? url : url.slice(0, at).replace(/#$/, '');
}

/** The address of a stretch of the page at `url`. `directive` as textFragment makes it: ":~:text=…". */
export function selectionUrl(url: string, directive: string): string {
  const page = withoutDirective(url);
  return `${page.includes('#') ? page.slice(0, page.indexOf('#')) : page}#${directive}`;
}

/** One name for the page that a stored article or stretch is of, by its stored address; null where it has none. A stretch and its page have the same. */
export function pageOf(url: string | null): string | null {
  return url === null ? null : withoutDirective(url).replace(/\/+$/, '');
}
