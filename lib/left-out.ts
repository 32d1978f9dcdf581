// A page as read and the stored articles on its event → what two or more independent ones of these carry and the page lacks. Rather
// too little than too much: whatever any sentence of the page may be taken to carry is not left out. Knows no database and no page.
import { extract } from './claims/extract';
import { align } from './match/align';
import { cosine128 } from './match/encoder/encoder';
import type { CorpusIndex, Stored } from './match/finding/corpus-index';
import { onePerPage, withOrigins } from './match/independence';
import { FOUND, judge } from './match/judge';
import { rarity } from './match/rarity';
import type { LeftOut } from './messages';
import type { Draft, Evidence, Link, Quantity, Reading, Statement, Term } from './model';
import { normalForm } from './text/normal-form';
import { tokenise } from './text/tokens';

/** What is asked of the stored articles beside the index. */
export interface EventArticles {
  /** An article's statements as they may be evidence; empty when it is gone. */
  statementsOf(article: string): Promise<Stored[]>;
  /** How an article's statements stand to those of others. */
  linksOf(article: string): Promise<Link[]>;
}

/**
 * An article is on the page's event when so many claims of the page agree with it or differ from it. One claim is enough for an article
 * with so many statements that agree with, or differ from, an article that is: judging finds about half of what two reports share, so
 * a report of the very event often has one claim only (in 2 of the 5 events of tests/left-out), while another event has none.
 */
const LEAST_EVIDENCE = 2;
/** More articles than these on one event add nothing that two do not carry already; those with most evidence are kept. */
const MOST_ARTICLES = 24;
const MOST_SHOWN = 8;
/** Two stored statements agree at least so surely. What the fixture events must list agrees from .69 on; nothing they must not list is kept out by this alone. */
const LEAST_SURE = 0.6;
/** Independent sources that must carry a statement. */
const LEAST_ORIGINS = 2;
/** A paragraph of the page with so much of a statement's telling words may carry it, whatever its sentences say. */
const CARRIED = 0.6;
/** … and with so much of them, though it lacks the statement's figure: a fine of 3 million beside a bribe of 480,000 shares .65 with it. */
const CARRIED_WITHOUT_FIGURE = 0.75;
/** Sentences this close in meaning may say the same; two of one event that tell of different things reach .85. */
const LIKE = 0.9;
/** A word or name at least so rare, shared with the page, ties a statement to what the page is about. */
const TIES = 0.5;

/** What the page lacks, carried by most origins first; at most 8. `reading` is what `annotate` made of the same draft. */
export async function leftOut(draft: Draft, reading: Reading, index: CorpusIndex, corpus: EventArticles): Promise<LeftOut[]> {
  const event = await articlesOnEvent(reading, (article) => corpus.linksOf(article));
  if (event.length < LEAST_ORIGINS) return [];
  const links = (await Promise.all(event.map((article) => corpus.linksOf(article)))).flat();
  const all = (await Promise.all(event.map((article) => corpus.statementsOf(article)))).flat();
  // A headline agrees with nearly everything beneath it, and would tie all of that into one.
  const stored = new Map(all.filter(({ statement, source }) => statement.text !== source.title).map((one) => [one.statement.id, one]));
  const agreeing = links.filter(({ a, b, stance, confidence }) => stance === 'corroborates' && confidence >= LEAST_SURE && stored.has(a) && stored.has(b));
  const carried = carriedBy(draft, reading);
  const page = new Page(draft, index);
  const found: (LeftOut & { sure: number })[] = [];
  for (const { members, link } of sayingOneThing(agreeing)) {
    const told = [...members].map((id) => stored.get(id)!);
    const origins = originsOf(told, link);
    if (origins < LEAST_ORIGINS || [...members].some((id) => carried.has(id))) continue;
    if (!told.some(({ statement }) => page.speaksOf(statement)) || told.some(({ statement }) => page.carries(statement))) continue;
    found.push({ statements: onePerArticle(told), origins, sure: link.confidence });
  }
  found.sort((a, b) => b.origins - a.origins || b.sure - a.sure);
  return found.slice(0, MOST_SHOWN).map(({ statements, origins }) => ({ statements, origins }));
}

