// What may not be said is said by nobody: neither a message nor a file brings it into a library; both are told the place, and nothing changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../lib/exchange/library';
import type { Verdict } from '../lib/model';
import { dump } from './corpus/fixtures';
import { op, start } from './engine-opened';
import { exported, imported } from './exchange/client';
import { ARTICLE, EMPTY } from './exchange/fixtures';
import { library } from './exchange/library-arbitraries';
import { LISTS, REFUSED, TAKEN } from './exchange/refused-remarks';

const CALLS = { verdict: 'judge', correction: 'correct', label: 'label' } as const;

/** A library's file with this record and one that may be made, as we lay it out and as others may. */
function files(list: string, record: object): string[] {
  const beside = list === 'labels' ? { verdicts: [TAKEN.verdict as Verdict] } : { labels: [TAKEN.label] };
  const text = libraryOf({ ...EMPTY, ...beside, [list]: [record] });
  return [text, JSON.stringify(JSON.parse(text))];
}

describe('what may not be said', () => {
  it.each(REFUSED)('is refused of a message: $what', async ({ kind, over, says }) => {
    const { engine, name } = await start();
    const before = await dump(name);
    const asking = engine[CALLS[kind]]({ [kind]: { ...TAKEN[kind], ...over }, how: 'keep', operation: op() });
    await expect(asking).rejects.toMatchObject({ code: 'bad-message', message: expect.stringContaining(`${kind}${says}`) as string });
    expect(await dump(name)).toEqual(before);
  });

  it.each(REFUSED)('is refused of a file, and nothing of it imported: $what', async ({ kind, over, says }) => {
    const { engine, name } = await start();
    const before = await dump(name);
    for (const text of files(LISTS[kind], { ...TAKEN[kind], ...over })) {
      const place = `${LISTS[kind]}[0]${says}`;
      const sent = imported(engine, text, 'merge', op());
      await expect(sent).rejects.toMatchObject({ code: 'bad-import', message: expect.stringMatching(/^line \d+, /) as string });
      await expect(sent).rejects.toMatchObject({ message: expect.stringContaining(place) as string });
    }
    expect(await dump(name)).toEqual(before);
  });

  it.each(['verdict', 'correction', 'label'] as const)('is only that: a file with a %s that may be made is taken', async (kind) => {
    const { engine } = await start();
    for (const text of files(LISTS[kind], TAKEN[kind])) expect(await imported(engine, text, 'merge', op())).toMatchObject({ [LISTS[kind]]: { added: expect.any(Number) as number } });
    const taken = JSON.parse((await exported(engine, 'library')).text) as Record<string, object[]>;
    const { id: _id, ...said } = { id: '', ...TAKEN[kind] };
    expect(taken[LISTS[kind]]).toMatchObject([said]);
  });

  it.each([
    ['claim', '', 'the text is empty'],
    ['rating', '', 'the text is empty'],
    ['publisher', '', 'the text is empty'],
    ['url', 'javascript:alert(1)', 'an http(s) address'],
    ['date', 'yesterday', 'an ISO 8601 date'],
  ])('is refused in the review of a file’s article: its %s as "%s"', async (field, value, says) => {
    const { engine, name } = await start();
    const before = await dump(name);
    const review = { claim: 'It sank.', author: null, rating: 'Wrong', publisher: 'P', url: null, date: null, [field]: value };
    for (const text of files('articles', { ...ARTICLE, claimReviews: [review] })) {
      await expect(imported(engine, text, 'merge', op())).rejects.toMatchObject({ code: 'bad-import', message: expect.stringContaining(`articles[0].claimReviews[0].${field}: ${says}`) as string });
    }
    expect(await dump(name)).toEqual(before);
  });
});

describe('what the engine keeps', () => {
  it('goes out, in and out again the same to the byte, whatever was said', async () => {
    await fc.assert(
      fc.asyncProperty(library, async ({ verdicts }) => {
        const { engine } = await start();
        for (const { verdict, claim, evidence, stance, note } of verdicts) await engine.judge({ verdict: { verdict, claim, evidence, stance, note }, how: 'keep', operation: op() });
        const { text } = await exported(engine, 'library');
        const other = await start();
        await imported(other.engine, text, 'replace', op());
        expect((await exported(other.engine, 'library')).text).toBe(text);
      }),
      { numRuns: 15 },
    );
  });
});
