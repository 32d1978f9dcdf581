// A text that was checked for shape → what `annotate` makes of it with the corpus as it is now. The last few are kept, so that what is
// asked about the page in hand (what it leaves out) does not annotate it once more. Who underlines is given the beginning first. Knows no
// message.
import { annotate } from '../annotate';
import type { Corpus } from '../corpus/corpus';
import { idOf } from '../corpus/identity';
import { markOf } from '../model';
import type { Begun, Draft, Reading } from '../model';

/** Readings kept: the page in hand, and those of tabs that were looked at just before. A long page's takes some 2 MB. */
const KEPT = 4;

interface Kept {
  /** The corpus's state that it is of. */
  at: number;
  whole: Promise<Reading>;
  /** Settles once there is something to underline; never, where there is nothing. */
  begun: Promise<Begun>;
  /** Was the beginning asked for already? */
  given: boolean;
}

/** Readings of texts against one corpus. */
export class Readings {
  /** By the text. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly corpus: Corpus) {}

  /** The reading of a text; made anew only when the corpus has changed since. */
  of(draft: Draft): Promise<Reading> {
    return this.keep(draft).whole;
  }

  /** Its beginning as soon as it has one, for who asks first; the whole for who asks again, and where that is there. */
  soon(draft: Draft): Promise<Reading | Begun> {
    const kept = this.keep(draft);
    if (kept.given) return kept.whole;
    kept.given = true;
    return Promise.race([kept.whole, kept.begun]);
  }

  private keep(draft: Draft): Kept {
    const key = JSON.stringify(draft);
    const at = this.corpus.mark();
    const known = this.kept.get(key);
    this.kept.delete(key);
    const kept = known?.at === at ? known : this.read(draft, at);
    this.kept.set(key, kept);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    kept.whole.catch(() => this.kept.delete(key));
    return kept;
  }

  private read(draft: Draft, at: number): Kept {
    let whole: Promise<Reading> | undefined;
    const begun = new Promise<Begun>((resolve) => {
      whole = this.annotated(draft, (sofar) => {
        if (markOf(sofar.annotations.at(-1)!) !== 'related') resolve({ ...sofar, annotations: [...sofar.annotations], more: true });
      });
    });
    return { at, whole: whole!, begun, given: false };
  }

  private async annotated(draft: Draft, told: (sofar: Reading) => void): Promise<Reading> {
    const self = draft.url === null ? null : await idOf(draft, null);
    return annotate(draft, await this.corpus.besides(draft.url), self, this.corpus.notes.verdicts, told);
  }
}
