// A block of text → where somebody's own words stand in quotation marks, and the same text with one kind of mark.
// Takes text in normal form; a mark left open runs to the end of the block. Knows nothing of who speaks.
import type { Span } from '../model';

/** A single quotation is looked for no further than this, so that stray apostrophes cost no quadratic time. In UTF-16 units. */
const LONGEST_SINGLE = 2000;

/** The text with '' and '…' as "…", unit for unit, so that offsets stay. Example: "'Stay in,' he said" → "\"Stay in,\" he said". */
export function foldQuotations(text: string): string {
  if (!text.includes("'")) return text;
  const doubled = text.replace(/(^|[\s([-])''(?=\S)/g, '$1 "').replace(/''/g, '" ');
  const units = doubled.split('');
  const openers = /(?<=^|[\s([-])'(?=[\p{L}\p{N}"])/gu;
  let past = 0;
  for (let match = openers.exec(doubled); match; match = openers.exec(doubled)) {
    if (match.index < past) continue;
    const close = closerOf(doubled.slice(match.index + 1, match.index + LONGEST_SINGLE));
    if (close < 0) continue;
    past = match.index + 1 + close;
    // Quotations within a quotation stay as they are: the outer marks say who speaks.
    if (inDouble(units, match.index)) continue;
    units[match.index] = '"';
    units[past] = '"';
  }
  return units.join('');
}

/** Is the unit at `at` inside double marks? Only the last few hundred units are looked at. */
function inDouble(units: string[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < LONGEST_SINGLE; i--) {
    if (units[i] === '"') return i === 0 || /[\s([-]/.test(units[i - 1]!);
  }
  return false;
}

/** Where a single quotation closes: at a mark after a stop or comma, else after a word that is no plural's genitive. */
function closerOf(rest: string): number {
  const sure = /[,.!?]'(?=$|[\s)\].,;:!?-])/.exec(rest);
  const likely = /[\p{L}\p{N}]'(?=$|[\s)\].,;:!?-])/u.exec(rest);
  if (likely && (!sure || likely.index < sure.index) && !/s/i.test(rest[likely.index]!)) return likely.index + 1;
  return sure ? sure.index + 1 : -1;
}

/** The quotations of a block with their marks, in order. Marks are read by the spaces beside them; nested ones count once. */
export function findQuotations(folded: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (let at = folded.indexOf('"'); at >= 0; at = folded.indexOf('"', at + 1)) {
    const before = at === 0 ? ' ' : folded[at - 1]!;
    const after = folded[at + 1] ?? ' ';
    const opens = /[\s([-]/.test(before) && !/\s/.test(after);
    if (open < 0) {
      if (opens || (!/[\s\d]/.test(before) && /\p{L}/u.test(after))) open = at;
    } else if (!opens) {
      spans.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  if (open >= 0) spans.push({ start: open, end: folded.length });
  return spans;
}
