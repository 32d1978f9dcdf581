// The corpora that the command line and the measurements search: the three seeds, or articles given as JSON, extracted as any
// saved article is. Knows the files, not what is done with the corpus.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recordOf, summaryOf } from '../../lib/corpus/records';
import { parseSeed, seedDraft } from '../../lib/corpus/seed-format';
import { isRecord } from '../../lib/failure';
import { nodeEncoder } from './encoder-files';
import { MemoryCorpus } from './memory-corpus';
import type { Block, BlockKind, Draft } from '../../lib/model';

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));
const KINDS: readonly string[] = ['title', 'heading', 'paragraph', 'item', 'quote'] satisfies BlockKind[];

/** An article to be searched; `id` and `file` as given, else its id is made from its address or text. */
export interface GivenArticle {
  draft: Draft;
  id: string | null;
  file: string | null;
}

/** The drafts of the seeds in the repository, by file name. */
export function seedArticles(): GivenArticle[] {
  return readdirSync(SEEDS).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const seed = parseSeed(JSON.parse(readFileSync(SEEDS + name, 'utf8')));
    return { draft: seedDraft(seed), id: null, file: seed.file };
  });
}

/** A corpus in memory of these articles, as saving them would make it. @throws Error when the encoder can't be packed */
export async function corpusOf(articles: GivenArticle[]): Promise<MemoryCorpus> {
  const corpus = new MemoryCorpus(await nodeEncoder());
  for (const { draft, id, file } of articles) {
    const record = await recordOf(draft, file, '1970-01-01T00:00:00.000Z');
    const name = id ?? record.id;
    const { outlet, published, title, url } = summaryOf(record);
    const statements = record.statements.map((statement) => ({ ...statement, id: `${name}.${statement.block}.${statement.sentence}`, article: name }));
    corpus.add({ id: name, title, outlet, published, url, file }, statements);
  }
  return corpus;
}

/**
 * Articles from JSON text: an array (or `{articles: […]}`) of `{title, blocks, url?, outlet?, author?, published?, language?, id?, file?}`,
 * where `blocks` holds strings or `{kind, text}`; `text` with a paragraph a line does instead of `blocks`.
 * @throws Error saying which article and which field is wrong.
 */
export function articlesIn(json: string): GivenArticle[] {
  const document: unknown = JSON.parse(json);
  const list = isRecord(document) ? document['articles'] : document;
  if (!Array.isArray(list)) throw new Error('expected an array of articles');
  return list.map((value: unknown, i) => {
    const at = `article ${i}`;
    if (!isRecord(value)) throw new Error(`${at}: expected an object`);
    const title = value['title'];
    if (typeof title !== 'string' || title.trim() === '') throw new Error(`${at}: title: expected a text`);
    const field = (name: string): string | null => {
      const given = value[name] ?? null;
      if (given !== null && typeof given !== 'string') throw new Error(`${at}: ${name}: expected a text or null`);
      return given;
    };
    const published = field('published');
    if (published !== null && Number.isNaN(Date.parse(published))) throw new Error(`${at}: published: ${published} is no ISO date`);
    const blocks = blocksIn(value, at);
    if (blocks[0]?.text === title) blocks[0].kind = 'title';
    else if (!blocks.some((block) => block.kind === 'title')) blocks.unshift({ kind: 'title', text: title });
    const draft = { url: field('url'), title, outlet: field('outlet'), author: field('author'), published, language: field('language'), blocks };
    return { draft, id: field('id'), file: field('file') };
  });
}

function blocksIn(article: Record<string, unknown>, at: string): Block[] {
  const given = typeof article['text'] === 'string' ? article['text'].split('\n').filter((line) => line.trim() !== '') : article['blocks'];
  if (!Array.isArray(given)) throw new Error(`${at}: expected blocks (an array) or text`);
  return given.map((block: unknown, i): Block => {
    if (typeof block === 'string') return { kind: 'paragraph', text: block.trim() };
    if (!isRecord(block) || typeof block['text'] !== 'string') throw new Error(`${at}: block ${i}: expected a text or {kind, text}`);
    const kind = block['kind'] ?? 'paragraph';
    if (typeof kind !== 'string' || !KINDS.includes(kind)) throw new Error(`${at}: block ${i}: kind: expected one of ${KINDS.join(', ')}`);
    return { kind: kind as BlockKind, text: block['text'] };
  });
}
