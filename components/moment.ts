// ISO dates and instants in, dates as read out. A plain date stays the day it names, whatever the time zone here.
import { locale } from '../lib/i18n';

/** Making one takes longer than drawing a line of a list, so each is made once: for instants, and for plain dates. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(plain: boolean): Intl.DateTimeFormat {
  const key = `${locale()} ${plain}`;
  const made = FORMATS.get(key) ?? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', ...(plain ? { timeZone: 'UTC' } : {}) });
  FORMATS.set(key, made);
  return made;
}

/** '2023-01-04' → '4 Jan 2023'; an instant becomes the day it falls on here. Null for what is no date. */
export function day(iso: string | null): string | null {
  if (iso === null) return null;
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return formatOf(plain).format(date);
}
