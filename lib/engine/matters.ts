// The use cases on what several articles speak of: matters, what a page leaves out, how a saved page has changed. Thin: grouping and
// comparing are pure functions elsewhere; what the reader judged to be no match is taken out before.
import { annotate } from '../annotate';
import { changesOf } from '../changes';
import type { Corpus } from '../corpus/corpus';
import { idOf } from '../corpus/identity';
import { checkDraft } from '../draft';
import { Failure } from '../failure';
import { leftOut } from '../left-out';
import { groupsOf, matterOf, rowOf, sharesRareTerms } from '../matters';
import type { Group } from '../matters';
import type { Link, StoredStatement } from '../model';
import { count, LONGEST_QUERY, MOST_ROWS, text } from './checks';
import { wordsOf } from './search';
import type { Stances } from './stances';
import type { UseCases } from './use-cases';

/** Ids of matters: content-addressed. */
const LONGEST_ID = 100;
/** Up to so many articles the statements of related pairs are looked at for their rare words; a larger library is grouped without reading one. */
const READ_FOR_GROUPS = 1_000;

/** Matters, what is left out and what has changed, over an open corpus. */
export function matters(corpus: Corpus, stances: Stances): Pick<UseCases, 'matters' | 'matter' | 'leftOut' | 'changes'> {
  let known: { at: number; groups: Group[] } | null = null;

  async function groups(): Promise<Group[]> {
    const at = corpus.mark();
    if (known?.at === at) return known.groups;
    const links: Link[] = [];
    for await (const some of corpus.eachLinks()) links.push(...(await stances.right(some)));
    const read = corpus.articles(null) <= READ_FOR_GROUPS ? await statementsOfRelated(corpus, links) : new Map<string, StoredStatement>();
    const found = groupsOf(links, (a, b) => {
      const [one, other] = [read.get(a), read.get(b)];
      return one !== undefined && other !== undefined && sharesRareTerms(one, other);
    });
    known = { at, groups: found };
    return found;
  }

  return {
    /** @throws 'bad-message', 'corpus-unreadable' */
    async matters(ask) {
      const byWord = wordsOf(text('text', ask, LONGEST_QUERY)).map(({ stem, lower }) => new Set([...corpus.withWord(stem), ...corpus.withWord(lower)]));
      const [offset, limit] = [count('offset', ask, 1e9), count('limit', ask, MOST_ROWS)];
      const fitting = (await groups()).filter(({ statements }) => byWord.every((ids) => statements.some((id) => ids.has(id))));
      const shown = fitting.slice(offset, offset + limit);
      const titles = new Map((await corpus.texts(shown.map(({ title }) => title))).map((said) => [said.statement.id, said]));
      return { total: fitting.length, rows: shown.flatMap((group) => (titles.has(group.title) ? [rowOf(group, titles.get(group.title)!)] : [])) };
    },

    /** @throws 'bad-message', 'gone', 'corpus-unreadable' */
    async matter(ask) {
      const wanted = text('id', ask, LONGEST_ID);
      const group = (await groups()).find(({ id }) => id === wanted);
      if (!group) throw new Failure('gone', 'no such matter');
      return matterOf(group, await corpus.texts(group.statements));
    },

    /** @throws 'bad-message', 'corpus-unreadable' */
    async leftOut(ask) {
      const draft = checkDraft(ask['draft']);
      const self = draft.url === null ? null : await idOf(draft, null);
      const reading = await annotate(draft, corpus, self, corpus.notes.verdicts);
      return leftOut(draft, reading, corpus, {
        statementsOf: async (article) => {
          const record = article === self ? null : await corpus.record(article);
          return record ? corpus.texts(corpus.statementsOf(record).map(({ id }) => id)) : [];
        },
        linksOf: async (article) => stances.right(await corpus.linksOf(article)),
      });
    },

    /** @throws 'bad-message', 'corpus-unreadable' */
    async changes(ask) {
      const draft = checkDraft(ask['draft']);
      const stored = draft.url === null ? null : await corpus.record(await idOf(draft, null));
      return stored && { saved: stored.retrieved, changes: changesOf(stored, draft) };
    },
  };
}

/** The statements of pairs that are merely related, by id: one article after another is read. */
async function statementsOfRelated(corpus: Corpus, links: Link[]): Promise<Map<string, StoredStatement>> {
  const wanted = new Set(links.filter(({ stance }) => stance === 'related').flatMap(({ a, b }) => [a, b]));
  const found = new Map<string, StoredStatement>();
  if (wanted.size === 0) return found;
  for await (const record of corpus.each()) for (const statement of corpus.statementsOf(record)) if (wanted.has(statement.id)) found.set(statement.id, statement);
  return found;
}
