// Annotations with the places they stand in → W3C Web Annotations (https://www.w3.org/TR/annotation-model/) in JSON-LD, one
// collection with one inline page. Pure: no DOM, no browser, no clock (the time is given). Checked by the schema beside it.
import type { Annotation, Block, Evidence, Selectors, SignalName, Source, Span } from '../model';
import { textFragment } from './text-fragment';
import { uriOf, uuidOf } from './urn';

/** The specification that our FragmentSelectors follow. */
export const TEXT_FRAGMENTS = 'https://wicg.github.io/scroll-to-text-fragment/';

const TERMS = 'https://second-source.example/terms#';

/**
 * The JSON-LD contexts of everything exported: the W3C's, then our own terms. The stored article is `article` and not `source`:
 * the W3C model keeps `source` for Specific Resources, and its test suite forbids that key in a TextualBody.
 */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  Object.fromEntries(
    ['stance', 'reason', 'signal', 'confidence', 'speaker', 'origin', 'article', 'title', 'outlet', 'published', 'url', 'file'].map((term) => [term, TERMS + term]),
  ),
] as const;

const GENERATOR = { id: 'https://second-source.example/', type: 'Software', name: 'Second Source' } as const;

/** Characters of surroundings on each side of a quotation, as Hypothesis and the Apache Annotator keep them. */
const CONTEXT_LENGTH = 32;

/** The page or text that annotations stand in; `url` is null for a file or a seed. */
export interface AnnotatedPage {
  url: string | null;
  title: string;
}

export interface EvidenceBody {
  type: 'TextualBody';
  purpose: 'assessing';
  /** The stored statement. */
  value: string;
  format: 'text/plain';
  language: 'en';
  stance: Evidence['stance'];
  /** In words. */
  reason: string;
  signal: SignalName;
  /** 0 to 1. */
  confidence: number;
  speaker: string | null;
  /**
   * Where it goes back to, as a number from 0 within its annotation: bodies of one stance with the same number are one origin (copies of a
   * text, the same quotation, the same agency). Three articles that agree with one number between them are "3 articles, 1 origin".
   */
  origin: number;
  article: Source;
}

export type Selector =
  | { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string }
  | { type: 'TextPositionSelector'; start: number; end: number }
  | { type: 'FragmentSelector'; conformsTo: typeof TEXT_FRAGMENTS; value: string };

export interface WebAnnotation {
  id: string;
  type: 'Annotation';
  motivation: ['assessing'];
  /** ISO instant. */
  created: string;
  generator: typeof GENERATOR;
  body: EvidenceBody[];
  target: { type: 'SpecificResource'; source: string; selector: Selector[] };
}

export interface AnnotationCollection {
  '@context': typeof CONTEXT;
  id: string;
  type: 'AnnotationCollection';
  label: string;
  generator: typeof GENERATOR;
  generated: string;
  total: number;
  first: { id: string; type: 'AnnotationPage'; startIndex: 0; items: WebAnnotation[] };
  last: string;
}

/**
 * One claim with its evidence as a Web Annotation. Its id depends on the page and the place only, so that a later export of the same
 * claim carries the same id. Positions count UTF-16 code units of the page's text, as everywhere here.
 */
export function annotationOf(page: AnnotatedPage, annotation: Annotation, selectors: Selectors, createdAt: string): WebAnnotation {
  const source = uriOf(page);
  const { exact, prefix, suffix } = selectors.quote;
  const { start, end } = selectors.position;
  const origins = originsOf(annotation.evidence);
  return {
    id: uuidOf(source, exact, String(start)),
    type: 'Annotation',
    motivation: ['assessing'],
    created: createdAt,
    generator: GENERATOR,
    body: annotation.evidence.map((evidence, i) => bodyOf(evidence, origins[i]!)),
    target: {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
        { type: 'FragmentSelector', conformsTo: TEXT_FRAGMENTS, value: textFragment(selectors) },
      ],
    },
  };
}

/** Numbers the origins in the order given: evidence without one goes back to its own article. */
function originsOf(evidence: Evidence[]): number[] {
  const keys = evidence.map(({ origin, source }) => (origin === undefined ? `article ${source.id}` : `shared ${origin}`));
  const met = [...new Set(keys)];
  return keys.map((key) => met.indexOf(key));
}

function bodyOf({ statement, source, stance, confidence, reason }: Evidence, origin: number): EvidenceBody {
  const { id, title, outlet, published, url, file } = source;
  return {
    type: 'TextualBody',
    purpose: 'assessing',
    value: statement.text,
    format: 'text/plain',
    language: 'en',
    stance,
    reason: reason.words,
    signal: reason.signal,
    confidence: Math.round(confidence * 1000) / 1000,
    speaker: statement.attribution?.speaker ?? null,
    origin,
    article: { id, title, outlet, published, url, file },
  };
}

/** What one page contributes to an export: its annotations, and the selectors of each claim in the same order. */
export interface ExportedPage {
  page: AnnotatedPage;
  annotations: Annotation[];
  selectors: Selectors[];
}

/**
 * The annotations of any number of pages as one AnnotationCollection, its single page inline. `generatedAt` is an ISO instant.
 * @throws RangeError when a page has not exactly one set of selectors for each annotation.
 */
export function collectionOf(items: ExportedPage[], generatedAt: string): AnnotationCollection {
  const annotations = items.flatMap((item) => annotationsOfPage(item, generatedAt));
  return collectionWith(annotations, annotations.length, generatedAt);
}

/** One page's annotations. @throws RangeError */
export function annotationsOfPage({ page, annotations, selectors }: ExportedPage, generatedAt: string): WebAnnotation[] {
  if (annotations.length !== selectors.length) throw new RangeError(`${annotations.length} annotations with ${selectors.length} selectors on ${page.title}`);
  return annotations.map((annotation, i) => annotationOf(page, annotation, selectors[i]!, generatedAt));
}

/** A collection that holds these items, and so many when it is whole. */
export function collectionWith(items: WebAnnotation[], total: number, generatedAt: string): AnnotationCollection {
  const id = uuidOf(generatedAt, String(total));
  const first = uuidOf(id, 'page', '1');
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Claims and their evidence, from Second Source',
    generator: GENERATOR,
    generated: generatedAt,
    total,
    first: { id: first, type: 'AnnotationPage', startIndex: 0, items },
    last: first,
  };
}

/**
 * The selectors of a stretch of a stored article or text file. Its text is its blocks joined by a line feed.
 * @throws RangeError when there is no such block, or the span is not within it.
 */
export function selectorsInBlocks(blocks: Block[], block: number, span: Span): Selectors {
  const within = blocks[block];
  if (!within || span.start < 0 || span.end < span.start || span.end > within.text.length) {
    throw new RangeError(`no stretch ${span.start}–${span.end} in block ${block} of ${blocks.length}`);
  }
  const text = blocks.map((each) => each.text).join('\n');
  const offset = blocks.slice(0, block).reduce((sum, each) => sum + each.text.length + 1, 0);
  const start = offset + span.start;
  const end = offset + span.end;
  const from = inner(text, Math.max(0, start - CONTEXT_LENGTH), 1);
  const to = inner(text, Math.min(text.length, end + CONTEXT_LENGTH), -1);
  return { quote: { exact: text.slice(start, end), prefix: text.slice(Math.min(from, start), start), suffix: text.slice(end, Math.max(to, end)) }, position: { start, end } };
}

/** Moves a cut that would split a surrogate pair by one, so that the context stays whole characters. */
function inner(text: string, at: number, by: 1 | -1): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) ? at + by : at;
}
