// Links between stored statements → which statements speak of one thing. Agreement and difference join two statements; what is
// merely related joins two groups only where enough of their statements are, so that no weak link chains two events together.
// Knows ids and links only, no texts: a library of 10,000 articles is grouped without reading one.
import type { Link } from '../model';
import { fingerprint } from './fingerprint';

/** Statements of several articles that speak of one thing, by their ids. */
export interface Group {
  /** Content-addressed: of its statements' ids. */
  id: string;
  /** The statement that most others are linked with. */
  title: string;
  /** In reading order of their ids. */
  statements: string[];
  articles: number;
  /** Pairs that differ. */
  conflicts: number;
  /** One for each pair, the surest; both statements are in the group. */
  links: Link[];
}

/** Two groups of so many statements are two events' until more than one pair says otherwise: one wrong pair in a large library would join all. */
const LARGE = 8;
/** From this likelihood on a related pair may join two groups at all; a later count is of the same thing by rule. */
const CONFIDENT = 0.9;
const CONFIDENT_LATER = 0.5;
/** So much of all the pairs between two groups must be related for them to be one … */
const AVERAGE = 0.5;
/** … and so many are enough however large the groups: a search brings no more than four related statements. */
const ENOUGH = 3;

/**
 * The matters of all links, largest first. `sharesRare` is asked of confident related pairs of no telling kind: do the two share the
 * rare words of their matter? Both directions of a pair may be given, and links to statements that are gone. `pageOf` names the page
 * that an article is of: articles of one page count once.
 */
export function groupsOf(links: Iterable<Link>, sharesRare: (a: string, b: string) => boolean = () => false, pageOf: (article: string) => string = (article) => article): Group[] {
  const pairs = onePerPair(links);
  const sets = new DisjointSets();
  joinDeciding(pairs.filter(({ stance }) => stance !== 'related'), sets);
  joinRelated(pairs.filter((link) => mayJoin(link, sharesRare)), sets);
  const members = new Map<string, { statements: Set<string>; links: Link[] }>();
  for (const link of pairs) {
    const root = sets.of(link.a);
    if (root !== sets.of(link.b)) continue;
    const group = members.get(root) ?? { statements: new Set(), links: [] };
    members.set(root, group);
    group.links.push(link);
    group.statements.add(link.a).add(link.b);
  }
  return [...members.values()].map(({ statements, links: own }) => grouped([...statements].sort(byPlace), own, pageOf)).sort(largestFirst);
}

function mayJoin(link: Link, sharesRare: (a: string, b: string) => boolean): boolean {
  const { stance, confidence, reason, a, b } = link;
  if (stance !== 'related') return false;
  if (reason.kind === 'later-update') return confidence >= CONFIDENT_LATER;
  if (reason.kind === 'other-measure') return confidence >= CONFIDENT;
  return asksForRare(link) && sharesRare(a, b);
}

/** Does it depend on the words of its two statements whether this pair may join two groups? */
export function asksForRare({ stance, confidence, reason }: Link): boolean {
  return stance === 'related' && reason.kind === undefined && confidence >= CONFIDENT;
}

/** Agreement and difference join, the surest first; two groups that are large already need a second pair to bear the first one out. */
function joinDeciding(deciding: Link[], sets: DisjointSets): void {
  const waiting = new Map<string, number>();
  for (const { a, b } of surestFirst(deciding)) {
    const [one, other] = [sets.of(a), sets.of(b)];
    if (one === other) continue;
    const key = [one, other].sort(order).join(' ');
    const borneOut = (waiting.get(key) ?? 0) + 1;
    waiting.set(key, borneOut);
    if (Math.min(sets.size(one), sets.size(other)) < LARGE || borneOut > 1) sets.join(one, other);
  }
}

