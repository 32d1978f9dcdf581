// The encoder by itself: what it says of likeness, that it is the same each time, its states where it can't be had, and texts
// that are no sentences. That its numbers are the network's own is encoder-reference.test.ts's matter.
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cosine128, cosine512, ENCODER_FILES, loadEncoder, type Encoder, type EncoderAbsence } from '../../lib/match/encoder/encoder';
import { HEADER } from '../../lib/match/encoder/layout';
import { encoderStamp } from '../../scripts/setup.mjs';
import { nodeEncoder, readEncoderFile } from '../measure/encoder-files';

let encoder: Encoder;
beforeAll(async () => {
  encoder = (await nodeEncoder())!;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const SAME: [string, string][] = [
  ['The bridge was closed after an inspector found cracks in two pillars.', 'Cracks in its supports have forced the closure of the bridge.'],
  ['The central bank raised its key rate to 4 percent.', 'Interest rates went up to four per cent, the central bank announced.'],
  ['The senator died on Sunday at the age of 91.', 'The 91-year-old senator passed away over the weekend.'],
];

describe('likeness', () => {
  it.each(SAME)('is higher between two wordings than to any other matter: %s', (one, other) => {
    const others = SAME.flat().filter((text) => text !== one && text !== other);
    const [a, b] = [encoder.encode(one), encoder.encode(other)];
    for (const text of others) {
      expect(cosine512(a, b)).toBeGreaterThan(cosine512(a, encoder.encode(text)) + 0.2);
      expect(cosine128(encoder.project(a), encoder.project(b))).toBeGreaterThan(cosine128(encoder.project(a), encoder.project(encoder.encode(text))) + 0.2);
    }
  });

  it('is nearly the same between the short forms', () => {
    const vectors = SAME.flat().map((text) => encoder.encode(text));
    for (const a of vectors) for (const b of vectors) expect(Math.abs(cosine128(encoder.project(a), encoder.project(b)) - cosine512(a, b))).toBeLessThan(0.1);
  });

  it('is 0 to a text without words', () => {
    const [word, nothing] = [encoder.encode('Rain.'), encoder.encode('')];
    expect(cosine512(word, nothing)).toBe(0);
    expect(cosine128(encoder.project(word), encoder.project(nothing))).toBe(0);
  });
});

const LENGTH = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const LONG = 'The council voted against the plan for the harbour on Monday. '.repeat(1000);

describe('any text', () => {
  const texts: Record<string, string> = {
    'one word': 'Floods',
    'digits only': '1234567890 42 7',
    'another language': 'Правительство ушло в отставку. 政府は辞任した。 استقالت الحكومة',
    'an unbalanced quotation mark': '“We will stay, he said',
    'bidi marks and zero-width characters': '\u202eminister\u202c re\u200bsigned \u2066today\u2069',
    'full-width digits': '１２３ people',
    'half a surrogate pair': 'fire \ud83d',
    'control characters': '\u0000\u0007 fire',
    'ten thousand words': LONG,
    'one word of 60,000 letters': 'a'.repeat(60_000),
  };
  it.each(Object.entries(texts))('has a vector of length 1: %s', (_, text) => {
    const vector = encoder.encode(text);
    expect(vector).toHaveLength(512);
    expect(LENGTH(vector)).toBeCloseTo(1, 5);
    expect(encoder.project(vector).some((value) => Math.abs(value) === 127)).toBe(true);
  });

  it.each(['', ' ', '\n\t ', '\u200b\u2060'])('without characters has the zero vector: %j', (text) => {
    expect(encoder.encode(text).every((value) => value === 0)).toBe(true);
    expect(encoder.project(encoder.encode(text)).every((value) => value === 0)).toBe(true);
  });

  it('counts for its first 128 pieces only', () => {
    expect(encoder.encode(LONG)).toEqual(encoder.encode(LONG.slice(0, 4000)));
  });

  it('does not depend on invisible characters or on how its spaces are made', () => {
    expect(encoder.encode('The\u00a0 mini\u00adster\u200b resigned.\n')).toEqual(encoder.encode('The minister resigned.'));
  });

  it('has the same vector whatever was encoded before', () => {
    const before = encoder.encode('Snow fell.');
    encoder.encode(LONG);
    expect(encoder.encode('Snow fell.')).toEqual(before);
  });
});

it('is packed from its sources as they are, and says so where the set-up looks', async () => {
  const file = await readEncoderFile(ENCODER_FILES.weights);
  const header = new Uint32Array(file, 0, 16);
  expect([header[HEADER.bytes], header[HEADER.sources]]).toEqual([file.byteLength, encoderStamp()]);
});

describe('where there is no encoder', () => {
  async function absence(read: (file: string) => Promise<ArrayBuffer>): Promise<EncoderAbsence | 'there'> {
    let told: EncoderAbsence | 'there' = 'there';
    const found = await loadEncoder(read, (why) => (told = why));
    expect(found === null).toBe(told !== 'there');
    return told;
  }
  const changed = (file: string, change: (bytes: Uint8Array<ArrayBuffer>) => ArrayBuffer) => async (asked: string) => {
    const bytes = await readEncoderFile(asked);
    return asked === file ? change(new Uint8Array(bytes)) : bytes;
  };
  const flipped = (at: number) => (bytes: Uint8Array<ArrayBuffer>) => {
    bytes[at < 0 ? bytes.length + at : at]! ^= 1;
    return bytes.buffer;
  };

  it('says nothing when both files are whole', async () => {
    expect(await absence(readEncoderFile)).toBe('there');
  });

  it('says that files are missing', async () => {
    expect(await absence(() => Promise.reject(new Error('404')))).toBe('missing');
  });

  it.each([
    ['one altered weight', changed(ENCODER_FILES.weights, flipped(3_000_000))],
    ['an altered vocabulary', changed(ENCODER_FILES.weights, flipped(-1))],
    ['another kind of file', changed(ENCODER_FILES.weights, flipped(0))],
    ['weights cut off', changed(ENCODER_FILES.weights, (bytes) => bytes.buffer.slice(0, 5_000_000))],
    ['weights of no length', changed(ENCODER_FILES.weights, () => new ArrayBuffer(0))],
    ['a vocabulary cut off', changed(ENCODER_FILES.weights, (bytes) => bytes.buffer.slice(0, -7))],
    ['an altered kernel', changed(ENCODER_FILES.kernel, flipped(100))],
    ['a kernel of no length', changed(ENCODER_FILES.kernel, () => new ArrayBuffer(0))],
  ])('says that files are damaged: %s', async (_, read) => {
    expect(await absence(read)).toBe('damaged');
  });

  it('says that a machine lacks SIMD, WebAssembly, or the leave to run it', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false);
    expect(await absence(readEncoderFile)).toBe('no-simd');
    vi.spyOn(WebAssembly, 'instantiate').mockRejectedValueOnce(new WebAssembly.CompileError('blocked by policy'));
    expect(await absence(readEncoderFile)).toBe('no-simd');
    vi.stubGlobal('WebAssembly', undefined);
    expect(await absence(readEncoderFile)).toBe('no-simd');
  });
});
