// Gathers articles with their statements' terms, and packs them into a segment's buffer (layout.ts), in steps where it is large.
// The buffer follows from what was added and its order alone. Must not know how it is searched or kept.
import { MORE_THAN_ONCE, MOST_STATEMENTS, MOST_TERMS, newSegment, ODD } from './layout';
import { bucketOf, hashOf } from './term-key';

/**
 * So many of a statement's rarest terms have it among their first postings, which a search reads before all others. Measured on a
 * million statements: docs/decisions/0013-segments.md.
 */
export const RAREST = 6;
/** Counts and lengths beyond these are taken for these. */
const MOST_COUNTED = 255;
const MOST_WORDS = 0xffff;
/** A statement that has a term makes it less rare than any difference in place: places are below this. */
const RARER = 2 ** 32;
/** Statements dealt with in one step, terms, and terms of statements: each some 1 to 2 ms. */
export const STEP = 512;
const TERMS_A_STEP = 4096;
const ENTRIES_A_STEP = 131_072;

const UTF8 = new TextEncoder();

export class SegmentBuilder {
  readonly articles: { id: string; version: number; first: number }[] = [];
  private readonly ids: string[] = [];
  readonly lengths: number[] = [];
  /** Each statement's terms, one after another: number × 256 + count. */
  private readonly entries: number[] = [];
  private readonly starts: number[] = [0];
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];

  get statements(): number {
    return this.ids.length;
  }

  get room(): number {
    return MOST_STATEMENTS - this.ids.length;
  }

  /** What `addStatement` adds comes from this article from now on. */
  beginArticle(id: string, version: number): void {
    this.articles.push({ id, version, first: this.ids.length });
  }

  /** The number of a term here; a new one where it has none. */
  numberOf(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) this.numbers.set(term, (number = this.terms.push(term) - 1));
    return number;
  }

  /** Adds a term of the statement that `addStatement` adds next. */
  addTerm(number: number, count: number): void {
    if (this.entries.length - this.starts.at(-1)! < MOST_TERMS) this.entries.push(number * 256 + Math.min(count, MOST_COUNTED));
  }

  /** Adds a statement with the terms added since the last one. `length`: its words. */
  addStatement(id: string, length: number): void {
    this.ids.push(id);
    this.lengths.push(Math.min(length, MOST_WORDS));
    this.starts.push(this.entries.length);
  }

  /** The whole, packed at once. */
  pack(): ArrayBuffer {
    const steps = this.packing();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same in steps of a few milliseconds; nothing may be added meanwhile. */
  *packing(): Generator<void, ArrayBuffer> {
    const { entries, starts, ids } = this;
    const count = this.terms.length;
    const spelt: Uint8Array[] = [];
    const hashes = new Uint32Array(count);
    for (let term = 0; term < count; term++) {
      spelt.push(UTF8.encode(this.terms[term]!));
      hashes[term] = hashOf(spelt[term]!);
      if (term % TERMS_A_STEP === TERMS_A_STEP - 1) yield;
    }
    // Terms in order of their hashes; `place` says where each of ours comes.
    const bits = Math.max(0, Math.ceil(Math.log2(Math.max(count, 1))) - 2);
    const { ordered, bucketFirsts } = byHash(hashes, bits);
    yield;
    const place = new Uint32Array(count);
    for (let to = 0; to < count; to++) place[ordered[to]!] = to;

    const frequencies = new Uint32Array(count);
    for (let i = 0; i < entries.length; i++) {
      frequencies[entries[i]! >>> 8]!++;
      if (i % ENTRIES_A_STEP === ENTRIES_A_STEP - 1) yield;
    }
    yield;

    const lists = new GrowingBytes(entries.length * 3);
    const listStarts = new Uint32Array(ids.length + 1);
    /** Postings among the first, by term; and for each entry whether it is one. */
    const firsts = new Uint32Array(count);
    const isFirst = new Uint8Array(entries.length);
    const rarity = new Float64Array(MOST_TERMS);
    const inPlace = new Float64Array(MOST_TERMS);
    for (let statement = 0; statement < ids.length; statement++) {
      const from = starts[statement]!;
      const own = starts[statement + 1]! - from;
      for (let i = 0; i < own; i++) {
        const term = entries[from + i]! >>> 8;
        rarity[i] = frequencies[term]! * RARER + place[term]!;
        inPlace[i] = place[term]! * 256 + (entries[from + i]! & 255);
      }
      ascend(rarity, own);
      ascend(inPlace, own);
      const last = own > RAREST ? rarity[RAREST - 1]! : Infinity;
      for (let i = from; i < from + own; i++) {
        const term = entries[i]! >>> 8;
        if (frequencies[term]! * RARER + place[term]! > last) continue;
        isFirst[i] = 1;
        firsts[term]!++;
      }
      for (let i = 0, before = 0; i < own; i++) {
        const at = Math.floor(inPlace[i]! / 256);
        const times = inPlace[i]! % 256;
        lists.number((at - before) * 2 + (times > 1 ? 1 : 0));
        if (times > 1) lists.number(times);
        before = at;
      }
      listStarts[statement + 1] = lists.length;
      if (statement % STEP === STEP - 1) yield;
    }

    const parts = this.articles.map(({ id }) => UTF8.encode(id));
    const numbered = yield* this.numberedIds();
    const odd = numbered.odd.map((id) => UTF8.encode(id));
    const sum = (all: Uint8Array[]): number => all.reduce((bytes, each) => bytes + each.length, 0);
    const { buffer, sections } = newSegment(
      {
        articles: parts.length,
        statements: ids.length,
        terms: count,
        postings: entries.length,
        buckets: 2 ** bits,
        listBytes: lists.length,
        termBytes: sum(spelt),
        articleBytes: sum(parts),
        oddIds: odd.length,
        oddIdBytes: sum(odd),
      },
      this.lengths.reduce((words, length) => words + length, 0),
    );
    yield;

    for (let to = 0, at = 0; to < count; to++) {
      const term = ordered[to]!;
      sections.termBytes.set(spelt[term]!, at);
      sections.termStarts[to + 1] = at += spelt[term]!.length;
      sections.hashes[to] = hashes[term]!;
      if (to % TERMS_A_STEP === TERMS_A_STEP - 1) yield;
    }
    yield;
    sections.bucketFirsts.set(bucketFirsts);
    joined(parts, sections.articleIdStarts, sections.articleIds);
    joined(odd, sections.oddIdStarts, sections.oddIds);
    sections.articleFirsts.set(this.articles.map(({ first }) => first));
    sections.articleFirsts[parts.length] = ids.length;
    sections.articleVersions.set(this.articles.map(({ version }) => version));
    sections.listStarts.set(listStarts);
    sections.lists.set(lists.taken());
    sections.lengths.set(this.lengths);
    sections.blocks.set(numbered.blocks);
    sections.sentences.set(numbered.sentences);
    yield;

    // Where the next posting of each term goes: of the first ones, and of the others.
    const nextFirst = new Uint32Array(count);
    const nextOther = new Uint32Array(count);
    for (let to = 0, at = 0; to < count; to++) {
      const term = ordered[to]!;
      sections.postingStarts[to] = nextFirst[term] = at;
      sections.firstCounts[to] = firsts[term]!;
      nextOther[term] = at + firsts[term]!;
      at += frequencies[term]!;
    }
    sections.postingStarts[count] = entries.length;
    for (let statement = 0; statement < ids.length; statement++) {
      for (let i = starts[statement]!; i < starts[statement + 1]!; i++) {
        const entry = entries[i]!;
        const next = isFirst[i] ? nextFirst : nextOther;
        sections.postings[next[entry >>> 8]!++] = (entry & 255) > 1 ? statement | MORE_THAN_ONCE : statement;
      }
      if (statement % (STEP * 4) === STEP * 4 - 1) yield;
    }
    return buffer;
  }

  /** The statements' ids as block and sentence where they are `<article>.<block>.<sentence>`. */
  private *numberedIds(): Generator<void, { blocks: Uint16Array; sentences: Uint16Array; odd: string[] }> {
    const blocks = new Uint16Array(this.ids.length);
    const sentences = new Uint16Array(this.ids.length);
    const odd: string[] = [];
    for (const [at, { id, first }] of this.articles.entries()) {
      const end = this.articles[at + 1]?.first ?? this.ids.length;
      for (let statement = first; statement < end; statement++) {
        const own = this.ids[statement]!;
        const [block = NaN, sentence = NaN, more] = own.startsWith(`${id}.`) ? own.slice(id.length + 1).split('.').map(Number) : [];
        const plain = more === undefined && block < ODD && sentence < ODD && own === `${id}.${block}.${sentence}`;
        blocks[statement] = plain ? block : odd.length;
        sentences[statement] = plain ? sentence : ODD;
        if (!plain) odd.push(own);
        if (statement % STEP === STEP - 1) yield;
      }
    }
    return { blocks, sentences, odd };
  }
}

