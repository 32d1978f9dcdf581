// What may enter from a page's script as a draft, and what is refused.
import { describe, expect, it } from 'vitest';
import { checkDraft, LONGEST_NAME, LONGEST_TEXT, MOST_BLOCKS } from '../lib/draft';

const good = {
  url: 'https://news.example/a',
  title: 'A title',
  outlet: null,
  author: 'A. Writer',
  published: '2023-03-07T10:00:00+01:00',
  language: 'en-GB',
  blocks: [{ kind: 'paragraph', text: 'Text.' }],
};
const block = (text: string): { kind: string; text: string } => ({ kind: 'paragraph', text });

describe('a draft', () => {
  it('of the right shape is taken over, and nothing else with it', () => {
    expect(checkDraft(good)).toEqual(good);
    const more = JSON.parse(JSON.stringify({ ...good, extra: 1, blocks: [{ ...good.blocks[0], html: '<b>' }] }).replace('"extra"', '"__proto__"')) as unknown;
    expect(checkDraft(more)).toEqual(good);
    expect(checkDraft({ ...good, url: null }).url).toBeNull();
  });

  const refused: { what: string; value: unknown }[] = [
    { what: 'nothing', value: undefined },
    { what: 'a list', value: [good] },
    { what: 'no title', value: { ...good, title: undefined } },
    { what: 'no address at all', value: { ...good, url: undefined } },
    { what: 'an address that is a script', value: { ...good, url: 'javascript:alert(1)' } },
    { what: 'an address that is none', value: { ...good, url: 'news' } },
    { what: 'an address without end', value: { ...good, url: `https://a.example/${'x'.repeat(10_000)}` } },
    { what: 'an address without end once it is encoded', value: { ...good, url: `https://a.example/${'я'.repeat(3_000)}` } },
    { what: 'an author that is a list', value: { ...good, author: ['a'] } },
    { what: 'a date that is a number', value: { ...good, published: 20230307 } },
    { what: 'blocks that are no list', value: { ...good, blocks: { length: 1 } } },
    { what: 'a block of unknown kind', value: { ...good, blocks: [{ kind: 'script', text: 'x' }] } },
    { what: 'a block without text', value: { ...good, blocks: [{ kind: 'paragraph' }] } },
    { what: 'too many blocks', value: { ...good, blocks: Array(MOST_BLOCKS + 1).fill(block('x')) as unknown } },
    { what: 'too much text', value: { ...good, blocks: [block('x'.repeat(LONGEST_TEXT)), block('x')] } },
  ];
  it.each(refused)('is refused with $what', ({ value }) => {
    expect(() => checkDraft(value)).toThrow(expect.objectContaining({ code: 'bad-message' }));
  });

  it('of 5 MB of text is taken', () => {
    expect(checkDraft({ ...good, blocks: [block('x'.repeat(5_000_000))] }).blocks[0]!.text).toHaveLength(5_000_000);
  });

  it.each(['2 days ago', '275760-09-13', '2023-13-45', 'NaN', '2023-03-07T99:99', ''])('counts %j as no date', (published) => {
    expect(checkDraft({ ...good, published }).published).toBeNull();
  });

  it.each(['2023-03-07', '2023-03-07T10:00Z', '2023-03-07T10:00:00.123+0100'])('takes %j as a date', (published) => {
    expect(checkDraft({ ...good, published }).published).toBe(published);
  });

  it('has its names cut rather than its page refused', () => {
    const long = checkDraft({ ...good, title: 'x'.repeat(2_000_000), author: 'y'.repeat(5_000), outlet: '', language: 'the language of the country' });
    expect([long.title.length, long.author!.length, long.outlet, long.language]).toEqual([LONGEST_NAME, LONGEST_NAME, null, null]);
  });
});
