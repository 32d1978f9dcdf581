// Injected into a page: read → ask → underline → watch. Injected again into the same page it does nothing, unless the extension was
// reloaded in between. Holds reading and underlining only: the card is a script of its own, put in on first need (entrypoints/card).
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { alive, ask } from './asks';
import { begin } from './begin';
import type { CardScript } from '../card/contract';
import type { isArticle as isArticleIn } from '../../lib/page/is-article';

interface World {
  secondSourceReader?: { alive: () => boolean; stop: () => void };
  /** Put here by card.js. */
  secondSourceCard?: CardScript;
  /** 'article': the loader has just seen that this is one. */
  secondSourceLoader?: boolean | 'article';
  /** Left here by the loader, which is always injected first. */
  secondSourceIsArticle?: typeof isArticleIn;
}
const world = globalThis as World;

/** The card's script, asked for where it is not there yet. Undefined when nothing came. */
async function card(): Promise<CardScript | undefined> {
  if (!world.secondSourceCard) await ask('card', {});
  return world.secondSourceCard;
}

export default defineUnlistedScript(() => {
  if (world.secondSourceReader?.alive()) return;
  world.secondSourceReader?.stop();
  delete world.secondSourceCard;
  /** What the loader has just seen need not be looked at again. */
  let seen = world.secondSourceLoader === 'article';
  if (seen) world.secondSourceLoader = true;
  const isArticle = (): boolean => {
    const is = seen || world.secondSourceIsArticle?.(document) === true;
    seen = false;
    return is;
  };
  const told = (): void => {
    if (world.secondSourceReader === injected) delete world.secondSourceReader;
  };
  const stop = begin(card, told, isArticle);
  const injected = { alive, stop };
  world.secondSourceReader = injected;
});
