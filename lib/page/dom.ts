// Ways to look at a page's nodes that the page cannot bend: `<form><input name=parentNode>` changes what `form.parentNode`
// gives, and `<img name=body>` what `document.body` gives, in a content script's world too; getters taken from the
// prototypes give the truth. Where there are no such prototypes (linkedom in Node) plain properties are read.

type Owner = 'Node' | 'Element' | 'Document' | 'CharacterData';

function prototypeOf(owner: Owner): object | undefined {
  return (globalThis as unknown as Record<string, { prototype: object } | undefined>)[owner]?.prototype;
}

type Own<T, R> = (this: T) => R;
/** A prototype's own getter. The busiest are called at a place of their own below: where many are called at one, none is inlined. */
function own<T extends object, R>(owner: Owner, name: string): Own<T, R> {
  const prototype = prototypeOf(owner);
  return (
    (prototype && (Object.getOwnPropertyDescriptor(prototype, name)?.get as Own<T, R> | undefined)) ??
    function () {
      return (this as unknown as Record<string, R>)[name] as R;
    }
  );
}

type Does<T, A extends unknown[], R> = (this: T, ...given: A) => R;
/** A prototype's own method. */
function does<T extends object, A extends unknown[], R>(owner: Owner, name: string): Does<T, A, R> {
  return (
    (prototypeOf(owner) as Record<string, Does<T, A, R>> | undefined)?.[name] ??
    function (...given) {
      return (this as unknown as Record<string, (...given: A) => R>)[name]!(...given);
    }
  );
}

function getter<T extends object, R>(owner: Owner, name: string): (node: T) => R {
  const get = own<T, R>(owner, name);
  return (node) => get.call(node);
}

function method<T extends object, A extends unknown[], R>(owner: Owner, name: string): (node: T, ...given: A) => R {
  const call = does<T, A, R>(owner, name);
  return (node, ...given) => call.apply(node, given);
}

const nodeType = /* @__PURE__ */ own<Node, number>('Node', 'nodeType');
const firstChild = /* @__PURE__ */ own<Node, Node | null>('Node', 'firstChild');
const nextSibling = /* @__PURE__ */ own<Node, Node | null>('Node', 'nextSibling');
const data = /* @__PURE__ */ own<CharacterData, string>('CharacterData', 'data');
const localName = /* @__PURE__ */ own<Element, string>('Element', 'localName');
const getAttribute = /* @__PURE__ */ does<Element, [string], string | null>('Element', 'getAttribute');
const hasAny = /* @__PURE__ */ does<Element, [], boolean>('Element', 'hasAttributes');
const getNames = /* @__PURE__ */ does<Element, [], string[]>('Element', 'getAttributeNames');

export const ELEMENT = 1;
export const TEXT = 3;
export const FRAGMENT = 11;

/** 1 for an element, 3 for text, 11 for a shadow root. */
export const nodeTypeOf = (node: Node): number => nodeType.call(node);
/** The node's own parent, whatever the page has named so. */
export const parentOf = /* @__PURE__ */ getter<Node, Node | null>('Node', 'parentNode');
/** The node's own first child. */
export const firstChildOf = (node: Node): Node | null => firstChild.call(node);
/** The node's own next sibling. */
export const nextSiblingOf = (node: Node): Node | null => nextSibling.call(node);
/** The text of a subtree, scripts and styles included. */
export const textContentOf = /* @__PURE__ */ getter<Node, string | null>('Node', 'textContent');
/** Whether the node stands in a document. */
export const isConnected = /* @__PURE__ */ getter<Node, boolean>('Node', 'isConnected');
/** The document or shadow root that the node stands in. */
export const rootNodeOf = /* @__PURE__ */ method<Node, [], Node>('Node', 'getRootNode');
/** Characters of a text node. */
export const dataOf = (node: CharacterData): string => data.call(node);
/** Tag name in lower case. */
export const localNameOf = (element: Element): string => localName.call(element);
/** An attribute's value, null when absent. */
export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
/** Whether an attribute is there. */
export const hasAttribute = /* @__PURE__ */ method<Element, [string], boolean>('Element', 'hasAttribute');
const NO_NAMES: readonly string[] = [];
/** Names of an element's attributes. One question instead of one for each attribute that it might have; most elements have none or one. */
export const attributeNamesOf = (element: Element): readonly string[] => (hasAny.call(element) ? getNames.call(element) : NO_NAMES);
/** The open shadow root, if the element has one. */
export const shadowRootOf = /* @__PURE__ */ getter<Element, ShadowRoot | null | undefined>('Element', 'shadowRoot');
/** Whether the element has a box and is not hidden; browsers only. */
export const checkVisibilityOf = /* @__PURE__ */ method<Element, [CheckVisibilityOptions], boolean>('Element', 'checkVisibility');
/** First match in a document. */
export const queryIn = /* @__PURE__ */ method<Document, [string], Element | null>('Document', 'querySelector');
/** All matches in a document. */
export const queryAllIn = /* @__PURE__ */ method<Document, [string], ArrayLike<Element>>('Document', 'querySelectorAll');
/** All matches below an element. */
export const queryAllUnder = /* @__PURE__ */ method<Element, [string], ArrayLike<Element>>('Element', 'querySelectorAll');
/** The document's address. */
export const urlOf = /* @__PURE__ */ getter<Document, string | undefined>('Document', 'URL');
/** The document's media type; undefined where there is none to ask (linkedom). */
export const contentTypeOf = /* @__PURE__ */ getter<Document, string | undefined>('Document', 'contentType');
/** The document's body; null in a document that has none. */
export const bodyOf = /* @__PURE__ */ getter<Document, HTMLElement | null>('Document', 'body');
/** The root element; null after the page has removed it. */
export const rootElementOf = /* @__PURE__ */ getter<Document, Element | null>('Document', 'documentElement');
/** A walker over a subtree. `show` as in NodeFilter. */
export const walkerOf = /* @__PURE__ */ method<Document, [Node, number], TreeWalker>('Document', 'createTreeWalker');
/** A new element. */
export const createElementIn = /* @__PURE__ */ method<Document, [string], HTMLElement>('Document', 'createElement');
/** A live range; the page pays for it until it is let go. */
export const createRangeIn = /* @__PURE__ */ method<Document, [], Range>('Document', 'createRange');
/** Whether an element matches a selector. */
export const matchesIn = /* @__PURE__ */ method<Element, [string], boolean>('Element', 'matches');
