// `node scripts/run.mjs tests/measure/own-pages.ts [--json] [--errors]`: what the engine marks on our own pages (own-page-marks.ts), as
// lines or as one JSON document; with --errors every wrong mark beside them.
import { parseArgs } from 'node:util';
import { outcomesOnOwnPages, summaryOf, type Share } from './own-page-marks';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false }, errors: { type: 'boolean', default: false } } });
const outcomes = await outcomesOnOwnPages();
const summary = summaryOf(outcomes);
const out = (text: string): void => void process.stdout.write(`${text}\n`);

if (options.json) out(JSON.stringify({ ...summary, outcomes }, null, 1));
else {
  const line = (name: string, { count, of, share }: Share): void => out(`${name.padEnd(36)} ${(share * 100).toFixed(1).padStart(5)}%  ${count} of ${of}`);
  line('expected, right stance', summary.expectedRight);
  for (const [stance, share] of Object.entries(summary.byStance)) line(`  ${stance}`, share);
  line('  by the statement that is named', summary.rightByTheNamedStatement);
  line('expected, with a wrong mark', summary.expectedWithAWrongMark);
  line('decoys marked', summary.decoysMarked);
  for (const { page, label, shown } of options.errors ? outcomes.filter(({ wrong }) => wrong) : []) out(`\n${page}: ${label.sentence}\n  ${label.why}\n  ${shown.join('\n  ')}`);
}
