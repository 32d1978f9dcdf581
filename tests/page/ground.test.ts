// What a sentence stands on, by the page's own styles, and the colour of its mark: 3:1 on every ground there is.
import { describe, expect, test } from 'vitest';
import { contrast, fromHex, Grounds, luminance, parse } from '../../lib/page/ground';
import type { Colour } from '../../lib/page/ground';
import { isOnDark, shadeOf } from '../../lib/page/shades';
import type { Mark } from '../../lib/model';
import { rendered } from './documents';

const MARKS: Mark[] = ['corroborated', 'conflicting', 'both', 'related'];
const at = (html: string): ReturnType<Grounds['at']> => {
  rendered(html);
  return new Grounds(document).at(document.getElementById('here')!);
};
const bytes = (colour: Colour | null): number[] | null => colour && colour.map((value) => Math.round(value * 255));

describe('the ground', () => {
  const cases: [what: string, html: string, ground: number[] | null][] = [
    ['white where nothing is painted', '<p id="here">x</p>', [255, 255, 255]],
    ['its own', '<p id="here" style="background: #ffe">x</p>', [255, 255, 238]],
    ['the nearest painted below', '<div style="background: #102030; color: #fff"><div><p id="here">x</p></div></div>', [16, 32, 48]],
    ['mixed where it is half seen through', '<div style="background: #000; color: #fff"><p id="here" style="background: rgb(255 0 0 / 50%)">x</p></div>', [128, 0, 0]],
    ['not known over a picture', '<div style="background: url(x.png) #000; color: #fff"><p id="here" style="background: rgb(0 0 0 / 50%)">x</p></div>', null],
    ['not known over a gradient', '<div style="background: linear-gradient(red, blue)"><p id="here">x</p></div>', null],
    ['known again on an opaque layer over a picture', '<div style="background: url(x.png)"><p id="here" style="background: #eee">x</p></div>', [238, 238, 238]],
    ['not believed where the text could not be read on it', '<p id="here" style="color: #fff">x</p>', null],
    ['the canvas of a page that is dark by its own word', '<style>:root { color-scheme: dark }</style><p id="here">x</p>', [18, 18, 18]],
  ];
  test.each(cases)('is %s', (_what, html, ground) => expect(bytes(at(html).ground)).toEqual(ground));

  test('is the host’s for text in a shadow root', () => {
    rendered('<div id="host" style="background: #102030; color: #eee"></div>');
    const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
    const inside = root.appendChild(document.createElement('p'));
    expect(bytes(new Grounds(document).at(inside).ground)).toEqual([16, 32, 48]);
  });
});

describe('a computed colour', () => {
  test.each<[string, number | null, number]>([
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(255, 255, 255, 0.5)', 1, 0.5],
    ['color(srgb 1 1 1 / 0.25)', 1, 0.25],
    ['color(display-p3 1 1 1)', 1, 1],
    ['lab(100 0 0)', 1, 1],
    ['oklch(0 0.1 30)', 0, 1],
    ['oklab(1 0 0 / 50%)', 1, 0.5],
    ['transparent', null, 0],
    ['', null, 0],
    ['rgb(none)', null, 0],
  ])('%s', (text, light, alpha) => {
    const read = parse(text);
    expect(read && Math.round(luminance(read.colour) * 100) / 100).toBe(light);
    if (read) expect(read.alpha).toBe(alpha);
  });
});

describe('a mark’s colour', () => {
  const steps = [0, 51, 102, 128, 153, 204, 255];
  const grounds = steps.flatMap((r) => steps.flatMap((g) => steps.map((b): Colour => [r / 255, g / 255, b / 255])));
  test.each(MARKS)('%s keeps 3:1 on every ground', (mark) => {
    const low = grounds.map((ground) => ({ ground: bytes(ground), seen: contrast(fromHex(shadeOf(mark, { ground, text: [0, 0, 0] }, false)), ground) })).filter(({ seen }) => seen < 3);
    expect(low).toEqual([]);
  });

  test('is the house’s own on paper, on white and on dark', () => {
    const colours = (ground: string, text: string) => MARKS.map((mark) => shadeOf(mark, { ground: fromHex(ground), text: fromHex(text) }, false));
    expect(colours('#ffffff', '#000000')).toEqual(['#0b6b5c', '#b23a14', '#6c4399', '#5a6068']);
    expect(colours('#17191c', '#eeeeee')).toEqual(['#55c7ad', '#f2977a', '#c6a6ee', '#a6abb1']);
  });

  test('is stronger for a reader who asks for more contrast', () => {
    for (const mark of MARKS)
      for (const ground of ['#ffffff', '#fff1e5', '#17191c', '#000000'].map(fromHex)) expect(contrast(fromHex(shadeOf(mark, { ground, text: [0.5, 0.5, 0.5] }, true)), ground)).toBeGreaterThanOrEqual(7);
  });

  test('goes by the text where the ground is not known', () => {
    expect(shadeOf('both', { ground: null, text: [1, 1, 1] }, false)).toBe('#ecdffb');
    expect(shadeOf('both', { ground: null, text: [0.1, 0.1, 0.1] }, false)).toBe('#3a1f57');
    expect([isOnDark({ ground: null, text: [0.9, 0.9, 0.9] }), isOnDark({ ground: [0.9, 0.9, 0.9], text: [0, 0, 0] })]).toEqual([true, false]);
  });
});
