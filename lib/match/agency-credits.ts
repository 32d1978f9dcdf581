// An article → the news agencies that it is credited to as a whole: by its address, its outlet, its authors, its title's end, the
// byline and dateline over its text, or the credit under it. Sentences that name their source are agencies.ts's matter.
import type { Block, Source } from '../model';
import { normalForm } from '../text/normal-form';
import { agencyOfHost, agencyOfName, datelineOf, reportedBy, TRAILING_AGENCY } from './agencies';

/** What can carry a credit: an article, or as much of one as is known. */
export type Creditable = Pick<Source, 'url' | 'outlet' | 'title'> & { author?: string | null; blocks?: Block[] };

/** A source whose article has been looked at for credits. Absent: only what the source itself says is known. */
export interface CreditedSource extends Source {
  /** Ids of agencies.json. */
  agencies?: string[];
}

/** Paragraphs from the top in which a byline or a dateline is looked for: the standfirst, the byline and the place come first. */
const HEAD = 4;
/** Paragraphs from the end in which a credit is looked for: an appeal to subscribe may follow it. */
const FOOT = 2;
/** Longest paragraph that is nothing but a credit, in UTF-16 units; names of four agencies with a place are 90. */
const LONGEST_CREDIT = 120;

/** "AFP in Paris", "Reuters in Rio de Janeiro": a place and nothing after it. */
const AT_PLACE = / (?:in|at) (?:(?:\p{Lu}[\p{L}.'-]*|de|del|la|el|al|the)(?: |$)){1,4}$/u;

/** Ids of the agencies that an article is credited to, each once. Example: an author "Ida Holm, AFP" → ['afp']. */
export function creditsOf({ url, outlet, title, author = null, blocks = [] }: Creditable): string[] {
  const texts = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item').map(({ text }) => text);
  const head = texts.slice(0, HEAD);
  return [
    ...new Set([
      ...agencyOfHost(url),
      ...bylineCredit(outlet ?? ''),
      ...bylineCredit(author ?? ''),
      ...authorCredit(author ?? ''),
      ...reportedBy(title),
      ...head.flatMap((text) => [...datelineOf(text), ...paragraphCredit(text)]),
      ...texts.slice(HEAD).slice(-FOOT).flatMap(paragraphCredit),
    ]),
  ];
}

/** A byline or outlet names its agencies between commas, slashes and "and"; words that go with any agency are passed over. */
function bylineCredit(byline: string): string[] {
  return byline.split(/[,/;|&()]| and | via | with | for | - /).flatMap((part) => {
    const name = part
      .trim()
      .replace(/^(?:By |From )?(?:The )?/i, '')
      .replace(AT_PLACE, '')
      .replace(/ (?:Staff|Editorial|News|News Agency|Agency|Reporters?|Writers?|Correspondents?|UK|US|World)$/i, '');
    return agencyOfName(name);
  });
}

/** "Ida Holm Associated Press": authors' names run into their agency's. */
function authorCredit(author: string): string[] {
  return author.split(/[,/;|&()]| and /).flatMap((part) => agencyOfName(TRAILING_AGENCY.exec(part.trim())?.[1] ?? ''));
}

/** A paragraph that is nothing but a credit: "By AP", "AFP in Paris", "dh/wmr (AFP, Reuters)", "© 2023 Agence France-Presse". */
function paragraphCredit(text: string): string[] {
  if (text.length > LONGEST_CREDIT) return [];
  const line = normalForm(text)
    .text.trim()
    .replace(/^(?:Copyright|©|\(c\))(?: ©| \(c\))?(?: \d{4})?,? /i, '')
    .replace(/\.? ?All rights reserved\.?$/i, '')
    .replace(/^(?:[Ss]ources?|[Aa]genc(?:y|ies)|[Cc]redit): ?|^- /, '');
  const behindInitials = /^[a-z]{2,4}(?:[/,] ?[a-z]{2,4})* ?\(([^()]*)\)\.?$/.exec(line)?.[1];
  const parts = (behindInitials ?? line.replace(/^\((.*)\)$/, '$1').replace(/\.$/, '')).split(/[,/;|&]| and /);
  // Each part has to be an agency's, a person's before it or a place's after it: a sentence is none of these.
  const credits = parts.map((part) => bylineCredit(part));
  const named = parts.every((part, i) => credits[i]!.length > 0 || /^(?:By )?(?:\p{Lu}[\p{L}.'-]*(?: |$)){1,4}$/u.test(part.trim()));
  return named ? credits.flat() : [];
}
