// Bytes in, the words for them out. Pure.
import { locale } from '../lib/i18n';

/** Bytes of a kB and a MB: the decimal ones, as systems and browsers show them. */
const KB = 1e3;
const MB = 1e6;

/** 1_234_000 → '1.2 MB', 12_300_000 → '12 MB'; less than a MB in kB, rounded up so that something is never '0 kB'. */
export function space(bytes: number): string {
  const kilobytes = Math.ceil(bytes / KB);
  const small = kilobytes < MB / KB;
  const value = small ? kilobytes : bytes / MB;
  const unit = small ? 'kilobyte' : 'megabyte';
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: small || value >= 10 ? 0 : 1 }).format(value);
}
