// Injected into a page: read → ask → underline → watch. Injected again into the same page it does nothing, unless the extension was
// reloaded in between. Holds reading and underlining only: the card is a script of its own, put in on first need (entrypoints/card).
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { alive, ask, judge } from './asks';
import { begin } from './begin';
import type { CardScript } from '../card/contract';

interface World {
  secondSourceReader?: { alive: () => boolean; stop: () => void };
  /** Put here by card.js. */
  secondSourceCard?: CardScript;
  /** 'article': the loader has just seen that this is one. */
  secondSourceLoader?: boolean | 'article';
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
  const isArticle = world.secondSourceLoader === 'article';
  // Said once: what is injected later looks for itself.
  if (isArticle) world.secondSourceLoader = true;
  const told = (): void => {
    if (world.secondSourceReader === injected) delete world.secondSourceReader;
  };
  const stop = begin(card, told, judge, isArticle);
  const injected = { alive, stop };
  world.secondSourceReader = injected;
});
