// Sentences labelled check-worthy, and documents with who-says-what marked → F1 of check-worthiness, token F1 of what is
// attributed. The engine's own reading decides both; this knows only what was expected.
import { extract, statementOf } from '../../lib/claims/extract';
import type { Block, Draft, Span } from '../../lib/model';
import { normalForm } from '../../lib/text/normal-form';
import { splitSentences } from '../../lib/text/sentences';
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
  const pairs = rows.map((row) => ({ expected: row['label'] === 1, decided: extract(draftOf([text(row, 'text')], null)).statements.length > 0 }));
  return three('claimbuster', countsOf(pairs, true));
}

/** Adds a file's tokens: a token is attributed when it stands in the content of any attribution of the first annotator. */
function addAttributions(file: DataFile, { say }: Family, counts: Counts): void {
  for (const row of rowsOf(file, say)) {
    const whole = text(row, 'text');
    const first = (row['annotations'] as { attributions?: { content?: [number, number][] }[] }[] | undefined)?.[0];
    const gold = (first?.attributions ?? []).flatMap(({ content }) => (content ?? []).map(([start, end]) => ({ start, end })));
    const found = attributed(whole, text(row, 'date') || null);
    for (const token of whole.matchAll(/[\p{L}\p{N}]+/gu)) {
      const expected = gold.some((span) => token.index >= span.start && token.index < span.end);
      const decided = found.some((span) => token.index >= span.start && token.index < span.end);
      if (expected && decided) counts.right++;
      else if (decided) counts.wrong++;
      else if (expected) counts.missed++;
    }
  }
}

/** What a document's sentences attribute to somebody, as spans into it: the sentence without the words of the attribution. */
function attributed(whole: string, published: string | null): Span[] {
  const lines = [...whole.matchAll(/[^\n]+/g)];
  const inContext = new Map(extract(draftOf(lines.map((line) => line[0]), published)).statements.map((statement) => [`${statement.block}.${statement.sentence}`, statement.attribution]));
  return lines.flatMap((line, block) => {
    const form = normalForm(line[0]);
    return splitSentences(form.text).flatMap((normal, sentence) => {
      const span = form.back(normal);
      const key = `${block}.${sentence}`;
      const attribution = inContext.has(key) ? inContext.get(key) : statementOf(line[0].slice(span.start, span.end), published).attribution;
      if (!attribution) return [];
      const from = line.index + span.start;
      return [
        { start: from, end: from + attribution.span.start },
        { start: from + attribution.span.end, end: line.index + span.end },
      ].filter(({ start, end }) => end > start);
    });
  });
}