/** Sorts the first `length` numbers of an array in place: few, so by insertion. */
function ascend(numbers: Float64Array, length: number): void {
  if (length > 48) return void numbers.subarray(0, length).sort();
  for (let i = 1; i < length; i++) {
    const number = numbers[i]!;
    let at = i;
    for (; at > 0 && numbers[at - 1]! > number; at--) numbers[at] = numbers[at - 1]!;
    numbers[at] = number;
  }
}

/** Numbers in order of the terms' hashes, of equal ones the lower number first, and the first of each bucket: dealt out to the buckets, which are small. */
function byHash(hashes: Uint32Array, bits: number): { ordered: Uint32Array; bucketFirsts: Uint32Array } {
  const bucketFirsts = new Uint32Array(2 ** bits + 1);
  for (const hash of hashes) bucketFirsts[bucketOf(hash, bits) + 1]!++;
  for (let bucket = 0; bucket < 2 ** bits; bucket++) bucketFirsts[bucket + 1]! += bucketFirsts[bucket]!;
  const next = bucketFirsts.slice();
  const ordered = new Uint32Array(hashes.length);
  for (let term = 0; term < hashes.length; term++) {
    const hash = hashes[term]!;
    const bucket = bucketOf(hash, bits);
    let at = next[bucket]!++;
    for (; at > bucketFirsts[bucket]! && hashes[ordered[at - 1]!]! > hash; at--) ordered[at] = ordered[at - 1]!;
    ordered[at] = term;
  }
  return { ordered, bucketFirsts };
}

function joined(parts: Uint8Array[], starts: Uint32Array, bytes: Uint8Array): void {
  let at = 0;
  parts.forEach((part, i) => {
    bytes.set(part, at);
    starts[i + 1] = at += part.length;
  });
}

/** Bytes that numbers are appended to, seven bits in each, the lowest first; the eighth says that more follow. */
class GrowingBytes {
  length = 0;
  private bytes: Uint8Array;

  constructor(room: number) {
    this.bytes = new Uint8Array(Math.max(room, 16));
  }

  number(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    while (value > 127) {
      this.bytes[this.length++] = (value & 127) | 128;
      value >>>= 7;
    }
    this.bytes[this.length++] = value;
  }

  taken(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
