// Stance by stance and signal by signal: pairs as data, each with the reason that must be given, and those that look
// alike but must stay without a stance.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { judge } from '../../lib/match/judge';
import type { SignalName, Stance } from '../../lib/model';

type Case = [stance: Stance, signal: SignalName | null, claim: string, evidence: string];
const PUBLISHED = '2023-01-04';
const CASES: Record<string, Case[]> = {
  quantity: [
    ['conflicts', 'quantity', 'The New Year’s Eve strike on Makiivka killed 400 Russian soldiers.', 'Russia’s ministry says 89 soldiers were killed in the New Year’s Eve strike on Makiivka.'],
    ['corroborates', 'quantity', 'Shoigu said 300,000 reservists would be called up in Russia.', 'Russia drafted 300,000 people in the autumn.'],
    ['corroborates', 'quantity', 'Ukrainian clinics have suffered 703 attacks by Russia.', 'Russia has carried out more than 700 attacks on clinics in Ukraine.'],
    ['related', 'quantity', 'Russia may lose up to 70,000 people in the next months.', 'Russian losses passed 85,000 this week.'],
  ],
  'quantity stays silent when the figures measure different things': [
    ['related', 'quantity', 'The blast in Odesa harbour killed 12 dock workers.', 'The blast in Odesa harbour injured 40 dock workers.'],
    ['unrelated', null, 'The festival in Kazan drew 12,000 visitors.', 'The mine in Kemerovo employs 12,500 miners.'],
  ],
  date: [
    ['conflicts', 'date', 'Russia invaded Ukraine on 2 February 2022.', 'Russia’s invasion of Ukraine began on 24 February 2022.'],
  ],
  'date stays silent for what recurs': [
    ['related', 'same-matter', 'Missiles struck the port of Odesa on 3 May 2022, destroying grain silos.', 'Missiles struck the port of Odesa on 9 May 2022, destroying grain silos.'],
  ],
  negation: [
    ['conflicts', 'negation', 'Putin said no further mobilisation was needed.', 'Russia is preparing a second wave of mobilisation.'],
  ],
  'negation stays silent when a qualifier tells the two apart': [
    ['related', 'same-matter', 'Putin ordered a partial mobilisation of Russian reservists.', 'Putin did not order a general mobilisation of Russian reservists.'],
  ],
  'what is to come': [
    ['corroborates', 'modality', 'Moscow will have to announce a second mobilisation in the first quarter of the year.', 'Russia is preparing a further mobilisation for January.'],
  ],
  denial: [
    ['related', 'denial', 'The Kremlin denies deliberately targeting civilians.', 'Russian troops shelled a school in Kherson.'],
  ],
  agreement: [
    ['corroborates', 'agreement', 'General Surovikin ordered the retreat from Kherson.', 'The retreat from Kherson was ordered by Surovikin.'],
  ],
  'agreement stays silent on shared words': [
    ['unrelated', null, 'The court in Riga fined the ferry company.', 'The ferry company opened an office in Tallinn.'],
    ['unrelated', null, 'Officials said on Monday that talks would go on.', 'Officials said on Monday that the road would be shut.'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s (%s): %s | %s', (stance, signal, claim, evidence) => {
    const s = statementOf(claim, PUBLISHED);
    const e = statementOf(evidence, PUBLISHED);
    const judgement = judge(s, e);
    expect([judgement.stance, judgement.reason?.signal ?? null]).toEqual([stance, signal]);
    for (const span of judgement.reason?.claim ?? []) expect(s.text.slice(span.start, span.end).trim()).not.toBe('');
    for (const span of judgement.reason?.evidence ?? []) expect(e.text.slice(span.start, span.end).trim()).not.toBe('');
  });
});

it('gives the figures and what they count as the reason, in the order here, there', () => {
  const [, , claim, evidence] = CASES['quantity']![0]!;
  expect(judge(statementOf(claim, PUBLISHED), statementOf(evidence, PUBLISHED)).reason!.words).toBe('400 here, 89 there: soldiers, killed');
});

it('does not depend on which of the two is the claim, for stances that are symmetric', () => {
  for (const [stance, , claim, evidence] of Object.values(CASES).flat()) {
    expect([claim, judge(statementOf(evidence, PUBLISHED), statementOf(claim, PUBLISHED)).stance]).toEqual([claim, stance]);
  }
});
