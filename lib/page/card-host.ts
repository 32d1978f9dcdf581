// A place for a card near a sentence: a range and a style sheet in, an empty closed shadow root out, until it is removed.
// The only time that we put an element into the page. Keeps it near the sentence while the page scrolls.
import { createElementIn, rootElementOf } from './dom';
import { rectsOf } from './rects';

export interface CardPlace {
  host: HTMLElement;
  /** Where the card is drawn. */
  mount: HTMLElement;
  /** Goes to another range: the sentence stands in other nodes now. */
  follow: (range: StaticRange) => void;
  /** To be called when the card has been drawn or its size has changed. */
  place: () => void;
  remove: () => void;
}

/** Pixels kept between card and viewport, and between card and sentence. */
const MARGIN = 8;
/** Pixels of height with which a card can still be read; with less room above and below the sentence, it covers the sentence. */
const READABLE = 200;

/** `!important`, since a page's own rules for `html > div` would else win over ours. */
const HOST = `:host{${'all:initial;display:block;position:fixed;inset:auto;margin:0;padding:0;border:0;background:none;overflow:visible;z-index:2147483647;left:var(--left,0);top:var(--top,0);'.replaceAll(';', '!important;')}}`;

/**
 * Attaches the place. Null when the page has no root element or the range is not drawn. `gone` is called when the sentence has
 * been scrolled out of sight.
 */
export function attachCard(doc: Document, range: StaticRange, css: string, gone: () => void = () => undefined): CardPlace | null {
  const view = doc.defaultView;
  const parent = rootElementOf(doc);
  if (!view || !parent || rectsOf(doc, range).length === 0) return null;
  const before = doc.activeElement as HTMLElement | null;
  const host = createElementIn(doc, 'div');
  const root = host.attachShadow({ mode: 'closed' });
  // No style element: the policy of our own sample page allows none.
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(`${HOST}\n${css}`);
  root.adoptedStyleSheets = [sheet];
  const mount = createElementIn(doc, 'div');
  root.append(mount);
  parent.append(host);
  raise(host);

  let below: boolean | undefined;
  const place = (): void => {
    const rects = rectsOf(doc, range);
    const first = rects[0];
    const last = rects.at(-1);
    if (!first || !last) return;
    // As high as it would be with all the viewport's room.
    const most = Math.max(view.innerHeight - 2 * MARGIN, 0);
    host.style.setProperty('--room', `${most}px`);
    const wanted = mount.getBoundingClientRect().height;
    const [above, under] = [first.top - 2 * MARGIN, view.innerHeight - last.bottom - 2 * MARGIN];
    below ??= wanted <= under || (wanted > above && under >= above);
    const side = below ? under : above;
    const room = wanted > side && side >= READABLE ? side : most;
    host.style.setProperty('--room', `${room}px`);
    const { width, height } = mount.getBoundingClientRect();
    const within = (wish: number, size: number, limit: number): number => Math.max(MARGIN, Math.min(wish, limit - size - MARGIN));
    host.style.setProperty('--left', `${within(first.left, width, view.innerWidth)}px`);
    host.style.setProperty('--top', `${within(below ? last.bottom + MARGIN : first.top - MARGIN - height, height, view.innerHeight)}px`);
  };
  const isOutOfSight = (): boolean => {
    const rects = rectsOf(doc, range);
    return rects.every((rect) => rect.bottom <= 0 || rect.top >= view.innerHeight);
  };
  let frame = 0;
  const later = (): void => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (isOutOfSight()) gone();
      else place();
    });
  };
  const ears = new AbortController();
  const how = { capture: true, passive: true, signal: ears.signal };
  view.addEventListener('scroll', later, how);
  view.addEventListener('resize', later, how);
  return {
    host,
    mount,
    follow: (to) => {
      range = to;
      place();
    },
    place,
    remove: () => {
      view.cancelAnimationFrame(frame);
      ears.abort();
      const focused = doc.activeElement === host;
      host.remove();
      if (focused && before?.isConnected) before.focus({ preventScroll: true });
    },
  };
}

/** Into the top layer, above the page's own overlays, where the browser has one for us. */
function raise(host: HTMLElement): void {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    // No top layer for us: the highest z-index will do.
  }
}
