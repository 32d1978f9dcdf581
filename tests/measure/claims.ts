// Sentences labelled check-worthy, and documents with who-says-what marked → F1 of check-worthiness (the share let through by
// the extraction's gate beside it) and token F1 of what is attributed. Knows only what was expected.
import { extract } from '../../lib/claims/extract';
import { foldQuotations } from '../../lib/claims/quotations';
import { findReported } from '../../lib/claims/reported';
import { CHECK_WORTHY, worthOfText } from '../../lib/claims/worth';
import type { Block, Draft, Span } from '../../lib/model';
import { normalForm } from '../../lib/text/normal-form';
import { rowsOf, text, type DataFile, type Family } from './data-folder';
import { countsOf, f1, precision, recall, sampled, score, type Counts, type Score } from './scores';

/** Sentences scored of a set without `full`. */
const ENOUGH = 8000;

/** Scores the claims family. */
export function scoreClaims(family: Family): Score[] {
  const polnear: Counts = { right: 0, wrong: 0, missed: 0 };
  const scores = family.files.flatMap((file) => {
    if (file.set === 'claimbuster') return scoreCheckWorthiness(file, family);
    if (file.set === 'polnear') addAttributions(file, family, polnear);
    else family.say(`claims/${file.name}: left out: unknown set`);
    return [];
  });
  return polnear.right + polnear.wrong + polnear.missed === 0 ? scores : [...scores, ...three('polnear content', polnear)];
}

function three(name: string, counts: Counts): Score[] {
  return [
    score(`${name} F1`, f1(counts), 'F1', counts.right + counts.missed),
    score(`${name} precision`, precision(counts), 'share', counts.right + counts.wrong),
    score(`${name} recall`, recall(counts), 'share', counts.right + counts.missed),
  ];
}

function draftOf(blocks: string[], published: string | null): Draft {
  return { url: null, title: '', outlet: null, author: null, published, language: 'en', blocks: blocks.map((each): Block => ({ kind: 'paragraph', text: each })) };
}

function scoreCheckWorthiness(file: DataFile, { full, say }: Family): Score[] {
  const rows = sampled(rowsOf(file, say), full ? Infinity : ENOUGH);
  const pairs = rows.map((row) => {
    const { statements } = extract(draftOf([text(row, 'text')], null));
    return { expected: row['label'] === 1, stated: statements.length > 0, decided: statements.some((statement) => worthOfText(statement.text) >= CHECK_WORTHY) };
  });
  const gate = countsOf(pairs.map(({ expected, stated }) => ({ expected, decided: stated })), true);
  return [...three('claimbuster', countsOf(pairs, true)), score('claimbuster let through by the gate', recall(gate), 'share', gate.right + gate.missed)];
}

/** Adds a file's tokens: a token is attributed when it stands in the content of any attribution of the first annotator. */
function addAttributions(file: DataFile, { say }: Family, counts: Counts): void {
  for (const row of rowsOf(file, say)) {
    const whole = text(row, 'text');
    const first = (row['annotations'] as { attributions?: { content?: [number, number][] }[] }[] | undefined)?.[0];
    const gold = (first?.attributions ?? []).flatMap(({ content }) => (content ?? []).map(([start, end]) => ({ start, end })));
    const found = attributed(whole);
    for (const token of whole.matchAll(/[\p{L}\p{N}]+/gu)) {
      const expected = gold.some((span) => token.index >= span.start && token.index < span.end);
      const decided = found.some((span) => token.index >= span.start && token.index < span.end);
      if (expected && decided) counts.right++;
      else if (decided) counts.wrong++;
      else if (expected) counts.missed++;
    }
  }
}

/** What a document reports of others' words and thoughts, as spans into it: paragraph by paragraph, as a page is read. */
function attributed(whole: string): Span[] {
  return [...whole.matchAll(/[^\n]+/g)].flatMap((line) => {
    const form = normalForm(line[0]);
    return findReported(foldQuotations(form.text)).map((span) => {
      const { start, end } = form.back(span);
      return { start: line.index + start, end: line.index + end };
    });
  });
}
