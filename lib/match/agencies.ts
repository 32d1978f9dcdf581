// A sentence, a name or an address → the news agencies it credits. A sentence does so by a dateline or a reporting phrase ("told
// Reuters"); an agency that is merely spoken of ("two Reuters journalists were killed") is none.
// Names, short forms and hosts are data (agencies.json): `names` count anywhere, `credits` ("PA", also an authority and a state)
// only where nothing but an agency can stand.
import { normalForm } from '../text/normal-form';
import agencies from './agencies.json';
import { parsedUrl } from '../urls';

const ID_OF = new Map(agencies.flatMap(({ id, names, credits }) => [...names, ...credits].map((name) => [name, id] as const)));
const ID_OF_HOST = new Map(agencies.flatMap(({ id, hosts }) => hosts.map((host) => [host, id] as const)));

/** First words of all names: most sentences have none of them, and the patterns need not be tried. */
const FIRST = new Set([...ID_OF.keys()].map((name) => name.split(/[ -]/)[0]!));

const NAME = alternatives(agencies.flatMap(({ names }) => names));
const ANY = alternatives(agencies.flatMap(({ names, credits }) => [...names, ...credits]));
const SPOKE = '(?:reported|reports|said|says|quoted|quotes|cited|cites|wrote|writes|citing|quoting|has learned|learned)';
const KIND = "(?:'s)?(?: (?:state )?(?:news )?(?:agency|agencies|wire|newswire))?";

/** "KYIV, Oct 3 (Reuters) - …", "(AFP) - …": parentheses with agencies only, at the head of a sentence, then a dash. */
const DATELINE = new RegExp(`^(?:\\p{Lu}[^.!?()"]{1,59})?\\((${ANY}(?:(?:[/,;]| and|,) ?${ANY})*)\\) ?-`, 'u');
/** "NEW DELHI, March 3 (PTI) The …", "Hanoi [Vietnam], May 4 (ANI): The …": no dash, so only a place and a day may stand before it. */
const PLACE_AND_DAY = new RegExp(
  `^\\p{Lu}[\\p{L}.'-]*(?:,? (?:\\p{Lu}[\\p{L}.'-]*|\\d{1,4}|\\[\\p{Lu}[\\p{L} ]*\\])){0,7},? \\((${ANY}(?:(?:[/,;]| and|,) ?${ANY})*)\\):? (?=[\\p{Lu}"])`,
  'u',
);
/** "BEIJING, Feb. 3, Xinhua - …": no parentheses, so the place has to be in capitals. */
const BARE = new RegExp(`^\\p{Lu}{3,}(?:,? [\\p{Lu}\\d][\\p{L}\\d.'-]*){0,5}, (${ANY}) ?-`, 'u');
/** An agency's name at the end of an author's. */
export const TRAILING_AGENCY = new RegExp(` (${NAME})$`, 'u');
/** "… (AFP)", "… - TASS", "…: Reuters" at the end of a sentence or title. */
const TAIL = new RegExp(`(?:\\((?:[Ss]ource: )?(${NAME})\\)|[|:,] (${NAME})| - (${NAME})(?: News)?)[.]?$`, 'u');
const LEAD = new RegExp(`^(${NAME}): `, 'u');
/** Reporting phrases. "Reuters said it would cut jobs" is news of the agency itself. */
const PHRASES = [
  `(${NAME})${KIND} (?:also |later |first |earlier )?${SPOKE}(?! (?:that )?(?:it|its)\\b)`,
  `(?:told|tells|telling|according to|(?:reported|quoted|cited|carried|seen|published) by|citing|quoting|quoted|(?:report|reports|interview|dispatch) (?:by|from|to|with|in|for)|(?:statement|remarks|comments) to) (?:the )?(?:[\\p{L}-]+ )?(?:(?:state |news |state news )?agency )?(${NAME})(?! journalist| reporter| photographer)`,
  `(${NAME}) (?:witness|witnesses|correspondent|correspondents|reporter|reporters|journalist|journalists|tally|count|calculation|calculations|poll) (?:said|says|saw|heard|counted|reported|at the scene|shows|showed|found)`,
  `(?:agency|agencies) (${NAME}) ${SPOKE}`,
].map((phrase) => new RegExp(`(?<![\\p{L}\\p{N}-])${phrase}(?![\\p{L}\\p{N}-])`, 'gu'));

/** Ids of the agencies that a dateline at the head of this sentence credits: with it, the whole article. Example: "PARIS (AFP) - …" → afp. */
export function datelineOf(text: string): string[] {
  if (!mayName(text)) return [];
  const { text: folded } = normalForm(text);
  const found = DATELINE.exec(folded) ?? PLACE_AND_DAY.exec(folded) ?? BARE.exec(folded);
  return (found?.[1] ?? '').split(/[/,;]| and /).flatMap((name) => ID_OF.get(name.trim()) ?? []);
}

/** Ids of the agencies that this sentence says it has its matter from. Example: "… the minister told Reuters" → reuters. */
export function reportedBy(text: string): string[] {
  if (!mayName(text)) return [];
  const { text: folded } = normalForm(text);
  const found = [TAIL.exec(folded), LEAD.exec(folded), ...PHRASES.flatMap((phrase) => [...folded.matchAll(phrase)])];
  return found.flatMap((match) => ID_OF.get(match?.slice(1).find(Boolean) ?? '') ?? []);
}

/** Ids of the agency that an address belongs to; empty for none. Example: "https://www.reuters.com/world/one" → reuters. */
export function agencyOfHost(url: string | null): string[] {
  const labels = ((url && parsedUrl(url)?.hostname) || '').split('.');
  return labels.flatMap((_, i) => ID_OF_HOST.get(labels.slice(i).join('.')) ?? []);
}

/** Id of the agency that goes by exactly this name, where nothing but an agency can stand; empty for none. Example: "PA" → pa. */
export function agencyOfName(name: string): string[] {
  const id = ID_OF.get(name);
  return id === undefined ? [] : [id];
}

function mayName(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some((word) => FIRST.has(word));
}

/** One pattern for all these names, longest first, as whole words: "Interfax-Ukraine" is not Interfax. */
function alternatives(names: string[]): string {
  const longest = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `(?:${longest.join('|')})(?![\\p{L}\\p{N}-])`;
}
