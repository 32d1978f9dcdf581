// Finding by words: a statement's terms in, at most 64 statements out, ranked by BM25. However many segments there are, at most
// 12,000 postings are touched for a statement, those of the rarest terms first: a larger corpus costs recall rather than time.
import type { Held } from './segments/held';
import { MORE_THAN_ONCE, MOST_STATEMENTS } from './segments/layout';
import type { Segments } from './segments/segments';
import { termKey } from './segments/term-key';
import { Best } from './words/best';
import { Reader } from './words/reader';
import { PER_SEGMENT, WantedTerms, type Wanted } from './words/wanted';
import { Weighing } from './words/weighing';
import { WholeScores } from './words/whole-scores';

export const MOST_POSTINGS = 12_000;
export const MOST_CANDIDATES = 64;
/** Of those for which the postings were not enough, so many are scored in full. */
export const MOST_RESCORED = 48;

/** Letters that must be there for the beginning of a word to be looked for. */
const LEAST_BEGINNING = 3;

/** A statement found, by its segment and its number there. */
export interface Found {
  held: Held;
  statement: number;
  score: number;
}

export class LexicalIndex {
  /** Statements scored in full by the last search; what the budget is tested on. */
  rescored = 0;
  private readonly weighing = new Weighing();
  private readonly wanted = new WantedTerms();
  private readonly reader = new Reader(this.weighing, MOST_POSTINGS);
  private readonly wholeScores = new WholeScores(this.weighing);
  private readonly partly = new Best(MOST_CANDIDATES);
  private readonly best = new Best(MOST_CANDIDATES);

  constructor(private readonly segments: Segments) {}

  /** Postings touched by the last search; what the budget is tested on. */
  get touched(): number {
    return this.reader.touched;
  }

  /** Ids of the statements with a word of this stem, or one that begins with it: for a reader's search, which says no more than that. */
  withWord(stem: string): Set<string> {
    const ids = new Set<string>();
    this.eachWithWord(stem, ({ segment }, statement) => ids.add(segment.id(statement)));
    return ids;
  }

  /** Ids of the articles that have such statements: of a common word there are many fewer, and no statement's id need be spelt. */
  articlesWithWord(stem: string): Set<string> {
    const found = new Map<Held, Uint8Array>();
    this.eachWithWord(stem, (held, statement) => {
      let marked = found.get(held);
      if (!marked) found.set(held, (marked = new Uint8Array(held.segment.articles)));
      marked[held.segment.articleOf(statement)] = 1;
    });
    const ids = new Set<string>();
    for (const [{ segment }, marked] of found) marked.forEach((has, article) => has && ids.add(segment.articleId(article)));
    return ids;
  }

  private eachWithWord(stem: string, found: (held: Held, statement: number) => void): void {
    const { bytes } = termKey(stem);
    for (const held of this.segments.all()) {
      const { segment } = held;
      for (const term of segment.beginning(bytes, stem.length < LEAST_BEGINNING)) {
        for (let at = segment.start(term), end = segment.end(term); at < end; at++) {
          const statement = segment.postings[at]! & ~MORE_THAN_ONCE;
          if (!held.isDead(statement)) found(held, statement);
        }
      }
    }
  }

  /** At most so many statements that share terms with one, best first, of equals the one added first; never from the article `except`. */
  search(terms: Iterable<string>, except: string | null, most = MOST_CANDIDATES): Found[] {
    const all = this.segments.all();
    let live = 0;
    let words = 0;
    for (const held of all) {
      live += held.live;
      words += held.words;
    }
    this.weighing.around(words / Math.max(live, 1) || 1);
    const { wanted, reader, best, partly } = this;
    wanted.look(terms, all, live, MOST_POSTINGS);
    const places = except === null ? [] : this.segments.where(except);
    const left = all.map((held) => (places.length === 0 ? places : places.filter((place) => place.held === held)));
    reader.touched = 0;
    partly.clear(most);
    all.forEach((held, at) => reader.readFirst(wanted.terms, at, held, left[at]!, partly));
    const { floor } = partly;
    partly.clear(MOST_RESCORED);
    best.clear(most);
    let others = wanted.postings - wanted.first;
    all.forEach((held, at) => {
      const own = othersIn(wanted.terms, at);
      const allowed = wanted.postings <= MOST_POSTINGS ? others : Math.floor(((MOST_POSTINGS - reader.touched) * own) / Math.max(others, 1));
      reader.read(wanted.terms, at, held, left[at]!, Math.max(floor, best.floor), wanted.whole ? allowed : null, best, partly);
      others -= own;
    });
    this.rescored = partly.length;
    this.wholeScores.score(partly, wanted.terms, all, best);
    best.sort();
    const found: Found[] = [];
    for (let i = 0; i < best.length; i++) {
      const at = Math.floor(best.numbers[i]! / MOST_STATEMENTS);
      found.push({ held: all[at]!, statement: best.numbers[i]! % MOST_STATEMENTS, score: best.scores[i]! });
    }
    return found;
  }
}

function othersIn(terms: readonly Wanted[], at: number): number {
  let others = 0;
  for (const { places } of terms) others += places[at * PER_SEGMENT + 3]! - places[at * PER_SEGMENT + 2]!;
  return others;
}
