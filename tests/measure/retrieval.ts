// Stores of statements and queries with what is relevant to each → recall@20 and MAP@5 of the shipped index.
// A store's row is a statement of the document it names, else an article of its own; a query never finds its own document.
import { statementOf } from '../../lib/claims/extract';
import { LexicalIndex } from '../../lib/match/lexical-index';
import type { StoredStatement } from '../../lib/model';
import { rowsOf, text, type DataFile, type Family } from './data-folder';
import { averagePrecision, mean, recallAt, sampled, score, type Score } from './scores';

/** Queries asked of a set without `full`. */
const ENOUGH = 3000;

const isStore = (file: DataFile): boolean => /^(?:claims|sentences)$/.test(file.parts.at(-1)!);

/** Scores every file of queries against the store of its set: that of its own split, else the set's only one. */
export function scoreRetrieval(family: Family): Score[] {
  const stores = family.files.filter(isStore);
  const scores: Score[] = [];
  for (const file of family.files) {
    if (isStore(file)) continue;
    const own = stores.filter((store) => store.set === file.set);
    const store = own.find((each) => each.parts.slice(1, -1).join('.') === file.parts.slice(1, -1).join('.')) ?? own[0];
    if (file.parts.at(-1) !== 'queries' || !store) family.say(`retrieval/${file.name}: left out: ${store ? 'neither queries nor a store' : 'its store is missing'}`);
    else scores.push(...asked(file, indexed(store, family), family));
  }
  return scores;
}

function indexed(store: DataFile, family: Family): LexicalIndex {
  const byArticle = new Map<string, StoredStatement[]>();
  for (const row of rowsOf(store, family.say)) {
    const id = String(row['id']);
    const article = text(row, 'doc') || id;
    const statement = { ...statementOf(text(row, 'claim') || text(row, 'text'), text(row, 'date') || null), id, article };
    const others = byArticle.get(article);
    if (others) others.push(statement);
    else byArticle.set(article, [statement]);
  }
  const index = new LexicalIndex();
  for (const [article, statements] of byArticle) index.add(article, statements);
  family.say(`${store.name}: ${byArticle.size} documents indexed`);
  return index;
}

function asked(file: DataFile, index: LexicalIndex, family: Family): Score[] {
  const rows = sampled(rowsOf(file, family.say), family.full ? Infinity : ENOUGH);
  const results = rows.flatMap((row) => {
    const relevant = relevantOf(row['relevant']);
    if (relevant.size === 0) return [];
    const ranked = index.search(statementOf(text(row, 'query'), text(row, 'date') || null), text(row, 'doc') || null).map((candidate) => candidate.id);
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
