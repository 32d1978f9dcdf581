// What was said on a surface against what it hears later: an undo holds although the evidence that is still drawn tells of the verdict.
import { expect, it } from 'vitest';
import { Judging } from '../components/judging';
import type { Said } from '../components/judging';
import type { Annotation, Evidence } from '../lib/model';

const [claim, words] = ['About 400 soldiers were killed.', 'The strike killed 89 soldiers.'];
/** As drawn before the undo: the evidence itself tells that the reader agreed. */
const evidence = { statement: { text: words }, stance: 'conflicts', verdict: 'agreed' } as unknown as Evidence;
const annotation = { claim: { text: claim }, evidence: [evidence] } as unknown as Annotation;
const said: Said = { verdict: 'agreed', claim, evidence: words, stance: 'conflicts', note: '' };

it('what was taken back stays taken back when the others’ verdicts are heard, though the evidence drawn is older', async () => {
  const judging = new Judging((given, { how }) => Promise.resolve({ before: null, now: how === 'drop' ? null : given, overtaken: false }));
  await judging.judge(annotation, evidence, 'agreed');
  await judging.undo(judging.of(claim, evidence)!);
  expect(judging.of(claim, evidence)).toBeNull();
  judging.know([]);
  expect(judging.of(claim, evidence)).toBeNull();
});

it('what was taken back here and said again elsewhere holds', async () => {
  const judging = new Judging((given, { how }) => Promise.resolve({ before: null, now: how === 'drop' ? null : given, overtaken: false }));
  await judging.judge(annotation, evidence, 'agreed');
  await judging.undo(judging.of(claim, evidence)!);
  judging.know([{ ...said, note: 'in the library' }]);
  expect(judging.of(claim, evidence)?.said.note).toBe('in the library');
});
