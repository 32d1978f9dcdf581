// A figure as a reader types it, in the notation of where they live, → its value, or the values that it may have. Imports nothing.

/** What separates the decimals where the reader lives; the other of the two groups the thousands. */
export type DecimalMark = '.' | ',';

/**
 * "300,000" → 300000, with a decimal comma "300.000"; '' → null; undefined for what is no figure. A mark or blank groups only between
 * threes; with a decimal comma three decimals are refused, since that is how the (English) articles group their thousands.
 */
export function figureIn(typed: string, decimal: DecimalMark = '.'): number | null | undefined {
  const plain = typed.trim();
  if (plain === '') return null;
  const [point, group] = decimal === ',' ? [',(?!\\d{3}$)', '\\.'] : ['\\.', ','];
  if (!new RegExp(`^[-+−]?(?:\\d{1,3}(?:[${group}\u00a0\u202f ]\\d{3})+|\\d+)(?:${point}\\d+)?$`).test(plain)) return undefined;
  const value = Number(plain.replace(new RegExp(`[${group}\u00a0\u202f ]`, 'g'), '').replace(decimal, '.').replace('−', '-'));
  return Number.isFinite(value) ? value : undefined;
}

/**
 * Every value that a figure looked for may have: with a decimal comma "300.000" is 300000, and "300,000" may be 300 or a figure copied from
 * an (English) article; empty for what is no figure in the reader's notation.
 */
export function readingsOf(typed: string, decimal: DecimalMark): number[] {
  const own = figureIn(typed, decimal);
  if (typeof own === 'number') return [own];
  if (decimal === '.' || !/,\d{3}$/.test(typed.trim())) return [];
  // Padded with a zero the decimals are no thousands any more.
  return [figureIn(`${typed.trim()}0`, ','), figureIn(typed, '.')].filter((value) => typeof value === 'number');
}
