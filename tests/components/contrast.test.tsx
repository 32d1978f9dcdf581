// Measures the contrast of the tokens, light and dark: text 4.5:1, lines 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
import { describe, expect, it } from 'vitest';
import css from '../../components/tokens.css?raw';

/** The colours of a scheme: the first block is light, the second overrides it in the dark, the others where more contrast is asked for. */
function scheme(dark: boolean, more: boolean): Map<string, string> {
  const [light = '', night = '', strong = '', strongNight = ''] = css.split('@media');
  return new Map([...[light, dark ? night : '', more ? strong : '', dark && more ? strongNight : ''].join('').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = ['ink', 'muted', 'accent', 'accent-hover', 'agrees', 'differs', 'both', 'related'];
const GROUNDS = ['paper', 'surface', 'sunken'];
const PAIRS: [string, string, number][] = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...['agrees', 'differs', 'both', 'related'].flatMap((stance): [string, string, number][] => [
    ['ink', `${stance}-tint`, 4.5],
    [stance, `${stance}-tint`, 4.5],
  ]),
  ...GROUNDS.map((ground): [string, string, number] => ['line-strong', ground, 3]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
];

describe.each([
  ['light', false, false],
  ['dark', true, false],
  ['light with more contrast', false, true],
  ['dark with more contrast', true, true],
] as const)('in the %s', (_, dark, more) => {
  const colours = scheme(dark, more);
  it.each(PAIRS)('%s on %s reaches %d:1', (front, ground, least) => {
    expect(contrast(colours.get(front) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(least);
  });

  it.runIf(more)('side remarks and lines stand out more than they do otherwise', () => {
    const usual = scheme(dark, false);
    for (const name of ['muted', 'line', 'line-strong', 'related']) {
      expect(contrast(colours.get(name)!, colours.get('paper')!), name).toBeGreaterThan(contrast(usual.get(name)!, usual.get('paper')!));
    }
    // Side remarks reach what WCAG asks for at its highest level (1.4.6).
    expect(contrast(colours.get('muted')!, colours.get('paper')!)).toBeGreaterThanOrEqual(7);
  });
});
