// The evidence on one claim → which of it goes back to one origin: articles that share their text, the same quotation, the same
// agency. Only the evidence of one claim is compared, so an unseen connection stays unseen: origins are counted too high
// rather than too low. Knows no corpus.
import type { Evidence, Source } from '../model';
import { datelineOf, reportedBy } from './agencies';
import { creditsOf, type CreditedSource } from './agency-credits';
import { isSelection, pageOf } from '../selection-address';
import { shareQuotation, shareText, wordingOf, type Wording } from './same-words';

interface Known {
  evidence: Evidence;
  wording: Wording;
  /** Agencies credited by the sentence or its whole article. */
  agencies: Set<string>;
}

/** The same evidence, `origin` set where two articles or more of one stance go back to one; numbered from 0 in the order given. */
export function withOrigins(evidence: Evidence[]): Evidence[] {
  if (new Set(evidence.map(({ source }) => source.id)).size < 2) return evidence;
  const all = known(evidence);
  const copies = new Groups(all.length);
  pairs(all, (a, b, i, j) => {
    // A text shared by two articles makes copies of them, whatever their other sentences say of the claim.
    if (isOnePage(a.evidence.source, b.evidence.source) || shareText(a.wording, b.wording)) copies.join(i, j);
  });
  const origins = new Groups(all.length);
  pairs(all, (a, b, i, j) => {
    if (a.evidence.stance === b.evidence.stance && (copies.of(i) === copies.of(j) || shareQuotation(a.wording, b.wording) || shareAgency(a, b))) origins.join(i, j);
  });
  return numbered(evidence, origins);
}

/** The same evidence without what is no second article: a stretch saved of a page, beside that page or another stretch of it that says the same. */
export function onePerPage<T extends Pick<Evidence, 'source' | 'stance'>>(evidence: T[]): T[] {
  return evidence.filter(({ source, stance }, at) => {
    if (!isSelection(source.url)) return true;
    const beside = (one: T, i: number): boolean => one.stance === stance && one.source.id !== source.id && isOnePage(one.source, source) && (!isSelection(one.source.url) || i < at);
    return !evidence.some(beside);
  });
}

/** One article, or a page and what was saved of it piecemeal. */
function isOnePage(a: Source, b: Source): boolean {
  return a.id === b.id || (a.url !== null && pageOf(a.url) === pageOf(b.url));
}

/** One agency's credit is one origin only for those who say the same: what is merely related may be any two of its reports. */
function shareAgency(a: Known, b: Known): boolean {
  return a.evidence.stance !== 'related' && [...a.agencies].some((agency) => b.agencies.has(agency));
}

function known(evidence: Evidence[]): Known[] {
  const byArticle = new Map<string, string[]>();
  for (const { source, statement } of evidence) {
    byArticle.set(source.id, [...(byArticle.get(source.id) ?? agenciesOf(source)), ...datelineOf(statement.text)]);
  }
  return evidence.map((one) => ({
    evidence: one,
    wording: wordingOf(one.statement),
    agencies: new Set([...byArticle.get(one.source.id)!, ...reportedBy(one.statement.text)]),
  }));
}

/** A corpus that holds the article says what it is credited to; else the source's own words do. */
function agenciesOf(source: CreditedSource): string[] {
  return source.agencies ?? creditsOf(source);
}

function pairs(all: Known[], meet: (a: Known, b: Known, i: number, j: number) => void): void {
  all.forEach((a, i) => all.slice(i + 1).forEach((b, k) => meet(a, b, i, i + 1 + k)));
}

function numbered(evidence: Evidence[], origins: Groups): Evidence[] {
  const articles = new Map<number, Set<string>>();
  evidence.forEach(({ source }, i) => articles.set(origins.of(i), (articles.get(origins.of(i)) ?? new Set()).add(source.id)));
  const shared = [...articles].filter(([, ids]) => ids.size > 1).map(([group]) => group);
  return evidence.map((one, i) => {
    const origin = shared.indexOf(origins.of(i));
    return origin < 0 ? one : { ...one, origin };
  });
}

/** Union-find over the places of a list. */
class Groups {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  of(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root]!;
    return root;
  }

  /** The lower place stands for both. */
  join(i: number, j: number): void {
    const [low, high] = [this.of(i), this.of(j)].sort((a, b) => a - b) as [number, number];
    this.parent[high] = low;
  }
}
