// A corpus goes in; pages of sentences come out, each of which says in other words what one known claim of the corpus says.
// Knows no index.
import { indexTerms, isOnTop } from '../../../lib/match/finding/index-terms';
import type { Statement } from '../../../lib/model';
import { contentAt, matterAt, said, VERBS, type Content, type CorpusSpec } from './claims';
import { below, oneOf, randomAt, type Random } from './random';
import { wordOf, zipf } from './words';

/** Sentences that state something on one page. */
export const PER_PAGE = 60;
/** Share of a claim's words that its paraphrase keeps; of the others half are said in other words, half left out. */
const KEPT_WORDS = 0.38;
const KEPT_PLACE = 0.7;
const KEPT_SPEAKER = 0.5;
const KEPT_FIGURE = 0.4;

export interface Query {
  statement: Statement;
  /** Its words of content: see `contentWords`. */
  words: string;
  /** The number of the claim that it says in other words. */
  source: number;
}

/** Query number `at`: a random claim in other words. */
export function queryAt(spec: CorpusSpec, at: number): Query {
  const random = randomAt(spec.seed, 'query', at);
  const source = below(random, spec.claims);
  const content = contentAt(spec, source);
  const statement = said(paraphrased(content, random), random, matterAt(spec, content.matter).day, 0, at % PER_PAGE);
  return { source, statement, words: contentWords(statement) };
}

/** A statement's words as stems, without function words and what our index adds on top: what the peers are given, made beforehand. */
export function contentWords(statement: Statement): string {
  return [...indexTerms(statement).keys()].filter((term) => !isOnTop(term)).join(' ');
}

/** Page number `at`: sixty queries. */
export function pageAt(spec: CorpusSpec, at: number): Query[] {
  return Array.from({ length: PER_PAGE }, (_, i) => queryAt(spec, at * PER_PAGE + i));
}

function paraphrased(content: Content, random: Random): Content {
  const words = content.words.flatMap((word) => {
    if (random() < KEPT_WORDS) return [word];
    return random() < 0.5 ? [wordOf(zipf(random))] : [];
  });
  // A sentence of nothing that was said is no paraphrase.
  if (!words.some((word) => content.words.includes(word))) words.push(oneOf(random, content.words));
  const { figure } = content;
  return {
    matter: content.matter,
    speaker: content.speaker !== null && random() < KEPT_SPEAKER ? content.speaker : null,
    figure: figure && (random() < KEPT_FIGURE ? figure : { value: figure.value + 1 + below(random, 9), of: figure.of }),
    verb: random() < 0.5 ? content.verb : oneOf(random, VERBS),
    places: content.places.filter(() => random() < KEPT_PLACE),
    words: shuffled([...new Set(words)], random),
  };
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
