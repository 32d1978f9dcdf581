// One page being read: its text, what the engine said of it, what is underlined. In: a document and the ports by which the
// engine is asked; out: states, underlines, selectors. Knows no browser API and no card; keeps nothing once stopped.
import { addressOf } from './address';
import { rangeOf, selectorsOf } from './anchor';
import { emphasise, highlight } from './highlight';
import { isArticle } from './is-article';
import { read } from './read';
import type { PageText } from './read';
import { rectsOf, scrollTo } from './rects';
import { isRendered } from './visible';
import { watch, whenShown } from './watch';
import { markOf } from '../model';
import type { Annotation, Draft, Mark, Reading, Selectors } from '../model';

export type SessionState =
  | { state: 'reading' | 'engine-starting' | 'not-article' }
  | { state: 'failed'; error: unknown }
  | { state: 'read'; reading: Reading };

export interface SessionPorts {
  /** Asks the engine. May reject; the rejection becomes the state 'failed'. */
  annotate: (draft: Draft) => Promise<Reading>;
  /** Told after every change of state that somebody may be looking at. */
  changed: (state: SessionState) => void;
  /** Told when what was underlined is gone: a card on it must close. */
  cleared: () => void;
  /** False once the extension was reloaded away: the session stops. */
  alive: () => boolean;
}

/** A claim that is underlined; `index` is into `reading.annotations`. */
export interface Marking {
  index: number;
  range: StaticRange;
  mark: Mark;
}

/** Milliseconds without an answer after which the engine is said to be starting; warm, it answers in 20 to 100. */
const PATIENCE = 300;

export class Session {
  state: SessionState = { state: 'reading' };
  /** What is underlined now, in the order of the text. */
  markings: Marking[] = [];
  /** Index of the claim that was jumped to. */
  current: number | null = null;
  /** The text that the reading is of, and the newest text: the same, unless an answer is being waited for. */
  private page: PageText | null = null;
  private newest: PageText | null = null;
  /** The newest text's draft, to compare the next one with. */
  private text = '';
  private turn = 0;
  private asking = false;
  private stopped = false;
  private undoMarks = (): void => undefined;
  private undoCurrent = (): void => undefined;
  private unwatch = (): void => undefined;

  constructor(
    private readonly doc: Document,
    private readonly ports: SessionPorts,
  ) {}

  /** Begins once the page is shown; a prerendered one waits. */
  start(): void {
    whenShown(this.doc, () => {
      if (this.stopped) return;
      this.unwatch = watch(this.doc, (change) => {
        if (!this.ports.alive()) return this.stop();
        if (change === 'moved') this.clear();
        else void this.look(false);
      });
      void this.look(false);
    });
  }

  /** Asks anew although the text is the same: the corpus has changed. */
  again(): Promise<void> {
    return this.look(true);
  }

  /** Lets go of the page: no underline, no listener, no answer taken. */
  stop(): void {
    this.stopped = true;
    this.unwatch();
    this.clear();
  }

  /** The address of what is being read; '' for a page that has none. */
  get url(): string {
    return addressOf(this.doc) ?? '';
  }

  get title(): string {
    return this.page?.draft.title ?? '';
  }

  /** Is the page so long that only its first part was read? */
  get cut(): boolean {
    return this.page?.cut ?? false;
  }

  /** The language that the page declares. */
  get language(): string | null {
    return this.page?.draft.language ?? null;
  }

  /** Scrolls to a claim and tints it. False when the page no longer holds it. */
  jump(index: number): boolean {
    const range = this.rangeOfClaim(index);
    if (!range) return false;
    this.release();
    this.undoCurrent = emphasise(this.doc, range);
    this.current = index;
    scrollTo(this.doc, range);
    return true;
  }

  /** Jumps to the next or previous underlined claim: from the current one, else from where the reader is; round the ends. */
  step(by: 1 | -1): boolean {
    if (this.markings.length === 0) return false;
    const at = this.markings.findIndex((marking) => marking.index === this.current);
    const next = at >= 0 ? at + by : this.nearest(by);
    return this.jump(this.markings.at(next % this.markings.length)!.index);
  }

