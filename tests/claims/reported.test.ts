// What of a paragraph is somebody's word, thought or wish: marked in the cases with [ and ]. Bad input must neither fail nor take long.
import { describe, expect, it } from 'vitest';
import { findQuotations, foldQuotations } from '../../lib/claims/quotations';
import { findReported } from '../../lib/claims/reported';
import type { Span } from '../../lib/model';
import { growthOf } from '../growth';

const CASES: [string, string][] = [
  ['before the cue', '[The bridge will stay closed], the minister said on Monday.'],
  ['after the cue', 'The minister said on Monday [that the bridge will stay closed.]'],
  ['around the cue', '[The bridge], the minister said, [will stay closed.]'],
  ['before an inverted cue, without what is told of the speaker', '["The bridge will stay closed,"] said Ann Lee, a miller from Riga.'],
  ['after a speaker in apposition', 'Ann Lee, who owns the mill, said [the bridge was closed.]'],
  ['through a quotation of several sentences', '["The bridge is old. It will be closed,"] she said. ["Nobody knows when."]'],
  ['around according to', '[The dam is full], according to the ministry.'],
  ['after according to', 'According to the ministry, [the dam is full.]'],
  ['in a source', 'In a report on Monday, [inflation stood at 4%.]'],
  ['in a clause after a noun', 'There is no evidence [that the bridge was unsafe].'],
  ['after whom it is told', 'The company assured investors [that nobody would lose a job.]'],
  ['as a wish', 'The union wants [to close the mill.]'],
  ['not past a turn to something else', 'The mayor praised [the engineers], but the bridge stayed shut.'],
  ['nowhere: nouns that look like cues', 'The state report was on the desk of the claims office.'],
  ['nowhere: a title in quotation marks', 'He starred in "Saturday Night Live" for years.'],
  ['in a transcript', 'VOSS: [The bridge is old. It will be closed.]'],
];

/** The folded text with the spans in brackets; a full stop inside or outside the last bracket is the same to us. */
function marked(text: string, spans: Span[]): string {
  let out = text;
  for (const { start, end } of [...spans].reverse()) out = `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`;
  return out.replaceAll('.]', '].').replace(/"\]/g, ']"').replace(/\["/g, '"[');
}

describe('what is reported', () => {
  it.each(CASES)('%s', (_, expected) => {
    const text = expected.replace(/[[\]]/g, '');
    const plain = expected.replaceAll('.]', '].').replace(/"\]/g, ']"').replace(/\["/g, '"[');
    expect(marked(text, findReported(text))).toBe(plain);
  });

  it('reads single and doubled quotation marks, and leaves apostrophes alone', () => {
    expect(foldQuotations("'We lost it,' he said. ''All of it.''")).toBe('"We lost it," he said.  "All of it." ');
    expect(foldQuotations("The workers' union and the '90s don't count")).toBe("The workers' union and the '90s don't count");
  });

  it.each(['"', '" "', '"He said', 'said', 'said said said', '"""', '', '2 3 4', 'according to', 'Er sagte, die Brücke sei „geschlossen“.', "''"])('gives spans inside the text, in order, for %j', (text) => {
    const folded = foldQuotations(text);
    expect(folded).toHaveLength(text.length);
    let last = 0;
    for (const { start, end } of findReported(folded)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      last = end;
    }
  });

  it('lets a quotation that is left open run to the end of the paragraph', () => {
    expect(findQuotations('She said: "It is closed. It stays closed.')).toEqual([{ start: 10, end: 41 }]);
  });

  it.each(["he said, \"it's 'so' and ", "'a said b, ", 'warned that x; '])('takes no more than linear time over %j', async (unit) => {
    const [shorter, longer] = [unit.repeat(2000), unit.repeat(8000)];
    // Four times the text may cost ten times as much; quadratic would be sixteen.
    expect(await growthOf(() => findReported(foldQuotations(shorter)), () => findReported(foldQuotations(longer)), { below: 10, floor: 2 })).toBeLessThan(10);
  });
});
