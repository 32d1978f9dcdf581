// The use cases of the library's page: its list, one article, the inbox, what is put back and what is removed for good. Fields come
// in unchecked.
import type { Corpus } from '../corpus/corpus';
import type { Purge } from '../corpus/purge';
import type { ArticleRecord } from '../corpus/records';
import { checkDraft } from '../draft';
import { failed, Failure, isRecord } from '../failure';
import type { FailureCode } from '../failure';
import type { Article } from '../model';
import { bad, count, id, ids, MOST_ROWS, record, truth } from './checks';
import { annotationsOf } from './evidence';
import { saveDraft } from './save';
import { checkQuery, makeReady, searchArticles } from './search';
import type { Stances } from './stances';
import type { UseCases } from './use-cases';

/** Most drafts of one message: the page sends them in small lots. */
const MOST_DRAFTS = 200;
const HOST = /^[a-z0-9.-]{1,253}$/;

type Calls = 'search' | 'article' | 'inbox' | 'seen' | 'restoreSeeds' | 'purge' | 'work' | 'saveDrafts';

/** The library over an open corpus. */
export function library(corpus: Corpus, stances: Stances): Pick<UseCases, Calls> {
  /** The list that is ready to be searched. */
  let ready: ReturnType<Corpus['list']> | null = null;

  return {
    /** @throws 'bad-message', 'corpus-unreadable' */
    async search(ask) {
      const query = checkQuery(record('query', ask));
      const found = await searchArticles(corpus, stances, query, count('offset', ask, 1e9), count('limit', ask, MOST_ROWS));
      // Who looks at the list is about to search it.
      if (ready !== corpus.list()) void makeReady((ready = corpus.list()));
      return found;
    },

    /** @throws 'bad-message', 'gone', 'corpus-unreadable' */
    async article(ask) {
      const stored = await corpus.record(id('id', ask));
      if (!stored) throw new Failure('gone', 'no such article');
      const { notes } = corpus;
      const annotations = await annotationsOf(corpus, stored);
      return { article: articleOf(stored), statements: corpus.statementsOf(stored), annotations, label: notes.labelOf(stored.id), corrections: notes.correctionsOf(stored.id) };
    },

    /** @throws 'corpus-unreadable' */
    async inbox() {
      return corpus.inbox();
    },

    /** @throws 'bad-message', 'quota', 'corpus-unreadable' */
    async seen(ask) {
      await corpus.seen(ids('ids', ask), truth('seen', ask), id('operation', ask));
      return {};
    },

    /** @throws 'bad-message', 'quota', 'corpus-unreadable' */
    async restoreSeeds(ask) {
      return { restored: await corpus.restoreSeeds(id('operation', ask)) };
    },

    /** @throws 'bad-message', 'corpus-unreadable' */
    async purge(ask) {
      return { articles: await corpus.purge(checkPurge(ask['what']), id('operation', ask)) };
    },

    async work() {
      return corpus.work();
    },

    /** Each draft for itself: one that can't be saved keeps no other from it. @throws 'bad-message' */
    async saveDrafts(ask) {
      const { drafts } = ask;
      if (!Array.isArray(drafts) || drafts.length > MOST_DRAFTS) bad(`drafts is no list of at most ${MOST_DRAFTS}`);
      const operation = id('operation', ask);
      const answer = { saved: 0, already: 0, failed: [] as { at: number; code: FailureCode }[] };
      for (const [at, draft] of drafts.entries()) {
        try {
          const { already } = await saveDraft(corpus, checkDraft(draft), `${operation}-${at}`);
          if (already) answer.already++;
          else answer.saved++;
        } catch (error) {
          const reply = failed(error);
          if (!reply.ok) answer.failed.push({ at, code: reply.code });
        }
      }
      return answer;
    },
  };
}

/** A record as it travels: without what was extracted and its vectors. */
export function articleOf({ id: own, url, title, outlet, author, published, language, blocks, claimReviews, retrieved, file }: ArticleRecord): Article {
  return { id: own, url, title, outlet, author, published, language, blocks, ...(claimReviews ? { claimReviews } : {}), retrieved, file };
}

function checkPurge(what: unknown): Purge {
  if (what === 'all') return what;
  if (!isRecord(what) || Object.keys(what).length !== 1) bad('what is to be removed is an article, a site or all');
  if ('article' in what) return { article: id('article', what) };
  const { site } = what;
  if (typeof site !== 'string' || !HOST.test(site.toLowerCase())) bad('site is no host');
  return { site: site.toLowerCase() };
}
