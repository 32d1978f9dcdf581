// Text directives as the specification writes them (https://wicg.github.io/scroll-to-text-fragment/): a table.
import { describe, expect, test } from 'vitest';
import { textFragment } from '../../lib/exchange/text-fragment';

interface Case {
  behaviour: string;
  exact: string;
  prefix?: string;
  suffix?: string;
  directive: string;
}

const CASES: Case[] = [
  { behaviour: 'a quotation of some length stands alone', exact: 'the quick brown fox jumps', prefix: 'See ', suffix: ' over', directive: 'the%20quick%20brown%20fox%20jumps' },
  { behaviour: 'the syntax characters are encoded', exact: 'one-off, salt & pepper: a=b', directive: 'one%2Doff%2C%20salt%20%26%20pepper%3A%20a%3Db' },
  { behaviour: 'a short one brings the words around it', exact: 'text', prefix: 'this is an example ', suffix: ' fragment of it', directive: 'is%20an%20example-,text,-fragment%20of' },
  { behaviour: 'cut words at the ends of the context are dropped', exact: 'text', prefix: 'ample of ', suffix: ' fragm', directive: 'of-,text' },
  { behaviour: 'context is taken from the same line only', exact: 'text', prefix: 'Headline\n', suffix: '\nNext', directive: 'text' },
  { behaviour: 'the first words of a line are not taken for cut ones', exact: 'text', prefix: 'Headline\nMany words of ', suffix: '', directive: 'Many%20words%20of-,text' },
  { behaviour: 'context is encoded like the rest', exact: 'text', prefix: ' a-b, ', suffix: ' c&d ', directive: 'a%2Db%2C-,text,-c%26d' },
  { behaviour: 'white space is collapsed', exact: 'at  least\u00a0eighty\tnine men', directive: 'at%20least%20eighty%20nine%20men' },
  {
    behaviour: 'a long quotation is given by its first and last words',
    exact: `alpha beta gamma delta epsilon zeta ${'eta '.repeat(80)}theta iota kappa lambda mu nu`,
    directive: 'alpha%20beta%20gamma%20delta%20epsilon%20zeta,theta%20iota%20kappa%20lambda%20mu%20nu',
  },
  { behaviour: 'a line break in the mark-up is white space', exact: 'First words here,\n    and the last.', directive: 'First%20words%20here%2C%20and%20the%20last.' },
  { behaviour: 'a long run without spaces is given whole', exact: 'x'.repeat(301), directive: 'x'.repeat(301) },
  { behaviour: 'other scripts are encoded as UTF-8', exact: 'Київ – Zaporizhzhia route', directive: '%D0%9A%D0%B8%D1%97%D0%B2%20%E2%80%93%20Zaporizhzhia%20route' },
  { behaviour: 'a lone surrogate does not throw', exact: 'a broken \uD83D character here', directive: 'a%20broken%20%EF%BF%BD%20character%20here' },
];

describe('textFragment', () => {
  test.each(CASES)('$behaviour', ({ exact, prefix = '', suffix = '', directive }) => {
    const fragment = textFragment({ quote: { exact, prefix, suffix }, position: { start: 0, end: exact.length } });
    expect(fragment).toBe(`:~:text=${directive}`);
    expect(() => decodeURIComponent(fragment)).not.toThrow();
  });
});
