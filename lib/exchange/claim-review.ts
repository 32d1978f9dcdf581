// ClaimReview markup (https://schema.org/ClaimReview), in and out. In: JSON-LD that nobody has checked. Out: reviews, and drafts that
// state claim, author and rating, the rating only as its publisher's quoted words. Written for what came from such markup, nothing else.
import { LONGEST_NAME, LONGEST_TEXT, LONGEST_URL } from '../draft';
import { isRecord } from '../failure';
import type { Article, Block, ClaimReview, Draft } from '../model';
import { webUrl } from '../urls';

/** Objects looked at in one file, how deep, and most reviews taken from it. */
const MOST_OBJECTS = 200_000;
const DEEPEST = 8;
const MOST_REVIEWS = 10_000;

const ISO = /^\d{4}-\d{2}-\d{2}(T[\d:.]{2,15}(Z|[+-]\d{2}:?\d{2})?)?$/;
/** Fields in which markup keeps what it is about: lists of data feeds, graphs, parts of pages. */
const HOLDS = ['@graph', 'itemListElement', 'dataFeedElement', 'item', 'mainEntity', 'hasPart', 'review', 'subjectOf'];

/** Every ClaimReview in a JSON-LD value that has a claim, a rating in words or figures and a publisher; each once, in order. */
export function reviewsIn(json: unknown): ClaimReview[] {
  const found = new Map<string, ClaimReview>();
  let looked = 0;
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || ++looked > MOST_OBJECTS || found.size >= MOST_REVIEWS) return;
    if (Array.isArray(value)) for (const one of value) look(one, depth + 1);
    if (!isRecord(value)) return;
    const review = isClaimReview(value) ? reviewOf(value) : null;
    if (review) found.set(JSON.stringify([review.claim, review.author, review.rating, review.publisher, review.url]), review);
    for (const name of HOLDS) if (Object.hasOwn(value, name)) look(value[name], depth + 1);
  };
  look(json, 0);
  return [...found.values()];
}

function isClaimReview(value: Record<string, unknown>): boolean {
  const type = value['@type'] ?? value['type'];
  return (Array.isArray(type) ? type.slice(0, 20) : [type]).some((one) => typeof one === 'string' && /^(?:schema:|https?:\/\/schema\.org\/)?ClaimReview$/.test(one));
}

function reviewOf(value: Record<string, unknown>): ClaimReview | null {
  const reviewed = one(value['itemReviewed']);
  const claim = claimIn(value['claimReviewed']) ?? claimIn(reviewed?.['name']);
  const url = address(value['url']) ?? address(value['mainEntityOfPage']) ?? address(value['@id']);
  const publisher = nameOf(value['author']) ?? nameOf(value['publisher']) ?? (url === null ? null : new URL(url).hostname.replace(/^www\./, ''));
  const rating = ratingOf(one(value['reviewRating']));
  if (claim === null || publisher === null || rating === null) return null;
  return { claim, author: nameOf(reviewed?.['author']), rating, publisher, url, date: isoDate(value['datePublished']) };
}

/** Of several wordings of a claim, the first. */
function claimIn(value: unknown): string | null {
  return (Array.isArray(value) ? value.slice(0, 100) : [value]).map((said) => words(said, LONGEST_TEXT)).find((said) => said !== null) ?? null;
}

/** The publisher's words for it; figures only where there are no words, with their scale. */
function ratingOf(rating: Record<string, unknown> | null): string | null {
  if (!rating) return null;
  const said = words(rating['alternateName'], LONGEST_NAME) ?? words(rating['name'], LONGEST_NAME) ?? words(rating['ratingExplanation'], LONGEST_NAME);
  if (said !== null) return said;
  const [value, best] = [rating['ratingValue'], rating['bestRating']].map((figure) => words(typeof figure === 'number' ? String(figure) : figure, 20));
  return value && best ? `${value}/${best}` : null;
}

function one(value: unknown): Record<string, unknown> | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(first) ? first : null;
}

function words(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return null;
  return value.replace(/\s+/g, ' ').trim().slice(0, longest) || null;
}

function nameOf(value: unknown): string | null {
  return words(value, LONGEST_NAME) ?? words(one(value)?.['name'], LONGEST_NAME) ?? (Array.isArray(value) ? words(value[0], LONGEST_NAME) : null);
}

function address(value: unknown): string | null {
  const said = isRecord(value) ? (value['@id'] ?? value['url']) : value;
  const url = typeof said === 'string' && said.length <= LONGEST_URL ? webUrl(said) : null;
  return url && url.href.length <= LONGEST_URL ? url.href : null;
}

function isoDate(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 64 && ISO.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** What a review states, as blocks: who claims what, and which words the publisher chose for it. Never in our own voice. */
export function blocksOf({ claim, author, rating, publisher }: ClaimReview): Block[] {
  const speaker = author === null ? 'It is claimed' : `${author} said`;
  return [
    { kind: 'paragraph', text: `${speaker}: “${claim}”` },
    { kind: 'paragraph', text: `${publisher} rated this claim “${rating}”.` },
  ];
}

/** A draft for each page that reviews stand at; those without an address are one each. `pageOf` gives the one name of the page at an address, however that is written. */
export function draftsOf(reviews: ClaimReview[], pageOf: (address: string) => string): Draft[] {
  const pages = new Map<string, ClaimReview[]>();
  reviews.forEach((review, i) => {
    const page = review.url === null ? `none ${i}` : pageOf(review.url);
    pages.set(page, [...(pages.get(page) ?? []), review]);
  });
  return [...pages.values()].map((here): Draft => {
    const { claim, publisher, url, date } = here[0]!;
    const title = `${publisher} on “${claim.length > 200 ? `${claim.slice(0, 200).replace(/[\ud800-\udbff]$/, '')}…` : claim}”`.slice(0, LONGEST_NAME);
    return { url: url?.replace(/#.*$/, '') ?? null, title, outlet: publisher, author: null, published: date, language: null, blocks: here.flatMap(blocksOf), claimReviews: here };
  });
}

/** A draft read from a saved page, with what the page's JSON-LD scripts say in ClaimReview markup as statements at its end; itself when they say nothing. */
export function withClaimReviews(draft: Draft, jsonLd: string[]): Draft {
  const claimReviews = jsonLd.flatMap((script) => reviewsIn(parsed(script)));
  return claimReviews.length === 0 ? draft : { ...draft, blocks: [...draft.blocks, ...claimReviews.flatMap(blocksOf)], claimReviews };
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

/** ClaimReview JSON-LD of the reviews that articles came with, in the order given; of none for articles that came with none. */
export function claimReviewsOf(articles: Pick<Article, 'claimReviews'>[]): string {
  return JSON.stringify(claimReviewGraph(articles.flatMap(claimReviewItems)), null, 2);
}

/** A graph of such items. */
export function claimReviewGraph(items: object[]): object {
  return { '@context': 'https://schema.org', '@graph': items };
}

/** The reviews that one article came with, as JSON-LD. */
export function claimReviewItems({ claimReviews }: Pick<Article, 'claimReviews'>): object[] {
  return (claimReviews ?? []).map(({ claim, author, rating, publisher, url, date }) => ({
    '@type': 'ClaimReview',
    ...(url === null ? {} : { url }),
    ...(date === null ? {} : { datePublished: date }),
    author: { '@type': 'Organization', name: publisher },
    claimReviewed: claim,
    itemReviewed: { '@type': 'Claim', ...(author === null ? {} : { author: { '@type': 'Person', name: author } }) },
    reviewRating: { '@type': 'Rating', alternateName: rating },
  }));
}
