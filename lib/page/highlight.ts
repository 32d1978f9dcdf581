// Underlines stretches of a page by CSS Custom Highlight: ranges and marks in, an undo out. Changes no node of the page;
// the page could see the highlights' names, which are therefore new and random each time. Browsers only.
import { ELEMENT, localNameOf, nodeTypeOf, parentOf, rootNodeOf, walkerOf } from './dom';
import { Grounds } from './ground';
import type { Place } from './ground';
import { isOnDark, shadeOf } from './shades';
import type { Mark } from '../model';

export interface Marked {
  range: StaticRange;
  mark: Mark;
}

/** What is drawn, until the undo. */
export interface Drawing {
  /** Takes it away; nothing of it is left. */
  undo: () => void;
  /** Puts back what the page has taken away of it, in other colours where the page has changed its own. */
  repair: () => void;
}

type Look = Mark | 'current';

/** The shapes differ too, for readers who don't tell the colours apart: solid, wavy, double, dotted. */
const SHAPES: Record<Mark, { style: string; width: number }> = {
  corroborated: { style: 'solid', width: 2 },
  conflicting: { style: 'wavy', width: 1.5 },
  both: { style: 'double', width: 2 },
  related: { style: 'dotted', width: 2 },
};
/** The tint under the claim jumped to, on light and on dark. */
const TINT = { light: 'rgb(255 200 30 / 38%)', dark: 'rgb(255 200 30 / 28%)' };

/** Firefox throws when `CSS.highlights` or a `Highlight` is iterated from a content script: what is ours is kept here. */
class Painter implements Drawing {
  private readonly highlights = new Map<string, Highlight>();
  private readonly sheets = new Map<Document | ShadowRoot, CSSStyleSheet>();
  private drawn = '';

  constructor(
    private readonly doc: Document,
    private readonly marked: { range: StaticRange; look: Look }[],
  ) {
    if (marked.length > 0) this.draw(this.colours());
  }

  undo(): void {
    for (const name of this.highlights.keys()) CSS.highlights.delete(name);
    for (const [root, sheet] of this.sheets) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    this.highlights.clear();
    this.sheets.clear();
    this.marked.length = 0;
  }

  repair(): void {
    if (this.marked.length === 0) return;
    const colours = this.colours();
    if (colours.join() !== this.drawn) {
      const { marked } = this;
      const kept = [...marked];
      this.undo();
      marked.push(...kept);
      return this.draw(colours);
    }
    for (const [name, highlight] of this.highlights) if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    for (const [root, sheet] of this.sheets) if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** The colour of each range, from what it stands on now. */
  private colours(): string[] {
    const grounds = new Grounds(this.doc);
    const more = this.doc.defaultView?.matchMedia('(prefers-contrast: more)').matches ?? false;
    // Most sentences of a page stand in the same place, as far as colours go.
    const known = new Map<Place, Partial<Record<Look, string>>>();
    return this.marked.map(({ range, look }) => {
      const place = grounds.at(parentOf(range.startContainer) ?? range.startContainer);
      let here = known.get(place);
      if (!here) known.set(place, (here = {}));
      return (here[look] ??= look === 'current' ? TINT[isOnDark(place) ? 'dark' : 'light'] : shadeOf(look, place, more));
    });
  }

  private draw(colours: string[]): void {
    this.drawn = colours.join();
    const names = new Map<string, string>();
    const rules = new Map<string, { look: Look; colour: string; tags: Set<string> }>();
    this.marked.forEach(({ range, look }, i) => {
      const key = `${look} ${colours[i]!}`;
      let name = names.get(key);
      if (name === undefined) {
        name = `h${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
        names.set(key, name);
        rules.set(name, { look, colour: colours[i]!, tags: new Set() });
        const highlight = new Highlight();
        highlight.priority = look === 'current' ? 1 : 0;
        this.highlights.set(name, highlight);
        CSS.highlights.set(name, highlight);
      }
      this.highlights.get(name)!.add(range);
      addTags(this.doc, range, rules.get(name)!.tags);
    });
    const roots = new Set(this.marked.map(({ range }) => rootNodeOf(range.startContainer)).filter((root) => root !== this.doc && 'adoptedStyleSheets' in root));
    const css = Array.from(rules, ([name, { look, colour, tags }]) => ruleOf(name, look, colour, tags)).join('\n');
    if (css !== '') for (const root of [this.doc, ...(roots as Set<ShadowRoot>)]) this.adopt(root, css);
  }

  /** Rules for `::highlight()` in a document do not reach its shadow roots in Firefox: each root concerned gets the sheet. */
  private adopt(root: Document | ShadowRoot, css: string): void {
    const view = this.doc.defaultView as (Window & typeof globalThis) | null;
    const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.sheets.set(root, sheet);
  }
}

/**
 * Adds the names of the elements that hold the range's text. A rule of theirs has the browser style those anew; one for every element,
 * the whole page: four times as long on a page of 1,000 elements with 120 paragraphs. '*' where text stands in no element.
 */
function addTags(doc: Document, { startContainer, endContainer }: StaticRange, tags: Set<string>): void {
  const add = (text: Node): void => {
    const holder = parentOf(text);
    tags.add(holder && nodeTypeOf(holder) === ELEMENT ? CSS.escape(localNameOf(holder as Element)) : '*');
  };
  add(startContainer);
  if (startContainer === endContainer) return;
  const walker = walkerOf(doc, rootNodeOf(startContainer), NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  for (let node = walker.nextNode(); node; node = node === endContainer ? null : walker.nextNode()) add(node);
}

/** One look's rules for elements of these names. In forced colours the reader's own are taken; the shapes stay. With more contrast the lines are thicker. */
function ruleOf(name: string, look: Look, colour: string, tags: Set<string>): string {
  const selector = Array.from(tags, (tag) => `${tag}::highlight(${name})`).join();
  const rule = (body: string): string => `${selector} { ${body} }`;
  if (look === 'current') return `${rule(`background-color: ${colour}`)} @media (forced-colors: active) { ${rule('background-color: Highlight; color: HighlightText')} }`;
  const { style, width } = SHAPES[look];
  const line = (wide: number, paint: string): string => rule(`text-decoration: underline ${style} ${wide}px ${paint}`);
  return `${line(width, colour)} @media (prefers-contrast: more) { ${line(width * 1.5, colour)} } @media (forced-colors: active) { ${line(width, 'CanvasText')} }`;
}

/** Underlines the ranges by their marks. */
export function highlight(doc: Document, marks: Marked[]): Drawing {
  return new Painter(doc, marks.map(({ range, mark }) => ({ range, look: mark })));
}

/** Lays a tint under the one range that the reader jumped to. */
export function emphasise(doc: Document, range: StaticRange): Drawing {
  return new Painter(doc, [{ range, look: 'current' }]);
}
