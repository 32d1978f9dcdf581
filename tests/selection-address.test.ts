// A stretch of a page saved as a statement: its address, its identity beside the page's own article, and that it backs no page of its own.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import { idOf, idOfUrl, storedUrl } from '../lib/corpus/identity';
import { Stretches } from '../lib/corpus/same-page';
import { textFragment } from '../lib/exchange/text-fragment';
import { isSelection, pageOf, selectionUrl, withoutDirective } from '../lib/selection-address';
import { draft, freshName, harbour, open, PAGE } from './corpus/fixtures';

const directive = textFragment({ quote: { exact: 'The fire in the harbour of Hamburg killed 12 dockers', prefix: '', suffix: '' }, position: { start: 0, end: 0 } });

describe('the address', () => {
  it.each([
    [PAGE, PAGE],
    [`${PAGE}#top`, `${PAGE}#top`],
    [`${PAGE}#:~:text=fire`, PAGE],
    [`${PAGE}#top:~:text=fire`, `${PAGE}#top`],
    [`${PAGE}?q=:~:text`, `${PAGE}?q=:~:text`],
    [`${PAGE}#/route/1`, `${PAGE}#/route/1`],
  ])('of the page behind %s', (url, page) => expect(withoutDirective(url)).toBe(page));

  it('of a stretch names page and words, and nothing else does', () => {
    const url = selectionUrl(`${PAGE}#top`, directive);
    expect(url).toBe(`${PAGE}#:~:text=The%20fire%20in%20the%20harbour%20of%20Hamburg%20killed%2012%20dockers`);
    expect([isSelection(url), isSelection(PAGE), isSelection(`${PAGE}#top`), isSelection(null)]).toEqual([true, false, false, false]);
    expect(storedUrl(`${PAGE}?utm_source=x#:~:text=fire`)).toBe(`${PAGE}#:~:text=fire`);
  });
});

describe('a stretch', () => {
  const stretch = draft(selectionUrl(PAGE, directive), 'Fire in the harbour', ['The fire in the harbour of Hamburg killed 12 dockers on Monday, the police said.']);

  it('is neither the page’s article nor another stretch, and is itself however often it is picked', async () => {
    const ids = await Promise.all([stretch, { ...stretch, title: 'Another headline' }, harbour(), { ...stretch, blocks: harbour().blocks.slice(1) }].map((one) => idOf(one, null)));
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it('is stored beside the article, speaks to other pages, and never to its own', async () => {
    const engine = createEngine(await open({ name: freshName() }), () => Date.UTC(2023, 2, 8), 'missing');
    const { article } = await engine.save({ draft: stretch, operation: 'operation-1' });
    expect(article.url).toBe(stretch.url);
    const sources = async (url: string): Promise<string[]> => {
      const { annotations } = await engine.annotate({ draft: harbour(url) });
      return annotations.flatMap(({ evidence }) => evidence.map(({ source }) => source.id));
    };
    expect(await sources('https://other.example/fire')).toContain(article.id);
    expect(await sources(PAGE)).toEqual([]);
    expect((await engine.annotate({ draft: harbour() })).articles).toBe(0);
    expect(await engine.stored({ url: PAGE })).toBeNull();
    const page = await engine.save({ draft: harbour(), operation: 'operation-2' });
    expect([page.already, (await engine.articles({})).length]).toEqual([false, 2]);
    expect((await engine.save({ draft: stretch, operation: 'operation-3' })).already).toBe(true);
  });

  it('belongs to its page however that is written, until it is gone', async () => {
    const stretches = new Stretches();
    stretches.add('stretch', stretch.url);
    stretches.add('whole', PAGE);
    const page = await idOfUrl(PAGE);
    expect(await stretches.ofPage(`${PAGE}/?utm_source=x`)).toEqual(new Set([page, 'stretch']));
    expect(await stretches.ofPage('https://other.example/')).toEqual(new Set([await idOfUrl('https://other.example/')]));
    expect([pageOf(stretch.url), pageOf(`${PAGE}/`), pageOf(null)]).toEqual([PAGE, PAGE, null]);
    stretches.remove('stretch');
    expect(await stretches.ofPage(PAGE)).toEqual(new Set());
    expect(await stretches.ofPage(stretch.url)).toEqual(new Set([page]));
  });
});
