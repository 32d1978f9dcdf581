// Stores of statements and queries with what is relevant to each → recall@20 and MAP@5 of the shipped index.
// A store's row is a statement of the document it names, else an article of its own, with its headline where it has one; a
// query never finds its own document.
import { statementOf } from '../../lib/claims/extract';
import type { Encoder } from '../../lib/match/encoder/encoder';
import { packedVectors, StatementIndex } from '../../lib/match/finding/statement-index';
import type { StoredStatement } from '../../lib/model';
import { rowsOf, text, type DataFile, type Family } from './data-folder';
import { nodeEncoder } from './encoder-files';
import { averagePrecision, mean, recallAt, sampled, score, type Score } from './scores';

/** Queries asked of a set without `full`. */
const ENOUGH = 3000;
/** Between a row's id and what tells its headline, which is a statement too, from its claim. */
const HEADLINE = '\nheadline';

const isStore = (file: DataFile): boolean => /^(?:claims|sentences)$/.test(file.parts.at(-1)!);

/** Scores every file of queries against the store of its set: that of its own split, else the set's only one. */
export async function scoreRetrieval(family: Family): Promise<Score[]> {
  const encoder = await nodeEncoder();
  const stores = family.files.filter(isStore);
  const scores: Score[] = [];
  for (const file of family.files) {
    if (isStore(file)) continue;
    const own = stores.filter((store) => store.set === file.set);
    const store = own.find((each) => each.parts.slice(1, -1).join('.') === file.parts.slice(1, -1).join('.')) ?? own[0];
    if (file.parts.at(-1) !== 'queries' || !store) family.say(`retrieval/${file.name}: left out: ${store ? 'neither queries nor a store' : 'its store is missing'}`);
    else scores.push(...asked(file, indexed(store, encoder, family), family));
  }
  return scores;
}

function indexed(store: DataFile, encoder: Encoder | null, family: Family): StatementIndex {
  const byArticle = new Map<string, StoredStatement[]>();
  for (const row of rowsOf(store, family.say)) {
    const id = String(row['id']);
    const article = text(row, 'doc') || id;
    const others = byArticle.get(article) ?? [];
    byArticle.set(article, others);
    others.push({ ...statementOf(text(row, 'claim') || text(row, 'text'), text(row, 'date') || null), id, article });
    if (text(row, 'title')) others.push({ ...statementOf(text(row, 'title'), text(row, 'date') || null), id: id + HEADLINE, article });
  }
  const index = new StatementIndex(encoder);
  for (const [article, statements] of byArticle) index.add(article, statements, encoder && packedVectors(encoder, statements.map((each) => each.text)));
  family.say(`${store.name}: ${byArticle.size} documents indexed`);
  return index;
}

function asked(file: DataFile, index: StatementIndex, family: Family): Score[] {
  const rows = sampled(rowsOf(file, family.say), family.full ? Infinity : ENOUGH);
  const results = rows.flatMap((row) => {
    const relevant = relevantOf(row['relevant']);
    if (relevant.size === 0) return [];
    const query = text(row, 'query');
    const found = index.search(statementOf(query, text(row, 'date') || null), text(row, 'doc') || null, index.encode(query));
    const ranked = [...new Set(found.map(({ id }) => id.replace(HEADLINE, '')))];
    return [{ recall: recallAt(ranked, relevant, 20), precision: averagePrecision(ranked, relevant, 5) }];
  });
  family.say(`${file.name}: ${results.length} queries`);
  return [
    score(`${file.set} recall@20`, mean(results.map((each) => each.recall)), 'share', results.length),
    score(`${file.set} MAP@5`, mean(results.map((each) => each.precision)), 'MAP', results.length),
  ];
}

/** Ids, or ids with a grade above 0. */
function relevantOf(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.map(String));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.entries(value).flatMap(([id, grade]) => (Number(grade) > 0 ? [id] : [])));
}
