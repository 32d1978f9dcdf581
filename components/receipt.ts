// A claim's text and a piece of evidence go in; what to mark on each side comes out: the deciding spans, and pairs of parts that speak alike.
// Pure. The spans come out of a message and are taken for nothing: out of range, out of order, overlapping, all is borne.
import type { Evidence, Reason, Span, Statement } from '../lib/model';

/** What of a text is marked: what decided, or a part that speaks like its partner of the same `pair` on the other side. */
export type MarkedSpan = Span & ({ kind: 'deciding' } | { kind: 'agreeing'; pair: number });

/** What is marked on both sides: in order, within the texts, nowhere overlapping. Offsets are UTF-16. */
export interface Receipt {
  claim: MarkedSpan[];
  evidence: MarkedSpan[];
}

/** Two stretches, one of each text, that say the same. */
interface Pair {
  claim: Span;
  evidence: Span;
}

/** Two pairs become one when what stands between them is the same on both sides and no longer: " of the ". */
const LONGEST_JOINT = 12;

/** What of a text is spoken for already, one flag per code unit. */
class Taken {
  private readonly flags: Uint8Array;
  constructor(
    private readonly text: string,
    spans: Span[],
  ) {
    this.flags = new Uint8Array(text.length);
    for (const span of spans) this.take(span);
  }
  take({ start, end }: Span): void {
    this.flags.fill(1, start, end);
  }
  /** True for a stretch within the text that has at least one character and is nobody's yet. */
  frees({ start, end }: Span): boolean {
    return start >= 0 && start < end && end <= this.text.length && !this.flags.subarray(start, end).includes(1);
  }
  /** The joint between two stretches, case folded; null when it is long or somebody's. */
  between(a: Span, b: Span): string | null {
    if (a.end === b.start) return '';
    return b.start - a.end <= LONGEST_JOINT && this.frees({ start: a.end, end: b.start }) ? this.text.slice(a.end, b.start).toLowerCase() : null;
  }
}

/** Spans in order, within a text of `length` UTF-16 units, merged where they touch. */
export function tidy(spans: Span[], length: number): Span[] {
  const out: Span[] = [];
  const within = spans.map((s) => ({ start: Math.max(0, s.start), end: Math.min(length, s.end) })).filter(({ start, end }) => start < end);
  for (const { start, end } of within.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/**
 * The marks of both sides. A pair that reaches into what decided, into another pair, or out of its text on either side is left
 * out on both: what is marked alike here has its partner there.
 */
export function receiptOf(claim: string, { statement, stance, reason }: Pick<Evidence, 'statement' | 'stance' | 'reason'>): Receipt {
  const all = { claim: tidy(reason.claim, claim.length), evidence: tidy(reason.evidence, statement.text.length) };
  const same = stance === 'conflicts' ? inSameWords(claim, statement, all) : [];
  const alike = new Set(same.flatMap((pair) => [pair.claim, pair.evidence]));
  const deciding = { claim: all.claim.filter((span) => !alike.has(span)), evidence: all.evidence.filter((span) => !alike.has(span)) };
  const here = new Taken(claim, deciding.claim);
  const there = new Taken(statement.text, deciding.evidence);
  const pairs: Pair[] = [];
  for (const pair of [...same, ...alignedIn(reason)].map(copied).sort((a, b) => a.claim.start - b.claim.start)) {
    if (!here.frees(pair.claim) || !there.frees(pair.evidence)) continue;
    const last = pairs.at(-1);
    const joint = last ? here.between(last.claim, pair.claim) : null;
    here.take(pair.claim);
    there.take(pair.evidence);
    if (last && joint !== null && joint === there.between(last.evidence, pair.evidence)) {
      last.claim.end = pair.claim.end;
      last.evidence.end = pair.evidence.end;
      here.take(last.claim);
      there.take(last.evidence);
    } else pairs.push(pair);
  }
  const marksOf = (side: 'claim' | 'evidence'): MarkedSpan[] =>
    [
      ...deciding[side].map((span): MarkedSpan => ({ ...span, kind: 'deciding' })),
      ...pairs.map((pair, i): MarkedSpan => ({ ...pair[side], kind: 'agreeing', pair: i })),
    ].sort((a, b) => a.start - b.start);
  return { claim: marksOf('claim'), evidence: marksOf('evidence') };
}

/** The aligned pairs; a span without a partner is none. */
function alignedIn({ aligned }: Reason): Pair[] {
  return (aligned?.claim ?? []).flatMap((claim, i) => {
    const evidence = aligned?.evidence[i];
    return evidence ? [{ claim, evidence }] : [];
  });
}

/**
 * Deciding spans that stand in the same words on both sides: the event whose dates clash, say. They are part of what decided, but
 * they do not differ. Dates excepted: "on Tuesday" is another day in another week. None where nothing would be left to differ on a
 * side ("necessary" against "not" and "necessary").
 */
function inSameWords(claim: string, { text, dates }: Statement, deciding: Record<'claim' | 'evidence', Span[]>): Pair[] {
  const wordsIn = (whole: string, { start, end }: Span) => whole.slice(start, end).trim().toLowerCase();
  const undated = deciding.evidence.filter(({ start, end }) => !dates.some(({ span }) => span.start < end && start < span.end));
  const partners = new Map(undated.map((span) => [wordsIn(text, span), span]));
  const pairs = deciding.claim.flatMap((span) => {
    const words = wordsIn(claim, span);
    const partner = partners.get(words);
    partners.delete(words);
    return partner ? [{ claim: span, evidence: partner }] : [];
  });
  return pairs.length < Math.min(deciding.claim.length, deciding.evidence.length) ? pairs : [];
}

function copied({ claim, evidence }: Pair): Pair {
  return { claim: { ...claim }, evidence: { ...evidence } };
}
