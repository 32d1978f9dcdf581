// The use cases of import. A page of ours sends a file's text part by part under an operation id, asks what it would do, and has it carried
// out; an engine that was started anew in between says from which part on it needs them again.
import type { Corpus } from '../corpus/corpus';
import { count, id, oneOf, text } from './checks';
import { Intake } from './intake';
import { Intakes } from './intakes';
import type { UseCases } from './use-cases';

/** Longest part, in UTF-16 units: the page sends a quarter of it. */
const LONGEST_PART = 4_000_000;
const MOST_PARTS = 10_000;

/** Import into a corpus. `now` is the clock, in ms since 1970. */
export function importing(corpus: Corpus, now: () => number): Pick<UseCases, 'importPart' | 'importPreview' | 'importLibrary' | 'importDrop'> {
  const intakes = new Intakes((operation) => new Intake(corpus, operation, () => new Date(now()).toISOString()), now);

  /** The import of this id, if it has come so far; else the part from which on it is wanted. */
  function whole(operation: string, parts: number): Intake | { missing: number } {
    const intake = intakes.of(operation);
    if (!intake) return { missing: 0 };
    return intake.next < parts ? { missing: intake.next } : intake;
  }

  return {
    /** Takes a part, and answers which is to come next. @throws 'bad-message', 'bad-import', 'busy' while there is no room beside other imports */
    async importPart(ask) {
      return { next: await intakes.add(id('operation', ask), count('part', ask, MOST_PARTS), text('text', ask, LONGEST_PART)) };
    },

    /** @throws 'bad-message', 'bad-import', 'corpus-unreadable' */
    async importPreview(ask) {
      const staged = whole(id('operation', ask), count('parts', ask, MOST_PARTS));
      return staged instanceof Intake ? intakes.during(staged, () => staged.preview()) : staged;
    },

    /** All or nothing. @throws 'bad-message', 'bad-import', 'quota', 'corpus-unreadable' */
    async importLibrary(ask) {
      const operation = id('operation', ask);
      const mode = oneOf('mode', ask, ['merge', 'replace']);
      const before = await corpus.imported(operation);
      if (before) return { counts: before };
      const staged = whole(operation, count('parts', ask, MOST_PARTS));
      if (!(staged instanceof Intake)) return staged;
      const counts = await intakes.during(staged, () => staged.commit(mode));
      intakes.drop(operation);
      return { counts };
    },

    /** Lets go of an import that was given up. @throws 'bad-message' */
    async importDrop(ask) {
      intakes.drop(id('operation', ask));
      return {};
    },
  };
}
