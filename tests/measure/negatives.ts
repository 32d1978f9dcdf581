// Pairs as a search brings them, for fitting the gate: statements beside their nearest neighbours in meaning from other matters, and
// the labelled sentences of our own pages beside the stored statements found for them. What a page brings is mostly no evidence.
import { extract, statementOf } from '../../lib/claims/extract';
import { cosine128 } from '../../lib/match/encoder/encoder';
import { inputsOf } from '../../lib/match/inputs';
import { pairOf } from '../../lib/match/judge';
import { corpusOf, seedArticles } from './corpora';
import { nodeEncoder } from './encoder-files';
import { isNamed, isPartOf, ownPages } from './own-page-marks';
import type { Stance } from '../../lib/model';
import type { LabelledPair } from './pairs';

/** So many neighbours from other matters a claim, and candidates a sentence of a page. */
const NEIGHBOURS = 6;
const CANDIDATES = 24;

/** One pair of no stance; `group` is the matter or page it comes from. */
export interface Negative {
  inputs: Record<string, number>;
  group: string;
}

/** A pair that the search brings on a page; `named` is the stance of the label that names it, null for what a decoy meets. */
export type Found = Negative & { named: Stance | null };

/** For each claim its nearest statements of other matters. */
export async function neighboursOf(pairs: LabelledPair[]): Promise<Negative[]> {
  const encoder = await nodeEncoder();
  if (!encoder) return [];
  const sides = pairs.map(({ s, e, s_date, e_date, matter }) => ({ matter, claim: statementOf(s, s_date), evidence: statementOf(e, e_date), ours: encoder.project(encoder.encode(s)), theirs: encoder.project(encoder.encode(e)) }));
  return sides.flatMap(({ matter, claim, ours }) =>
    sides
      .filter((other) => other.matter !== matter)
      .map((other) => ({ other, cosine: cosine128(ours, other.theirs) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, NEIGHBOURS)
      .map(({ other, cosine }) => ({ inputs: inputsOf(pairOf(claim, other.evidence, cosine)).numbers, group: matter })),
  );
}

/** What the search brings for the labelled sentences of our own pages: the statements that a label names, and for decoys all of them. */
export async function foundOnOwnPages(): Promise<Found[]> {
  const corpus = await corpusOf(seedArticles());
  const found: Found[] = [];
  for (const { page, draft, labels } of ownPages()) {
    for (const claim of extract(draft).statements) {
      const mine = labels.filter(({ sentence }) => isPartOf(claim.text, sentence));
      if (mine.length === 0) continue;
      const candidates = corpus.search(claim, null, corpus.encode(claim.text)).slice(0, CANDIDATES);
      const cosines = new Map(candidates.map(({ id, cosine }) => [id, cosine]));
      for (const stored of await corpus.texts([...cosines.keys()])) {
        const label = mine.find((each) => 'stance' in each && isNamed(stored, each));
        const named = label && 'stance' in label ? label.stance : null;
        if (named || mine.every((label) => 'decoy' in label)) found.push({ inputs: inputsOf(pairOf(claim, stored.statement, cosines.get(stored.statement.id) ?? null)).numbers, group: page, named });
      }
    }
  }
  return found;
}
