// What other stored articles say of an article's statements, for its reading in the library and for the exports. What was judged in the
// background and still stands is taken from the links; only the rest is judged anew. The answer is the same either way.
import { candidatesFor, judgedAmong, MOST_RELATED, shown, withVectors } from '../annotate';
import type { Corpus } from '../corpus/corpus';
import type { LinksRecord } from '../corpus/links';
import type { ArticleRecord } from '../corpus/records';
import type { Candidate } from '../match/finding/corpus-index';
import type { Annotation, Evidence, Link, StoredStatement } from '../model';

/** How many pairs of statement and article were judged, and how many were known from the links. */
export interface Effort {
  judged: number;
  known: number;
}

/** The annotations of a stored article, its statements as corrected; claims in reading order. Lets waiting questions in between. */
export async function annotationsOf(corpus: Corpus, stored: ArticleRecord, effort: Effort = { judged: 0, known: 0 }): Promise<Annotation[]> {
  const { verdicts } = corpus.notes;
  const vectors = corpus.vectorsOf(stored);
  const others = await corpus.besides(stored.url);
  const compared = await corpus.comparisonOf(stored.id);
  const annotations: Annotation[] = [];
  const claims = corpus.statementsOf(stored).filter(({ text }) => !verdicts.isNever(text));
  for (const [claim, vector] of withVectors(claims, ({ id }) => vectors.get(id) ?? null, others, stored.id)) {
    const candidates = candidatesFor(claim, vector, others, stored.id);
    const found = await evidenceAmong(corpus, claim, candidates, compared, effort);
    const evidence = shown(claim, found, verdicts);
    if (evidence.length > 0) annotations.push({ claim, evidence });
  }
  return annotations;
}

/** The evidence among the candidates, in their order. */
async function evidenceAmong(corpus: Corpus, claim: StoredStatement, candidates: Candidate[], compared: LinksRecord | null, effort: Effort): Promise<Evidence[]> {
  const groups = corpus.keysOf(claim.article, candidates);
  const keys = new Set(compared?.judged?.[claim.id]);
  const links = new Map((compared?.links ?? []).filter(({ a }) => a === claim.id).map((link) => [link.b, link]));
  const known = new Map([...groups].filter(([key]) => keys.has(key)).flatMap(([, group]) => group.map(({ id }) => [id, links.get(id) ?? null] as const)));
  if (!(await areEnough(corpus, claim, links, known))) known.clear();
  for (const [, group] of groups) effort[group.every(({ id }) => known.has(id)) ? 'known' : 'judged']++;
  const said = await corpus.texts([...known].flatMap(([id, link]) => (link ? [id] : [])));
  const evidence = new Map<string, Evidence>();
  for (const { statement, source } of said) {
    const { stance, confidence, reason } = known.get(statement.id)!;
    evidence.set(statement.id, { statement, source, stance, confidence, reason });
  }
  for (const one of await judgedAmong(claim, candidates.filter(({ id }) => !known.has(id)), corpus)) evidence.set(one.statement.id, one);
  return candidates.flatMap(({ id }) => evidence.get(id) ?? []);
}

/**
 * Of what is merely related, links keep the first few. If one of those is no candidate any more, or was judged to be no match, the next
 * one would be shown, and it is not known which that is.
 */
async function areEnough(corpus: Corpus, claim: StoredStatement, links: Map<string, Link>, known: Map<string, Link | null>): Promise<boolean> {
  const related = [...links.values()].filter(({ stance }) => stance === 'related');
  if (related.length < MOST_RELATED) return true;
  if (related.some(({ b }) => !known.has(b))) return false;
  const said = await corpus.texts(related.map(({ b }) => b));
  return said.length === related.length && said.every(({ statement }) => corpus.notes.verdicts.ofPair(claim.text, statement.text) !== 'wrong-match');
}