  /** Takes the tint off the current claim. */
  release(): void {
    this.undoCurrent();
    this.undoCurrent = () => undefined;
    this.current = null;
  }

  /** Each annotation whose claim the page still holds, with its selectors. */
  selected(): { annotation: Annotation; selectors: Selectors }[] {
    const { page, state } = this;
    if (state.state !== 'read' || !page) return [];
    return state.reading.annotations.flatMap((annotation) => {
      const selectors = selectorsOf(page, annotation.claim.block, annotation.claim.span);
      return selectors ? [{ annotation, selectors }] : [];
    });
  }

  private nearest(by: 1 | -1): number {
    const tops = this.markings.map(({ range }) => rectsOf(this.doc, range)[0]?.top ?? 0);
    const found = by === 1 ? tops.findIndex((top) => top >= 0) : tops.findLastIndex((top) => top < 0);
    return found >= 0 ? found : by === 1 ? 0 : -1;
  }

  private rangeOfClaim(index: number): StaticRange | null {
    const claim = this.state.state === 'read' ? this.state.reading.annotations[index]?.claim : undefined;
    return claim && this.page ? rangeOf(this.page, claim.block, claim.span) : null;
  }

  private async look(force: boolean): Promise<void> {
    if (this.stopped) return;
    const page = this.newest !== null || isArticle(this.doc) ? read(this.doc, { visible: isRendered }) : null;
    if (!page || page.draft.blocks.length === 0) {
      if (this.state.state === 'not-article') return;
      this.clear();
      this.become({ state: 'not-article' });
      return;
    }
    this.newest = page;
    const text = JSON.stringify(page.draft);
    const known = text === this.text;
    this.text = text;
    if (known && !force) {
      // The same text, perhaps in other nodes: a framework has drawn it anew.
      if (this.state.state === 'read' && !this.asking) this.show(page);
      return;
    }
    // What was underlined stays until the answer comes, as far as the page still says it.
    this.paint();
    await this.ask(page.draft);
  }

  private async ask(draft: Draft): Promise<void> {
    const turn = ++this.turn;
    this.asking = true;
    const quiet = this.state.state === 'read';
    if (!quiet) this.become({ state: 'reading' });
    const late = setTimeout(() => {
      if (turn === this.turn && !quiet) this.become({ state: 'engine-starting' });
    }, PATIENCE);
    let state: SessionState;
    try {
      state = { state: 'read', reading: await this.ports.annotate(draft) };
    } catch (error) {
      state = { state: 'failed', error };
    }
    clearTimeout(late);
    if (turn !== this.turn || this.stopped) return;
    this.asking = false;
    if (!this.ports.alive()) return this.stop();
    this.unmark();
    this.state = state;
    if (this.newest) this.show(this.newest);
    this.become(state);
  }

  private show(page: PageText): void {
    this.page = page;
    this.paint();
  }

  private become(state: SessionState): void {
    this.state = state;
    if (!this.stopped) this.ports.changed(state);
  }

  /** Takes away what is drawn. */
  private unmark(): void {
    this.undoMarks();
    this.undoMarks = () => undefined;
    this.markings = [];
    this.release();
    this.ports.cleared();
  }

  /** Forgets the page altogether, and any answer still on its way. */
  private clear(): void {
    this.unmark();
    this.turn++;
    this.asking = false;
    this.text = '';
    this.page = this.newest = null;
    this.state = { state: 'reading' };
  }

  private paint(): void {
    if (this.state.state !== 'read') return;
    const { annotations } = this.state.reading;
    const markings = annotations.flatMap((annotation, index) => {
      const mark = markOf(annotation);
      const range = mark === 'related' ? null : this.rangeOfClaim(index);
      return range ? [{ index, range, mark }] : [];
    });
    this.undoMarks();
    this.undoMarks = highlight(this.doc, markings);
    this.markings = markings.sort((a, b) => order(annotations, a.index, b.index));
    if (this.current !== null && !this.markings.some(({ index }) => index === this.current)) this.release();
  }
}

function order(annotations: Annotation[], a: number, b: number): number {
  const [first, second] = [annotations[a]!.claim, annotations[b]!.claim];
  return first.block - second.block || first.span.start - second.span.start;
}
