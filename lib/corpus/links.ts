// The stored links of an article: what its statements say of those of all other articles. Which records are out of date, and
// how they follow when an article or a statement changes. Knows no judging.
import type { Link } from '../model';
import type { Database, Writing } from './database';
import { EXTRACTION } from './records';
import { together } from './together';

/** To be raised when judging changes so much that stored links are to be made anew. */
const COMPARING = 2;

/** The engine's version as links record it; `meaning`: an encoder was there. */
export function engineOf(meaning: boolean): string {
  return `${EXTRACTION}.${COMPARING}${meaning ? '+meaning' : ''}`;
}

/** What one article's comparison with all others brought. */
export interface LinksRecord {
  /** The article that was compared. */
  id: string;
  /** The engine they come from (`engineOf`); '' for an article that is to be compared (again) and is no news to the inbox. */
  engine: string;
  links: Link[];
  /** Ids of the other articles in `links`, each once. */
  touches: string[];
  /**
   * What was judged, found or not, by statement of the article: a number for each article that had candidates (`judgedKey`). Absent where
   * links were made by an older engine, or have since been taken out.
   */
  judged?: Record<string, number[]>;
}

/** The record of an article that is still to be compared, quietly. */
export function uncompared(id: string): LinksRecord {
  return linksRecord(id, [], '');
}

/** A record of links, made by this engine. */
export function linksRecord(id: string, links: Link[], engine: string, judged: Record<string, number[]> | null = null): LinksRecord {
  return { id, engine, links, touches: [...new Set(links.map(({ b }) => articleOf(b)))], ...(judged ? { judged } : {}) };
}

/** The article that a statement id belongs to: `<article id>.<block>.<sentence>`. */
export function articleOf(statement: string): string {
  return statement.slice(0, statement.indexOf('.'));
}

/** Ids of the articles whose links need no making: of this engine, and by meaning too where there is an encoder. */
export async function compared(db: Database, encoder: boolean): Promise<Set<string>> {
  const engines = encoder ? [engineOf(true)] : [engineOf(true), engineOf(false)];
  const keys = await Promise.all(engines.map((engine) => db.getAllKeysFromIndex('links', 'engine', engine)));
  return new Set(keys.flat());
}

/** An article was stored in another text: its links go, those of others that lead to it too, and lines of the inbox whose words no longer stand in it. */
export async function textChanged(tx: Writing, article: string, texts: ReadonlySet<string>): Promise<void> {
  const disputes = tx.objectStore('disputes');
  const [lines] = await together(
    () => disputes.index('articles').getAll(article),
    () => tx.objectStore('links').delete(article),
    () => unlink(tx, article, () => true),
  );
  for (const dispute of lines) {
    const side = dispute.older.source.id === article ? dispute.older : dispute.newer;
    if (!texts.has(side.statement.text)) await disputes.delete(dispute.id);
  }
}

/** Statements of an article were corrected: what links say of them is out of date, and the article is to be compared again, quietly. */
export async function statementsChanged(tx: Writing, article: string, statements: ReadonlySet<string>): Promise<void> {
  const links = tx.objectStore('links');
  const own = await links.get(article);
  // One that was never compared stays news.
  if (own) await links.put(linksRecord(article, own.links.filter(({ a }) => !statements.has(a)), ''));
  await unlink(tx, article, (link) => statements.has(link.b));
}

/** Everything derived of an article goes. */
export async function forgetLinks(tx: Writing, article: string): Promise<void> {
  await textChanged(tx, article, new Set());
}

async function unlink(tx: Writing, article: string, gone: (link: Link) => boolean): Promise<void> {
  const store = tx.objectStore('links');
  for (const record of await store.index('touches').getAll(article)) {
    const links = record.links.filter((link) => articleOf(link.b) !== article || !gone(link));
    if (links.length < record.links.length) await store.put(linksRecord(record.id, links, record.engine));
  }
}
