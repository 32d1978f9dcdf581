// A stored article goes in; its blocks come out cut into stretches: statements, claims that other articles speak of, and the rest.
// Pure. Offsets are UTF-16 and into a block's text; stretches are in order, do not overlap, and make up the text again.
import type { Block, Statement, StoredStatement } from '../../lib/model';

/** What an article's text is cut by. */
interface Parts {
  blocks: Block[];
  statements: StoredStatement[];
  /** What is claimed, in the order of the annotations. */
  claims: Statement[];
}

/** A stretch of a block. `claim` is an index into the claims given. */
export interface Stretch {
  text: string;
  statement: StoredStatement | null;
  claim: number | null;
}

/** A block as it is read. */
export interface ReadBlock {
  kind: Block['kind'];
  stretches: Stretch[];
  /** The claims in it, in order. */
  claims: number[];
}

/** Cuts every block. A sentence that reaches into the one before, or out of its block, is left to the plain text. */
export function blocksOf({ blocks, statements, claims: found }: Parts): ReadBlock[] {
  const claims = new Map(found.map((claim, at) => [placeOf(claim), at]));
  const byPlace = new Map(statements.map((statement) => [placeOf(statement), statement]));
  const places = new Map<number, Map<string, { start: number; end: number }>>();
  for (const { block, sentence, span } of [...found, ...statements]) {
    if (!places.has(block)) places.set(block, new Map());
    places.get(block)?.set(`${block}.${sentence}`, span);
  }
  return blocks.map(({ kind, text }, at) => {
    const stretches: Stretch[] = [];
    let done = 0;
    const sentences = [...(places.get(at) ?? [])].sort(([, a], [, b]) => a.start - b.start);
    for (const [place, { start, end }] of sentences) {
      if (start < done || end <= start || end > text.length) continue;
      if (start > done) stretches.push({ text: text.slice(done, start), statement: null, claim: null });
      stretches.push({ text: text.slice(start, end), statement: byPlace.get(place) ?? null, claim: claims.get(place) ?? null });
      done = end;
    }
    if (done < text.length) stretches.push({ text: text.slice(done), statement: null, claim: null });
    return { kind, stretches, claims: stretches.flatMap(({ claim }) => (claim === null ? [] : [claim])) };
  });
}

function placeOf({ block, sentence }: Statement): string {
  return `${block}.${sentence}`;
}
