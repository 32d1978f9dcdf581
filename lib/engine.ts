// The use cases: what is asked of the engine goes in, unchecked; answers come out. Runs in the Worker and in the tests alike;
// knows no browser API and no page.
import { annotate } from './annotate';
import type { Corpus } from './corpus/corpus';
import { idOf } from './corpus/identity';
import { checkDraft, LONGEST_URL } from './draft';
import { collectionOf, selectorsInBlocks } from './exchange/web-annotation';
import type { ExportedPage } from './exchange/web-annotation';
import { Failure } from './failure';
import type { EncoderState, EngineCalls } from './messages';
import { isEnglish } from './text/language';

export type EngineCall = keyof EngineCalls;

/** Every use case by its name in the protocol; each checks what it is given. @throws Failure; see the codes at each. */
export type Engine = { [T in EngineCall]: (ask: Record<string, unknown>) => Promise<EngineCalls[T]['answer']> };

/** Ids of articles and operations: ours are 32 and 36 characters long. */
const ID = /^[\w-]{8,64}$/;

/** The use cases over an open corpus. `now` is the clock, in ms since 1970; `encoder` tells what became of the corpus's encoder. */
export function createEngine(corpus: Corpus, now: () => number, encoder: EncoderState): Engine {
  return {
    /** Matches a text against the stored articles, itself left out. @throws 'bad-message' */
    async annotate(ask) {
      const draft = checkDraft(ask['draft']);
      return annotate(draft, corpus, draft.url === null ? null : await idOf(draft, null));
    },

    /** Saves a text. @throws 'bad-message', 'not-english', 'nothing-to-save', 'quota', 'corpus-unreadable' */
    async save(ask) {
      const draft = checkDraft(ask['draft']);
      const operation = id('operation', ask);
      const texts = draft.blocks.map((block) => block.text);
      if (!texts.some((text) => text.trim() !== '')) throw new Failure('nothing-to-save', 'the article is empty');
      if (!isEnglish(texts, draft.language)) throw new Failure('not-english', draft.language ?? '');
      return corpus.save(draft, operation);
    },

    /** Whether statements are found by meaning too. */
    async encoder() {
      return { state: encoder };
    },

    /** The stored articles, newest first. */
    async articles() {
      return corpus.list();
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
      if (typeof url !== 'string' || url.length > LONGEST_URL || !URL.canParse(url)) throw new Failure('bad-message', 'no address');
      return corpus.at(url);
    },

    /** Every stored article annotated against all the others. @throws 'corpus-unreadable' */
    async exportAll() {
      const pages: ExportedPage[] = [];
      for (const summary of corpus.list()) {
        const article = await corpus.record(summary.id);
        if (!article) continue;
        const { annotations } = await annotate(article, corpus, article.id);
        const selectors = annotations.map(({ claim }) => selectorsInBlocks(article.blocks, claim.block, claim.span));
        if (annotations.length > 0) pages.push({ page: article, annotations, selectors });
      }
      return { json: JSON.stringify(collectionOf(pages, new Date(now()).toISOString()), null, 2) };
    },
  };
}

function id(field: string, ask: Record<string, unknown>): string {
  const value = ask[field];
  if (typeof value !== 'string' || !ID.test(value)) throw new Failure('bad-message', `${field} is missing`);
  return value;
}
