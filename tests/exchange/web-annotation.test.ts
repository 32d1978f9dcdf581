// The export's shape: a golden collection, our schema over ordinary and hostile texts, and selectors that slice back.
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../../lib/exchange/annotation-collection.schema.json';
import { annotationOf, collectionOf, CONTEXT, selectorsInBlocks } from '../../lib/exchange/web-annotation';
import type { Block } from '../../lib/model';
import { annotationWith, evidenceOf, statementAt } from './statements';

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictTuples: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function faultsOf(document: unknown): string[] {
  validate(JSON.parse(JSON.stringify(document)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const AT = '2024-05-04T08:00:00Z';
const BLOCKS: Block[] = [
  { kind: 'title', text: 'Boats sank' },
  { kind: 'paragraph', text: 'A storm hit on Friday. Twelve boats sank in the old harbour. Nobody was hurt.' },
];
const CLAIM = statementAt(1, BLOCKS[1]!.text, 'Twelve boats sank in the old harbour.');

function collection(url: string | null, title = 'Boats sank') {
  const evidence = evidenceOf('Fifteen boats went down, the harbour master said.', 'conflicts');
  evidence.statement.attribution = { speaker: 'the harbour master', cue: 'say', span: { start: 24, end: 48 }, quoted: false };
  const annotations = [annotationWith(CLAIM, evidence, evidenceOf('Boats were lost.', 'related'))];
  return collectionOf([{ page: { url, title }, annotations, selectors: [selectorsInBlocks(BLOCKS, 1, CLAIM.span)] }], AT);
}

describe('the collection', () => {
  test('is a W3C AnnotationCollection with its page inline', () => {
    const document = collection('https://news.example/boats#top');
    expect(faultsOf(document)).toEqual([]);
    expect(document).toMatchObject({
      '@context': CONTEXT,
      type: 'AnnotationCollection',
      generated: AT,
      total: 1,
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    expect(document.last).toBe(document.first.id);
    const { id, ...annotation } = document.first.items[0]!;
    expect(id).toMatch(/^urn:uuid:/);
    expect(annotation).toEqual({
      type: 'Annotation',
      motivation: ['assessing'],
      created: AT,
      generator: { id: 'https://second-source.example/', type: 'Software', name: 'Second Source' },
      target: {
        type: 'SpecificResource',
        source: 'https://news.example/boats',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Twelve boats sank in the old harbour.', prefix: 'ats sank\nA storm hit on Friday. ', suffix: ' Nobody was hurt.' },
          { type: 'TextPositionSelector', start: 34, end: 71 },
          {
            type: 'FragmentSelector',
            conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/',
            value: ':~:text=Twelve%20boats%20sank%20in%20the%20old%20harbour.',
          },
        ],
      },
      body: [
        {
          type: 'TextualBody',
          purpose: 'assessing',
          value: 'Fifteen boats went down, the harbour master said.',
          format: 'text/plain',
          language: 'en',
          stance: 'conflicts',
          reason: '12 here, 15 there: boats',
          signal: 'quantity',
          confidence: 0.8,
          speaker: 'the harbour master',
          origin: 0,
          article: { id: 'harbour', title: 'The harbour reopens', outlet: 'The Quay', published: '2024-05-03', url: null, file: 'harbour.txt' },
        },
        expect.objectContaining({ stance: 'related', speaker: null, value: 'Boats were lost.' }),
      ],
    });
  });

  test('declares each of our own terms in its context', () => {
    const body = collection(null).first.items[0]!.body[0]!;
    const w3c = ['type', 'purpose', 'value', 'format', 'language', 'id'];
    const ours = [...Object.keys(body), ...Object.keys(body.article)].filter((key) => !w3c.includes(key));
    expect(Object.keys(CONTEXT[1]).sort()).toEqual(ours.sort());
  });

  test('tells how many origins the articles of a stance have', () => {
    const by = (id: string, stance: 'corroborates' | 'conflicts', origin?: number) =>
      evidenceOf(`Boats sank, ${id} says.`, stance, { source: { id, title: id, outlet: null, published: null, url: null, file: null }, ...(origin === undefined ? {} : { origin }) });
    const told: [ReturnType<typeof by>[], number[]][] = [
      [[by('a', 'corroborates', 0), by('b', 'corroborates', 0), by('c', 'corroborates', 0)], [0, 0, 0]],
      [[by('a', 'conflicts', 1), by('b', 'corroborates', 0), by('c', 'conflicts', 1), by('d', 'corroborates', 0)], [0, 1, 0, 1]],
      [[by('a', 'corroborates'), by('a', 'corroborates'), by('b', 'corroborates')], [0, 0, 1]],
      [[by('0', 'corroborates'), by('b', 'corroborates', 0), by('c', 'corroborates', 0)], [0, 1, 1]],
    ];
    for (const [evidence, origins] of told) {
      const document = collectionOf([{ page: { url: null, title: 't' }, annotations: [annotationWith(CLAIM, ...evidence)], selectors: [selectorsInBlocks(BLOCKS, 1, CLAIM.span)] }], AT);
      expect(document.first.items[0]!.body.map(({ origin }) => origin)).toEqual(origins);
      expect(faultsOf(document)).toEqual([]);
    }
  });

  test('names the same claim alike in every export, and another place or page otherwise', () => {
    const id = (url: string | null, start: number) =>
      annotationOf({ url, title: 't' }, annotationWith(CLAIM, evidenceOf('x', 'related')), { quote: { exact: 'a', prefix: '', suffix: '' }, position: { start, end: start + 1 } }, AT).id;
    expect(id('https://a.example/', 1)).toBe(id('https://a.example/#later', 1));
    expect(new Set([id('https://a.example/', 1), id('https://a.example/', 2), id('https://b.example/', 1), id(null, 1)]).size).toBe(4);
  });

  test('of nothing is valid and empty', () => {
    const empty = collectionOf([], AT);
    expect(faultsOf(empty)).toEqual([]);
    expect(empty.total).toBe(0);
  });

  test('refuses annotations without a place each', () => {
    const annotations = [annotationWith(CLAIM, evidenceOf('x', 'related'))];
    expect(() => collectionOf([{ page: { url: null, title: 't' }, annotations, selectors: [] }], AT)).toThrow(RangeError);
  });
});

describe('the schema refuses', () => {
  const ruins: Record<string, (document: ReturnType<typeof collection>) => void> = {
    'a stance of its own': (d) => void Object.assign(d.first.items[0]!.body[0]!, { stance: 'unrelated' }),
    'a confidence above 1': (d) => void (d.first.items[0]!.body[0]!.confidence = 1.5),
    'a body without its origin': (d) => void Reflect.deleteProperty(d.first.items[0]!.body[0]!, 'origin'),
    'an origin that is no number': (d) => void Object.assign(d.first.items[0]!.body[0]!, { origin: 'Reuters' }),
    'a claim without evidence': (d) => void (d.first.items[0]!.body = []),
    'a day for an instant': (d) => void (d.first.items[0]!.created = '2024-05-04'),
    'an unescaped ampersand in the text directive': (d) => void Object.assign(d.first.items[0]!.target.selector[2]!, { value: ':~:text=a&b' }),
    'a relative address': (d) => void (d.first.items[0]!.target.source = '/boats'),
    'a field nobody declared': (d) => void Object.assign(d.first.items[0]!, { note: 'x' }),
  };
  test.each(Object.entries(ruins))('%s', (_, ruin) => {
    const document = structuredClone(collection('https://news.example/boats'));
    ruin(document as ReturnType<typeof collection>);
    expect(faultsOf(document)).not.toEqual([]);
  });
});

const HOSTILE: Record<string, string> = {
  'quotation marks and markup': '"</script><b>\'Twelve\'</b> & "boats", he said',
  'an unbalanced bidi override': 'Twelve \u202Eboats sank',
  'a lone surrogate': 'Twelve \uD83D boats \uDE00 sank',
  'a line feed': 'Twelve\nboats',
  'a NUL and tag characters': 'Twelve\u0000boats\u{E0041}',
  'only punctuation': '-,&-',
  'astral characters': '😀😀 boats 😀😀',
};

describe('hostile text', () => {
  test.each(Object.entries(HOSTILE))('%s: exports, validates and comes back unchanged', (_, text) => {
    const claim = statementAt(0, text, text);
    const page = { url: null, title: text };
    const selectors = selectorsInBlocks([{ kind: 'paragraph', text }], 0, claim.span);
    const document = collectionOf([{ page, annotations: [annotationWith(claim, evidenceOf(text, 'related'))], selectors: [selectors] }], AT);
    expect(faultsOf(document)).toEqual([]);
    const back = JSON.parse(JSON.stringify(document)) as typeof document;
    expect(back.first.items[0]!.target.selector[0]).toMatchObject({ exact: text });
    expect(back.first.items[0]!.body[0]!.value).toBe(text);
  });

  const ADDRESSES: [string | null, string][] = [
    ['https://news.example/a?b=1#c#d', 'https://news.example/a?b=1'],
    ['https://news.example/a|b[1]?q=100%&r={x}^', 'https://news.example/a%7Cb%5B1%5D?q=100%25&r=%7Bx%7D%5E'],
    ['https://news.example/app#/story/1#x y', 'https://news.example/app#/story/1%23x%20y'],
    ['https://nëws.example/ü', 'https://xn--nws-jma.example/%C3%BC'],
    ['javascript:alert(1)', 'urn:second-source:text:Boats%20sank'],
    ['not an address', 'urn:second-source:text:Boats%20sank'],
    [null, 'urn:second-source:text:Boats%20sank'],
  ];
  test.each(ADDRESSES)('the address %s is named by a valid URI', (url, source) => {
    const document = collection(url);
    expect(document.first.items[0]!.target.source).toBe(source);
    expect(faultsOf(document)).toEqual([]);
  });
});

describe('selectors of stored blocks', () => {
  test('slice back to the quotation, its prefix and its suffix, whatever the text', () => {
    const block = fc.record({ kind: fc.constant('paragraph' as const), text: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', '\uD83D', '\uDE00', '\u202E', 'e\u0301'), minLength: 1, maxLength: 80 }) });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.nat(), (blocks, which, a, b) => {
        const at = which % blocks.length;
        const length = blocks[at]!.text.length + 1;
        const span = { start: Math.min(a % length, b % length), end: Math.max(a % length, b % length) };
        const { quote, position } = selectorsInBlocks(blocks, at, span);
        const text = blocks.map((each) => each.text).join('\n');
        return (
          text.slice(position.start, position.end) === quote.exact &&
          quote.exact === blocks[at]!.text.slice(span.start, span.end) &&
          text.slice(0, position.start).endsWith(quote.prefix) &&
          text.slice(position.end).startsWith(quote.suffix) &&
          quote.prefix.length <= 32 &&
          quote.suffix.length <= 32
        );
      }),
    );
  });

  test('do not cut a character of two code units', () => {
    const text = `😀${'a'.repeat(31)}claim${'b'.repeat(31)}😀`;
    const { quote } = selectorsInBlocks([{ kind: 'paragraph', text }], 0, { start: 33, end: 38 });
    expect(quote).toEqual({ exact: 'claim', prefix: 'a'.repeat(31), suffix: 'b'.repeat(31) });
  });

  test('refuse what is not in the text', () => {
    expect(() => selectorsInBlocks(BLOCKS, 2, { start: 0, end: 1 })).toThrow(RangeError);
    expect(() => selectorsInBlocks(BLOCKS, 0, { start: 0, end: 99 })).toThrow(RangeError);
  });
});