/** Articles on the page's event, those with most claims of the page that agree or differ first. `linksOf` as in `EventArticles`. */
export async function articlesOnEvent({ annotations }: Reading, linksOf: EventArticles['linksOf']): Promise<string[]> {
  const claims = new Map<string, number>();
  for (const { evidence } of annotations) {
    const articles = new Set(evidence.filter(({ stance }) => stance !== 'related').map(({ statement }) => statement.article));
    for (const article of articles) claims.set(article, (claims.get(article) ?? 0) + 1);
  }
  const ranked = [...claims].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([article]) => article);
  const sure = ranked.filter((article) => claims.get(article)! >= LEAST_EVIDENCE).slice(0, MOST_ARTICLES);
  const links = await Promise.all(sure.map(async (article) => ({ article, links: (await linksOf(article)).filter(({ stance }) => stance !== 'related') })));
  const joins = (other: string): boolean => links.some(({ article, links: own }) => sharedStatements(article, other, own) >= LEAST_EVIDENCE);
  return ranked.filter((article) => sure.includes(article) || joins(article)).slice(0, MOST_ARTICLES);
}

/** How many statements of each of two articles meet one of the other, whichever side has fewer: a headline that meets three is one. */
function sharedStatements(article: string, other: string, links: readonly Link[]): number {
  const [ours, theirs] = [new Set<string>(), new Set<string>()];
  for (const { a, b } of links) {
    const [own, their] = a.startsWith(`${article}.`) ? [a, b] : [b, a];
    if (their.startsWith(`${other}.`)) {
      ours.add(own);
      theirs.add(their);
    }
  }
  return Math.min(ours.size, theirs.size);
}

/** Stored statements that a claim of the page's body agrees with, differs from, or gives an earlier or later count of. */
function carriedBy(draft: Draft, { annotations }: Reading): Set<string> {
  const body = annotations.filter(({ claim }) => !isHeadline(draft, claim));
  const deciding = body.flatMap(({ evidence }) => evidence).filter(({ stance, reason }) => stance !== 'related' || reason.kind === 'later-update');
  return new Set(deciding.map(({ statement }) => statement.id));
}

/** A headline's words may agree with a report without carrying what it tells. */
function isHeadline({ blocks }: Draft, { block }: Statement): boolean {
  return blocks[block]?.kind === 'title' || blocks[block]?.kind === 'heading';
}

/** Groups of statements that say one thing: from the surest pair on, each more agreeing with at least half of those there. */
function sayingOneThing(agreeing: readonly Link[]): { members: Set<string>; link: Link }[] {
  const agrees = new Map<string, Set<string>>();
  const near = (id: string): Set<string> => agrees.get(id) ?? new Set();
  for (const { a, b } of agreeing) agrees.set(a, near(a).add(b)).set(b, near(b).add(a));
  const groups: { members: Set<string>; link: Link }[] = [];
  const groupOf = new Map<string, { members: Set<string>; link: Link }>();
  for (const link of [...agreeing].sort((x, y) => y.confidence - x.confidence || (x.a + x.b < y.a + y.b ? -1 : 1))) {
    const [ours, theirs] = [groupOf.get(link.a), groupOf.get(link.b)];
    if (ours && theirs) continue;
    const group = ours ?? theirs;
    const joining = ours ? link.b : link.a;
    if (!group) {
      const made = { members: new Set([link.a, link.b]), link };
      groups.push(made);
      groupOf.set(link.a, made).set(link.b, made);
    } else if (2 * [...group.members].filter((id) => near(joining).has(id)).length >= group.members.size) {
      group.members.add(joining);
      groupOf.set(joining, group);
    }
  }
  return groups;
}

/** Of how many origins the statements of a group are. */
function originsOf(all: readonly Stored[], { reason }: Link): number {
  const evidence = all.map(({ statement, source }): Evidence => ({ statement, source, stance: 'corroborates', confidence: 1, reason }));
  return new Set(withOrigins(evidence).map(({ origin, source }) => origin ?? source.id)).size;
}

