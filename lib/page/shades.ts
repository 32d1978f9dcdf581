// Which colour a mark is drawn in: what is marked and the place of its sentence in, a colour that can be seen there out. Pure.
import { contrast, fromHex, luminance } from './ground';
import type { Place } from './ground';
import type { Mark } from '../model';

/**
 * Of each mark four shades of one hue, from the deepest to the palest; the middle two are those of components/tokens.css on light
 * and dark (--agrees, --differs, --both, --related). On every ground at least one of them keeps 3:1, on most the middle ones do.
 */
const SHADES: Record<Mark, readonly [string, string, string, string]> = {
  corroborated: ['#04372f', '#0b6b5c', '#55c7ad', '#c4f0e4'],
  conflicting: ['#5f1d08', '#b23a14', '#f2977a', '#ffdfd4'],
  both: ['#3a1f57', '#6c4399', '#c6a6ee', '#ecdffb'],
  related: ['#2a2e33', '#5a6068', '#a6abb1', '#e2e5e8'],
};
/** WCAG 2.2, 1.4.11: what is needed to understand, beside text, has 3:1. For readers who ask for more contrast, what text has at AAA. */
const ENOUGH = 3;
const MORE = 7;

/** Does this text stand on a dark ground? Where the ground is not known, text is legible on it, and tells. */
export function isOnDark({ ground, text }: Place): boolean {
  return ground ? contrast(ground, [1, 1, 1]) > contrast(ground, [0, 0, 0]) : luminance(text) > 0.18;
}

/**
 * The colour for a mark at a place: the house's own where it can be seen, else the next shade that can, else the one that can be
 * seen best. Over pictures and gradients the outermost shade on the text's own side.
 */
export function shadeOf(mark: Mark, place: Place, more: boolean): string {
  const [deepest, deep, pale, palest] = SHADES[mark];
  const dark = isOnDark(place);
  const { ground } = place;
  if (!ground) return dark ? palest : deepest;
  const wish = dark ? [pale, palest, deep, deepest] : [deep, deepest, pale, palest];
  const seen = (hex: string): number => contrast(fromHex(hex), ground);
  return wish.find((hex) => seen(hex) >= (more ? MORE : ENOUGH)) ?? wish.reduce((best, hex) => (seen(hex) > seen(best) ? hex : best));
}
