// ISO dates and instants in, dates as read out. A plain date stays the day it names, whatever the time zone here.
import { locale } from '../lib/i18n';

/** '2023-01-04' → '4 Jan 2023'; an instant becomes the day it falls on here. Null for what is no date. */
export function day(iso: string | null): string | null {
  if (iso === null) return null;
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', ...(plain ? { timeZone: 'UTC' } : {}) }).format(date);
}
