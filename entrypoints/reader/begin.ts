// Wires a page's session to the engine, to our own pages and to the card: a document and the way to the card's script in, the undo
// out. Used by the injected reader and, as it is, by the sample page.
import { Failure } from '../../lib/failure';
import { fromOurPages, handle, send } from '../../lib/messages';
import type { PageState } from '../../lib/messages';
import type { Annotation } from '../../lib/model';
import { markOf } from '../../lib/model';
import { rootElementOf } from '../../lib/page/dom';
import { claimAt, listen } from '../../lib/page/gestures';
import type { GestureTargets } from '../../lib/page/gestures';
import { inView } from '../../lib/page/in-view';
import { isCovered } from '../../lib/page/match-pattern';
import { Session } from '../../lib/page/session';
import type { SessionState } from '../../lib/page/session';
import type { AskToJudge, CardScript } from '../card/contract';
import { alive, ask, judge } from './asks';
import { CardKeeper } from './card-keeper';

/** Milliseconds after a click until a page that changes its colours by it has done so. */
const REPAINTED = 600;
/** Why listeners go. Without a reason a browser makes an error, and for its stack parses the whole script once more: a third of its start. */
const DONE = 'done';

/**
 * Reads the page until the returned undo is called, or until it must stop by itself, which `told` is told of. `keep` keeps verdicts;
 * null: none are taken.
 */
export function begin(script: () => Promise<CardScript | undefined>, told: () => void, isArticle: () => boolean, keep: AskToJudge | null = judge): () => void {
  /** The corpus has changed while nobody looked: asked anew when the tab is shown. */
  let stale = false;
  let stopped = false;
  const annotations = (): Annotation[] => session.annotations;
  const evidence = (claim: number): void => void send('page', 'evidence', { claim }).catch(() => undefined);
  const kept: AskToJudge = (said, step) => {
    if (keep && alive()) return keep(said, step);
    stop();
    return Promise.reject(new Failure('gone'));
  };
  const cards = new CardKeeper(document, { script, annotations, rangeOf: (claim) => session.rangeOf(claim), judge: keep && kept, evidence });
  const session = new Session(document, {
    isArticle,
    annotate: (draft, soon) => ask('annotate', { draft, soon }),
    alive,
    moved: (to) => cards.follow(to),
    changed: report,
    looked: () => {
      if (rootElementOf(document) !== root) hear();
    },
  });
  const open = (claim: number, rested = false): void => (alive() ? cards.open(claim, rested) : stop());
  const targets: GestureTargets = {
    markings: () => session.markings,
    current: () => session.current,
    card: () => cards.host,
    open: (claim) => open(claim),
    dismiss: () => (cards.host ? cards.close() : session.release()),
  };
  let hovering = false;
  /** Asks for the settings, and follows them. A site that is never to be read is let go of; false then. */
  const learn = async (): Promise<boolean> => {
    const settings = await ask('settings', {});
    if (settings.rule === 'never') {
      stop();
      return false;
    }
    session.show(settings);
    if (hovering !== settings.hover) {
      hovering = settings.hover;
      // The script that draws the card knows how to come by resting too.
      void (hovering ? cards.fetch() : Promise.resolve()).then(() => hear());
    }
    return true;
  };
  /** Goes to a claim; Enter may open its card next. */
  const go = (to: () => boolean): { found: boolean } => {
    cards.close();
    const found = to();
    if (found) void cards.fetch();
    return { found };
  };
  const unhandle = handle(
    'reader',
    {
      state: () => pageState(session),
      jump: ({ claim }) => go(() => session.jump(claim)),
      step: ({ by }) => go(() => session.step(by)),
      selectors: async () => {
        await cards.fetch();
        if (!cards.script) throw new Failure('gone', 'the script of the card did not come');
        const selected = session.selected(cards.script.selectors);
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
  /** The click to come will want a card: its script is fetched while the button is down. */
  const press = (event: PointerEvent): void => {
    if (event.isTrusted && claimAt(document, session.markings, event) !== null) void cards.fetch();
  };
  let ears: AbortController | null = null;
  let root: Element | null = null;
  /** Listens, or listens again: `document.open()` takes listeners off, and the root element with them. */
  const hear = (): void => {
    ears?.abort(DONE);
    if (stopped) return;
    root = rootElementOf(document);
    const { signal } = (ears = new AbortController());
    listen(document, targets, signal);
    const unhover = hovering && cards.script?.hover({ ...targets, open: (claim) => open(claim, true), rested: () => cards.rested });
    const seen = { capture: true, passive: true, signal };
    document.addEventListener('pointerdown', press, seen);
    document.addEventListener('click', repairSoon, seen);
    document.addEventListener('scrollend', repair, seen);
    document.addEventListener('visibilitychange', check, { signal });
    window.addEventListener('focus', check, { signal });
    if (unhover) signal.addEventListener('abort', unhover);
  };
  const stop = (): void => {
    stopped = true;
    told();
    ears?.abort(DONE);
    cards.close();
    session.stop();
    try {
      unhandle();
    } catch {
      // The extension is gone, and its listeners with it.
    }
  };
  hear();
  // Without an answer there will be none to the page's text either, and that says what is wrong.
  learn().then(
    (may) => may && session.start(),
    () => session.start(),
  );
  return stop;
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
