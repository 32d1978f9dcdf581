// The stand-ins for letters and figures beyond ASCII: a pattern over them must tell what one over all of Unicode's would.
import { describe, expect, test } from 'vitest';
import { FIGURE, LETTER, plainLetters } from '../../lib/text/plain-letters';

const ANY_LETTER = new RegExp(`[${LETTER}]`, 'u');
const ANY_FIGURE = new RegExp(`[${FIGURE}]`, 'u');

describe('plain letters', () => {
  test('a character is a letter or a figure in them just where it is one to a pattern that does not heed case', () => {
    const wrong: string[] = [];
    // Every character but the halves of pairs, which no text holds alone, and those of the higher planes a few at a time.
    for (let code = 0; code < 0x20000; code += code < 0x10000 ? 1 : 7) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const sign = String.fromCodePoint(code);
      const plain = plainLetters(sign);
      if (plain.length !== sign.length || ANY_LETTER.test(plain) !== /\p{L}/iu.test(sign) || ANY_FIGURE.test(plain) !== /\p{N}/iu.test(sign)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('what a pattern takes for a letter of ASCII stays that letter', () => {
    expect(plainLetters('Auguſt 5 \u212aYIV')).toBe('august 5 kyiv');
    expect(plainLetters('Im März 2022 für ½ — „so“')).toBe('im mªrz 2022 fªr ² — „so“');
  });
});
