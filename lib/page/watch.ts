// Notices that a page has become another one, or says something else: a document in, calls of `changed` out, until the undo
// is called. Reads nothing but which nodes changed; coalesces, so that a storm of changes costs next to nothing.
import { ELEMENT, TEXT, dataOf, nodeTypeOf, parentOf, textContentOf, urlOf } from './dom';
import { standsInFurniture } from './furniture';

/** 'moved': another address, or the page came back from the cache; told at once. 'text': the text may differ; told when quiet. */
export type Change = 'moved' | 'text';

/** Milliseconds without a change after which the page counts as quiet, and after which it is told of in any case. */
const QUIET = 300;
const LONGEST = 2_000;
/** Mutation records after which no more are listened to until the change has been told: a storm, whatever it is about. */
const STORM = 1_000;
/** Records of one delivery that are looked at: among more, one will matter, and looking costs more than reading again. */
const LOOKED_AT = 50;

const SILENT = new Set(['script', 'style', 'link', 'iframe', 'img', 'template', 'noscript', 'meta', 'svg', 'video', 'head', 'textarea', 'input', 'title']);

/** Watches until the returned undo is called. */
export function watch(doc: Document, changed: (change: Change) => void): () => void {
  const view = doc.defaultView;
  let address = place(doc);
  let since = 0;
  let records = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const options = { childList: true, characterData: true, subtree: true };

  const tell = (): void => {
    timer = undefined;
    since = records = 0;
    observer.takeRecords();
    listen();
    changed('text');
  };
  const soon = (): void => {
    const now = performance.now();
    since ||= now;
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(QUIET, since + LONGEST - now)));
  };
  const look = (): void => {
    if (place(doc) === address) return;
    address = place(doc);
    changed('moved');
    soon();
  };
  const observer = new MutationObserver((list) => {
    look();
    if (!matters(list)) return;
    records += list.length;
    if (records <= STORM) return soon();
    // A storm: the records alone would cost more than the page's own work. Stop listening until the change is told.
    observer.disconnect();
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(tell, LONGEST);
  });
  const back = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    changed('moved');
    soon();
  };

  const ears = new AbortController();
  const { signal } = ears;
  const navigation = view && 'navigation' in view ? view.navigation : undefined;
  /** Adds nothing that is there: `document.open()` takes the listeners off page and window. */
  const listen = (): void => {
    observer.observe(doc, options);
    navigation?.addEventListener('navigatesuccess', look, { signal });
    for (const type of ['popstate', 'hashchange']) view?.addEventListener(type, look, { signal });
    view?.addEventListener('pageshow', back, { signal });
  };
  listen();
  return () => {
    observer.disconnect();
    if (timer !== undefined) clearTimeout(timer);
    ears.abort();
  };
}

/** Calls back once the page is really shown: at once, or when a prerendered page is activated. */
export function whenShown(doc: Document, shown: () => void): void {
  if ((doc as { prerendering?: boolean }).prerendering) doc.addEventListener('prerenderingchange', () => shown(), { once: true });
  else shown();
}

/** Hears when the reader's own wishes for colours change, as at nightfall. Returns the undo. */
export function hearColours(doc: Document, heard: () => void): () => void {
  const ears = new AbortController();
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) doc.defaultView?.matchMedia(query).addEventListener('change', heard, ears);
  return () => ears.abort();
}

/** The address as far as it names what is shown: fragments only where they route. */
function place(doc: Document): string {
  const url = urlOf(doc) ?? '';
  const hash = url.indexOf('#');
  return hash < 0 || /^#[/!]/.test(url.slice(hash)) ? url : url.slice(0, hash);
}

function matters(records: MutationRecord[]): boolean {
  if (records.length > LOOKED_AT) return true;
  return records.some((record) => {
    const target = nodeTypeOf(record.target) === ELEMENT ? (record.target as Element) : (parentOf(record.target) as Element | null);
    if (target && standsInFurniture(target, parentOf)) return false;
    return record.type === 'characterData' || Array.from(record.addedNodes).some(hasText) || Array.from(record.removedNodes).some(hasText);
  });
}

function hasText(node: Node): boolean {
  const type = nodeTypeOf(node);
  if (type === TEXT) return dataOf(node as Text).trim() !== '';
  if (type !== ELEMENT || SILENT.has((node as Element).localName)) return false;
  return (textContentOf(node) ?? '').trim() !== '';
}
