// The matters' components in a browser: list, plot with its table, what was left out, what has changed, the time line of a count.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChangeList } from '../../components/matters/ChangeList';
import { figureWords } from '../../components/matters/figure-words';
import { LeftOutList } from '../../components/matters/LeftOutList';
import { MatterList } from '../../components/matters/MatterList';
import { MatterView } from '../../components/matters/MatterView';
import { plotted, scalesOf } from '../../components/matters/plotted';
import { UpdateLine } from '../../components/matters/UpdateLine';
import type { LedgerEntry, Matter } from '../../lib/messages';
import type { StoredStatement } from '../../lib/model';
import { said, source, statement } from './fixtures';

let app: HTMLElement;
beforeEach(() => (app = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  render(null, app);
  app.remove();
});

const stored = (article: string, text: string, speaker: string | null = null): StoredStatement => ({ ...statement(text, speaker === null ? null : said(speaker)), id: `${article}.0.0`, article });
const entry = (article: string, min: number | null, max: number | null, more: Partial<LedgerEntry> = {}): LedgerEntry => ({ statement: `${article}.0.0`, min, max, approximate: false, speaker: null, outlet: 'Gazette', day: '2024-03-01', ...more });

const MATTER: Matter = {
  id: 'm1',
  title: 'A strike killed 89 soldiers.',
  statements: 3,
  articles: 3,
  conflicts: 1,
  said: [
    { statement: stored('a', 'A strike killed 89 soldiers.', 'Russia'), source: source('a') },
    { statement: stored('b', 'About 400 soldiers died.', 'Ukraine'), source: source('b') },
    { statement: stored('c', 'At least 63 soldiers died.'), source: source('c') },
  ],
  links: [],
  ledger: [{ unit: 'count', of: 'soldiers, killed', entries: [entry('a', 89, 89, { speaker: 'Russia' }), entry('b', 400, 400, { speaker: 'Ukraine', approximate: true }), entry('c', 63, null, { day: null })] }],
  speakers: [{ speaker: 'Russia', statements: ['a.0.0'] }, { speaker: 'Ukraine', statements: ['b.0.0'] }, { speaker: null, statements: ['c.0.0'] }],
};

describe('a matter', () => {
  it('is drawn, with the same figures in a table, and who says each by shape', async () => {
    await act(() => render(<MatterView matter={MATTER} onStatement={() => undefined} />, app));
    await vi.waitFor(() => expect(app.querySelector('.ledger-plot canvas')).not.toBeNull());
    const rows = [...app.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td, th')].slice(0, 3).map((cell) => cell.textContent.trim()));
    expect(rows).toEqual([['1 Mar 2024', '89', 'Russia'], ['1 Mar 2024', 'about 400', 'Ukraine'], ['No day', 'at least 63', 'Nobody named']]);
    const marks = [...app.querySelectorAll('tbody .shape-mark')].map((mark) => [mark.getAttribute('data-shape'), mark.classList.contains('is-hollow')]);
    expect(marks).toEqual([['circle', false], ['square', true], ['bar', false]]);
    expect(app.textContent).toContain('1 figure without a day stands in the table only.');
    const canvas = app.querySelector('canvas')!;
    const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    expect(pixels.some((value) => value !== 0)).toBe(true);
  });

  it('leads to a sentence from the plot, the table and the words', async () => {
    const asked: string[] = [];
    await act(() => render(<MatterView matter={MATTER} onStatement={(id) => asked.push(id)} />, app));
    await vi.waitFor(() => expect(app.querySelector('.u-over')).not.toBeNull());
    app.querySelectorAll<HTMLButtonElement>('tbody button')[1]!.click();
    app.querySelectorAll<HTMLButtonElement>('button.said')[0]!.click();
    const over = app.querySelector<HTMLElement>('.u-over')!;
    const box = over.getBoundingClientRect();
    const { x, y } = scalesOf(plotted(MATTER.ledger[0]!.entries));
    const [point] = plotted(MATTER.ledger[0]!.entries);
    const at = { clientX: box.left + ((point!.at - x[0]) / (x[1] - x[0])) * box.width - 7, clientY: box.top + (1 - (89 - y[0]) / (y[1] - y[0])) * box.height };
    over.dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }));
    over.dispatchEvent(new MouseEvent('click', { clientX: box.left + 2, clientY: box.top + 2, bubbles: true }));
    expect(asked).toEqual(['b.0.0', 'a.0.0', 'a.0.0']);
  });

  it('without figures shows who says what, and no plot', async () => {
    await act(() => render(<MatterView matter={{ ...MATTER, ledger: [] }} onStatement={() => undefined} />, app));
    expect(app.querySelector('.ledger-plot')).toBeNull();
    expect([...app.querySelectorAll('.matter-speaker h4')].map((heading) => heading.textContent.trim())).toEqual(['Russia 1 statement', 'Ukraine 1 statement', 'Nobody named 1 statement']);
  });
});

