// The nouns of the product, and nothing else: what text, claims, match, corpus, page, exchange and components hand to
// each other. Imports nothing. All offsets are UTF-16 code units, half-open, into the text named beside them.
// Long, since the nouns refer to one another in a circle, and every room takes several of them at once.

/** A stretch `[start, end)` of some text. */
export interface Span {
  start: number;
  end: number;
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'quote';

/** One block of an article's text as rendered: white space collapsed, otherwise the page's own characters. */
export interface Block {
  kind: BlockKind;
  text: string;
}

/** What is known of a text before it is stored: a page being read, a clip about to be saved, a file. */
export interface Draft {
  /** The page's address; null for a file, which is nobody's URL. */
  url: string | null;
  title: string;
  outlet: string | null;
  author: string | null;
  /** ISO 8601 date or instant the article gives for itself; null when it gives none. */
  published: string | null;
  /** BCP 47 tag as the page declares it; null when it declares none. */
  language: string | null;
  blocks: Block[];
  /** What a fact-check page says in ClaimReview markup; absent where a text has none. */
  claimReviews?: ClaimReview[];
}

/** A claim that somebody else checked, in the words of those who did: schema.org's ClaimReview as far as it is kept. */
export interface ClaimReview {
  /** The claim's words. */
  claim: string;
  /** Who made the claim. */
  author: string | null;
  /** The publisher's own words for what came of it; never ours. */
  rating: string;
  publisher: string;
  /** The review's http(s) address. */
  url: string | null;
  /** ISO 8601 date or instant of the review. */
  date: string | null;
}

/** Something stored. */
export interface Article extends Draft {
  /** Content-addressed: see corpus/identity.ts. */
  id: string;
  /** ISO instant of saving. */
  retrieved: string;
  /** File name of the source text, for the three seed articles only. */
  file: string | null;
}

/** Who says so, and how: "according to the ministry", "he denied". */
export interface Attribution {
  /** The speaker as the text names them ("Sergei Shoigu"); null when somebody is quoted but not named. */
  speaker: string | null;
  /** The speech verb's lemma or the preposition: "say", "deny", "according to". */
  cue: string;
  /** The words of the attribution in the statement's text. */
  span: Span;
  /** True when the words claimed stand in quotation marks. */
  quoted: boolean;
  /** What of the statement's text is somebody's word, thought or wish, to this speaker or to another inside; the rest is the writer's own. */
  content?: Span[];
}

export type Polarity = 'affirmed' | 'negated';

/** How the statement puts its matter. Everything but `asserted` says less than that it is so. */
export type Modality = 'asserted' | 'planned' | 'future' | 'possible' | 'necessary' | 'called-for' | 'conditional' | 'question';

/** A value with what it measures. `min` and `max` bound the value; equal for an exact figure; ±Infinity is written as null. */
export interface Quantity {
  span: Span;
  min: number | null;
  max: number | null;
  /** True for rounded or hedged figures ("about", "some", magnitude words), which agree more loosely. */
  approximate: boolean;
  /** Normal form: 'count', 'percent', 'percentage-point', 'EUR', 'USD', 'km', 'day', 'hour', … */
  unit: string;
  /** Stem of what is counted ("soldier", "settlement"), or '' when the text does not say. */
  of: string;
  /** Where the value stood before, when the text tells of a change: "from 20 to 29 miles" is 29 with `from` 20. */
  from?: number;
  /** Set when an article counts: "a worker was killed" is one worker. Two such articles are no agreement of figures. */
  implied?: true;
}

/** A date or period named in the text, resolved against the article's date. ISO dates, end exclusive. */
export interface DateMention {
  span: Span;
  from: string;
  to: string;
  /** What the text itself fixes: 'day', 'month', 'year', 'quarter' … coarser is compared more loosely. */
  grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** True when the year (or more) was taken from the article's date rather than from the words. */
  inferred: boolean;
}

/** A name, folded to one canonical form across transliterations, acronyms and demonyms. */
export interface Name {
  span: Span;
  /** Normal form, lower case: "zelenskyy", "ukraine", "iaea". */
  canonical: string;
  kind: 'person' | 'place' | 'organisation' | 'other';
}

/** A content word as matched: its stem, and where it stands. */
export interface Term {
  span: Span;
  stem: string;
}

/** One sentence that asserts something checkable. Spans are into `text`. */
export interface Statement {
  text: string;
  /** Index of the block in the article, and of the sentence in the block, from 0. */
  block: number;
  sentence: number;
  /** Where the sentence stands in its block. */
  span: Span;
  attribution: Attribution | null;
  polarity: Polarity;
  modality: Modality;
  quantities: Quantity[];
  dates: DateMention[];
  names: Name[];
  terms: Term[];
  /** ISO day of the article it stands in: what happened without a date happened about then. Null when unknown. */
  reported: string | null;
  /** Canonical names from the headline and the sentence before: what "the city" or "the 300,000" may stand for. */
  context: string[];
}

/** A statement of a stored article. */
export interface StoredStatement extends Statement {
  /** `<article id>.<block>.<sentence>` */
  id: string;
  article: string;
}

/** The stored article a piece of evidence comes from, as shown beside it. */
export interface Source {
  id: string;
  title: string;
  outlet: string | null;
  published: string | null;
  url: string | null;
  file: string | null;
}

export type Stance = 'corroborates' | 'conflicts' | 'related' | 'unrelated';

/** The rule that decided a stance. One file each in match/signals/. */
export type SignalName =
  | 'quantity'
  | 'date'
  | 'place'
  | 'actor'
  | 'negation'
  | 'denial'
  | 'opposite-outcome'
  | 'modality'
  | 'agreement'
  | 'same-matter';

/** What tells two statements of one matter apart when neither agrees with nor contradicts the other. */
export type RelatedKind = 'later-update' | 'other-measure' | 'other-period' | 'other-aspect';

/** Why we think so, so that a reader can check: the signal that decided and the spans on both sides that it decided on. */
export interface Reason {
  signal: SignalName;
  /** In words, for the reader: "89 here, 400 there: soldiers killed". */
  words: string;
  /** Of what is merely related: in what the two differ, where a rule can tell. */
  kind?: RelatedKind;
  /** Spans into the claim's text. */
  claim: Span[];
  /** Spans into the evidence's text. */
  evidence: Span[];
  /**
   * Parts of both texts that speak alike: `claim[i]` says what `evidence[i]` says, each into its own side's text. They never
   * reach into the deciding spans of a conflict. Absent and empty mean the same: nothing else was found alike.
   */
  aligned?: { claim: Span[]; evidence: Span[] };
}

/** A stored statement together with its stance on a claim. Unrelated statements are never evidence. */
export interface Evidence {
  statement: StoredStatement;
  source: Source;
  stance: Exclude<Stance, 'unrelated'>;
  /** 0 to 1. */
  confidence: number;
  reason: Reason;
  /** Evidence of one stance on a claim with the same number goes back to one origin (match/independence.ts). Absent: its article is its own origin. */
  origin?: number;
  /** What the reader said of these two texts meeting; absent: nothing. */
  verdict?: Verdict['verdict'];
}

/** A claim (a statement on the page being read) with its evidence, conflicts first, then by confidence. Never empty. */
export interface Annotation {
  claim: Statement;
  evidence: Evidence[];
}

/** How a claim is marked: by what its evidence says of it, taken together. `related` claims are listed but not underlined. */
export type Mark = 'corroborated' | 'conflicting' | 'both' | 'related';

/** The mark that a claim's evidence adds up to. */
export function markOf(annotation: Annotation): Mark {
  const agrees = annotation.evidence.some((e) => e.stance === 'corroborates');
  const differs = annotation.evidence.some((e) => e.stance === 'conflicts');
  if (agrees && differs) return 'both';
  if (differs) return 'conflicting';
  return agrees ? 'corroborated' : 'related';
}

/** What `annotate` found on a text: how much of it could be compared with anything, and what came of it. */
export interface Reading {
  /** 'not-english' leaves everything else empty: other languages are recognised and left alone. */
  state: 'read' | 'not-english';
  annotations: Annotation[];
  /** Sentences in the text, and how many of them state something checkable. */
  sentences: number;
  claims: number;
  /** How many stored articles it was compared with (the page itself left out). */
  articles: number;
}

/** The beginning of a reading: its first annotations, as they will be in the whole. */
export interface Begun extends Reading {
  more: true;
}

/** W3C Web Annotation selectors of a stretch of a document. Positions count the document's text, UTF-16. */
export interface Selectors {
  quote: { exact: string; prefix: string; suffix: string };
  position: Span;
}

/** One line of the list of stored articles. */
export interface ArticleSummary extends Source {
  retrieved: string;
  statements: number;
}

/**
 * What the reader made of a match or a claim. Kept by the words of both sides, so that it outlives article, page and engine: it holds
 * wherever the same words stand again. At most one verdict a pair of texts.
 */
export interface Verdict {
  /** Content-addressed: of claim and evidence. */
  id: string;
  /** `wrong-match`: not shown as evidence again; `agreed`: the reader found the stance right; `never`: the claim is not marked again. */
  verdict: 'wrong-match' | 'agreed' | 'never';
  /** The claim's words. */
  claim: string;
  /** The stored statement's words; null for `never`. */
  evidence: string | null;
  /** The stance that was shown; null for `never`. */
  stance: Stance | null;
  /** The reader's own words, or ''. */
  note: string;
  /** ISO instant. */
  at: string;
}

/** What the reader changed of a stored statement; kept by article and words, so that it lives through re-extraction. */
export interface Correction {
  /** Content-addressed: of article and text. */
  id: string;
  article: string;
  /** The statement's words. */
  text: string;
  /** Hidden statements are no evidence. */
  hidden: boolean;
  /** The right speaker; null: nobody; absent: as extracted. */
  speaker?: string | null;
  /** The right figures, by their place among the extracted ones; absent: as extracted. */
  figures?: { at: number; min: number | null; max: number | null }[];
  /** ISO instant. */
  at: string;
}

/** What the reader wrote on a stored article. */
export interface Label {
  /** The article's id. */
  article: string;
  tags: string[];
  note: string;
  /** ISO instant. */
  at: string;
}

/** A label's longest tag and note, in UTF-16 code units, and how many tags it may have: what the form, the engine and an import take alike. */
export const LABEL_LIMITS = { tag: 100, tags: 50, note: 10_000 } as const;

/** How long a removal can be undone, in ms: as long as somebody may need to notice a slip, and no longer than they'd mind. */
export const UNDO_MS = 10 * 60_000;

/** How two stored statements of two articles stand to each other. Derived: made when an article is saved, and anew by a newer engine. */
export interface Link {
  /** Ids of statements; `a` is of the article that was compared. */
  a: string;
  b: string;
  stance: Exclude<Stance, 'unrelated'>;
  /** 0 to 1. */
  confidence: number;
  reason: Reason;
}

/** An older article's statement that a newly saved one differs from: one line of the inbox. */
export interface Dispute {
  /** Content-addressed: of the link's two statements. */
  id: string;
  older: { statement: StoredStatement; source: Source };
  newer: { statement: StoredStatement; source: Source };
  reason: Reason;
  /** ISO instant of when it was found. */
  found: string;
  seen: boolean;
}

/** How a page that was saved before has changed since: a sentence that is new, gone, or says something else. */
export interface Change {
  kind: 'added' | 'removed' | 'altered';
  before: string | null;
  now: string | null;
  /** For `altered`: what stands there otherwise, in words ("11 was 7"). */
  words: string;
}

/** Long work in the background. */
export interface Work {
  kind: 'comparing' | 'extracting' | 'encoding' | 'importing';
  done: number;
  of: number;
}
