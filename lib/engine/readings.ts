// A text that was checked for shape → what `annotate` makes of it with the corpus as it is now. The last few are kept, so that what is
// asked about the page in hand (what it leaves out) does not annotate it once more. Knows no message.
import { annotate } from '../annotate';
import type { Corpus } from '../corpus/corpus';
import { idOf } from '../corpus/identity';
import type { Draft, Reading } from '../model';

/** Readings kept: the page in hand, and those of tabs that were looked at just before. A long page's takes some 2 MB. */
const KEPT = 4;

/** Readings of texts against one corpus. */
export class Readings {
  /** By the text; each with the corpus's state that it is of. */
  private readonly kept = new Map<string, { at: number; reading: Promise<Reading> }>();

  constructor(private readonly corpus: Corpus) {}

  /** The reading of a text; made anew only when the corpus has changed since. */
  of(draft: Draft): Promise<Reading> {
    const key = JSON.stringify(draft);
    const at = this.corpus.mark();
    const known = this.kept.get(key);
    this.kept.delete(key);
    const reading = known?.at === at ? known.reading : this.read(draft);
    this.kept.set(key, { at, reading });
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    reading.catch(() => this.kept.delete(key));
    return reading;
  }

  private async read(draft: Draft): Promise<Reading> {
    const self = draft.url === null ? null : await idOf(draft, null);
    return annotate(draft, await this.corpus.besides(draft.url), self, this.corpus.notes.verdicts);
  }
}
