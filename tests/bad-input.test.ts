// Texts that are no news, from the first scan to the last judgement: nothing trips, no stance comes of nonsense, every state has
// a name. What they cost is asked in long-texts.test.ts; what one stage makes of odd input is its own test's matter.
import { beforeAll, describe, expect, it } from 'vitest';
import { annotate } from '../lib/annotate';
import { statementOf } from '../lib/claims/extract';
import { createEngine } from '../lib/engine';
import { ENCODER_FILES, loadEncoder, type EncoderAbsence } from '../lib/match/encoder/encoder';
import { FOUND, judge } from '../lib/match/judge';
import type { Reading, Span, Statement } from '../lib/model';
import { findDates } from '../lib/text/dates';
import { isEnglish } from '../lib/text/language';
import { open } from './corpus/fixtures';
import { readEncoderFile } from './measure/encoder-files';
import { MemoryCorpus } from './measure/memory-corpus';
import { draftOf, NEWS, PUBLISHED, store } from './small-news';

/** What a corpus of news says of a text. */
async function readingOf(paragraphs: string[], published: string | null = PUBLISHED, language: string | null = 'en'): Promise<Reading> {
  const corpus = new MemoryCorpus();
  store(corpus, 'news', NEWS);
  return annotate(draftOf(paragraphs, published, language), corpus, null);
}

const stancesOf = ({ annotations }: Reading): string[] => annotations.flatMap(({ evidence }) => evidence.map(({ stance }) => stance)).filter((stance) => stance !== 'related');

function spansOf({ text, ...statement }: Statement): Span[] {
  const { attribution, quantities, dates, names, terms } = statement;
  const spans = [...(attribution ? [attribution.span, ...(attribution.content ?? [])] : []), ...[quantities, dates, names, terms].flatMap((each: { span: Span }[]) => each.map(({ span }) => span))];
  return spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length));
}

/** Texts that say nothing, in several lengths of nothing. */
const NONSENSE: Record<string, string> = {
  nothing: '',
  'white space': ' \t\u00a0\n\u3000 ',
  'one word': 'Fire',
  'one word of 60,000 letters': 'a'.repeat(60_000),
  'a word 10,000 times': 'fire '.repeat(10_000),
  '10,000 different words': Array.from({ length: 10_000 }, (_, i) => `w${i.toString(36)}`).join(' '),
  'digits only': '12 240 2 2023',
  'a numeral of 5,000 digits': '9'.repeat(5000),
  '10,000 figures': '12 240 '.repeat(5000),
  'opening quotation marks only': '“'.repeat(3000),
  'a quotation never closed': `“Fire ${'in the harbour '.repeat(3000)}`,
  'closing before opening': '” said the police “ in Hamburg ” 12 “',
  'half surrogate pairs': '\ud83d fire \udc00 in \ud83d\ud83d Hamburg',
  'bidi marks only': '\u202e\u202d\u2066\u2069\u200f\u061c'.repeat(500),
  'zero-width characters only': '\u200b\u200c\u200d\ufeff\u2060'.repeat(500),
  'combining marks only': '\u0301'.repeat(5000),
  'control characters': '\u0000\u0001\u0007\u001b'.repeat(500),
  'full-width digits only': '１２ ２４０ ２０２３',
  'punctuation only': '.,;:!?()[]{}<>/\\|@#$%^&*-_=+~`\'"'.repeat(100),
  'one sign 10,000 times': ','.repeat(10_000),
  addresses: 'https://a.example/b?c=d&e=12 '.repeat(500),
  'names of our own objects': '__proto__ constructor toString hasOwnProperty valueOf prototype',
  'the same names as a sentence': 'The constructor said that __proto__ and toString killed 12 hasOwnProperty on Monday.',
};

describe('nonsense', () => {
  it.each(Object.entries(NONSENSE))('gets no stance and trips nothing: %s', async (_, text) => {
    const reading = await readingOf([text, text]);
    expect(stancesOf(reading)).toEqual([]);
    for (const language of [null, 'de', '']) expect(stancesOf(await readingOf([text], null, language))).toEqual([]);
    const statement = statementOf(text, PUBLISHED);
    expect(spansOf(statement)).toEqual([]);
    for (const news of NEWS) expect(judge(statement, statementOf(news, PUBLISHED), 0.3, FOUND).stance).toMatch(/^(?:unrelated|related)$/);
  });

  it.each(Object.entries(NONSENSE))('is no evidence either: %s', async (_, text) => {
    const corpus = new MemoryCorpus();
    store(corpus, 'nonsense', [text, text]);
    expect(stancesOf(await annotate(draftOf(NEWS), corpus, null))).toEqual([]);
    // Most of it is never found; set beside the news it has to say nothing either.
    for (const news of NEWS) expect(judge(statementOf(news, PUBLISHED), statementOf(text, PUBLISHED), 0.3, FOUND).stance).toMatch(/^(?:unrelated|related)$/);
  });
});

