// What was read of a sentence → its terms: the words by which it is found and aligned. Names, calendar dates and what the
// sentence borrows from the one before stand as one term each. Knows nothing of how rare a word is.
import type { DateMention, Name, Quantity, Span, Term } from '../model';
import type { Token } from '../text/tokens';

interface Read {
  text: string;
  tokens: Token[];
  names: Name[];
  dates: DateMention[];
  quantities: Quantity[];
}

/**
 * Content words outside the attribution, in order. The words of a name stand as one term in its canonical form, those of
 * a calendar date ("24 February 2022", "New Year's Eve") as one term "on:2022-02-24"; weekdays are the report's own days. Figures are compared as figures.
 * `borrowed` terms stand in for the words that refer back.
 */
export function termsOf({ text, tokens, names, dates, quantities }: Read, borrowed: Term[], skip: Span | null): Term[] {
  const fixed: Term[] = [...names.map(({ canonical, span }) => ({ stem: canonical, span })), ...borrowed];
  for (const { span, from, grain } of dates) {
    const words = text.slice(span.start, span.end);
    if (grain === 'day' && /\d|new year|christmas/i.test(words)) fixed.push({ stem: `on:${from}`, span });
  }
  fixed.sort((a, b) => a.span.start - b.span.start);
  const terms: Term[] = [];
  let next = 0;
  let figure = 0;
  const isFigure = (token: Token): boolean => {
    while (figure < quantities.length && quantities[figure]!.span.end <= token.start) figure++;
    for (let i = figure; i < quantities.length && quantities[i]!.span.start <= token.start; i++) if (token.end <= quantities[i]!.span.end) return true;
    return false;
  };
  for (const token of tokens) {
    while (next < fixed.length && fixed[next]!.span.end <= token.start) next++;
    const whole = fixed[next];
    if (skip && token.start >= skip.start && token.end <= skip.end) continue;
    if (whole !== undefined && token.start >= whole.span.start && token.end <= whole.span.end) {
      if (terms.at(-1)?.span !== whole.span) terms.push(whole);
    } else if (!token.stop && !/^\d+$/.test(token.lower) && !isFigure(token)) {
      terms.push({ stem: token.stem, span: { start: token.start, end: token.end } });
    }
  }
  return terms;
}
