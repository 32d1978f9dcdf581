// All sentences of a text → whom it names as the head of which state, so that "the Russian leader" later means that person.
// Knows only what the text says; no table of presidents.
import type { Name } from '../model';
import { tokenFrom } from '../text/counted';
import { findNames, governedBy, type Ties } from '../text/names';
import type { Token } from '../text/tokens';

/** Offices by which a text refers back to a person it has named with them: "Russian President Vladimir Putin … the Russian leader". */
const ROLE = /^(?:leader|president|chancellor|premier|minister|king|queen|prime)$/;

/** State (canonical) → the person (canonical) whom the text first names with its highest office: "Russian President Vladimir Putin". */
export function headsOf(sentences: readonly Token[][], capitals: ReadonlySet<string>, ties: Ties): Map<string, string> {
  const heads = new Map<string, string>();
  for (const tokens of sentences) {
    if (!tokens.some(({ lower }) => ROLE.test(lower))) continue;
    const names = findNames(tokens, capitals, ties);
    names.forEach((person, i) => {
      const state = names[i - 1];
      if (person.kind !== 'person' || state?.kind !== 'place') return;
      const between = tokens.slice(tokenFrom(tokens, state.span.end), tokenFrom(tokens, person.span.start));
      const key = stateOf(state);
      if (between.length > 0 && between.length < 3 && between.every((token) => ROLE.test(token.lower)) && !heads.has(key)) heads.set(key, person.canonical);
    });
  }
  return heads;
}

/** A sentence's names, in which "the Russian leader" and "the Kremlin leader" name the person whom the text has tied to Russia. */
export function withHeads(tokens: Token[], names: Name[], heads: ReadonlyMap<string, string>): Name[] {
  if (heads.size === 0) return names;
  return names.map((name, i) => {
    const person = name.kind === 'person' ? undefined : heads.get(stateOf(name));
    const role = tokens[tokenFrom(tokens, name.span.end)];
    const named = names[i + 1] !== undefined && role !== undefined && names[i + 1]!.span.start - role.end < 3;
    if (!person || !role || named || role.start - name.span.end > 1 || !/^(?:leader|president|chancellor|premier)$/.test(role.lower)) return name;
    return { span: { start: name.span.start, end: role.end }, canonical: person, kind: 'person' };
  });
}

function stateOf({ canonical }: Name): string {
  return governedBy(canonical) ?? canonical;
}