/** The first statement of each article, oldest article first. */
function onePerArticle(all: readonly Stored[]): Stored[] {
  const articles = new Map<string, Stored>();
  const apart = onePerPage(all.map((one) => ({ ...one, stance: 'corroborates' as const })));
  for (const { statement, source } of apart) if (!articles.has(source.id)) articles.set(source.id, { statement, source });
  return [...articles.values()].sort((a, b) => (a.source.published ?? '9999').localeCompare(b.source.published ?? '9999') || (a.source.id < b.source.id ? -1 : 1));
}

/** What the page says, sentence by sentence and paragraph by paragraph. */
class Page {
  private readonly body: Statement[];
  private readonly paragraphs: { stems: Set<string>; figures: Quantity[] }[];
  private readonly telling: Set<string>;
  private readonly vectors = new Map<Statement, Int8Array | null>();

  constructor(
    draft: Draft,
    private readonly index: CorpusIndex,
  ) {
    const claims = extract(draft).statements;
    this.body = claims.filter((claim) => !isHeadline(draft, claim));
    this.paragraphs = draft.blocks.map(({ text }) => ({ stems: new Set(tokenise(normalForm(text).text).map(({ stem }) => stem)), figures: [] }));
    for (const { block, terms, quantities } of claims) {
      for (const { stem } of terms) this.paragraphs[block]?.stems.add(stem);
      this.paragraphs[block]?.figures.push(...quantities);
    }
    this.telling = new Set([...claims.flatMap(({ terms }) => terms.map(({ stem }) => stem))].filter((stem) => isTelling(stem)));
  }

  /** Does the statement share a telling name or word with the page's claims, so that it is of what the page is about? */
  speaksOf({ terms }: Statement): boolean {
    return terms.some(({ stem }) => this.telling.has(stem));
  }

  /** May some sentence or paragraph of the page be taken to say, deny or restate the statement? */
  carries(statement: Statement): boolean {
    const figures = statement.quantities.filter(({ implied }) => !implied);
    const isIn = (paragraph: (typeof this.paragraphs)[number]): boolean => {
      const hasFigure = figures.length === 0 || figures.some((figure) => paragraph.figures.some((one) => overlap(one, figure)));
      return shareIn(statement.terms, paragraph.stems) >= (hasFigure ? CARRIED : CARRIED_WITHOUT_FIGURE);
    };
    if (this.paragraphs.some(isIn)) return true;
    const near = this.body.filter((claim) => align(claim, statement).pairs.some(({ weight }) => weight >= TIES));
    const vector = near.length > 0 ? this.index.encode(statement.text) : null;
    return near.some((claim) => {
      const own = vector && this.vectorOf(claim);
      const cosine = vector && own ? cosine128(own, vector) : null;
      const { stance } = judge(claim, statement, cosine, FOUND);
      return stance === 'corroborates' || stance === 'conflicts' || (cosine !== null && cosine >= LIKE);
    });
  }

  private vectorOf(claim: Statement): Int8Array | null {
    if (!this.vectors.has(claim)) this.vectors.set(claim, this.index.encode(claim.text));
    return this.vectors.get(claim)!;
  }
}

/** Can both figures be the same value? */
function overlap(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit && (a.min ?? -Infinity) <= (b.max ?? Infinity) && (b.min ?? -Infinity) <= (a.max ?? Infinity);
}

function isTelling(stem: string): boolean {
  return !stem.startsWith('on:') && rarity(stem) >= TIES;
}

/** How much of the terms' rarity stands among the stems, 0 to 1. */
function shareIn(terms: readonly Term[], stems: ReadonlySet<string>): number {
  const all = [...new Set(terms.map(({ stem }) => stem))];
  const sum = (some: string[]): number => some.reduce((total, stem) => total + rarity(stem), 0);
  return sum(all.filter((stem) => stems.has(stem))) / Math.max(sum(all), 1e-9);
}
