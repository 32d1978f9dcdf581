// Stored statements and the links between them → matters: what several articles say of one thing, every figure given for it, and
// who says so. Pure. In two steps, so that a large library is grouped by ids alone and only what is shown is read.
import { groupsOf, type Group } from './matters/groups';
import { ledgersOf } from './matters/ledger';
import { sharesRareTerms } from './matters/rare';
import { speakersOf } from './matters/speakers';
import type { Matter, MatterRow } from './messages';
import type { Link, Source, StoredStatement } from './model';
import { pageOf } from './selection-address';

export { groupsOf, type Group } from './matters/groups';
export { successorOf } from './matters/successor';
export { sharesRareTerms } from './matters/rare';
export { statementsToRead } from './matters/to-read';

/** A statement with the article it stands in. */
export interface Said {
  statement: StoredStatement;
  source: Source;
}

/** One line of the list of matters. `title` is the group's title statement. */
export function rowOf({ id, statements, articles, conflicts }: Group, title: Said): MatterRow {
  return { id, title: title.statement.text, statements: statements.length, articles, conflicts };
}

/** A whole matter; statements oldest first. Those of the group that `said` lacks are left out, with their links. */
export function matterOf(group: Group, said: Iterable<Said>): Matter {
  const wanted = new Map(group.statements.map((id, place) => [id, place]));
  const own = [...said].filter(({ statement }) => wanted.has(statement.id)).sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || wanted.get(a.statement.id)! - wanted.get(b.statement.id)!);
  const here = new Set(own.map(({ statement }) => statement.id));
  const links = group.links.filter(({ a, b }) => here.has(a) && here.has(b));
  const speakers = speakersOf(own.map(({ statement }) => statement));
  return {
    id: group.id,
    title: (own.find(({ statement }) => statement.id === group.title) ?? own[0])?.statement.text ?? '',
    statements: own.length,
    articles: new Set(own.map(({ source }) => pageOf(source.url) ?? source.id)).size,
    conflicts: links.filter(({ stance }) => stance === 'conflicts').length,
    said: own,
    links,
    ledger: ledgersOf(own, speakers, links),
    speakers: bySpeaker(own, speakers),
  };
}

/** All matters of statements held in memory, largest first. For tests and small libraries; a large one goes group by group. */
export function mattersOf(said: Iterable<Said>, links: Iterable<Link>): Matter[] {
  const byId = new Map([...said].map((one) => [one.statement.id, one]));
  const present = [...links].filter(({ a, b }) => byId.has(a) && byId.has(b));
  const groups = groupsOf(present, (a, b) => sharesRareTerms(byId.get(a)!.statement, byId.get(b)!.statement));
  return groups.map((group) => matterOf(group, group.statements.map((id) => byId.get(id)!)));
}

/** Most statements first; nobody's last. */
function bySpeaker(said: readonly Said[], speakers: readonly (string | null)[]): Matter['speakers'] {
  const groups = new Map<string | null, string[]>();
  said.forEach(({ statement: { id } }, i) => groups.set(speakers[i]!, [...(groups.get(speakers[i]!) ?? []), id]));
  return [...groups]
    .map(([speaker, statements]) => ({ speaker, statements }))
    .sort((a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.statements.length - a.statements.length);
}

/** An ISO day to sort by; articles without a date come last. */
function dayOf({ statement, source }: Said): string {
  return (source.published ?? statement.reported ?? '9999').slice(0, 10);
}
