// Random libraries for the property tests: every field within its limits, texts of any UTF-16 (lone surrogates, control characters,
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
const finite = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));

const review: fc.Arbitrary<ClaimReview> = fc.record({ claim: text, author: fc.option(name), rating: name, publisher: name, url, date: published });
const article = fc.record(
  {
    id, url, title: name, outlet: fc.option(name), author: fc.option(name), published, language: fc.option(fc.constantFrom('en', 'en-GB', 'uk')),
    blocks: fc.array(fc.record({ kind: fc.constantFrom('title', 'heading', 'paragraph', 'item', 'quote'), text }), { maxLength: 5 }),
    retrieved: at, file: fc.option(fc.constantFrom('1.txt', 'a b.txt')), claimReviews: fc.array(review, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'url', 'title', 'outlet', 'author', 'published', 'language', 'blocks', 'retrieved', 'file'] },
) as fc.Arbitrary<Article>;
const verdict: fc.Arbitrary<Verdict> = fc.record({
  id, verdict: fc.constantFrom('wrong-match', 'agreed', 'never'), claim: text, evidence: fc.option(text),
  stance: fc.option(fc.constantFrom('corroborates', 'conflicts', 'related', 'unrelated')), note: text, at,
});
const correction = fc.record(
  { id, article: id, text, hidden: fc.boolean(), speaker: fc.option(name), figures: fc.array(fc.record({ at: fc.nat(9), min: finite, max: finite }), { maxLength: 3 }), at },
  { requiredKeys: ['id', 'article', 'text', 'hidden', 'at'] },
) as fc.Arbitrary<Correction>;
const label: fc.Arbitrary<Label> = fc.record({ article: id, tags: fc.array(text, { maxLength: 4 }).map((tags) => tags.map((tag) => tag.slice(0, 100))), note: text.map((any) => any.slice(0, 10_000)), at });

/** A library, its records in any order. */
export const library: fc.Arbitrary<Library> = fc.record({
  articles: fc.uniqueArray(article, { maxLength: 4, selector: (one) => one.id }),
  verdicts: fc.uniqueArray(verdict, { maxLength: 4, selector: (one) => one.id }),
  corrections: fc.uniqueArray(correction, { maxLength: 4, selector: (one) => one.id }),
  labels: fc.uniqueArray(label, { maxLength: 4, selector: (one) => one.article }),
});
