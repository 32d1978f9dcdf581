// The list of claims: counts, evidence, keyboard, coverage; and that stored text is only ever text.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ArticleList } from '../../components/ArticleList';
import { ClaimList } from '../../components/ClaimList';
import { day } from '../../components/moment';
import { PageBody } from '../../components/PageBody';
import { webAddress } from '../../components/web-address';
import type { Reading } from '../../lib/model';
import { annotation, ANNOTATIONS, article, reading, said, source } from './fixtures';

let app: HTMLElement;

beforeEach(() => {
  app = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, app);
  app.remove();
});

function draw(of: Reading, props: Partial<Parameters<typeof ClaimList>[0]> = {}): void {
  render(<ClaimList reading={of} onJump={() => undefined} {...props} />, app);
}

const READING = reading({ annotations: ANNOTATIONS });
const text = (selector: string) => [...app.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, ' ').trim());

describe('the list of claims', () => {
  it('counts articles, differing first, with a shape beside the words', () => {
    draw(READING);
    expect(text('.claim .tally')).toEqual(['differs from 1 article · agrees with 1 article', 'agrees with 1 article', 'differs from 1 article']);
    expect([...app.querySelectorAll('.claim .stance-mark')].map((mark) => mark.classList[1])).toEqual(['is-both', 'is-corroborated', 'is-conflicting']);
    expect(new Set([...app.querySelectorAll('.claim .stance-mark')].map((mark) => mark.innerHTML.replace(/stroke-width="[^"]*"/g, ''))).size).toBe(3);
  });

  it('says how much of the page was compared with anything', () => {
    draw(READING);
    expect(text('.coverage p')).toEqual(['This page makes 31 claims; 4 could be compared with your 8 articles; 27 are not covered. Not covered: nothing stored was found to speak of it. An unmarked sentence is not a checked one.']);
    draw(reading({ annotations: ANNOTATIONS.slice(0, 1), claims: 2, articles: 1 }));
    expect(text('.coverage p')[0]).toMatch(/^This page makes 2 claims; 1 could be compared with your 1 article; 1 is not covered\./);
    draw(reading({ annotations: ANNOTATIONS.slice(0, 1), claims: 1 }));
    expect(text('.coverage p')).toEqual(['This page makes 1 claim; 1 could be compared with your 8 articles.']);
  });

  it('opens and closes a claim by keyboard, and tells assistive technology', async () => {
    draw(READING);
    const button = app.querySelector<HTMLButtonElement>('.claim button')!;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls')!)?.querySelectorAll('.evidence')).toHaveLength(2);
    await userEvent.keyboard(' ');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(app.querySelectorAll('.evidence')).toHaveLength(0);
    expect(document.activeElement).toBe(button);
  });

  it('shows statement, speaker, article, outlet, date, stance and reason, with the deciding words of both sides marked', async () => {
    draw(READING);
    app.querySelector<HTMLButtonElement>('.claim button')!.click();
    await vi.waitFor(() => expect(app.querySelectorAll('.evidence')).toHaveLength(2));
    const [differs, agrees] = text('.evidence');
    expect(differs).toMatch(/^Differs · figures: 17 here, 11 there: bodies.*Rescuers have found 11 bodies so far\..*Said by Mara Lindqvist.*Search goes on after ferry disaster.*The Harbour Gazette.*4 Jan 2023.*gazette\.example$/);
    expect(agrees).toMatch(/^Agrees · figures: 17 on both sides: dead.*Unattributed.*What we know of the sinking.*undated.*comes with Second Source$/);
    expect(text('.evidence:first-child mark')).toEqual(['17 bodies', '11 bodies']);
  });

  it('keeps what merely speaks of the same matter apart and closed', async () => {
    draw(READING);
    expect(text('.touched > button')).toEqual(['1 more, not marked: others speak of the same matter']);
    app.querySelector<HTMLButtonElement>('.claim button')!.click();
    await vi.waitFor(() => expect(text('.related-group > button')).toEqual(['1 statement speaks of the same matter']));
    app.querySelector<HTMLButtonElement>('.related-group > button')!.click();
    await vi.waitFor(() => expect(text('.related-group .speaker')).toEqual(['Said by someone the article does not name']));
  });

  it('shows everything open where asked to, and the wanted claim even if closed', () => {
    draw(READING, { open: true });
    expect(app.querySelectorAll('.claim')).toHaveLength(4);
    expect(app.querySelectorAll('.evidence')).toHaveLength(6);
    render(null, app);
    draw(READING, { wanted: 3 });
    expect(text('#claim-3 .evidence .reason')).toEqual(['Same matter · figures: a call there, a plan here']);
  });

  it('jumps to a claim by its index in the reading, not in the list', async () => {
    const jumped: number[] = [];
    draw(reading({ annotations: [ANNOTATIONS[3]!, ANNOTATIONS[1]!] }), { open: true, onJump: (index) => jumped.push(index) });
    for (const button of app.querySelectorAll<HTMLButtonElement>('.jump')) button.click();
    expect(jumped).toEqual([1, 0]);
  });
});

describe('text from elsewhere', () => {
  const PAYLOADS = ['<img src=x onerror="globalThis.hit=1">', '<script>globalThis.hit=1</script>', '"><svg onload=globalThis.hit=1>', '{{7*7}}', '$1$2', '\u202Eabc', '</bdi><b>x</b>'];

  it.each(PAYLOADS)('is drawn as text in every field: %s', (payload) => {
    const from = source('p', { title: payload, outlet: payload, published: payload, url: payload });
    const told = { text: payload, stance: 'conflicts', words: payload, here: [payload], there: [payload], speaker: said(payload), from } as const;
    const claims = [annotation(payload, [{ ...told, here: [payload], there: [payload] }])];
    const view = { kind: 'read', url: 'https://a.example/', cut: false, title: payload, reading: reading({ annotations: claims }) } as const;
    render(
      <>
        <PageBody view={view} host={payload} saved={false} open onJump={() => undefined} onWayOut={() => undefined} />
        <PageBody view={{ kind: 'no-access' }} host={payload} saved={false} onJump={() => undefined} onWayOut={() => undefined} />
        <PageBody view={{ kind: 'failed', trouble: 'internal', detail: payload }} host={payload} saved={false} onJump={() => undefined} onWayOut={() => undefined} />
        <ArticleList
          view={{ kind: 'listed', lines: [{ article: article('p', { ...from }), state: 'stored' }], total: 1 }}
          exporting={{ state: 'done', file: payload }}
          onRemove={() => undefined}
          onRestore={() => undefined}
          onRetry={() => undefined}
          onExportAll={() => undefined}
          onLibrary={() => undefined}
        />
      </>,
      app,
    );
    expect(app.querySelectorAll('img, script, svg[onload], b, a')).toHaveLength(0);
    expect(app.textContent.split(payload).length - 1).toBeGreaterThanOrEqual(10);
    const bare = [...app.querySelectorAll('.claim-text, .speaker bdi, .source-title, .source-facts bdi, .sides bdi, .reason bdi, .page-title bdi')];
    expect(bare.filter((element) => element.textContent.includes(payload)).every((element) => element.localName === 'bdi')).toBe(true);
    expect('hit' in globalThis).toBe(false);
  });

  const ADDRESSES: [string | null, string | null][] = [
    ['https://www.gazette.example/a?b=c', 'gazette.example'],
    ['http://127.0.0.1:8000/x', '127.0.0.1:8000'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    [' javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['ftp://files.example/a', null],
    ['blob:https://a.example/1', null],
    ['https://bank.example@evil.example/', null],
    ['//evil.example/', null],
    ['not an address', null],
    [null, null],
  ];
  it.each(ADDRESSES)('links %s to %s', (url, host) => expect(webAddress(url)?.host ?? null).toBe(host));

  it('draws a link without a referrer, in a new tab, with its host written out; and no link for other addresses', () => {
    const claims = [annotation('A claim.', [{ text: 'E.', stance: 'conflicts', words: 'w', from: source('u') }, { text: 'F.', stance: 'conflicts', words: 'w', from: source('v', { url: 'javascript:alert(1)' }) }])];
    draw(reading({ annotations: claims }), { open: true });
    const links = [...app.querySelectorAll('a')];
    expect(links.map(({ href, rel, target }) => ({ href, rel, target }))).toEqual([{ href: 'https://www.gazette.example/u', rel: 'noreferrer', target: '_blank' }]);
    expect(text('.source-host')).toEqual(['gazette.example']);
  });
});

describe('a change of the page’s state', () => {
  it('is announced without taking the focus, and says where only a part was read', () => {
    const draw = (view: Parameters<typeof PageBody>[0]['view']) => render(<PageBody view={view} host={null} saved={false} onJump={() => undefined} onWayOut={() => undefined} />, app);
    draw({ kind: 'waiting', for: 'reading' });
    const announced = app.querySelector('[role=status]');
    expect(announced?.textContent).toBe('');
    draw({ kind: 'read', url: 'https://a.example/', cut: false, title: 'A', reading: READING });
    expect(app.querySelector('[role=status]')).toBe(announced);
    expect(app.querySelector('.cut')).toBeNull();
    draw({ kind: 'read', url: 'https://a.example/', cut: true, title: 'A', reading: READING });
    expect(app.querySelector('.cut')?.textContent).toBe('This page is very long: only its first part was read.');
    expect(announced?.textContent).toBe('This page makes 31 claims; 4 could be compared with your 8 articles; 27 are not covered.');
    draw({ kind: 'not-article' });
    expect(announced?.textContent).toBe('This does not look like an article');
  });
});

describe('dates', () => {
  it('keeps the day that a plain date names, and takes what is no date for none', () => {
    expect([day('2023-01-04'), day('2023-01-04T23:30:00Z')?.slice(-8), day('soon'), day(''), day(null), day('9999999-01-01')]).toEqual(['4 Jan 2023', 'Jan 2023', null, null, null, null]);
  });
});
