// A sentence → its verbs by root, and whether each is negated, from the full parse. A thousand times dearer than the
// cheap pass, so it is asked only for pairs that already speak of one matter.
import nlp from 'compromise';

export interface Predicate {
  /** Infinitive of the verb, lower case: "will not be called up" → "call up". */
  root: string;
  negated: boolean;
}

const parsed = new Map<string, Predicate[]>();
/** A page's gated pairs hold a few hundred different sentences. */
const MOST_KEPT = 1000;

/** The predicates of a sentence in order. Example: "Putin did not order a general call-up" → [{root: "order", negated: true}]. */
export function predicatesOf(text: string): Predicate[] {
  let predicates = parsed.get(text);
  if (predicates === undefined) {
    if (parsed.size >= MOST_KEPT) parsed.clear();
    const found = nlp(text).verbs().json() as { verb?: { infinitive?: string; root?: string; negative?: boolean } }[];
    predicates = found.flatMap(({ verb }) => {
      const root = verb?.infinitive ?? verb?.root;
      return root ? [{ root: root.toLowerCase(), negated: verb?.negative === true }] : [];
    });
    parsed.set(text, predicates);
  }
  return predicates;
}
