// What a sentence stands on, and which colour can be seen there: an element in, the colour behind its text out, as far as styles
// tell; two colours in, their contrast out. Reads computed styles only. Browsers only.
import { ELEMENT, nodeTypeOf, parentOf } from './dom';

/** sRGB, 0 to 1 each. */
export type Colour = readonly [number, number, number];

/** What is known of the place of a sentence. `ground` is null where a picture or a gradient lies behind it, or styles don't tell. */
export interface Place {
  ground: Colour | null;
  text: Colour;
}

/** Below this contrast nobody could read the text: what was taken for its ground is not it (a picture beside, a layer below). */
const LEGIBLE = 1.5;
/** What browsers paint where no element has a ground: white, or, on pages that declare to be dark, a near black (Chrome's). */
const CANVAS: Record<'light' | 'dark', Colour> = { light: [1, 1, 1], dark: [0.07, 0.07, 0.07] };

/** No ground of its own, as browsers compute it. */
const CLEAR = 'rgba(0, 0, 0, 0)';

/** Reads places, each element's own style once. What stands on the same has the same `Place`. */
export class Grounds {
  private readonly layers = new Map<Node, Layer>();

  constructor(private readonly doc: Document) {}

  /** The place of text that stands in this node. */
  at(node: Node): Place {
    const layer = this.layerOf(node);
    const text = layer.text ?? [0, 0, 0];
    return (layer.place ??= { text, ground: layer.ground && contrast(layer.ground, text) >= LEGIBLE ? layer.ground : null });
  }

  private layerOf(node: Node | null): Layer {
    if (!node || (nodeTypeOf(node) !== ELEMENT && !parentOf(node) && !hostOf(node))) return { ground: CANVAS[this.canvas()], text: null, color: '' };
    const known = this.layers.get(node);
    if (known) return known;
    const below = this.layerOf(parentOf(node) ?? hostOf(node));
    const layer = nodeTypeOf(node) === ELEMENT ? layered(getComputedStyle(node as Element), below) : below;
    this.layers.set(node, layer);
    return layer;
  }

  private canvas(): 'light' | 'dark' {
    const root = this.doc.documentElement as Element | null;
    const scheme = root ? getComputedStyle(root).colorScheme : '';
    if (!scheme.includes('dark')) return 'light';
    return !scheme.includes('light') || this.doc.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
}

interface Layer {
  ground: Colour | null;
  text: Colour | null;
  /** The text's colour as it was computed. */
  color: string;
  /** What follows for text on it, once asked. */
  place?: Place;
}

/** An element's style over what lies below it; that itself where the style changes nothing. */
function layered(style: CSSStyleDeclaration, below: Layer): Layer {
  const { color, backgroundColor, backgroundImage } = style;
  const same = color === below.color;
  const [back, text] = [backgroundColor === CLEAR ? null : parse(backgroundColor), same ? below.text : (parse(color)?.colour ?? below.text)];
  if (backgroundImage !== 'none' && backgroundImage !== '') return { ground: null, text, color };
  if (!back || back.alpha === 0) return same ? below : { ground: below.ground, text, color };
  if (back.alpha === 1) return { ground: back.colour, text, color };
  const { ground } = below;
  return { ground: ground && mix(back.colour, ground, back.alpha), text, color };
}

function hostOf(node: Node): Node | null {
  return (node as { host?: Node }).host ?? null;
}

function mix(over: Colour, under: Colour, alpha: number): Colour {
  const at = (i: 0 | 1 | 2): number => over[i] * alpha + under[i] * (1 - alpha);
  return [at(0), at(1), at(2)];
}

/**
 * A computed colour: `rgb(…)` and `color(srgb …)` as they are; of the perceptual forms (lab, lch, oklab, oklch) the grey of the same
 * luminance, which is all that contrast needs. Null for what it does not know.
 */
export function parse(computed: string): { colour: Colour; alpha: number } | null {
  const [, form = '', rest = ''] = /^([a-z]+)\(([^()]*)\)$/.exec(computed) ?? [];
  const [body = '', slash] = rest.split('/');
  const numbers = (body.match(/-?\d*\.?\d+(?:e-?\d+)?%?/g) ?? []).map((n) => (n.endsWith('%') ? parseFloat(n) / 100 : parseFloat(n)));
  const old = form === 'rgba' && slash === undefined ? numbers[3] : undefined;
  const alpha = within(slash === undefined ? (old ?? 1) : parseFloat(slash) / (slash.includes('%') ? 100 : 1));
  // The name of a colour space ends in a number: "display-p3".
  const [a, b, c] = form === 'color' ? numbers.slice(-3) : numbers;
  if (a === undefined || Number.isNaN(alpha)) return null;
  if (form.startsWith('rgb') && b !== undefined && c !== undefined) return { colour: [within(a / 255), within(b / 255), within(c / 255)], alpha };
  if (form === 'color' && b !== undefined && c !== undefined) return { colour: [within(a), within(b), within(c)], alpha };
  if (form === 'lab' || form === 'lch') return { colour: grey(within(((a > 1 ? a : a * 100) + 16) / 116) ** 3), alpha };
  if (form === 'oklab' || form === 'oklch') return { colour: grey(within(a) ** 3), alpha };
  return null;
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function grey(luminance: number): Colour {
  const value = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return [value, value, value];
}

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** '#0b6b5c' → [0.04, 0.42, 0.36]. */
export function fromHex(hex: string): Colour {
  const at = (i: number): number => parseInt(hex.slice(i, i + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}
