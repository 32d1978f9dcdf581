// Which declaration of its encoding a saved HTML file is believed: those that a browser would see, and no others.
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../lib/page/saved-encoding';

const UTF_8 = new TextEncoder().encode('naïve');
const CYRILLIC = [0xca, 0xe8, 0xbf, 0xe2];

/** The last letters of a file that begins with ASCII. */
function read(head: string, rest: Iterable<number>, letters: number): string {
  return decodeHtml(Uint8Array.from([...new TextEncoder().encode(head), ...rest])).slice(-letters);
}

describe('a saved file', () => {
  it.each([
    ['a comment', '<!-- <meta charset=koi8-r> --><meta charset="utf-8">'],
    ['a comment without end', '<!-- <meta charset=koi8-r>'],
    ['a script', '<script>var a = "<meta charset=windows-1251>"</script><meta charset=utf-8>'],
    ['a script that speaks of comments', '<script>var a = "<!--"</script><meta charset=utf-8><!-- <meta charset=koi8-r> -->'],
    ['a title', '<title><meta charset=koi8-r></title>'],
    ['a description', '<meta name=description content="charset=latin1 is old"><meta charset=utf-8>'],
    ['a description by itself', '<meta name="description" content="charset=latin1 is old">'],
    ['a value within quotation marks', '<meta name="a" content="> charset=koi8-r <meta charset=koi8-r">'],
    ['an attribute of another name', '<meta data-charset=koi8-r>'],
    ['an element of another name', '<metadata charset=koi8-r>'],
    ['a name of no encoding', '<meta charset=nonsense><meta charset=utf-8>'],
    ['an XML declaration, against a meta element', '<?xml version="1.0" encoding="windows-1251"?><meta charset="utf-8"/>'],
  ])('is not read as %s says', (_, head) => {
    expect(read(head, UTF_8, 5)).toBe('naïve');
  });

  it.each([
    ['a meta element', '<META lang=uk CHARSET = \'windows-1251\' >'],
    ['a meta element closed at once', '<meta charset=windows-1251/>'],
    ['a meta element behind a comment and a script', '<!--> <!-- saved --><script>a > b</script><meta charset=windows-1251>'],
    ['a meta element of the old kind', '<meta content="text/html; charset=windows-1251" http-equiv="Content-Type">'],
    ['an XML declaration', '<?xml version="1.0" encoding="windows-1251"?><html>'],
  ])('is read as %s says', (_, head) => {
    expect(read(head, CYRILLIC, 4)).toBe('Київ');
  });

  it('that is all quotation marks and elements without end is read in time', () => {
    const hostile = ['<meta ', '<meta a="', '<!--', '<script', '<meta content=\'"'].map((part) => part.repeat(2_000).slice(0, 5_000));
    for (const one of hostile) expect(read(one, UTF_8, 5)).toBe('naïve');
  });
});
