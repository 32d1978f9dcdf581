// A sentence → the form in which two are the same words: white space, quotation marks and case told apart no more. What the
// reader made of a sentence is found again by it. Knows no statement.

const QUOTES = /["“”„‟«»'‘’‚‛‹›`´]/g;

/** The same for texts that differ in white space, quotation marks and case only. Example: " The  ‘Moscow’ sank." → "the 'moscow' sank." */
export function wordingKey(text: string): string {
  return text.normalize('NFC').replace(QUOTES, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
