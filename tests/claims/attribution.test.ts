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
];
const NOBODY = ['The bridge over the Neva fell on Monday.', 'Kyiv and its allies have been told nothing since Friday.', 'He claims to represent 400 widows of the town.'];

describe('attribution', () => {
  it.each(CASES)('%s', (text, speaker, cue) => {
    expect(statementOf(text, '2023-01-04').attribution).toMatchObject({ speaker, cue });
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

  it('gives spans that slice back to the words, also through invisible characters', () => {
    const text = 'The bridge stays closed, said Carla Vo\u00ADss.';
    const { attribution } = statementOf(text, null);
    expect(text.slice(attribution!.span.start, attribution!.span.end)).toBe('said Carla Vo\u00ADss');
  });
});
