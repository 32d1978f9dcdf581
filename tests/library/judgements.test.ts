// "Your last 50 judgements: 46 right": the latest ones only, and only those of matches.
import { expect, it } from 'vitest';
import { judgements } from '../../components/library/judgements';
import type { Verdict } from '../../lib/model';

const said = (n: number, verdict: Verdict['verdict']): Verdict => ({ id: String(n), verdict, claim: '', evidence: '', stance: null, note: '', at: new Date(Date.UTC(2023, 0, n)).toISOString() });

it.each([
  { what: 'none', all: [], is: { judged: 0, right: 0 } },
  { what: 'claims only', all: [said(1, 'never')], is: { judged: 0, right: 0 } },
  { what: 'a few', all: [said(1, 'agreed'), said(2, 'wrong-match'), said(3, 'never'), said(4, 'agreed')], is: { judged: 3, right: 2 } },
  { what: 'fifty of sixty, the latest', all: Array.from({ length: 60 }, (_, n) => said(n, n < 10 || n > 55 ? 'wrong-match' : 'agreed')), is: { judged: 50, right: 46 } },
])('$what', ({ all, is }) => expect(judgements(all)).toEqual(is));
