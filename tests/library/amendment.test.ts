// What is typed into the form for one statement becomes the correction, and nothing more than what differs.
import { describe, expect, it } from 'vitest';
import { amendmentOf, typedOf } from '../../components/library/amendment';
import type { Typed } from '../../components/library/amendment';
import type { Amendment } from '../../components/library/library-view';
import type { Quantity } from '../../lib/model';

const figure = (min: number | null, max: number | null): Quantity => ({ span: { start: 0, end: 2 }, min, max, approximate: false, unit: 'count', of: 'body' });
const FIGURES = [figure(17, 17), figure(300_000, null)];

it('with a decimal comma the form shows figures that it reads back', () => {
  const figures = [figure(1.125, 1_200_000.25)];
  const shown = typedOf(null, figures, false, ',');
  expect(shown.figures).toEqual([{ min: '1,1250', max: '1200000,25' }]);
  expect(amendmentOf(shown, null, figures, null, ',')).toEqual({ hidden: false });
});

describe('a correction', () => {
  const cases: { what: string; typed: Partial<Typed>; before?: Amendment; is: ReturnType<typeof amendmentOf> }[] = [
    { what: 'of nothing', typed: {}, is: { hidden: false } },
    { what: 'that leaves it out', typed: { hidden: true }, is: { hidden: true } },
    { what: 'of the speaker', typed: { speaker: '  the   coastguard ' }, is: { hidden: false, speaker: 'the coastguard' } },
    { what: 'to nobody', typed: { speaker: ' ' }, is: { hidden: false, speaker: null } },
    { what: 'of one figure', typed: { figures: [{ min: '17', max: '17' }, { min: '250,000', max: '' }] }, is: { hidden: false, figures: [{ at: 1, min: 250_000, max: null }] } },
    { what: 'on top of another', typed: { hidden: true }, before: { hidden: false, speaker: 'she', figures: [{ at: 0, min: 17, max: 17 }] }, is: { hidden: true, speaker: 'she', figures: [{ at: 0, min: 17, max: 17 }] } },
    { what: 'with no figure', typed: { figures: [{ min: '17', max: '17' }, { min: 'many', max: '' }] }, is: { wrong: 1 } },
    { what: 'with a figure open at both ends', typed: { figures: [{ min: '', max: '' }, { min: '1', max: '' }] }, is: { wrong: 0 } },
    { what: 'with bounds turned round', typed: { figures: [{ min: '20', max: '17' }, { min: '1', max: '' }] }, is: { wrong: 0 } },
  ];
  it.each(cases)('$what', ({ typed, before, is }) => {
    expect(amendmentOf({ ...typedOf('Rescuers', FIGURES, false), ...typed }, 'Rescuers', FIGURES, before ?? null)).toEqual(is);
  });
});
