// READ FIRST: the whole way in some sixty lines. A draft (the text of a page or file) goes in, its claims with their
// evidence come out. Free of side effects; knows no browser, no database, no page.
import { NOTHING_JUDGED } from './annotate/judged';
import type { Judged } from './annotate/judged';
import { extract } from './claims/extract';
import { worthOfText } from './claims/worth';
import type { Candidate, CorpusIndex } from './match/finding/corpus-index';
import { onePerPage, withOrigins } from './match/independence';
import { FOUND, judge } from './match/judge';
import type { Annotation, Draft, Evidence, Reading, Statement } from './model';
import { isEnglish } from './text/language';

/** So many of the candidates found are judged. The right one stands among the first 16 for every seed statement; a larger corpus crowds more in. */
const JUDGED = 24;
/** Merely related statements are context, not evidence; more than these would bury it. */
export const MOST_RELATED = 4;
/** Claims of one page that are looked for by meaning too, those most worth checking first: some 1.5 s of encoding. A long report has 100. */
const MOST_ENCODED = 150;
/** Claims looked for by meaning at a time: some 150 ms of encoding. */
const TOGETHER = 16;

/**
 * Annotates a text against a corpus. `self` is the stored article that this text is, if it is one: never its own evidence. What the
 * reader judged before is kept to: a wrong match is not shown again, a claim never to be marked is left out. `told` hears of each annotation
 * as it is found, in the order of the text: what is found later changes none of them.
 */
export async function annotate(draft: Draft, index: CorpusIndex, self: string | null, judged: Judged = NOTHING_JUDGED, told: (sofar: Reading) => void = () => undefined): Promise<Reading> {
  const articles = index.articles(self);
  if (!isEnglish(draft.blocks.map((block) => block.text), draft.language)) {
    return { state: 'not-english', annotations: [], sentences: 0, claims: 0, articles };
  }
  const { sentences, statements } = extract(draft);
  const encoded = articles > 0 ? mostWorth(statements) : new Set<Statement>();
  const annotations: Annotation[] = [];
  const reading: Reading = { state: 'read', annotations, sentences, claims: statements.length, articles };
  const claims = statements.filter(({ text }) => !judged.isNever(text));
  for (const [claim, vector] of withVectors(claims, (one) => (encoded.has(one) ? index.encode(one.text) : null), index, self)) {
    const evidence = await evidenceFor(claim, vector, index, self, judged);
    if (evidence.length === 0) continue;
    annotations.push({ claim, evidence });
    told(reading);
  }
  return reading;
}

/** Claims with their vectors, a few looked for by meaning together: those of the next few are asked for when the first of them is. */
export function* withVectors<Claim extends Statement>(claims: readonly Claim[], vectorOf: (claim: Claim) => Int8Array | null, index: CorpusIndex, self: string | null): Generator<[Claim, Int8Array | null]> {
  // The first one alone: the page waits for it.
  for (let from = 0, size = 1; from < claims.length; from += size, size = Math.min(2 * size, TOGETHER)) {
    const some = claims.slice(from, from + size).map((claim): [Claim, Int8Array | null] => [claim, vectorOf(claim)]);
    index.lookAhead(some.flatMap(([, vector]) => vector ?? []), self);
    yield* some;
  }
}

function mostWorth(statements: Statement[]): Set<Statement> {
  if (statements.length <= MOST_ENCODED) return new Set(statements);
  const worth = new Map(statements.map((statement) => [statement, worthOfText(statement.text)]));
  return new Set([...statements].sort((a, b) => worth.get(b)! - worth.get(a)!).slice(0, MOST_ENCODED));
}

/** A later count goes before what merely shares the matter: it makes the time line. */
const updates = ({ reason }: Evidence): number => (reason.kind === 'later-update' ? 1 : 0);

const RANK = { conflicts: 0, corroborates: 1, related: 2 } as const;

/** What the corpus has to say of one claim: conflicts first, then agreement, then what is merely related. `vector` is the claim's, where it has one. */
export async function evidenceFor(claim: Statement, vector: Int8Array | null, index: CorpusIndex, self: string | null, verdicts: Judged): Promise<Evidence[]> {
  return shown(claim, await judgedAmong(claim, candidatesFor(claim, vector, index, self), index), verdicts);
}

/** The stored statements that are judged against a claim, best first. */
export function candidatesFor(claim: Statement, vector: Int8Array | null, index: CorpusIndex, self: string | null): Candidate[] {
  return index.search(claim, self, vector, JUDGED).slice(0, JUDGED);
}

/**
 * The evidence among these candidates, in their order. What it says of those of one article depends on them alone, so that articles can
 * be judged apart; an article's candidates can't.
 */
export async function judgedAmong(claim: Statement, candidates: Candidate[], index: CorpusIndex): Promise<Evidence[]> {
  const cosines = new Map(candidates.map(({ id, cosine }) => [id, cosine]));
  const stored = await index.texts(candidates.map(({ id }) => id));
  const judged = stored.map(({ statement, source }) => ({ statement, source, judgement: judge(claim, statement, cosines.get(statement.id) ?? null, FOUND) }));
  const nearest = new Map<string, number>();
  for (const { statement, judgement } of judged) nearest.set(statement.article, Math.max(nearest.get(statement.article) ?? 0, judgement.same));
  return judged.flatMap(({ statement, source, judgement: { stance, confidence, reason, same, byRule } }): Evidence[] => {
    // Unless a rule has its own witness, only the statement of an article that is nearest to the claim may agree or differ.
    if (stance === 'unrelated' || reason === null || (stance !== 'related' && !byRule && same < nearest.get(statement.article)!)) return [];
    return [{ statement, source, stance, confidence, reason }];
  });
}

/** Evidence, given in the order of its candidates, as it is shown: what the reader judged to be no match left out, and few of the merely related. */
export function shown(claim: Statement, found: Evidence[], verdicts: Judged): Evidence[] {
  const evidence = found.flatMap((one): Evidence[] => {
    const verdict = verdicts.ofPair(claim.text, one.statement.text);
    return verdict === 'wrong-match' ? [] : [{ ...one, ...(verdict ? { verdict } : {}) }];
  });
  evidence.sort((a, b) => RANK[a.stance] - RANK[b.stance] || updates(b) - updates(a) || b.confidence - a.confidence);
  let related = 0;
  return withOrigins(onePerPage(evidence).filter(({ stance }) => stance !== 'related' || related++ < MOST_RELATED));
}
