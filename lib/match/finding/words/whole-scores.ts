// Statements that were scored by a part of what they share with a sentence → their whole scores, from each statement's own list of terms.
import type { Held } from '../segments/held';
import { MOST_STATEMENTS, MOST_TERMS } from '../segments/layout';
import type { Best } from './best';
import { PER_SEGMENT, type Wanted } from './wanted';
import type { Weighing } from './weighing';

export class WholeScores {
  private readonly terms = new Uint32Array(MOST_TERMS);
  private readonly counts = new Uint16Array(MOST_TERMS);
  /** By a segment's term: which wanted one it is, from 1. Made for the largest segment. */
  private which = new Uint16Array(0);
  /** What each wanted term counts, added up in their order, so that equals come out equal. */
  private readonly parts = new Float64Array(MOST_TERMS);

  constructor(private readonly weighing: Weighing) {}

  /** Offers `best` what `partly` holds, with whole scores. */
  score(partly: Best, wanted: readonly Wanted[], all: readonly Held[], best: Best): void {
    const { numbers, length } = partly;
    const own = numbers.subarray(0, length).sort();
    for (let from = 0, to = 0; from < length; from = to) {
      const at = Math.floor(own[from]! / MOST_STATEMENTS);
      while (to < length && own[to]! < (at + 1) * MOST_STATEMENTS) to++;
      const { segment } = all[at]!;
      if (this.which.length < segment.terms) this.which = new Uint16Array(segment.terms * 2);
      const { which, terms, counts, parts, weighing } = this;
      wanted.forEach(({ places }, i) => places[at * PER_SEGMENT]! >= 0 && (which[places[at * PER_SEGMENT]!] = i + 1));
      for (let i = from; i < to; i++) {
        const statement = own[i]! - at * MOST_STATEMENTS;
        const words = segment.lengths[statement]!;
        for (let j = 0, end = segment.termsOf(statement, terms, counts); j < end; j++) {
          const place = which[terms[j]!]!;
          if (place > 0) parts[place] = wanted[place - 1]!.weight * (counts[j] === 1 ? weighing.once(words) : weighing.share(counts[j]!, words));
        }
        let score = 0;
        for (let place = 1; place <= wanted.length; place++) {
          score += parts[place]!;
          parts[place] = 0;
        }
        best.offer(score, own[i]!);
      }
      for (const { places } of wanted) if (places[at * PER_SEGMENT]! >= 0) which[places[at * PER_SEGMENT]!] = 0;
    }
  }
}
