// The normal form folds look-alikes, leaves out what is not seen, and always maps back to the original.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from '../../lib/text/normal-form';
import { isEnglish } from '../../lib/text/language';

describe('normalForm', () => {
  it.each([
    ['sol\u00ADdiers', 'soldiers'],
    ['70\u00A0000', '70 000'],
    ['“so” ‘it’ – is', '"so" \'it\' - is'],
    ['３００ men', '300 men'],
    ['a\u200Bb\u202Ec', 'abc'],
  ])('folds %j', (original, text) => expect(normalForm(original).text).toBe(text));

  it('maps every span back to the stretch it came from', () => {
    const alphabet = fc.constantFrom('a', 'b', ' ', '\u00AD', '\u200B', '\u00A0', '“', '３', '\u202E', '😀');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 40 }), fc.nat(), fc.nat(), (letters, x, y) => {
        const original = letters.join('');
        const form = normalForm(original);
        const start = Math.min(x, y) % (form.text.length + 1);
        const end = Math.max(start, Math.max(x, y) % (form.text.length + 1));
        const back = form.back({ start, end });
        expect(normalForm(original.slice(back.start, back.end)).text).toBe(form.text.slice(start, end));
      }),
    );
  });
});

describe('isEnglish', () => {
  const english = 'The minister said on Monday that the bridge was closed and that it would be open again by the end of the year, but few of those who use it believed him at all.';
  const german = 'Der Minister sagte am Montag, dass die Brücke geschlossen sei und dass sie bis zum Ende des Jahres wieder offen sein werde, aber nur wenige von denen, die sie nutzen, glaubten ihm.';
  it('believes the text rather than what is declared', () => {
    expect(isEnglish([english], 'de')).toBe(true);
    expect(isEnglish([german], 'en')).toBe(false);
  });
  it('believes the declaration where the text is too short to tell', () => {
    expect(isEnglish(['Brücke'], 'de')).toBe(false);
    expect(isEnglish(['Bridge'], null)).toBe(true);
  });
});
