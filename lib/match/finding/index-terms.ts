// A statement → the terms it is indexed and looked up by, and how often each stands in it: stems of all its words (what is
// attributed is found by its speaker too), canonical names, news concepts and figures. Knows no index.
import type { Statement } from '../../model';
import { normalForm } from '../../text/normal-form';
import { tokenise } from '../../text/tokens';
import { conceptsOf } from '../concepts';

/** Addresses say where something can be found, not what is said. */
const ADDRESS = /(?:\b(?:https?:\/\/|www\.)|pic\.twitter\.com\/)\S+/gi;
/** A post's tag or handle, and where the words run together in it begin: "#HurricaneDorian", "@KamalaHarris". */
const TAG = /[#@]([\p{L}\p{N}_]+)/gu;
const SEAM = /_|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu;
/** Smaller figures recur by chance. */
const LEAST_FIGURE = 10;

/**
 * Terms with their counts. Marked are those that come on top of the words: "=name" a name in its canonical form where that is not its
 * word, "@concept", "#figure"; they join wordings that share no word.
 */
export function indexTerms(statement: Statement): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { stem, stop } of tokenise(normalForm(searchable(statement.text)).text)) {
    if (!stop) terms.set(stem, (terms.get(stem) ?? 0) + 1);
  }
  const words = [...terms.keys()];
  for (const { canonical } of statement.names) if (!terms.has(canonical)) terms.set(`=${canonical}`, 1);
  for (const word of words) for (const { name } of conceptsOf(word)) terms.set(`@${name}`, 1);
  for (const { min, max } of statement.quantities) {
    const value = min ?? max;
    if (value !== null && value >= LEAST_FIGURE) terms.set(`#${value}`, 1);
  }
  return terms;
}

/** A text without its addresses, and with the words in its tags and handles set apart. */
function searchable(text: string): string {
  return text.replace(ADDRESS, ' ').replace(TAG, (_, tag: string) => ` ${tag.replace(SEAM, ' ')}`);
}

/** Does this term come on top of the statement's words? */
export function isOnTop(term: string): boolean {
  return /^[=@#]/.test(term);
}