/** The same statement in odd dress is still that statement. */
const DRESSED: Record<string, (text: string) => string> = {
  'full-width digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'zero-width characters inside words': (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '\u200b'),
  'soft hyphens': (text) => text.replace(/(?<=\p{L}{2})(?=\p{L}{2})/gu, '\u00ad'),
  'bidi marks': (text) => `\u202a${text.replace(/ /g, ' \u200e')}\u202c`,
  'a quotation mark left open': (text) => `“${text}`,
  'a surrogate half behind': (text) => `${text}\ud83d`,
  'spaces of other widths': (text) => text.replace(/ /g, '\u2009'),
};

describe('a statement in odd dress', () => {
  it.each(Object.entries(DRESSED))('means what it means without: %s', async (_, dress) => {
    const [plain] = NEWS as [string];
    const dressed = statementOf(dress(plain), PUBLISHED);
    const bare = statementOf(plain, PUBLISHED);
    expect(spansOf(dressed)).toEqual([]);
    expect(dressed.quantities.map(({ min, unit, of }) => [min, unit, of])).toEqual(bare.quantities.map(({ min, unit, of }) => [min, unit, of]));
    expect(dressed.names.map(({ canonical }) => canonical)).toEqual(bare.names.map(({ canonical }) => canonical));
    expect(judge(dressed, bare).stance).toBe('corroborates');
  });

  it('differs as it would without', () => {
    const other = statementOf('The fire in the harbour of Hamburg killed １７ dockers on Monday, the police said.', PUBLISHED);
    expect(judge(other, statementOf(NEWS[0]!, PUBLISHED)).stance).toBe('conflicts');
  });
});

const OTHER_LANGUAGES: [string, string][] = [
  ['German', 'Der Minister sagte am Montag, dass die Brücke in Hamburg geschlossen sei und dass sie bis zum Ende des Jahres wieder offen sein werde, aber nur wenige von denen, die sie nutzen, glaubten ihm das noch.'],
  ['French', "Le ministre a déclaré lundi que le pont de Hambourg était fermé et qu'il serait rouvert avant la fin de l'année, mais peu de ceux qui l'empruntent chaque jour le croient encore après tant de promesses."],
  ['Spanish', 'El ministro dijo el lunes que el puente de Hamburgo estaba cerrado y que volvería a abrirse antes de fin de año, pero pocos de los que lo usan cada día le creen todavía después de tantas promesas incumplidas.'],
  ['Russian', 'Министр заявил в понедельник, что мост в Гамбурге закрыт.'],
  ['Ukrainian', 'Міністр заявив у понеділок, що міст у Гамбурзі закрито.'],
  ['Arabic', 'قال الوزير يوم الاثنين إن الجسر في هامبورغ مغلق.'],
  ['Chinese', '部长周一表示，汉堡的大桥已经关闭，12人死亡。'],
  ['Japanese', '大臣は月曜日、ハンブルクの橋が閉鎖されたと述べた。'],
  ['Greek', 'Ο υπουργός δήλωσε τη Δευτέρα ότι η γέφυρα στο Αμβούργο έκλεισε.'],
  ['Hindi', 'मंत्री ने सोमवार को कहा कि हैम्बर्ग का पुल बंद है।'],
];

describe('another language', () => {
  it.each(OTHER_LANGUAGES)('is recognised, whatever the page says of itself: %s', async (_, text) => {
    for (const language of [null, 'en', 'de']) expect(await readingOf([text], PUBLISHED, language)).toMatchObject({ state: 'not-english', annotations: [], claims: 0 });
  });

  it('is not seen in English news with foreign names', async () => {
    expect((await readingOf([`${NEWS[0]} (Гамбург)`])).state).toBe('read');
    expect(isEnglish(['The minister met Сергей Лавров.'], null)).toBe(true);
  });
});

