// Who says so: styles of news attribution as data, and sentences in which nobody does.
import { describe, expect, it } from 'vitest';
import { extract, statementOf } from '../../lib/claims/extract';

const CASES: [string, string | null, string][] = [
  ['Defence Minister Carla Voss said the bridge would stay closed.', 'Carla Voss', 'say'],
  ['The bridge would stay closed, according to the Ministry of Transport.', 'Ministry of Transport', 'according to'],
  ['“The bridge stays closed,” Carla Voss told reporters on Monday.', 'Carla Voss', 'tell'],
  ['“The bridge stays closed,” said Carla Voss, the minister.', 'Carla Voss', 'say'],
  ['The ministry has denied that the bridge was unsafe.', 'ministry', 'deny'],
  ['Carla Voss: “The bridge stays closed.”', 'Carla Voss', 'say'],
  ['No progress made on the Kherson deal – Kremlin', 'Kremlin', 'say'],
  ['“We lost everything,” Ivan Petrenko, a farmer near Izium, said via Telegram.', 'Ivan Petrenko', 'say'],
  ['‘The bridge stays closed,’ said Carla Voss.', 'Carla Voss', 'say'],
  ["''The bridge stays closed,'' the ministry said.", 'ministry', 'say'],
  ['PM: no plans to close the bridge', 'PM', 'say'],
  ['Jobs to go at the Riga works, says union', 'union', 'say'],
  ['WHO warns of a cholera outbreak in Riga', 'WHO', 'warn'],
  ['The bridge, Carla Voss said, will stay closed until March.', 'Carla Voss', 'say'],
  ['“The bridge,” said the minister, “will stay closed until March.”', 'minister', 'say'],
  ['In a statement, the ministry said the bridge would stay closed.', 'ministry', 'say'],
  ['Speaking in Riga, Chancellor Ivo Kalns said Latvia would pay.', 'Ivo Kalns', 'say'],
  ["Dr Carla Voss, the ministry's technical lead, warned the bridge was unsafe.", 'Carla Voss', 'warn'],
  ['Carla Voss assured residents that the water was safe.', 'Carla Voss', 'assure'],
  ['The company informed regulators that 400 workers would lose their jobs.', 'company', 'inform'],
  ['The ministry issued a statement saying that the bridge would stay closed.', 'ministry', 'say'],
  ['Carla Voss justified the closure, saying the bridge was unsafe.', 'Carla Voss', 'say'],
  ['The bridge would stay closed, two people familiar with the plan told the paper.', 'two people familiar with the plan', 'tell'],
  ['The study found that sugar consumption fell by 12% in Riga.', 'study', 'find'],
  ['“It will be rebuilt,” the minister added.', 'minister', 'add'],
];
/** Who wishes or expects something is part of the matter: the speaker is named, but no word is left out of what is compared. */
const WISHES: [string, string, string][] = [
  ['The minister urged drivers to avoid the bridge.', 'minister', 'urge'],
  ['The mayor appealed to drivers to avoid the bridge.', 'mayor', 'appeal'],
  ['The airline vowed to refund all passengers by Friday.', 'airline', 'vow'],
  ['The central bank expects inflation to fall to 3% next year.', 'central bank', 'expect'],
];
const NOBODY = [
  'The bridge over the Neva fell on Monday.',
  'Kyiv and its allies have been told nothing since Friday.',
  'He claims to represent 400 widows of the town.',
  'The man said to be the leader of the gang was arrested in Riga.',
  'The company did not say how many jobs would go in Riga.',
  'The suspect was told that he would be deported to Riga.',
  'Analysis: why the Riga deal is dead',
  'Bridge row: Riga sends 70 engineers to the Neva',
];

describe('attribution', () => {
  it.each(CASES)('%s', (text, speaker, cue) => {
    expect(statementOf(text, '2023-01-04').attribution).toMatchObject({ speaker, cue });
  });
  it.each(WISHES)('leaves nothing out of %s', (text, speaker, cue) => {
    const { attribution } = statementOf(text, '2023-01-04');
    expect(attribution).toMatchObject({ speaker, cue });
    expect(attribution!.span.end).toBe(attribution!.span.start);
  });
  it.each(NOBODY)('stays unattributed: %s', (text) => expect(statementOf(text, '2023-01-04').attribution?.speaker ?? null).toBeNull());

  it('carries the speaker to “he said” and to a quotation that runs on, and not for ever', () => {
    const block = (text: string) => ({ kind: 'paragraph' as const, text });
    const { statements } = extract({
      url: null, title: 'Bridge', outlet: null, author: null, published: '2023-01-04', language: 'en',
      blocks: [
        block('Carla Voss said the old bridge at Riga was closed in March. “It will be rebuilt in Riga by 2025.'),
        block('“The Riga works cost 40 million euros,” she said.'),
        block('The works have been delayed four times since 2019.'),
      ],
    });
    expect(statements.map(({ attribution }) => attribution?.speaker ?? null)).toEqual(['Carla Voss', 'Carla Voss', 'Carla Voss', null]);
  });

  it('keeps the matter out of the attribution when a phrase stands before the speaker', () => {
    const text = 'In a statement, the ministry said the bridge would stay closed.';
    const { attribution } = statementOf(text, null);
    expect(text.slice(attribution!.span.start, attribution!.span.end)).toBe('the ministry said');
  });

  it('gives spans that slice back to the words, also through invisible characters', () => {
    const text = 'The bridge stays closed, said Carla Vo\u00ADss.';
    const { attribution } = statementOf(text, null);
    expect(text.slice(attribution!.span.start, attribution!.span.end)).toBe('said Carla Vo\u00ADss');
  });
});
