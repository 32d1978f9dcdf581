// One page being read: its text, what the engine said of it, what is underlined. In: a document and the ports by which the
// engine is asked; out: states, underlines, selectors. Knows no browser API and no card; keeps nothing once stopped.
import { addressOf } from './address';
import { rangeOf as rangeIn } from './anchor';
import { Asker, INTERVAL, type Answer, type AskerPorts } from './asker';
import { finder } from './carry';
import type { Finder, Place } from './carry';
import { takeFocus } from './gestures';
import { Marks } from './marks';
import type { Marking } from './marks';
import { read } from './read';
import type { PageText } from './read';
import { isRendered } from './visible';
import { hearColours, watch, whenShown } from './watch';
import { markOf } from '../model';
import type { Annotation, Begun, Draft, Mark, Reading, Selectors } from '../model';
import type { PageSettings } from '../settings';

export type SessionState = { state: 'reading' | 'engine-starting' | 'not-article' } | Answer;

export interface SessionPorts extends Pick<AskerPorts, 'annotate'> {
  /** Is the page an article? Asked until it has been read once. */
  isArticle: () => boolean;
  /** Told after every change of state that somebody may be looking at. */
  changed: (state: SessionState) => void;
  /** Told after every change of what is underlined where each claim has gone. A card on it must follow, or close. */
  moved: (to: Move) => void;
  /** Told whenever the text is looked at: `document.open()` may have taken all listeners off the page. */
  looked?: () => void;
  /** False once the extension was reloaded away: the session stops. */
  alive: () => boolean;
}

/** Which claims are underlined, and whether any are. */
export type Shown = Pick<PageSettings, 'density' | 'marks'>;

/** What each density underlines. */
const DENSE: Record<Shown['density'], readonly Mark[]> = {
  conflicts: ['conflicting', 'both'],
  stances: ['conflicting', 'both', 'corroborated'],
  all: ['conflicting', 'both', 'corroborated', 'related'],
};

/** A claim's index before to its index now; null when its sentence is gone, or neither underlined nor jumped to. */
export type Move = (index: number) => number | null;

export class Session {
  state: SessionState = { state: 'reading' };
  private readonly marks: Marks;
  private readonly asker: Asker;
  /** The text that the reading is of, and the newest text; between them, until the next answer, sentences are found again. */
  private page: PageText | null = null;
  private newest: PageText | null = null;
  private find: Finder = () => null;
  /** The beginning of the first answer, until the whole is there. */
  private begun: Reading | null = null;
  private stopped = false;
  private shown: Shown = { density: 'stances', marks: true };
  private unwatch = (): void => undefined;
  private unheard = (): void => undefined;

  constructor(
    private readonly doc: Document,
    private readonly ports: SessionPorts,
    interval = INTERVAL,
  ) {
    this.marks = new Marks(doc);
    this.asker = new Asker(
      {
        annotate: ports.annotate,
        waiting: (late) => {
          // What was read before stays until the answer comes.
          if (this.state.state !== 'read') this.become({ state: late ? 'engine-starting' : 'reading' });
        },
        begun: (page, reading) => this.begin(page, reading),
        answered: (page, answer) => this.take(page, answer),
      },
      interval,
    );
  }

  /** Begins once the page is shown; a prerendered one waits. */
  start(): void {
    whenShown(this.doc, () => {
      if (this.stopped) return;
      this.unwatch = watch(this.doc, (change) => {
        if (!this.ports.alive()) return this.stop();
        if (change === 'moved') this.clear();
        else void this.look(false);
      });
      this.unheard = hearColours(this.doc, () => this.repair());
      void this.look(false);
    });
  }

  /** Asks anew although the text is the same: the corpus has changed. */
  again(): Promise<void> {
    return this.look(true);
  }

  /** Underlines more, less or nothing, at once and without asking anew. A claim jumped to stays tinted. */
  show(shown: Shown): void {
    this.shown = shown;
    if (!this.stopped) this.paint((index) => index);
  }

  /** Lets go of the page: no underline, no listener, no answer taken. */
  stop(): void {
    this.stopped = true;
    this.unwatch();
    this.unheard();
    this.clear();
  }

  /** The address of what is being read; '' for a page that has none. */
  get url(): string {
    return addressOf(this.doc) ?? '';
  }

  /** What is underlined now, in the order of the text. */
  get markings(): Marking[] {
    return this.marks.list;
  }

  /** What is known of the page's claims, whole or not. */
  get annotations(): Annotation[] {
    return (this.state.state === 'read' ? this.state.reading : this.begun)?.annotations ?? [];
  }

  /** Index of the claim that was jumped to. */
  get current(): number | null {
    return this.marks.current;
  }

