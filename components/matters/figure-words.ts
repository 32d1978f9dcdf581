// A figure as data → how it is written for the reader: bounds, ranges and hedges in words, the value in the reader's digits.
import { locale, t } from '../../lib/i18n';

/** The least that is needed of a figure; null is an open end. */
export interface Value {
  min: number | null;
  max: number | null;
  approximate: boolean;
}

/** "at least 63", "60 to 100", "about 400 km", "12%"; counts have no unit. */
export function figureWords({ min, max, approximate }: Value, unit: string): string {
  const low = min === null ? null : withUnit(min, unit);
  const high = max === null ? null : withUnit(max, unit);
  const words = low === null ? (high === null ? '' : t('matterAtMost', high)) : high === null ? t('matterAtLeast', low) : min === max ? low : t('matterRange', number(min!), high);
  return approximate && min === max ? t('matterAbout', words) : words;
}

function withUnit(value: number, unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) return money(value, unit);
  if (unit === 'percent') return t('matterPercent', number(value));
  return unit === 'count' || unit === '' ? number(value) : t('matterUnit', number(value), unit);
}

function money(value: number, unit: string): string {
  try {
    return new Intl.NumberFormat(locale(), { style: 'currency', currency: unit, minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(value);
  } catch {
    return t('matterUnit', number(value), unit);
  }
}

function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}
