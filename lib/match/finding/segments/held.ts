// A segment as the index holds it: what grows until it is sealed, its packed form, which of its statements have been removed
// since, and where its vectors lie. Knows neither ranking nor disk.
import { SegmentBuilder } from './builder';
import { MOST_STATEMENTS } from './layout';
import { Segment } from './segment';
import type { VectorBlock } from './vector-room';

export class Held {
  /** Statements that are not removed, and their words. */
  live = 0;
  words = 0;
  /** Null until a statement has one. */
  vectors: VectorBlock | null = null;
  /** Tells it from others of the same index, also once it was kept and loaded again. */
  key = 0;
  /** Counts the changes of its vectors since it was made or loaded. */
  vectorChanges = 0;
  /** Articles that are gone for good, and whose words are still in it. */
  forgotten = 0;
  /** Bits of the statements that are removed; null while none is. */
  private dead: Uint8Array | null = null;

  private constructor(
    /** What it is packed from as long as it grows; null once it is sealed. */
    public builder: SegmentBuilder | null,
    private packed: Segment | null,
  ) {}

  static growing(): Held {
    return new Held(new SegmentBuilder(), null);
  }

  static sealed(segment: Segment): Held {
    const held = new Held(null, segment);
    held.live = segment.statements;
    held.words = segment.words;
    return held;
  }

  /** The segment as it stands: while it grows, packed when it is first read after a change. */
  get segment(): Segment {
    return (this.packed ??= Segment.over(this.builder!.pack())!);
  }

  get statements(): number {
    return this.builder?.statements ?? this.segment.statements;
  }

  /** Something was added. */
  grew(statements: number, words: number): void {
    this.live += statements;
    this.words += words;
    this.packed = null;
  }

  /** Grows no more. */
  seal(): void {
    if (this.segment.statements >= 0) this.builder = null;
  }

  /** Takes statements `from` to before `to` out. */
  kill(from: number, to: number): void {
    const lengths: ArrayLike<number> = this.builder?.lengths ?? this.segment.lengths;
    this.dead ??= new Uint8Array(MOST_STATEMENTS / 8);
    for (let statement = from; statement < to; statement++) {
      if (this.isDead(statement)) continue;
      this.dead[statement >> 3]! |= 1 << (statement & 7);
      this.live--;
      this.words -= lengths[statement]!;
    }
  }

  isDead(statement: number): boolean {
    return this.dead !== null && (this.dead[statement >> 3]! & (1 << (statement & 7))) !== 0;
  }
}
