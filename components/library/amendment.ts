// What a reader types into the form for one statement goes in, the correction comes out: whether it is hidden, who said it, which
// figures it gives. Pure. Figures are in the unit that the statement gives them in.
import { figureIn, type DecimalMark } from '../../lib/figure-notation';
import type { Quantity } from '../../lib/model';
import type { Amendment } from './library-view';

/** A figure as typed: "300,000", "3.5", in German "300.000", "3,5"; '' for a side that is open. */
export interface TypedFigure {
  min: string;
  max: string;
}

/** What stands in the form. */
export interface Typed {
  hidden: boolean;
  /** '' is nobody. */
  speaker: string;
  figures: TypedFigure[];
}

/** A statement's present state as the form shows it. */
export function typedOf(speaker: string | null, quantities: Quantity[], hidden: boolean, decimal: DecimalMark = '.'): Typed {
  const words = (value: number | null) => (value === null ? '' : decimal === '.' ? String(value) : String(value).replace(/\.(\d{3})$/, '.$10').replace('.', decimal));
  return { hidden, speaker: speaker ?? '', figures: quantities.map(({ min, max }) => ({ min: words(min), max: words(max) })) };
}

/**
 * The correction that leads from what is in force to what was typed: only what differs is named, on top of what was corrected
 * before. `wrong` is the place of a figure where a field holds no figure, or the lower bound lies above the upper.
 */
export function amendmentOf(typed: Typed, speaker: string | null, quantities: Quantity[], before: Amendment | null, decimal: DecimalMark = '.'): Amendment | { wrong: number } {
  const figures = new Map((before?.figures ?? []).map((figure) => [figure.at, figure]));
  for (const [at, quantity] of quantities.entries()) {
    const min = figureIn(typed.figures[at]?.min ?? '', decimal);
    const max = figureIn(typed.figures[at]?.max ?? '', decimal);
    if (min === undefined || max === undefined || (min === null && max === null) || (min !== null && max !== null && min > max)) return { wrong: at };
    if (min !== quantity.min || max !== quantity.max) figures.set(at, { at, min, max });
  }
  const name = typed.speaker.trim().replace(/\s+/g, ' ');
  const now = name === '' ? null : name;
  const changed = now !== (speaker?.trim() || null);
  return {
    hidden: typed.hidden,
    ...(changed ? { speaker: now } : before?.speaker === undefined ? {} : { speaker: before.speaker }),
    ...(figures.size > 0 ? { figures: [...figures.values()].sort((a, b) => a.at - b.at) } : {}),
  };
}
