// The check that @mozilla/readability ships beside its parser, without the parser. It only calls `querySelectorAll`.
declare module '@mozilla/readability/Readability-readerable' {
  export default function isProbablyReaderable(
    doc: Pick<Document, 'querySelectorAll'>,
    options?: { minScore?: number; minContentLength?: number; visibilityChecker?: (node: Element) => boolean },
  ): boolean;
}