  /** The text as it was last asked about; null while nothing was read. */
  get draft(): Draft | null {
    return this.page?.draft ?? null;
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

  /** Scrolls to a claim, tints it, and lets Enter be ours. False when the page no longer holds it. */
  jump(index: number): boolean {
    const range = this.rangeOf(index);
    if (!range) return false;
    this.marks.choose(index, range);
    this.marks.show(range);
    takeFocus(this.doc);
    return true;
  }

  /** Jumps to the next or previous underlined claim: from the current one, else from where the reader is; round the ends. */
  step(by: 1 | -1): boolean {
    const next = this.marks.next(by);
    return next !== undefined && this.jump(next.index);
  }

  /** Takes the tint off the current claim. */
  release(): void {
    this.marks.release();
  }

  /** Puts back what the page has taken away of the underlines, in colours that can be seen on it now. */
  repair(): void {
    this.marks.repair();
  }

  /** Each annotation whose claim the page still holds, with its selectors as `select` makes them (anchor.ts; seldom wanted, so not part of the reader). */
  selected(select: (page: PageText, block: number, span: Place['span']) => Selectors | null): { annotation: Annotation; selectors: Selectors }[] {
    if (this.state.state !== 'read') return [];
    return this.state.reading.annotations.flatMap((annotation, index) => {
      const selectors = this.inPage(index, select);
      return selectors ? [{ annotation, selectors }] : [];
    });
  }

  /** Where a claim stands now, underlined or not; null when the page no longer holds it. */
  rangeOf(index: number): StaticRange | null {
    return this.inPage(index, rangeIn);
  }

  /** Takes a claim from the text that was asked about, or, where the page has changed since, from the newest. */
  private inPage<T>(index: number, take: (page: PageText, block: number, span: Place['span']) => T | null): T | null {
    const claim = this.annotations[index]?.claim;
    if (!claim || !this.page) return null;
    const found = take(this.page, claim.block, claim.span);
    const place = !found && this.newest ? this.find(claim) : null;
    return place && this.newest ? take(this.newest, place.block, place.span) : found;
  }

  private async look(force: boolean): Promise<void> {
    if (this.stopped) return;
    this.ports.looked?.();
    const page = this.newest !== null || this.ports.isArticle() ? read(this.doc, { visible: isRendered }) : null;
    if (!page || page.draft.blocks.length === 0) {
      if (this.state.state === 'not-article') return;
      this.clear();
      this.become({ state: 'not-article' });
      return;
    }
    // The same text, perhaps in other nodes: a framework has drawn it anew.
    this.know(this.asker.offer(page) && !this.asker.asking ? page : this.page, page);
    // What was underlined stays until the answer comes, as far as the page still says it.
    this.paint((index) => index);
    if (force) await this.asker.ask();
    else this.asker.plan();
  }

  private know(page: PageText | null, newest: PageText): void {
    this.page = page;
    this.newest = newest;
    this.find = page ? finder(page, newest) : () => null;
  }

  private begin(page: PageText, reading: Begun): void {
    // What was read before stays until the whole answer comes.
    if (this.state.state === 'read' || !this.ports.alive()) return;
    this.begun = reading;
    this.know(page, this.newest ?? page);
    this.paint((index) => index);
  }

  private take(page: PageText, state: Answer): void {
    if (!this.ports.alive()) return this.stop();
    const [before, was] = [this.annotations, this.page];
    this.state = state;
    this.begun = null;
    this.know(page, this.newest ?? page);
    if (state.state === 'read') this.paint(moves(before, was && finder(was, page), state.reading));
    else this.unmark();
    this.become(state);
  }

  private become(state: SessionState): void {
    this.state = state;
    if (!this.stopped) this.ports.changed(state);
  }

  private unmark(): void {
    this.marks.clear();
    this.ports.moved(() => null);
  }

  /** Forgets the page altogether, and any answer still on its way. */
  private clear(): void {
    this.unmark();
    this.asker.forget();
    this.page = this.newest = this.begun = null;
    this.state = { state: 'reading' };
  }

  private paint(to: Move): void {
    if (this.state.state !== 'read' && !this.begun) return;
    const { annotations } = this;
    const marks = this.shown.marks ? DENSE[this.shown.density] : [];
    const list = annotations.flatMap((annotation, index): Marking[] => {
      const mark = markOf(annotation);
      const range = marks.includes(mark) ? this.rangeOf(index) : null;
      return range ? [{ index, range, mark }] : [];
    });
    this.marks.draw(list.sort((a, b) => order(annotations, a.index, b.index)));
    const isMarked = (index: number | null): index is number => list.some((marking) => marking.index === index);
    const current = this.current === null ? null : to(this.current);
    const range = current === null ? null : this.rangeOf(current);
    if (current !== null && range) this.marks.choose(current, range);
    else this.release();
    this.ports.moved((index) => {
      const now = to(index);
      return isMarked(now) || (now !== null && now === this.current) ? now : null;
    });
  }
}

/** Where the claims of the state before are in a new reading: their sentences, found again, begin and end as a claim does. */
function moves(before: Annotation[], find: Finder | null, { annotations }: Reading): Move {
  return (index) => {
    const claim = before[index]?.claim;
    const place = claim && find?.(claim);
    if (!place) return null;
    const now = annotations.findIndex(({ claim: { block, span } }) => block === place.block && span.start === place.span.start && span.end === place.span.end);
    return now < 0 ? null : now;
  };
}

function order(annotations: Annotation[], a: number, b: number): number {
  const [first, second] = [annotations[a]!.claim, annotations[b]!.claim];
  return first.block - second.block || first.span.start - second.span.start;
}
