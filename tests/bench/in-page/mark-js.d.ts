// As much of mark.js's interface as is used here; it comes without types.
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    markRanges(ranges: { start: number; length: number }[]): void;
    unmark(): void;
  }
}
