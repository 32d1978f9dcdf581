// Ways to look at a page's nodes that the page cannot bend: `<form><input name=parentNode>` changes what `form.parentNode`
// gives, and `<img name=body>` what `document.body` gives, in a content script's world too; getters taken from the
// prototypes give the truth. Where there are no such prototypes (linkedom in Node) plain properties are read.

type Owner = 'Node' | 'Element' | 'Document' | 'CharacterData';

function prototypeOf(owner: Owner): object | undefined {
  return (globalThis as unknown as Record<string, { prototype: object } | undefined>)[owner]?.prototype;
}

function getter<T extends object, R>(owner: Owner, name: string): (node: T) => R {
  const prototype = prototypeOf(owner);
  const get = prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return get ? (node) => get.call(node) as R : (node) => (node as unknown as Record<string, R>)[name] as R;
}

function method<T extends object, A extends unknown[], R>(owner: Owner, name: string): (node: T, ...given: A) => R {
  const prototype = prototypeOf(owner) as Record<string, (...given: A) => R> | undefined;
  const own = prototype?.[name];
  return own
    ? (node, ...given) => own.apply(node, given)
    : (node, ...given) => (node as unknown as Record<string, (...given: A) => R>)[name]!(...given);
}

export const ELEMENT = 1;
export const TEXT = 3;
export const FRAGMENT = 11;

/** 1 for an element, 3 for text, 11 for a shadow root. */
export const nodeTypeOf = /* @__PURE__ */ getter<Node, number>('Node', 'nodeType');
/** The node's own parent, whatever the page has named so. */
export const parentOf = /* @__PURE__ */ getter<Node, Node | null>('Node', 'parentNode');
/** The node's own first child. */
export const firstChildOf = /* @__PURE__ */ getter<Node, Node | null>('Node', 'firstChild');
/** The node's own next sibling. */
export const nextSiblingOf = /* @__PURE__ */ getter<Node, Node | null>('Node', 'nextSibling');
/** The text of a subtree, scripts and styles included. */
export const textContentOf = /* @__PURE__ */ getter<Node, string | null>('Node', 'textContent');
/** Whether the node stands in a document. */
export const isConnected = /* @__PURE__ */ getter<Node, boolean>('Node', 'isConnected');
/** The document or shadow root that the node stands in. */
export const rootNodeOf = /* @__PURE__ */ method<Node, [], Node>('Node', 'getRootNode');
/** Characters of a text node. */
export const dataOf = /* @__PURE__ */ getter<CharacterData, string>('CharacterData', 'data');
/** Tag name in lower case. */
export const localNameOf = /* @__PURE__ */ getter<Element, string>('Element', 'localName');
/** An attribute's value, null when absent. */
export const attributeOf = /* @__PURE__ */ method<Element, [string], string | null>('Element', 'getAttribute');
/** Whether an attribute is there. */
export const hasAttribute = /* @__PURE__ */ method<Element, [string], boolean>('Element', 'hasAttribute');
/** Whether an element has any attribute: most inline elements have none, and need no further question. */
export const hasAttributes = /* @__PURE__ */ method<Element, [], boolean>('Element', 'hasAttributes');
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
