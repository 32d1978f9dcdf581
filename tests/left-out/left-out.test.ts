// What a page leaves out, over a fixture library: what two independent articles carry is listed; what the page says in other words,
// what only copies of one agency's report carry, and what is of another matter is not.
import { describe, expect, it } from 'vitest';
import { annotate } from '../../lib/annotate';
import { articlesOnEvent, leftOut } from '../../lib/left-out';
import { draftOf, FixtureLibrary, type FixtureArticle } from '../matters/library';
import events from './events.json' with { type: 'json' };
import expected from './expected.json' with { type: 'json' };
import fixture from './fixture.json' with { type: 'json' };

const library = await FixtureLibrary.of(fixture.articles);
const textsOf = ({ statements }: { statements: { statement: { text: string } }[] }): string[] => statements.map(({ statement }) => statement.text).sort();

async function leftOutOf(page: FixtureArticle, from = library) {
  const draft = draftOf(page);
  const reading = await annotate(draft, from.corpus, null);
  return { event: await articlesOnEvent(reading, (article) => from.linksOf(article)), items: await leftOut(draft, reading, from.corpus, from) };
}

describe('left out', () => {
  it('lists what two independent articles on the event carry', async () => {
    const { event, items } = await leftOutOf(fixture.page);
    expect(event.sort()).toEqual(expected.event);
    expect(items.map(({ statements, origins }) => ({ origins, statements: statements.map(({ statement }) => statement.text) }))).toEqual(expected.items);
  });

  it('has in its fixture what must not be listed: a copy, another matter, the page’s own words', () => {
    const texts = library.said.map(({ statement }) => statement.text);
    for (const text of expected.notListed) expect(texts).toContain(text);
    const listed = expected.items.flatMap(({ statements }) => statements);
    for (const text of expected.notListed) expect(listed).not.toContain(text);
  });

  it('lists nothing once the page says it, in whatever words', async () => {
    for (const said of expected.saidOtherwise) {
      const { items } = await leftOutOf({ ...fixture.page, paragraphs: [...fixture.page.paragraphs, said] });
      expect(items, said).toEqual([]);
    }
  });

  it('lists nothing on a page of another event, and nothing from an empty library', async () => {
    const page = { ...fixture.page, title: 'A quiet week for the zoo', paragraphs: ['The Hallingen zoo sold 4,200 tickets last week, its director said.'] };
    expect(await leftOutOf(page)).toEqual({ event: [], items: [] });
    expect(await leftOutOf(fixture.page, await FixtureLibrary.of([]))).toEqual({ event: [], items: [] });
  });

  it('asks for two articles on the event: one alone is no witness', async () => {
    const one = await FixtureLibrary.of(fixture.articles.filter(({ id }) => id === 'courier'));
    expect((await leftOutOf(fixture.page, one)).items).toEqual([]);
  });
});

describe.each(events)('of $name', ({ articles, page, items: wanted, notListed, saidOtherwise }) => {
  const stored = FixtureLibrary.of(articles);

  it('what must be listed is, each thing once, and nothing else', async () => {
    const { items } = await leftOutOf(page, await stored);
    expect(items.map(textsOf).sort()).toEqual(wanted.map((item) => [...item].sort()).sort());
    for (const { origins } of items) expect(origins).toBeGreaterThanOrEqual(2);
  });

  it('what must not be listed is stored, and not listed', async () => {
    const texts = (await stored).said.map(({ statement }) => statement.text);
    for (const text of notListed) expect(texts).toContain(text);
    expect((await leftOutOf(page, await stored)).items.flatMap(textsOf).filter((text) => notListed.includes(text))).toEqual([]);
  });

  it('nothing is that the page says or denies, in whatever words', async () => {
    for (const said of saidOtherwise) {
      const { items } = await leftOutOf({ ...page, paragraphs: [...page.paragraphs, said] }, await stored);
      expect(items, said).toEqual([]);
    }
  });
});
