// All segments of an index, oldest first, the last of them still growing: articles come, go and come again; small segments are
// merged in steps. Comes in: statements' terms, counted, and vectors. Knows neither ranking nor disk.
import { SIZES } from '../../encoder/layout';
import { Held } from './held';
import { MOST_STATEMENTS } from './layout';
import { merging, type Moved } from './merge';
import { Segment } from './segment';
import { VectorRoom } from './vector-room';

/** The growing segment is packed anew for the first search after a change: some 4 ms for so many statements. */
const MOST_GROWING = 1024;
/** Some 1,000 articles: smaller ones are merged once they make one of these together, or once so many of them stand side by side. */
const LARGE = 24_576;
const MANY = 8;
const SMALL = 4096;
/** When so many have gathered, nobody had time to merge: the next article waits for it. */
const TOO_MANY_SMALL = 24;

/** Vectors copied in one step of merging: 1 MB. */
const COPIED_A_STEP = 8192;

/** A statement to be added: its id, its words, its terms and how often each stands in it. */
export interface Indexed {
  id: string;
  length: number;
  terms: ReadonlyMap<string, number>;
}

/** Where an article lies, or a part of a very long one. */
export interface Place {
  held: Held;
  first: number;
  count: number;
  version: number;
}

export class Segments {
  /** Null until something has a vector. */
  room: VectorRoom | null = null;
  /** Counts whatever may change where statements or vectors lie, or which there are. */
  changes = 0;
  private sealed: Held[] = [];
  private growing = Held.growing();
  private readonly places = new Map<string, Place[]>();
  private merge: Generator<void, void> | null = null;
  private lastKey = 0;

  /** All segments that hold anything, oldest first. */
  all(): readonly Held[] {
    return this.growing.statements > 0 ? [...this.sealed, this.growing] : this.sealed;
  }

  /** Where an article lies; empty where it is not held. */
  where(article: string): readonly Place[] {
    return this.places.get(article) ?? [];
  }

  /** The articles that are held. */
  articles(): Iterable<string> {
    return this.places.keys();
  }

  /** Adds an article's statements, in place of those it may have, with their vectors one after another. `version` is for the caller to tell what it was made of. */
  add(article: string, statements: readonly Indexed[], packed: Int8Array | null, version: number): void {
    this.changes++;
    this.remove(article);
    const places: Place[] = [];
    for (let from = 0; from < statements.length; from += MOST_STATEMENTS) {
      const part = statements.slice(from, from + MOST_STATEMENTS);
      if (this.growing.statements > 0 && this.growing.statements + part.length > MOST_GROWING) this.seal();
      const held = this.growing;
      const builder = held.builder!;
      const first = builder.statements;
      let words = 0;
      builder.beginArticle(article, version);
      for (const { id, length, terms } of part) {
        for (const [term, count] of terms) builder.addTerm(builder.numberOf(term), count);
        builder.addStatement(id, length);
        words += length;
      }
      held.grew(part.length, words);
      places.push({ held, first, count: part.length, version });
    }
    this.places.set(article, places);
    if (packed) this.encoded(article, packed);
    if (this.sealed.length > TOO_MANY_SMALL && this.sealed.filter(({ live }) => live < SMALL).length > TOO_MANY_SMALL) while (this.step());
  }

  /** Gives an article its vectors, one after another in its statements' order. */
  encoded(article: string, packed: Int8Array): void {
    const room = (this.room ??= new VectorRoom());
    this.changes++;
    let from = 0;
    for (const { held, first, count } of this.where(article)) {
      this.fit(held, room);
      for (let i = 0; i < count; i++, from += SIZES.stored) room.set(held.vectors!, first + i, packed.subarray(from, from + SIZES.stored));
      held.vectorChanges++;
    }
  }

  /** Sees to it that a segment has room for a vector of each statement. */
  private fit(held: Held, room: VectorRoom): void {
    const old = held.vectors;
    if (old && old.room >= held.statements) return;
    held.vectors = room.take(held.builder ? Math.max(held.statements, MOST_GROWING) : held.statements);
    if (!old) return;
    room.copy(old, 0, held.vectors, 0, old.room);
    room.give(old);
  }

  /** Takes an article's statements out. */
  remove(article: string): void {
    for (const { held, first, count } of this.where(article)) this.kill(held, first, count);
    this.places.delete(article);
  }

  /** Takes an article's statements out, and has the segments that they were in written anew. */
  forget(article: string): void {
    for (const { held } of this.where(article)) held.forgotten++;
    this.remove(article);
  }

  /** True when each part of an article has a vector. */
  haveVectors(article: string): boolean {
    const places = this.where(article);
    return places.length > 0 && places.every(({ held: { vectors }, first, count }) => {
      for (let i = first; vectors && i < first + count; i++) if (this.room!.has(vectors, i)) return true;
      return false;
    });
  }

  /** This key is nobody's any more. */
  passOver(key: number): void {
    this.lastKey = Math.max(this.lastKey, key);
  }

  private kill(held: Held, first: number, count: number): void {
    this.changes++;
    held.kill(first, first + count);
    for (let i = first; held.vectors && i < first + count; i++) this.room!.clear(held.vectors, i);
  }

