// Random libraries for the property tests, such as the engine keeps them: every field within its limits, texts of any UTF-16 (lone surrogates, control characters,
// names of prototypes), empty and huge ones.
import fc from 'fast-check';
import type { Library } from '../../lib/exchange/library';
import type { Article, ClaimReview, Correction, Label, Verdict } from '../../lib/model';

/** Texts that have broken formats before, beside any sequence of UTF-16 code units. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)) },
  { weight: 2, arbitrary: fc.constantFrom('', '__proto__', 'constructor', 'toString', '"', '\\', '\u0000', '\u2028', '\ud800', '\udc00\ud83d', '\ufeff', 'x\r\ny', '{"a":1}', '𝒳', 'Ї́') },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((length) => 'ж\ud800'.repeat(length).slice(0, length)) },
);
const name = text.map((any) => any.slice(0, 1_000));
const id = fc.uuid();
const url = fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true }));
const at = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const published = fc.option(fc.oneof(at, at.map((instant) => instant.slice(0, 10))));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const note = text.map((any) => any.slice(0, 10_000));
/** What a sentence or a speaker is: no text of white space alone. */
const words = text.map((any) => (any.trim() === '' ? `${any}x` : any));
const speaker = words.map((any) => `x${any}`.slice(0, 10_000));
/** A figure's bounds: one of them, or both in order. */
const bounds = fc.oneof(
  fc.tuple(finite, finite).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  finite.map((min) => ({ min, max: null })),
  finite.map((max) => ({ min: null, max })),
);

const some = text.map((any) => any || 'x');
const review: fc.Arbitrary<ClaimReview> = fc.record({ claim: some, author: fc.option(name), rating: some.map((any) => any.slice(0, 1_000)), publisher: some.map((any) => any.slice(0, 1_000)), url, date: published });
const article = fc.record(
  {
    id, url, title: name, outlet: fc.option(name), author: fc.option(name), published, language: fc.option(fc.constantFrom('en', 'en-GB', 'uk')),
    blocks: fc.array(fc.record({ kind: fc.constantFrom('title', 'heading', 'paragraph', 'item', 'quote'), text }), { maxLength: 5 }),
    retrieved: at, file: fc.option(fc.constantFrom('1.txt', 'a b.txt')), claimReviews: fc.array(review, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'url', 'title', 'outlet', 'author', 'published', 'language', 'blocks', 'retrieved', 'file'] },
) as fc.Arbitrary<Article>;
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({
    id, verdict: fc.constantFrom('wrong-match' as const, 'agreed' as const), claim: words, evidence: words,
    stance: fc.constantFrom('corroborates' as const, 'conflicts' as const, 'related' as const, 'unrelated' as const), note, at,
  }),
  fc.record({ id, verdict: fc.constant('never' as const), claim: words, evidence: fc.constant(null), stance: fc.constant(null), note, at }),
);
const figures = fc.uniqueArray(fc.tuple(fc.nat(64), bounds).map(([at, given]) => ({ at, ...given })), { maxLength: 3, selector: (one) => one.at });
const correction = fc.record(
  { id, article: id, text: words, hidden: fc.boolean(), speaker: fc.option(speaker), figures, at },
  { requiredKeys: ['id', 'article', 'text', 'hidden', 'at'] },
) as fc.Arbitrary<Correction>;
const tags = fc.array(text, { maxLength: 4 }).map((any) => [...new Set(any.map((tag) => tag.slice(0, 100).replace(/\s+/g, ' ').trim()).filter((tag) => tag !== ''))]);
const label: fc.Arbitrary<Label> = fc.record({ article: id, tags, note, at });

/** A library, its records in any order. */
export const library: fc.Arbitrary<Library> = fc.record({
  articles: fc.uniqueArray(article, { maxLength: 4, selector: (one) => one.id }),
  verdicts: fc.uniqueArray(verdict, { maxLength: 4, selector: (one) => one.id }),
  corrections: fc.uniqueArray(correction, { maxLength: 4, selector: (one) => one.id }),
  labels: fc.uniqueArray(label, { maxLength: 4, selector: (one) => one.article }),
});