it('figures are written with their bounds, ranges, hedges and units', () => {
  const words = (min: number | null, max: number | null, unit = 'count', approximate = false) => figureWords({ min, max, approximate }, unit);
  expect([words(89, 89), words(63, null), words(null, 5), words(60, 100), words(400, 400, 'count', true), words(12, 12, 'percent'), words(3000, 3000, 'km'), words(5, 5, 'EUR')]).toEqual(['89', 'at least 63', 'at most 5', '60 to 100', 'about 400', '12%', '3,000 km', '€5']);
});

it('values far apart are drawn by tens, from whole power to whole power', () => {
  expect(scalesOf(plotted([entry('a', 9, 9), entry('b', 300_000, 300_000)]))).toMatchObject({ tens: true, y: [1, 1_000_000] });
  expect(scalesOf(plotted([entry('a', 0, 0), entry('b', 300_000, 300_000)])).tens).toBe(false);
  expect(plotted([entry('a', null, null), entry('b', 1, 1, { day: null }), entry('c', 1, 1, { day: 'soon' })])).toEqual([]);
});

describe('the list of matters', () => {
  const list = (more: Partial<Parameters<typeof MatterList>[0]> = {}) => <MatterList rows={[MATTER]} total={1} text="" hrefOf={(id) => `#matter/${id}`} onText={() => undefined} onMore={() => undefined} {...more} />;

  it('links each by its title, with what there is of it', () => {
    render(list(), app);
    const link = app.querySelector<HTMLAnchorElement>('.matter-list a')!;
    expect([link.getAttribute('href'), link.textContent, app.querySelector('.matter-list p')!.textContent]).toEqual(['#matter/m1', MATTER.title, '3 statements · 3 articles · 1 pair differs']);
    expect(app.querySelector('button')).toBeNull();
  });

  it('tells an empty library from a search without result, and asks for more once', () => {
    const more = vi.fn();
    render(list({ rows: [], total: 0 }), app);
    expect(app.querySelector('h3')!.textContent).toBe('No matters yet');
    render(list({ rows: [], total: 0, text: 'zebra' }), app);
    expect(app.querySelector('h3')).toBeNull();
    expect(app.querySelector('[role="status"]')!.textContent).toBe('No matter speaks of that.');
    render(list({ total: 7, onMore: more }), app);
    app.querySelector('button')!.click();
    render(list({ total: 7, busy: true, onMore: more }), app);
    app.querySelector('button')!.click();
    expect(more).toHaveBeenCalledTimes(1);
  });
});

it('what was left out stands in the words of each article, or that there is nothing', () => {
  render(<LeftOutList items={[{ origins: 2, statements: MATTER.said.slice(0, 2) }]} />, app);
  expect([...app.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toEqual(['A strike killed 89 soldiers.', 'About 400 soldiers died.']);
  expect(app.textContent).toContain('from 2 independent origins');
  render(<LeftOutList items={[]} />, app);
  expect(app.textContent).toContain('Nothing was found');
});

it('changes show both wordings and what is other, or that there are none', () => {
  render(<ChangeList saved="2024-03-02" changes={[{ kind: 'altered', before: '11 were saved.', now: '7 were saved.', words: 'figure: 7 was 11' }, { kind: 'removed', before: 'It sank.', now: null, words: '' }]} />, app);
  expect([...app.querySelectorAll('.change')].map((one) => [one.querySelector('strong')!.textContent, [...one.querySelectorAll('dd')].map((text) => text.textContent)])).toEqual([['Altered', ['11 were saved.', '7 were saved.']], ['Gone', ['It sank.']]]);
  expect(app.textContent).toContain('figure: 7 was 11');
  render(<ChangeList saved="2024-03-02" changes={[]} />, app);
  expect(app.textContent).toBe('Nothing of consequence has changed since this page was saved on 2 Mar 2024.');
});

it('a time line names the page’s own figure, and is not drawn for a single one', () => {
  const figure = { span: { start: 0, end: 2 }, min: 89, max: 89, approximate: false, unit: 'count', of: 'soldier' };
  const own = { day: '2024-03-02', value: '89', figure, speaker: null, source: null, statement: statement('89 died.') };
  const later = { ...own, day: '2024-03-06', figure: { ...figure, min: 112, max: 112 }, speaker: 'Moscow', source: source('c') };
  render(<UpdateLine moments={[own, later]} />, app);
  expect([...app.querySelectorAll('li')].map((one) => [one.textContent, one.getAttribute('aria-current')])).toEqual([['2 Mar 202489this page', 'true'], ['6 Mar 2024112Moscow · The Harbour Gazette', null]]);
  render(<UpdateLine moments={[own]} />, app);
  expect(app.textContent).toBe('');
});