  /** What grows, grows no more. */
  seal(): void {
    if (this.growing.statements === 0) return;
    this.growing.seal();
    this.settle(this.growing);
    this.sealed.push(this.growing);
    this.growing = Held.growing();
  }

  private settle(held: Held, key = this.lastKey + 1): void {
    held.key = key;
    this.lastKey = Math.max(this.lastKey, key);
  }

  /** The segments that grow no more, oldest first: what is worth keeping. */
  settled(): readonly Held[] {
    return this.sealed;
  }

  /** A segment's vectors, one after another, all zero for a statement without one; null where none has one. */
  vectorsOf({ vectors, statements }: Held): Int8Array | null {
    return vectors && this.room!.taken(vectors, statements);
  }

  /** Takes a segment as it was kept, with vectors where it has some; an article that others held before it is its own from then on. */
  load(segment: Segment, vectors: Int8Array | null, key?: number): void {
    this.changes++;
    this.seal();
    const held = Held.sealed(segment);
    this.settle(held, key);
    this.sealed.push(held);
    for (let at = 0; at < segment.articles; at++) {
      const first = segment.firstOf(at);
      const article = segment.articleId(at);
      const place = { held, first, count: segment.firstOf(at + 1) - first, version: segment.version(at) };
      // It may have been replaced before this very segment was sealed, too.
      this.remove(article);
      this.places.set(article, [place]);
    }
    if (!vectors) return;
    this.room ??= new VectorRoom();
    this.fit(held, this.room);
    this.room.fill(held.vectors!, vectors);
    for (let i = 0; held.live < held.statements && i < held.statements; i++) if (held.isDead(i)) this.room.clear(held.vectors!, i);
  }

  /** Merges a little: some 4 ms. False when there is nothing to merge. */
  step(): boolean {
    if (!this.merge) {
      const run = this.due();
      if (!run) return false;
      this.merge = this.merged(run);
    }
    if (this.merge.next().done) this.merge = null;
    return true;
  }

  /** Neighbours that should be one segment; null when none should. */
  private due(): Held[] | null {
    const { sealed } = this;
    for (let start = 0; start < sealed.length; start++) {
      const run: Held[] = [];
      let live = 0;
      for (const held of sealed.slice(start)) {
        if ((run.length > 0 && live + held.live > MOST_STATEMENTS) || (held.live >= LARGE && !isWorn(held))) break;
        run.push(held);
        live += held.live;
      }
      if (run.some(isWorn) || (run.length > 1 && live >= LARGE)) return run;
      const small = run.findIndex((held) => held.live < SMALL);
      if (small >= 0 && run.length - small >= MANY && run.slice(small, small + MANY).every((held) => held.live < SMALL)) return run.slice(small, small + MANY);
    }
    return null;
  }

  private *merged(run: Held[]): Generator<void, void> {
    const forgotten = run.map((held) => held.forgotten);
    const { buffer, moved } = yield* merging(run);
    const held = Held.sealed(Segment.over(buffer)!);
    const copied = yield* this.vectorsMoved(run, moved, held);
    this.changes++;
    this.settle(held);
    for (const move of moved) this.move(move, held, copied.get(move.from) === move.from.vectorChanges);
    // What was forgotten since it was copied has come along.
    held.forgotten = run.filter((from, at) => from.forgotten !== forgotten[at]).length;
    this.sealed.splice(this.sealed.indexOf(run[0]!), run.length, ...(held.statements > 0 ? [held] : []));
    for (const { vectors } of run) if (vectors) this.room!.give(vectors);
  }

  /** Copies the vectors of what is merged to their new places ahead, so that what is left is done in no time; at which of its changes each segment was copied. */
  private *vectorsMoved(run: readonly Held[], moved: readonly Moved[], held: Held): Generator<void, Map<Held, number>> {
    const copied = new Map<Held, number>();
    for (const from of run) if (from.vectors) copied.set(from, from.vectorChanges);
    if (copied.size === 0 || held.statements === 0) return copied;
    this.fit(held, this.room!);
    held.vectorChanges++;
    let since = 0;
    for (const { from, first, to, count } of moved) {
      if (!copied.has(from)) continue;
      this.room!.copy(from.vectors!, first, held.vectors!, to, count);
      since += count;
      if (since < COPIED_A_STEP) continue;
      since = 0;
      yield;
    }
    return copied;
  }

  private move({ article, from, first, to, count }: Moved, held: Held, copied: boolean): void {
    const place = this.where(article).find((one) => one.held === from && one.first === first);
    // Removed, or added anew, since it was copied.
    if (!place) return this.kill(held, to, count);
    if (from.vectors && !copied) {
      this.fit(held, this.room!);
      this.room!.copy(from.vectors, first, held.vectors!, to, count);
      held.vectorChanges++;
    }
    Object.assign(place, { held, first: to });
  }
}

/** Is a segment to be written anew, for so much of it is removed, or something for good? */
function isWorn(held: Held): boolean {
  return held.forgotten > 0 || held.live * 2 < held.statements;
}
