// Injected into a page: read → ask → underline → watch. Wires a page's session to the engine, to our own pages and to the
// card. Injected again into the same page it does nothing, unless the extension was reloaded in between.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../components/Card';
import cardCss from '../components/card.css?inline';
import { applies, Judging } from '../components/judging';
import type { Said } from '../components/judging';
import { Surface } from '../components/surface';
import tokensCss from '../components/tokens.css?inline';
import { Failure } from '../lib/failure';
import { fromOurPages, handle, send } from '../lib/messages';
import type { PageState } from '../lib/messages';
import { sentenceDirective } from '../lib/exchange/text-fragment';
import type { Annotation, Draft, Reading } from '../lib/model';
import { markOf } from '../lib/model';
import { attachCard } from '../lib/page/card-host';
import type { CardPlace } from '../lib/page/card-host';
import { listen } from '../lib/page/gestures';
import type { GestureTargets } from '../lib/page/gestures';
import { hover } from '../lib/page/hover';
import { inView } from '../lib/page/in-view';
import { isCovered } from '../lib/page/match-pattern';
import { rectsOf } from '../lib/page/rects';
import { Session } from '../lib/page/session';
import type { Move, SessionState } from '../lib/page/session';

/** Waits between tries when nobody answers, in milliseconds: Firefox rejects what is sent while its event page wakes. */
const WAITS = [150, 500, 1_500];

/** Milliseconds after a click until a page that changes its colours by it has done so. */
const REPAINTED = 600;

interface Injected {
  alive: () => boolean;
  stop: () => void;
}
/** What the open card is on. `claim` is an index into the reading, null once the reader has set the claim aside; `drawn` is what it last showed of it. */
interface OpenCard {
  claim: number | null;
  range: StaticRange;
  drawn: Annotation;
  /** It came because the pointer rested on its sentence: takes no focus, and goes with the pointer. */
  rested: boolean;
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

/** Asks, and asks again while nobody answers. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'gone' || !alive()) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return ask();
}

function annotate(draft: Draft): Promise<Reading> {
  return patiently(() => send('page', 'annotate', { draft }));
}

/** Keeps what the reader says of a match. The operation's id is drawn here: pages without a secure context have no randomUUID. */
function judge(verdict: Said, undo: boolean): Promise<{ before: Said | null }> {
  const operation = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return patiently(() => send('page', 'judge', { verdict, undo, operation }));
}

function begin(): Injected {
  /** The corpus has changed while nobody looked: asked anew when the tab is shown. */
  let stale = false;
  let stopped = false;
  let card: (CardPlace & OpenCard) | null = null;
  const judging = new Judging(judge);
  const isAside = (text: string): boolean => [...judging.all.value.values()].some((one) => one.drawn !== null && applies(one) && one.said.verdict !== 'agreed' && one.said.claim === text);
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
    const annotation = claim === null ? card.drawn : annotations()[claim];
    if (!annotation) return close();
    card.drawn = annotation;
    const onAll = (): void => {
      send('page', 'evidence', { claim: claim ?? 0 }).catch(() => undefined);
      close();
    };
    render(h(Surface.Provider, { value: { judging, directive: sentenceDirective } }, h(Card, { annotation, onAll: claim === null ? null : onAll, onClose: close, takesFocus: !card.rested })), mount);
  };
  const annotations = (): Annotation[] => (session.state.state === 'read' ? session.state.reading.annotations : []);
  const rangeOf = (claim: number): StaticRange | undefined => session.rangeOf(claim) ?? undefined;
  /** The page has changed, or what is stored: the card goes with its sentence. What the reader has just set aside stays, to be undone. */
  const follow = (to: Move): void => {
    if (!card) return;
    const { text } = card.drawn.claim;
    const found = card.claim === null ? annotations().findIndex((one) => one.claim.text === text) : (to(card.claim) ?? -1);
    const range = rangeOf(found);
    const stays = range !== undefined || (isAside(text) && rectsOf(document, card.range).length > 0);
    if (!stays || !card.host.isConnected) return close();
    card.claim = range ? found : null;
    if (range) card.range = range;
    draw();
    card.follow(card.range);
  };
  const session = new Session(document, { annotate, alive, moved: follow, changed: report, looked: () => hear() });
  const open = (claim: number, rested = false): void => {
    close();
    if (!alive()) return stop();
    const range = rangeOf(claim);
    const drawn = annotations()[claim];
    const place = range && drawn ? attachCard(document, range, tokensCss + cardCss, close) : null;
    if (!place || !range || !drawn) return;
    card = { ...place, claim, range, drawn, rested };
    draw();
    place.place();
  };
  const targets: GestureTargets = {
    markings: () => session.markings,
    current: () => session.current,
    card: () => card?.host ?? null,
    open: (claim) => open(claim),
    dismiss: () => (card ? close() : session.release()),
  };
  let hovering = false;
  /** Asks for the settings, and follows them. A site that is never to be read is let go of; false then. */
  const learn = async (): Promise<boolean> => {
    const settings = await patiently(() => send('page', 'settings', {}));
    if (settings.rule === 'never') {
      stop();
      return false;
    }
    session.show(settings);
    if (hovering !== settings.hover) {
      hovering = settings.hover;
      hear();
    }
    return true;
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
      draft: () => {
        if (!session.draft) throw new Failure('gone', 'nothing has been read here');
        return session.draft;
      },
      inView: () => {
        const placed = annotations().flatMap((_, index) => {
          const range = session.rangeOf(index);
          return range ? [{ index, range }] : [];
        });
        const sight = inView(document, placed);
        const current = session.current !== null && sight.includes(session.current) ? session.current : (sight[0] ?? null);
        return { current };
      },
      again: () => {
        stale = document.hidden;
        if (!stale) void session.again();
        return {};
      },
      settings: async () => {
        await learn();
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
  /** A click may have been on the page's own switch of light and dark. */
  const repairSoon = (): void => void setTimeout(repair, REPAINTED);
  let deaf = (): void => undefined;
  /** Listens, or listens again: `document.open()` takes listeners off. */
  const hear = (): void => {
    deaf();
    if (stopped) return;
    const undo = listen(document, targets);
    const unhover = hovering ? hover(document, { ...targets, open: (claim) => open(claim, true), rested: () => (card?.rested && document.activeElement !== card.host ? card.claim : null) }) : null;
    document.addEventListener('click', repairSoon, { capture: true, passive: true });
    document.addEventListener('visibilitychange', check);
    document.addEventListener('scrollend', repair, { capture: true, passive: true });
    window.addEventListener('focus', check);
    deaf = () => {
      undo();
      unhover?.();
      document.removeEventListener('click', repairSoon, { capture: true });
      document.removeEventListener('visibilitychange', check);
      document.removeEventListener('scrollend', repair, { capture: true });
      window.removeEventListener('focus', check);
    };
  };
  const stop = (): void => {
    stopped = true;
    if (world.secondSourceReader === injected) delete world.secondSourceReader;
    deaf();
    close();
    session.stop();
    try {
      unhandle();
    } catch {
      // The extension is gone, and its listeners with it.
    }
  };
  const injected: Injected = { alive, stop };
  hear();
  // Without an answer there will be none to the page's text either, and that says what is wrong.
  learn().then(
    (may) => may && session.start(),
    () => session.start(),
  );
  return injected;
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
