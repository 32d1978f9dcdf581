// The use cases on what several articles speak of: matters, what a page leaves out, how a saved page has changed. Thin: grouping and
// comparing are pure functions elsewhere; what the reader judged to be no match is taken out before.
import { changesOf } from '../changes';
import type { Corpus } from '../corpus/corpus';
import { idOf } from '../corpus/identity';
import { articleOf } from '../corpus/links';
import { checkDraft } from '../draft';
import { Failure } from '../failure';
import { leftOut } from '../left-out';
import { groupsOf, matterOf, rowOf, sharesRareTerms, statementsToRead, successorOf } from '../matters';
import type { Group } from '../matters';
import type { Link, StoredStatement } from '../model';
import { bad, count, LONGEST_QUERY, MOST_IDS, MOST_ROWS, text } from './checks';
import { wordsOf } from './search';
import type { Readings } from './readings';
import type { Stances } from './stances';
import type { UseCases } from './use-cases';

/** Ids of matters and of statements: content-addressed, the latter with their place. */
const LONGEST_ID = 100;
/** Of so many articles at most the statements are read for grouping, those of the surest pairs first: some 2 s from a disk. */
const READ_FOR_GROUPS = 1_000;

/** Matters, what is left out and what has changed, over an open corpus. */
export function matters(corpus: Corpus, stances: Stances, readings: Readings): Pick<UseCases, 'matters' | 'matter' | 'leftOut' | 'changes'> {
  let known: { at: number; groups: Promise<Group[]> } | null = null;

  /** Made once for all who ask while nothing changes. */
  function groups(): Promise<Group[]> {
    const at = corpus.mark();
    if (known?.at === at) return known.groups;
    const made = grouped();
    known = { at, groups: made };
    made.catch(() => (known = known?.groups === made ? null : known));
    return made;
  }

  async function grouped(): Promise<Group[]> {
    const pages = await corpus.stretches.byPage();
    /** Its page's own article is stored too, and says it already. */
    const isToldTwice = (article: string): boolean => corpus.summary(pages.get(article) ?? '') !== null;
    const links: Link[] = [];
    for await (const some of corpus.eachLinks()) links.push(...(await stances.right(some)).filter(({ a, b }) => !isToldTwice(articleOf(a)) && !isToldTwice(articleOf(b))));
    const read = await statementsIn(corpus, statementsToRead(links, READ_FOR_GROUPS));
    const sharesRare = (a: string, b: string): boolean => {
      const [one, other] = [read.get(a), read.get(b)];
      return one !== undefined && other !== undefined && sharesRareTerms(one, other);
    };
    return groupsOf(links, sharesRare, (article) => pages.get(article) ?? article);
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
      const had = ask['statements'] ?? [];
      if (!Array.isArray(had) || had.length > MOST_IDS) bad('statements is no list');
      const statements = had.map((statement: unknown) => text('statement', { statement }, LONGEST_ID));
      const all = await groups();
      const group = all.find(({ id }) => id === wanted) ?? successorOf(all, statements);
      if (!group) throw new Failure('gone', 'no such matter');
      return matterOf(group, await corpus.texts(group.statements));
    },

    /** @throws 'bad-message', 'corpus-unreadable' */
    async leftOut(ask) {
      const draft = checkDraft(ask['draft']);
      const self = draft.url === null ? null : await idOf(draft, null);
      return leftOut(draft, await readings.of(draft), corpus, {
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

/** The statements wanted, by id: one article after another is read. */
async function statementsIn(corpus: Corpus, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Map<string, StoredStatement>> {
  const found = new Map<string, StoredStatement>();
  for (const [article, ids] of wanted) {
    const record = await corpus.record(article);
    for (const statement of record ? corpus.statementsOf(record) : []) if (ids.has(statement.id)) found.set(statement.id, statement);
  }
  return found;
}
