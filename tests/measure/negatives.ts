// Pairs that are surely no evidence, for fitting: statements beside their nearest neighbours in meaning from other matters, and
// the decoys of our own pages beside the stored statements found for them. What a page brings is mostly such pairs.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { statementOf } from '../../lib/claims/extract';
import { cosine128 } from '../../lib/match/encoder/encoder';
import { inputsOf } from '../../lib/match/inputs';
import { pairOf } from '../../lib/match/judge';
import { corpusOf, seedArticles } from './corpora';
import { nodeEncoder } from './encoder-files';
import type { LabelledPair } from './pairs';

/** So many neighbours from other matters a claim, and candidates a decoy. */
const NEIGHBOURS = 6;
const CANDIDATES = 10;

/** One pair of no stance; `group` is the matter or page it comes from. */
export interface Negative {
  inputs: Record<string, number>;
  group: string;
}

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

/** For each decoy of our own pages the stored statements that the search brings. */
export async function decoysBesideSeeds(): Promise<Negative[]> {
  const folder = fileURLToPath(new URL('../pages-own/', import.meta.url));
  const pages = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<string, { sentence: string; decoy?: true }[]>;
  const corpus = await corpusOf(seedArticles());
  const negatives: Negative[] = [];
  for (const [page, labels] of Object.entries(pages)) {
    for (const { sentence, decoy } of labels) {
      if (!decoy) continue;
      const claim = statementOf(sentence, null);
      const candidates = corpus.search(claim, null, corpus.encode(sentence)).slice(0, CANDIDATES);
      const cosines = new Map(candidates.map(({ id, cosine }) => [id, cosine]));
      for (const { statement } of await corpus.texts([...cosines.keys()])) negatives.push({ inputs: inputsOf(pairOf(claim, statement, cosines.get(statement.id) ?? null)).numbers, group: page });
    }
  }
  return negatives;
}