const NO_DATES = ['', 'yesterday', '2023', '2022-02-31', '2023-02-29', '2022-13-01', '2022-00-10', '0000-00-00', '9999-12-31', '+275760-09-13', '2022-1-5', '2023-03-06oo'.slice(0, 7), 'T', '20230306'];
const UNDATED = 'The fire in the harbour killed 12 dockers on Monday, and on 31 February 2022, 32 May, 29 February 2023, 99/99/9999 and 2022-13-45 nothing burned.';

describe('dates', () => {
  it.each(NO_DATES)('are not counted from an article of “%s”', (published) => {
    expect(findDates('It burned on Monday.', published)).toEqual([]);
    expect(statementOf(NEWS[0]!, published).reported).toBeNull();
  });

  it('that never were are not dates', () => {
    for (const published of [null, PUBLISHED]) for (const { from, to } of findDates(UNDATED, published)) expect([from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day) && (day.startsWith('0000') || !Number.isNaN(Date.parse(day)))), `${from} ${to}`).toBe(true);
    expect(findDates('On 31 February 2022 and 2022-13-45 it burned.', PUBLISHED).filter(({ grain }) => grain === 'day')).toEqual([]);
  });

  it('that are missing on both sides decide nothing', () => {
    const [monday, tuesday] = ['Monday', 'Tuesday'].map((day) => statementOf(`The fire in the harbour of Hamburg began on ${day}.`, null));
    expect(monday!.dates).toEqual([]);
    expect(judge(monday!, tuesday!).reason?.signal).not.toBe('date');
  });

  it.each([['2150-01-01'], ['9999-12-31'], ['0001-01-01']])('of an article of %s never make a conflict with today', async (published) => {
    expect(stancesOf(await readingOf(NEWS, published)).filter((stance) => stance === 'conflicts')).toEqual([]);
    const corpus = new MemoryCorpus();
    store(corpus, 'odd', NEWS, published);
    expect(stancesOf(await annotate(draftOf(NEWS), corpus, null)).filter((stance) => stance === 'conflicts')).toEqual([]);
  });
});

describe('weights', () => {
  let files: Record<string, ArrayBuffer>;
  beforeAll(async () => {
    files = Object.fromEntries(await Promise.all(Object.values(ENCODER_FILES).map(async (file) => [file, await readEncoderFile(file)] as const)));
  });
  async function stateWith(change: (file: string, bytes: Uint8Array<ArrayBuffer>) => ArrayBuffer): Promise<EncoderAbsence | 'there'> {
    let told: EncoderAbsence | 'there' = 'there';
    const encoder = await loadEncoder(async (file) => change(file, new Uint8Array(files[file]!.slice(0))), (why) => (told = why));
    expect(encoder === null).toBe(told !== 'there');
    return told;
  }

  const places = [0, 1, 4, 9, 13, 64, 65, 1000, 1_234_567, 4_000_001, 7_000_000, -1, -2, -100_000];
  it.each(places)('are damaged by one flipped bit at byte %i', async (at) => {
    expect(await stateWith((file, bytes) => (file === ENCODER_FILES.weights && (bytes[at < 0 ? bytes.length + at : at]! ^= 4), bytes.buffer))).toBe('damaged');
  });

  it.each([0, 1, 3, 63, 64, 65, 4096, 3_000_001])('are damaged when cut off after %i bytes', async (length) => {
    expect(await stateWith((file, bytes) => (file === ENCODER_FILES.weights ? bytes.buffer.slice(0, length) : bytes.buffer))).toBe('damaged');
  });

  it('are damaged when the files are swapped, doubled or empty of sense', async () => {
    expect(await stateWith((file) => files[file === ENCODER_FILES.weights ? ENCODER_FILES.kernel : ENCODER_FILES.weights]!.slice(0))).toBe('damaged');
    expect(await stateWith((_, bytes) => new Uint8Array([...bytes.subarray(0, 100), ...bytes]).buffer)).toBe('damaged');
    expect(await stateWith((_, bytes) => bytes.fill(0).buffer)).toBe('damaged');
  });

  it.each(['missing', 'damaged', 'no-simd'] as const)('that are %s leave finding by words, and the engine says so', async (state) => {
    const engine = createEngine(await open({ encoder: null }), () => Date.UTC(2023, 2, 8), state);
    expect(await engine.encoder({})).toEqual({ state });
    await engine.save({ draft: { ...draftOf(NEWS), url: 'https://news.example/a' }, operation: 'operation-a' });
    const { annotations } = await engine.annotate({ draft: { ...draftOf(NEWS), url: 'https://news.example/b' } });
    expect(annotations.flatMap(({ evidence }) => evidence.map(({ stance }) => stance))).toContain('corroborates');
  });
});
