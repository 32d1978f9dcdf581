// Where drafts enter from outside (a page's script, a file): an unknown value goes in, a Draft of known shape and size
// comes out. Knows no page and no database.
import { Failure, isRecord } from './failure';
import type { Block, BlockKind, ClaimReview, Draft } from './model';
import { webUrl } from './urls';

/** Longest text of a draft, in UTF-16 code units: over the 5 MB of text that a page must survive, well under a message's 64 MiB. */
export const LONGEST_TEXT = 8_000_000;
/** Most blocks of a draft: a 5 MB page of one-line paragraphs has about half as many. */
export const MOST_BLOCKS = 100_000;
/** Longest title, outlet and author kept, in UTF-16 code units. Pages lie in their metadata, so what is longer is cut rather than refused. */
export const LONGEST_NAME = 1_000;
/** Most ClaimReviews of a draft: a page has one to five. */
export const MOST_REVIEWS = 10_000;
/** Longest address, in UTF-16 code units: what Chromium itself lets a page have is 2 MiB; real articles stay under 2,000. */
export const LONGEST_URL = 8_192;

const KINDS: ReadonlySet<unknown> = new Set<BlockKind>(['title', 'heading', 'paragraph', 'item', 'quote']);
const ISO = /^\d{4}-\d{2}-\d{2}(T[\d:.]{2,15}(Z|[+-]\d{2}:?\d{2})?)?$/;
const LANGUAGE = /^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,6}$/;

/**
 * Builds a Draft from a value of unknown shape, taking nothing over that a Draft does not have.
 * @throws Failure 'bad-message' when the shape is wrong or the text is too large.
 */
export function checkDraft(value: unknown): Draft {
  if (!isRecord(value)) throw new Failure('bad-message', 'a draft is an object');
  const { url, title, outlet, author, published, language, blocks, claimReviews } = value;
  if (typeof title !== 'string') throw new Failure('bad-message', 'a draft has a title');
  return {
    url: checkUrl(url),
    title: title.slice(0, LONGEST_NAME),
    outlet: name('outlet', outlet),
    author: name('author', author),
    published: fitting('published', published, ISO),
    language: fitting('language', language, LANGUAGE),
    blocks: checkBlocks(blocks),
    ...(claimReviews === undefined ? {} : { claimReviews: checkReviews(claimReviews) }),
  };
}

function checkUrl(url: unknown): string | null {
  if (url === null) return null;
  const parsed = typeof url === 'string' && url.length <= LONGEST_URL ? webUrl(url) : null;
  // Written out in ASCII an address may be six times as long.
  if (!parsed || parsed.href.length > LONGEST_URL) throw new Failure('bad-message', 'a draft has an http(s) address or none');
  return parsed.href;
}

function checkBlocks(blocks: unknown): Block[] {
  if (!Array.isArray(blocks) || blocks.length > MOST_BLOCKS) throw new Failure('bad-message', 'a draft has a list of blocks');
  let length = 0;
  return blocks.map((block: unknown) => {
    if (!isRecord(block) || !KINDS.has(block['kind']) || typeof block['text'] !== 'string') throw new Failure('bad-message', 'a block has a kind and a text');
    length += block['text'].length;
    if (length > LONGEST_TEXT) throw new Failure('bad-message', 'the text is too long');
    return { kind: block['kind'] as BlockKind, text: block['text'] };
  });
}

function checkReviews(reviews: unknown): ClaimReview[] {
  if (!Array.isArray(reviews) || reviews.length > MOST_REVIEWS) throw new Failure('bad-message', 'a draft has a list of reviews or none');
  let length = 0;
  return reviews.map((review: unknown) => {
    if (!isRecord(review)) throw new Failure('bad-message', 'a review is an object');
    const [claim, author, rating, publisher] = [text('claim', review['claim']), name('author', review['author']), name('rating', review['rating']), name('publisher', review['publisher'])];
    length += claim?.length ?? 0;
    if (!claim || rating === null || publisher === null || length > LONGEST_TEXT) throw new Failure('bad-message', 'a review has a claim, a rating and a publisher');
    return { claim, author, rating, publisher, url: checkUrl(review['url']), date: fitting('published', review['date'], ISO) };
  });
}

function text(field: string, value: unknown): string | null {
  if (value !== null && typeof value !== 'string') throw new Failure('bad-message', `${field} is a text or null`);
  return value;
}

function name(field: string, value: unknown): string | null {
  return text(field, value)?.slice(0, LONGEST_NAME) || null;
}

/** What a page says wrongly of itself (a date that is none) counts as not said. */
function fitting(field: string, value: unknown, form: RegExp): string | null {
  const said = text(field, value);
  if (said === null || said.length > 64 || !form.test(said)) return null;
  return field === 'published' && Number.isNaN(Date.parse(said)) ? null : said;
}
