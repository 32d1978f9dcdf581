// Injected into a page: read → ask → underline → watch. Wires a page's session to the engine, to our own pages and to the
// card. Injected again into the same page it does nothing, unless the extension was reloaded in between.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/Card';
import cardCss from '../components/card.css?inline';
import tokensCss from '../components/tokens.css?inline';
import { Failure } from '../lib/failure';
import { fromOurPages, handle, send } from '../lib/messages';
import type { PageState } from '../lib/messages';
import type { Draft, Reading } from '../lib/model';
import { markOf } from '../lib/model';
import { attachCard } from '../lib/page/card-host';
import type { CardPlace } from '../lib/page/card-host';
import { listen } from '../lib/page/gestures';
import type { GestureTargets } from '../lib/page/gestures';
import { isCovered } from '../lib/page/match-pattern';
import { Session } from '../lib/page/session';
import type { Move, SessionState } from '../lib/page/session';

/** Waits between tries when nobody answers, in milliseconds: Firefox rejects what is sent while its event page wakes. */
const WAITS = [150, 500, 1_500];

interface Injected {
  alive: () => boolean;
  stop: () => void;
}
const world = globalThis as { secondSourceReader?: Injected };

export default defineUnlistedScript(() => {
  if (world.secondSourceReader?.alive()) return;
  world.secondSourceReader?.stop();
  world.secondSourceReader = begin();
});

/** False once the extension was reloaded or removed: what is asked of it then throws. */
function alive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

async function annotate(draft: Draft): Promise<Reading> {
  for (const wait of WAITS) {
    try {
      return await send('page', 'annotate', { draft });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'gone' || !alive()) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return send('page', 'annotate', { draft });
}

function begin(): Injected {
  /** The corpus has changed while nobody looked: asked anew when the tab is shown. */
  let stale = false;
  let card: (CardPlace & { claim: number }) | null = null;
  const close = (): void => {
    if (!card) return;
    const { mount, remove } = card;
    card = null;
    remove();
    render(null, mount);
  };
  const draw = (): void => {
    if (!card) return;
    const { claim, mount } = card;
    const annotation = session.state.state === 'read' ? session.state.reading.annotations[claim] : undefined;
    if (!annotation) return close();
    const onAll = (): void => {
      send('page', 'evidence', { claim }).catch(() => undefined);
      close();
    };
    render(h(Card, { annotation, onAll, onClose: close }), mount);
  };
  const rangeOf = (claim: number): StaticRange | undefined => session.markings.find((marking) => marking.index === claim)?.range;
  /** The page has changed, or what is stored: the card goes with its sentence. */
  const follow = (to: Move): void => {
    if (!card) return;
    const claim = to(card.claim);
    const range = claim === null ? undefined : rangeOf(claim);
    if (claim === null || !range || !card.host.isConnected) return close();
    card.claim = claim;
    draw();
    card.follow(range);
  };
  const session = new Session(document, { annotate, alive, moved: follow, changed: report, looked: () => hear() });
  const open = (claim: number): void => {
    close();
    if (!alive()) return stop();
    const range = rangeOf(claim);
    const place = range ? attachCard(document, range, tokensCss + cardCss, close) : null;
    if (!place) return;
    card = { ...place, claim };
    draw();
    place.place();
  };
  const targets: GestureTargets = {
    markings: () => session.markings,
    current: () => session.current,
    card: () => card?.host ?? null,
    open,
    dismiss: () => (card ? close() : session.release()),
  };
  const unhandle = handle(
    'reader',
    {
      state: () => pageState(session),
      jump: ({ claim }) => {
        close();
        return { found: session.jump(claim) };
      },
      step: ({ by }) => {
        close();
        return { found: session.step(by) };
      },
      selectors: () => {
        const selected = session.selected();
        return { url: session.url, title: session.title, annotations: selected.map((one) => one.annotation), selectors: selected.map((one) => one.selectors) };
      },
      again: () => {
        stale = document.hidden;
        if (!stale) void session.again();
        return {};
      },
      withdrawn: ({ gone, left }) => {
        if (isCovered(location.href, gone) && !isCovered(location.href, left)) stop();
        return {};
      },
    },
    fromOurPages,
  );
  const check = (): void => {
    if (!alive()) return stop();
    session.repair();
    if (!stale || document.hidden) return;
    stale = false;
    void session.again();
  };
  const repair = (): void => session.repair();
  let deaf = (): void => undefined;
  /** Listens, or listens again: `document.open()` takes listeners off. */
  const hear = (): void => {
    deaf();
    const undo = listen(document, targets);
    document.addEventListener('visibilitychange', check);
    document.addEventListener('scrollend', repair, { capture: true, passive: true });
    window.addEventListener('focus', check);
    deaf = () => {
      undo();
      document.removeEventListener('visibilitychange', check);
      document.removeEventListener('scrollend', repair, { capture: true });
      window.removeEventListener('focus', check);
    };
  };
  const stop = (): void => {
    deaf();
    close();
    session.stop();
    try {
      unhandle();
    } catch {
      // The extension is gone, and its listeners with it.
    }
  };
  hear();
  session.start();
  return { alive, stop };
}

/** Puts the count on the badge; that is also how our own pages learn that there is something new to draw. */
function report(state: SessionState): void {
  if (!alive()) return;
  const marks = state.state === 'read' ? state.reading.annotations.map(markOf).filter((mark) => mark !== 'related') : [];
  const conflicts = marks.filter((mark) => mark !== 'corroborated').length;
  send('page', 'badge', { conflicts, claims: marks.length }).catch(() => undefined);
}

function pageState({ state, url, title, cut, language }: Session): PageState {
  if (state.state === 'failed') {
    const { error } = state;
    return { state: 'failed', url, code: error instanceof Failure ? error.code : 'internal', detail: error instanceof Error ? error.message : String(error) };
  }
  if (state.state !== 'read') return { state: state.state, url };
  if (state.reading.state === 'not-english') return { state: 'not-english', url, language };
  return { state: 'read', url, title, cut, reading: state.reading };
}
