// Runs on granted sites, on every page: is this an article? Then it asks for the reader, once, and is done. Kept to a few
// hundred lines of nothing else: no library for messages, no reading.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { native } from '../lib/native';
import { isArticle, isHtml } from '../lib/page/is-article';

const world = globalThis as { secondSourceLoader?: boolean | 'article'; secondSourceIsArticle?: typeof isArticle };

/** Milliseconds between looks while a page without an article keeps changing, and between tries to be heard (Firefox wakes slowly). */
const AGAIN = 600;
const TRIES = 4;

export default defineUnlistedScript(() => {
  // For the reader, so that it need not carry this too.
  world.secondSourceIsArticle = isArticle;
  if (world.secondSourceLoader || !isHtml(document)) return;
  world.secondSourceLoader = true;
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
});

function begin(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    if (!isArticle(document)) return observer.observe(document, { childList: true, subtree: true });
    observer.disconnect();
    world.secondSourceLoader = 'article';
    ask(1);
  };
  // One change is enough to look again; until then nothing more is listened to.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    timer ??= setTimeout(look, AGAIN);
  });
  look();
}

function ask(attempt: number): void {
  const runtime = native()?.runtime;
  if (!runtime?.id) return;
  const again = (): void => {
    if (attempt < TRIES) setTimeout(() => ask(attempt + 1), AGAIN * attempt);
  };
  runtime.sendMessage({ to: 'page', type: 'reader', ask: {} }).then((reply) => {
    if (reply === undefined) again();
  }, again);
}
