// The receipt: what decided is marked apart from what speaks alike, alike parts on both sides or on neither, in words too for
// those who hear it; long sentences are cut around the marks, and spans that make no sense break nothing.
import fc from 'fast-check';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import cardCss from '../../components/card.css?inline';
import { EvidenceItem } from '../../components/EvidenceItem';
import { excerpt, pieces } from '../../components/excerpt';
import { receiptOf } from '../../components/receipt';
import type { MarkedSpan } from '../../components/receipt';
import tokensCss from '../../components/tokens.css?inline';
import type { DateMention, Evidence, Reason, Span } from '../../lib/model';
import { evidence, source, spanOf } from './fixtures';
import type { Told } from './fixtures';

const CLAIM = 'Some 400 Russian soldiers were killed in Makiivka, the ministry said.';
const TOLD: Told = {
  text: 'In Makiivka, 89 Russian soldiers lost their lives.',
  stance: 'conflicts',
  words: '400 here, 89 there: soldiers, killed',
  here: ['400'],
  there: ['89'],
  alike: [['Russian', 'Russian'], ['soldiers', 'soldiers'], ['killed', 'lost their lives'], ['Makiivka', 'Makiivka']],
  from: source('m'),
};

let app: HTMLElement;
beforeEach(() => (app = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  render(null, app);
  app.remove();
});

function draw(claim: string, of: Evidence): void {
  render(
    <div class="card">
      <style>{tokensCss + cardCss}</style>
      <EvidenceItem claim={claim} evidence={of} />
    </div>,
    app,
  );
}

const words = (selector: string) => [...app.querySelectorAll(selector)].map((element) => element.textContent.trim());
const look = (selector: string) => {
  const { textDecorationStyle, textDecorationColor, fontWeight, backgroundColor } = getComputedStyle(app.querySelector(selector)!);
  return { textDecorationStyle, textDecorationColor, fontWeight, backgroundColor };
};

describe('a receipt', () => {
  it('marks what speaks alike on both sides, in each side’s own words, and what decided apart from it', () => {
    draw(CLAIM, evidence(CLAIM, TOLD));
    expect(words('.sides div:first-child mark.agreeing')).toEqual(['Russian soldiers', 'killed', 'Makiivka']);
    expect(words('.side-there mark.agreeing')).toEqual(['Makiivka', 'Russian soldiers', 'lost their lives']);
    expect([words('.sides div:first-child mark.deciding'), words('.side-there mark.deciding')]).toEqual([['400'], ['89']]);
  });

  it('says the same in words, behind each text and out of it', () => {
    draw(CLAIM, evidence(CLAIM, TOLD));
    expect(words('.in-words')).toEqual(['(differs: 400; alike: Russian soldiers, killed, Makiivka)', '(differs: 89; alike: Makiivka, Russian soldiers, lost their lives)']);
    expect(words('.sides dd > bdi')).toEqual([CLAIM, TOLD.text]);
    draw(CLAIM, evidence(CLAIM, { ...TOLD, stance: 'corroborates', alike: [] }));
    expect(words('.in-words')).toEqual(['(agrees: 400)', '(agrees: 89)']);
    draw(CLAIM, evidence(CLAIM, { ...TOLD, stance: 'related', here: [], alike: [] }));
    expect(words('.in-words')).toEqual(['(compared: 89)']);
  });

  it('names the signal beside the stance', () => {
    draw(CLAIM, evidence(CLAIM, TOLD));
    expect(words('.reason')).toEqual(['Differs · figures: 400 here, 89 there: soldiers, killed']);
    const other = evidence(CLAIM, TOLD);
    draw(CLAIM, { ...other, reason: { ...other.reason, signal: 'opposite-outcome' } });
    expect(words('.reason .signal')).toEqual(['outcome']);
  });

  it('sets the deciding part apart by its line and weight, not by colour alone, in the card’s own styles', () => {
    draw(CLAIM, evidence(CLAIM, TOLD));
    const [alike, differs] = [look('mark.agreeing'), look('mark.deciding')];
    expect([alike.textDecorationStyle, differs.textDecorationStyle]).toEqual(['solid', 'wavy']);
    expect(Number(differs.fontWeight)).toBeGreaterThan(Number(alike.fontWeight));
    expect(alike.textDecorationColor).not.toBe(differs.textDecorationColor);
    expect(look('.side-there mark.agreeing')).toEqual(alike);
    expect(look('.side-there mark.deciding')).toEqual(differs);
    draw(CLAIM, evidence(CLAIM, { ...TOLD, stance: 'corroborates' }));
    expect(look('mark.deciding').textDecorationStyle).toBe('solid');
    draw(CLAIM, evidence(CLAIM, { ...TOLD, stance: 'related' }));
    expect(look('mark.deciding').textDecorationStyle).toBe('dotted');
  });

  it('keeps them apart where the system forces its colours', async () => {
    const media = (value: string) => cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    draw(CLAIM, evidence(CLAIM, TOLD));
    await media('active');
    try {
      await vi.waitFor(() => expect(matchMedia('(forced-colors: active)').matches).toBe(true));
      const [alike, differs] = [look('mark.agreeing'), look('mark.deciding')];
      expect([alike.textDecorationStyle, differs.textDecorationStyle]).toEqual(['solid', 'wavy']);
      expect(alike.backgroundColor).toBe(getComputedStyle(app.querySelector('.card')!).backgroundColor);
      expect(differs.backgroundColor).not.toBe(alike.backgroundColor);
    } finally {
      await media('none');
    }
  });

  it('shows the partner of the part under the pointer', async () => {
    draw(CLAIM, evidence(CLAIM, TOLD));
    await userEvent.hover(app.querySelectorAll('.sides div:first-child mark.agreeing')[1]!);
    await vi.waitFor(() => expect(words('.is-lit')).toEqual(['killed', 'lost their lives']));
    await userEvent.unhover(app.querySelectorAll('.sides div:first-child mark.agreeing')[1]!);
    await vi.waitFor(() => expect(words('.is-lit')).toEqual([]));
  });

  it('leaves the claim out when nothing in it is marked, and draws a reason from before there were aligned parts', () => {
    const { reason, ...rest } = evidence(CLAIM, { ...TOLD, here: [] });
    const { aligned: _, ...older } = reason;
    draw(CLAIM, { ...rest, reason: older });
    expect(words('.sides dt')).toEqual(['There']);
    expect(words('.sides mark')).toEqual(['89']);
  });
});

