// The card of a page being read: a claim to open goes in, a card that stays with its sentence is there, until it is closed. Has the
// card's script fetched on first need. Draws nothing itself; knows no message.
import type { AskToJudge, CardScript, OpenCard } from '../card/contract';
import type { Annotation } from '../../lib/model';
import { rectsOf } from '../../lib/page/rects';
import type { Move } from '../../lib/page/session';

export interface CardPorts {
  /** The card's script; undefined, or rejects, where it can't be had. */
  script: () => Promise<CardScript | undefined>;
  annotations: () => Annotation[];
  rangeOf: (claim: number) => StaticRange | null;
  judge: AskToJudge | null;
  /** Shows a claim's whole evidence elsewhere. */
  evidence: (claim: number) => void;
}

/** What the open card is on. `claim` is an index into the reading, null once the reader has set the claim aside; `drawn` is what it last showed of it. */
interface Shown extends OpenCard {
  claim: number | null;
  range: StaticRange;
  drawn: Annotation;
  rested: boolean;
}

export class CardKeeper {
  private card: Shown | null = null;
  /** Null until it has been fetched. */
  script: CardScript | null = null;
  private fetching: Promise<void> | null = null;
  /** The claim whose card waits for the script. */
  private awaited: { claim: number; rested: boolean } | null = null;

  constructor(
    private readonly doc: Document,
    private readonly ports: CardPorts,
  ) {}

  /** The open card's element. */
  get host(): HTMLElement | null {
    return this.card?.host ?? null;
  }

  /** The claim whose card came because the pointer rested on it, and has not taken the focus since; else null. */
  get rested(): number | null {
    return this.card?.rested && this.doc.activeElement !== this.card.host ? this.card.claim : null;
  }

  /** Has the script fetched, since a card will be wanted. Without an answer it is asked for again the next time. */
  fetch(): Promise<void> {
    return (this.fetching ??= this.ports
      .script()
      .catch(() => undefined)
      .then((script) => {
        this.script = script ?? null;
        this.fetching = script ? this.fetching : null;
      }));
  }

  /** Opens a claim's card; where the script can't be had, its evidence elsewhere. `rested`: it takes no focus, and goes with the pointer. */
  open(claim: number, rested = false): void {
    this.close();
    if (this.script) return this.show(this.script, claim, rested);
    this.awaited = { claim, rested };
    void this.fetch().then(() => {
      const { awaited } = this;
      this.awaited = null;
      if (!awaited) return;
      if (this.script) this.show(this.script, awaited.claim, awaited.rested);
      else if (!awaited.rested) this.ports.evidence(awaited.claim);
    });
  }

  private show(script: CardScript, claim: number, rested: boolean): void {
    this.close();
    const range = this.ports.rangeOf(claim);
    const drawn = this.ports.annotations()[claim];
    if (!range || !drawn) return;
    const onAll = (): void => {
      this.ports.evidence(this.card?.claim ?? 0);
      this.close();
    };
    const card = script.open({ range, annotation: drawn, takesFocus: !rested, judge: this.ports.judge, onAll, onClose: () => this.close() });
    if (card) this.card = { ...card, claim, range, drawn, rested };
  }

  close(): void {
    this.awaited = null;
    const { card } = this;
    this.card = null;
    card?.remove();
  }

  /** The page has changed, or what is stored: the card goes with its sentence. What the reader has just set aside stays, to be undone. */
  follow(to: Move): void {
    if (this.awaited) {
      const claim = to(this.awaited.claim);
      this.awaited = claim === null ? null : { ...this.awaited, claim };
    }
    const { card } = this;
    if (!card) return;
    const { text } = card.drawn.claim;
    const annotations = this.ports.annotations();
    const found = card.claim === null ? annotations.findIndex((one) => one.claim.text === text) : (to(card.claim) ?? -1);
    const range = found < 0 ? null : this.ports.rangeOf(found);
    const stays = range !== null || (this.script?.isAside(text) && rectsOf(this.doc, card.range).length > 0);
    if (!stays || !card.host.isConnected) return this.close();
    card.claim = range ? found : null;
    card.range = range ?? card.range;
    card.drawn = (range && annotations[found]) ?? card.drawn;
    card.draw(card.drawn, range);
  }
}
