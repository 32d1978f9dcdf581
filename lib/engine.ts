// The use cases: what is asked of the engine goes in, unchecked; answers come out. Runs in the Worker and in the tests alike;
// knows no browser API and no page.
import type { Corpus } from './corpus/corpus';
import { checkDraft, LONGEST_URL } from './draft';
import { Failure } from './failure';
import type { EncoderState, EngineCalls } from './messages';
import { id } from './engine/checks';
import { exporting } from './engine/exports';
import { importing } from './engine/imports';
import { library } from './engine/library';
import { matters } from './engine/matters';
import { Readings } from './engine/readings';
import { remarks } from './engine/remarks';
import { saveDraft } from './engine/save';
import { Stances } from './engine/stances';
import type { UseCases } from './engine/use-cases';
import { parsedUrl } from './urls';

export type EngineCall = keyof EngineCalls;

/** Every use case by its name in the protocol. */
export type Engine = UseCases;

/** The use cases over an open corpus. `now` is the clock, in ms since 1970; `encoder` tells what became of the corpus's encoder. */
export function createEngine(corpus: Corpus, now: () => number, encoder: EncoderState): Engine {
  const stances = new Stances(corpus);
  const readings = new Readings(corpus);
  return {
    ...remarks(corpus, now),
    ...library(corpus, stances),
    ...matters(corpus, stances, readings),
    ...exporting(corpus, now),
    ...importing(corpus, now),

    /** Matches a text against the stored articles, itself left out; with `soon` its beginning first. @throws 'bad-message' */
    async annotate(ask) {
      const draft = checkDraft(ask['draft']);
      return ask['soon'] === true ? readings.soon(draft) : readings.of(draft);
    },

    /** Saves a text. @throws 'bad-message', 'not-english', 'nothing-to-save', 'quota', 'corpus-unreadable' */
    async save(ask) {
      return saveDraft(corpus, checkDraft(ask['draft']), id('operation', ask));
    },

    /** Whether statements are found by meaning too. */
    async encoder() {
      return { state: encoder };
    },

    /** The stored articles, newest first. */
    async articles() {
      return [...corpus.list()];
    },

    /** @throws 'bad-message', 'gone', 'corpus-unreadable' */
    async remove(ask) {
      const article = id('id', ask);
      await corpus.remove(article, id('operation', ask));
      return { id: article };
    },

    /** @throws 'bad-message', 'gone', 'quota', 'corpus-unreadable' */
    async restore(ask) {
      return corpus.restore(id('id', ask), id('operation', ask));
    },

    /** The stored article at an address; null when there is none. @throws 'bad-message' */
    async stored(ask) {
      const { url } = ask;
      if (typeof url !== 'string' || url.length > LONGEST_URL || parsedUrl(url) === null) throw new Failure('bad-message', 'no address');
      return corpus.at(url);
    },
  };
}