describe('which parts are marked', () => {
  const reasonOf = (claim: Span[], there: Span[], aligned: NonNullable<Reason['aligned']>): Reason => ({ signal: 'quantity', words: '', claim, evidence: there, aligned });
  const receipted = (stance: Evidence['stance'], reason: Reason, dates: DateMention[] = []) => {
    const { statement } = evidence(CLAIM, TOLD);
    return receiptOf(CLAIM, { statement: { ...statement, dates }, stance, reason });
  };
  const told = (text: string, marks: MarkedSpan[]) => marks.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
  const THERE = TOLD.text;
  const here = (part: string) => spanOf(CLAIM, part);
  const there = (part: string) => spanOf(THERE, part);

  const CASES: [name: string, reason: Reason, claim: string[], evidence: string[]][] = [
    ['a pair that reaches into what decided is left out on both sides', reasonOf([here('400')], [there('89')], { claim: [here('400 Russian')], evidence: [there('Russian')] }), ['deciding 400'], ['deciding 89']],
    ['a pair that overlaps an earlier one is left out', reasonOf([], [], { claim: [here('soldiers'), here('Russian soldiers')], evidence: [there('soldiers'), there('89')] }), ['agreeing Russian soldiers'], ['agreeing 89']],
    ['a pair out of one text is left out on both sides', reasonOf([], [], { claim: [here('Makiivka')], evidence: [{ start: 40, end: 400 }] }), [], []],
    ['a span without a partner is left out', reasonOf([], [], { claim: [here('Russian'), here('Makiivka')], evidence: [there('Russian')] }), ['agreeing Russian'], ['agreeing Russian']],
    ['neighbours with different words between them stay two', reasonOf([], [], { claim: [here('killed'), here('Makiivka')], evidence: [there('lost'), there('lives')] }), ['agreeing killed', 'agreeing Makiivka'], ['agreeing lost', 'agreeing lives']],
    ['neighbours in another order there stay two', reasonOf([], [], { claim: [here('Russian'), here('soldiers')], evidence: [there('soldiers'), there('Russian')] }), ['agreeing Russian', 'agreeing soldiers'], ['agreeing Russian', 'agreeing soldiers']],
    ['what decided in the same words on both sides does not differ', reasonOf([here('400'), here('Makiivka')], [there('Makiivka'), there('89')], { claim: [], evidence: [] }), ['deciding 400', 'agreeing Makiivka'], ['agreeing Makiivka', 'deciding 89']],
    ['unless nothing would be left to differ', reasonOf([here('Some'), here('soldiers')], [there('soldiers')], { claim: [], evidence: [] }), ['deciding Some', 'deciding soldiers'], ['deciding soldiers']],
    ['deciding spans are clamped, ordered and merged', reasonOf([{ start: 60, end: 999 }, { start: -5, end: 4 }, { start: 2, end: 8 }, { start: 3, end: 5 }, { start: 9, end: 3 }], [], { claim: [], evidence: [] }), ['deciding Some 400', 'deciding try said.'], []],
  ];
  it.each(CASES)('%s', (_, reason, claim, found) => {
    const receipt = receipted('conflicts', reason);
    expect([told(CLAIM, receipt.claim), told(THERE, receipt.evidence)]).toEqual([claim, found]);
  });

  it('what decided in the same words stays what decided where the sides agree', () => {
    const reason = reasonOf([here('soldiers'), here('400')], [there('soldiers'), there('89')], { claim: [], evidence: [] });
    expect(told(CLAIM, receipted('corroborates', reason).claim)).toEqual(['deciding 400', 'deciding soldiers']);
  });

  it('a date in the same words can be another day', () => {
    const reason = reasonOf([here('soldiers'), here('Makiivka')], [there('soldiers'), there('lives')], { claim: [], evidence: [] });
    const date: DateMention = { span: there('soldiers'), from: '2023-01-01', to: '2023-01-02', grain: 'day', inferred: true };
    expect(told(CLAIM, receipted('conflicts', reason).claim)).toEqual(['agreeing soldiers', 'deciding Makiivka']);
    expect(told(CLAIM, receipted('conflicts', reason, [date]).claim)).toEqual(['deciding soldiers', 'deciding Makiivka']);
  });

  it('is in order, within the text and without overlap, whatever the spans; and pairs are whole', () => {
    const spans = fc.array(fc.record({ start: fc.integer({ min: -9, max: 90 }), end: fc.integer({ min: -9, max: 90 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom('conflicts', 'corroborates', 'related'), spans, spans, spans, spans, (stance, a, b, c, d) => {
        const receipt = receipted(stance, reasonOf(a, b, { claim: c, evidence: d }));
        const pairsOf = (marks: MarkedSpan[]) => marks.flatMap((mark) => (mark.kind === 'agreeing' ? [mark.pair] : [])).sort((x, y) => x - y);
        expect(pairsOf(receipt.claim)).toEqual(pairsOf(receipt.evidence));
        for (const [text, marks] of [[CLAIM, receipt.claim], [THERE, receipt.evidence]] as const) {
          let at = 0;
          for (const { start, end } of marks) {
            expect(start >= at && start < end && end <= text.length).toBe(true);
            at = end;
          }
          expect(pieces(text, marks).map((piece) => piece.text).join('')).toBe(text);
        }
      }),
    );
  });
});

describe('excerpts', () => {
  const LONG = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one.';
  const mark = (part: string): MarkedSpan => ({ ...spanOf(LONG, part), kind: 'deciding' });
  const cut = (marks: MarkedSpan[], around: number, text = LONG) => excerpt(text, marks, around).map((piece) => (piece.mark ? `[${piece.text}]` : piece.text)).join('');

  it('keep the marked words and cut at words, before, between and behind them', () => {
    expect(cut([mark('thirteen')], 12)).toBe('… eleven twelve [thirteen] fourteen fifteen …');
    expect(cut([mark('two'), mark('nineteen')], 12)).toBe('One [two] three four five … seventeen eighteen [nineteen] twenty twenty-one.');
  });
  it('leave what is hardly longer whole', () => {
    expect(cut([mark('five')], 12)).toBe('One two three four [five] six seven eight …');
    expect(cut([{ start: 0, end: 5, kind: 'deciding' }], 12, 'Seven words are marked in this one.')).toBe('[Seven] words are marked in this one.');
  });
  it('keep the beginning of a text without marks', () => {
    expect(cut([], 12)).toBe('One two three four five six …');
    expect(cut([], 200)).toBe(LONG);
  });
});
