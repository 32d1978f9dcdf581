// Underlines stretches of a page by CSS Custom Highlight: ranges and marks in, an undo out. Changes no node of the page;
// the page could see the highlights' names, which are therefore new and random each time. Browsers only.
import { parentOf, rootNodeOf } from './dom';
import type { Mark } from '../model';

export interface Marked {
  range: StaticRange;
  mark: Mark;
}

/** What is drawn, until the undo. */
export interface Drawing {
  /** Takes it away; nothing of it is left. */
  undo: () => void;
  /** Puts back what the page has taken away of it. */
  repair: () => void;
}

type Look = Exclude<Mark, 'related'> | 'current';
type Tone = 'light' | 'dark';

/**
 * Colours by the page's ground: those of components/tokens.css (--agrees, --differs, --both), at least 4.5:1 on white and on
 * #17191c. Shapes differ too, for readers who don't tell the colours apart: solid, wavy, double.
 */
const COLOURS: Record<Tone, Record<Look, string>> = {
  light: { corroborated: '#0b6b5c', conflicting: '#b23a14', both: '#6c4399', current: 'rgb(255 200 30 / 38%)' },
  dark: { corroborated: '#55c7ad', conflicting: '#f2977a', both: '#c6a6ee', current: 'rgb(255 200 30 / 28%)' },
};
const SHAPES: Record<Look, (colour: string) => string> = {
  corroborated: (colour) => `text-decoration: underline solid 2px ${colour}`,
  conflicting: (colour) => `text-decoration: underline wavy 1.5px ${colour}`,
  both: (colour) => `text-decoration: underline double 2px ${colour}`,
  current: (colour) => `background-color: ${colour}`,
};

/** Firefox throws when `CSS.highlights` or a `Highlight` is iterated from a content script: what is ours is kept here. */
class Painter implements Drawing {
  private readonly highlights = new Map<string, Highlight>();
  private readonly sheets = new Map<Document | ShadowRoot, CSSStyleSheet>();
  private readonly names = new Map<string, string>();
  private readonly tones = new Map<Node, Tone>();

  constructor(private readonly doc: Document) {}

  paint(range: StaticRange, look: Look): void {
    const parent = parentOf(range.startContainer);
    const tone = (parent && this.toneOf(parent)) ?? 'light';
    const name = this.nameOf(`${look} ${tone}`);
    let highlight = this.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = look === 'current' ? 1 : 0;
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
    const root = rootNodeOf(range.startContainer);
    this.adopt(this.doc);
    if (root !== this.doc && 'adoptedStyleSheets' in root) this.adopt(root as ShadowRoot);
  }

  undo(): void {
    for (const name of this.highlights.keys()) CSS.highlights.delete(name);
    for (const [root, sheet] of this.sheets) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    this.highlights.clear();
    this.sheets.clear();
  }

  repair(): void {
    for (const [name, highlight] of this.highlights) if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    for (const [root, sheet] of this.sheets) if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  private nameOf(look: string): string {
    const name = this.names.get(look) ?? `h${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
    this.names.set(look, name);
    return name;
  }

  /** Rules for `::highlight()` in a document do not reach its shadow roots in Firefox: each root concerned gets the sheet. */
  private adopt(root: Document | ShadowRoot): void {
    if (this.sheets.has(root)) return;
    const view = this.doc.defaultView as (Window & typeof globalThis) | null;
    const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)();
    sheet.replaceSync(this.css());
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.sheets.set(root, sheet);
  }

  private css(): string {
    return (['light', 'dark'] as const)
      .flatMap((tone) => (Object.keys(SHAPES) as Look[]).map((look) => `::highlight(${this.nameOf(`${look} ${tone}`)}) { ${SHAPES[look](COLOURS[tone][look])} }`))
      .join('\n');
  }

  private toneOf(parent: Node): Tone {
    const known = this.tones.get(parent);
    if (known) return known;
    const tone = lightness(getComputedStyle(parent as Element).color) > 0.5 ? 'dark' : 'light';
    this.tones.set(parent, tone);
    return tone;
  }
}

/**
 * Lightness, 0 to 1, of a computed colour; text lighter than the middle stands on a dark ground. The text's colour is asked
 * rather than the ground's: grounds are as often pictures, gradients or an ancestor's, and text is legible on all of them.
 */
export function lightness(colour: string): number {
  const [, form = '', rest = ''] = colour.match(/^([a-z]+)\((.*)\)$/) ?? [];
  const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((n) => (n.endsWith('%') ? parseFloat(n) / 100 : parseFloat(n)));
  const [a = 0, b = 0, c = 0] = form === 'color' ? numbers.slice(-(numbers.length > 3 && rest.includes('/') ? 4 : 3)) : numbers;
  if (form.startsWith('rgb')) return (0.299 * a + 0.587 * b + 0.114 * c) / 255;
  if (form === 'color') return 0.299 * a + 0.587 * b + 0.114 * c;
  return form === 'lab' || form === 'lch' ? (a > 1 ? a / 100 : a) : a;
}

/** Underlines the ranges by their marks (`related` ones not). */
export function highlight(doc: Document, marks: Marked[]): Drawing {
  const painter = new Painter(doc);
  for (const { range, mark } of marks) if (mark !== 'related') painter.paint(range, mark);
  return painter;
}

/** Lays a tint under the one range that the reader jumped to. */
export function emphasise(doc: Document, range: StaticRange): Drawing {
  const painter = new Painter(doc);
  painter.paint(range, 'current');
  return painter;
}
