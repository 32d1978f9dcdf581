// A statement → by whom it is said: the state or body that a seat, an office or its holder speaks for, else the person or body as
// the tables know them, else as the text names them. Never a guess: an unnamed speaker is nobody's, and so is a state's farmer.
import type { Statement } from '../model';
import { nameKey } from '../text/fold';
import { findNames, governedBy, isTitle } from '../text/names';
import places from '../text/names.json' with { type: 'json' };
import { tokenise } from '../text/tokens';
import { normalForm } from '../text/normal-form';
import offices from './offices.json' with { type: 'json' };

/** A speaker: what statements of one speaker have in common, and how the text at hand names them. */
export interface Voice {
  key: string;
  /** A name for the state or body, or the speaker's words in this text. */
  label: string;
  /** True when the label is the party's own name rather than this text's words. */
  party: boolean;
}

const STATES = new Set((places as { name: string; seats?: string[] }[]).filter(({ seats }) => seats).map(({ name }) => name));
const OFFICES = new Set(offices.words);

/** Who says a statement; null when nobody is named. */
export function voiceOf({ attribution, names, text }: Statement): Voice | null {
  const speaker = attribution?.speaker?.trim();
  if (!speaker) return null;
  const tokens = tokenise(normalForm(speaker).text);
  // The text itself ties a surname to a full name; a speaker carried over from the sentence before is looked up anew.
  const tied = names.filter(({ span }) => speaker.includes(text.slice(span.start, span.end)));
  const found = findNames(tokens, new Set());
  // In "Ukraine's General Staff" the second name is an office of the first.
  const known = (tied.length >= found.length && tied.length > 0 ? tied : found).filter(({ canonical }) => !canonical.split(' ').every((word) => OFFICES.has(word)));
  const named = found.filter(({ canonical }) => !canonical.split(' ').every((word) => OFFICES.has(word)));
  const rest = tokens.filter((token) => !token.stop && !named.some(({ span }) => token.start < span.end && span.start < token.end));
  const [only] = known;
  if (only && known.length === 1) {
    const acts = governedBy(only.canonical) ?? (STATES.has(only.canonical) ? only.canonical : undefined);
    // An office holder speaks for the office whatever stands beside the name; a state speaks through its offices only.
    if (acts && (only.kind === 'person' || rest.every(({ lower }) => OFFICES.has(lower) || isTitle(lower)))) return { key: acts, label: titled(acts), party: true };
    if (only.kind !== 'place' && rest.every(({ lower }) => isTitle(lower) || (only.kind === 'organisation' && OFFICES.has(lower)))) return { key: only.canonical, label: speaker, party: false };
  }
  return { key: `"${nameKey(speaker)}`, label: speaker, party: false };
}

/** How each of several statements' speakers is called: one label for one speaker, the fullest of the commonest. Null: nobody named. */
export function speakersOf(statements: readonly Statement[]): (string | null)[] {
  const voices = statements.map(voiceOf);
  const named = new Map<string, Map<string, number>>();
  for (const voice of voices) {
    if (!voice) continue;
    const labels = named.get(voice.key) ?? new Map<string, number>();
    named.set(voice.key, labels.set(voice.label, (labels.get(voice.label) ?? 0) + (voice.party ? 1_000_000 : 1)));
  }
  const labels = new Map([...named].map(([key, counts]) => [key, [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]![0]]));
  return voices.map((voice) => voice && labels.get(voice.key)!);
}

/** "united states" → "United States"; a body known by its letters keeps them: "iaea" → "IAEA". */
function titled(canonical: string): string {
  if (offices.letters.includes(canonical)) return canonical.toUpperCase();
  return canonical.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase()).replace(/ (?:Of|And|The) /g, (word) => word.toLowerCase());
}
