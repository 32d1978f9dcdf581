// What ships carries its licences: every package that the lockfile brings into the extension is named in public/NOTICE.txt,
// which is part of the package, and nothing is named there that does not ship.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import lexicon from '../lib/match/lexicon.json';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  peer?: boolean;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const notice = read('../public/NOTICE.txt');
const { packages } = JSON.parse(read('../package-lock.json')) as { packages: Record<string, Locked> };

const shipped = Object.entries(packages)
  .filter(([path, { dev, devOptional, optional, peer }]) => path !== '' && !dev && !devOptional && !optional && !peer)
  .map(([path, { license }]) => ({ name: path.split('node_modules/').at(-1)!, license }));

/** The first lines of the notice's sections name packages: alone, with commas between them, or with their copyright line behind. */
const named = notice
  .split(/\n-{20,}\n/)
  .flatMap((section) => section.trim().split('\n\n')[0]!.split('\n'))
  .map((line) => line.split(/\s{2,}/)[0]!)
  .filter((words) => /^(@?[a-z][\w./-]*)(, @?[a-z][\w./-]*)*$/.test(words))
  .flatMap((words) => words.split(', '));

test('names every package that ships, and only those', () => {
  expect(named.sort()).toEqual(shipped.map(({ name }) => name).sort());
});

test.each(shipped)('$name is under a licence that asks nothing of our own code', ({ license }) => {
  expect(['MIT', 'ISC', 'Apache-2.0', 'MPL-2.0']).toContain(license);
});

test('carries the licence of the word data, as that licence demands', () => {
  expect(lexicon.source).toMatch(/WordNet/);
  expect(notice).toContain('Copyright 2006 by Princeton University');
  expect(notice).toContain('THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"');
});