/** Average linkage over whole groups, the surest pairs first, until nothing more joins. */
function joinRelated(related: Link[], sets: DisjointSets): void {
  let rest = surestFirst(related);
  for (let joined = true; joined; ) {
    joined = false;
    const between = new Map<string, number>();
    rest = rest.filter(({ a, b }) => sets.of(a) !== sets.of(b));
    const key = ({ a, b }: Link): string => [sets.of(a), sets.of(b)].sort(order).join(' ');
    for (const link of rest) between.set(key(link), (between.get(key(link)) ?? 0) + 1);
    // One joining a group and round: counts of a group that has just grown are stale.
    const grown = new Set<string>();
    for (const link of rest) {
      const [one, other] = [sets.of(link.a), sets.of(link.b)];
      if (one === other || grown.has(one) || grown.has(other)) continue;
      if (between.get(key(link))! < Math.min(ENOUGH, AVERAGE * sets.size(one) * sets.size(other))) continue;
      sets.join(one, other);
      grown.add(sets.of(one));
      joined = true;
    }
  }
}

/** The surest links first; equals in an order that does not depend on how they came. */
export function surestFirst(links: readonly Link[]): Link[] {
  return [...links].sort((x, y) => y.confidence - x.confidence || order(x.a + x.b, y.a + y.b));
}

/** Of several links between two statements the one that decides: a stance before mere relation, then the surer. */
function onePerPair(links: Iterable<Link>): Link[] {
  const pairs = new Map<string, Link>();
  for (const link of links) {
    if (link.a === link.b) continue;
    const key = link.a < link.b ? `${link.a} ${link.b}` : `${link.b} ${link.a}`;
    const known = pairs.get(key);
    if (!known || outweighs(link, known)) pairs.set(key, link);
  }
  return [...pairs.values()];
}

function outweighs(link: Link, known: Link): boolean {
  const [own, other] = [link.stance !== 'related', known.stance !== 'related'];
  if (own !== other) return own;
  return link.confidence > known.confidence || (link.confidence === known.confidence && order(link.a, known.a) < 0);
}

function grouped(statements: string[], links: Link[], pageOf: (article: string) => string): Group {
  const linked = new Map<string, number>();
  for (const { a, b, confidence } of links) for (const id of [a, b]) linked.set(id, (linked.get(id) ?? 0) + 1 + confidence / 1000);
  const title = statements.reduce((best, id) => (linked.get(id)! > linked.get(best)! ? id : best));
  return {
    id: fingerprint(statements),
    title,
    statements,
    articles: new Set(statements.map((id) => pageOf(articleOf(id)))).size,
    conflicts: links.filter(({ stance }) => stance === 'conflicts').length,
    links,
  };
}

function largestFirst(a: Group, b: Group): number {
  return b.statements.length - a.statements.length || b.conflicts - a.conflicts || order(a.id, b.id);
}

/** The article of a statement's id: `<article id>.<block>.<sentence>`. */
export function articleOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.', id.lastIndexOf('.') - 1));
}

/** Ids by article, then by place in it: block 2 before block 10. */
function byPlace(a: string, b: string): number {
  const [x, y] = [a.split('.'), b.split('.')];
  return order(articleOf(a), articleOf(b)) || Number(x.at(-2)) - Number(y.at(-2)) || Number(x.at(-1)) - Number(y.at(-1)) || order(a, b);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Union-find over ids; sizes are of whole sets. An id never joined is a set of its own. */
class DisjointSets {
  private readonly parent = new Map<string, string>();
  private readonly sizes = new Map<string, number>();

  of(id: string): string {
    let root = id;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = this.parent.get(at)!;
      this.parent.set(at, root);
      at = up;
    }
    return root;
  }

  size(id: string): number {
    return this.sizes.get(this.of(id)) ?? 1;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x === y) return;
    const [root, child] = this.size(x) >= this.size(y) ? [x, y] : [y, x];
    this.sizes.set(root, this.size(x) + this.size(y));
    this.parent.set(child, root);
  }
}
