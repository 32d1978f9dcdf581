// Stance by stance and signal by signal: pairs as data, each with the reason that must be given, and those that look
// alike but must stay without a stance.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { judge } from '../../lib/match/judge';
import type { SignalName, Stance } from '../../lib/model';

type Case = [stance: Stance, signal: SignalName | null, claim: string, evidence: string, claimPublished?: string, evidencePublished?: string];
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
  'quantity stays silent about what only looks like the same count': [
    ['related', 'quantity', 'A car bomb in central Kandahar killed 14 policemen on Tuesday.', 'A car bomb in central Kandahar wounded 14 policemen on Tuesday.'],
    ['related', 'quantity', 'The ferry carried 227 passengers from Penang to Langkawi when it sank on Friday.', 'The ferry carried 239 passengers and crew from Penang to Langkawi when it sank on Friday.'],
    ['related', 'quantity', 'The raid on Homs killed 42 people on Monday, activists said.', 'The raid on Homs on Monday killed 16 children, activists said.'],
    ['related', 'quantity', 'At least 12 civilians were killed in the coalition strikes on Raqqa.', 'Coalition strikes on Raqqa killed 55 civilians.'],
    ['related', 'quantity', 'Russia lost 320 soldiers over the past day, the General Staff said.', 'Russia has lost 35,000 soldiers since the start of the war, the General Staff said.'],
    ['related', 'quantity', 'A gas explosion in Lyon destroyed a school and killed three teachers.', 'A gas explosion in Marseille destroyed a school and killed two teachers.'],
    ['related', 'same-matter', 'The ninety-ninth day of the Ukrainian resistance to the Russian invasion has begun.', 'The one hundred and ninety-first day of the Ukrainian resistance to the Russian invasion has begun.'],
  ],
  'reports of different days tell of different occasions': [
    ['related', 'quantity', 'More than 563 children were injured in Ukraine as a result of Russian aggression.', 'More than 602 children were injured in Ukraine by Russian aggression.', '2022-04-17', '2022-04-24'],
    ['related', 'quantity', 'More than 10,000 civilians of Mariupol could be buried in mass graves, the mayor said.', 'More than 10,000 Mariupol residents are held in prisons, the mayor said.', '2022-05-08', '2022-07-02'],
    ['related', 'same-matter', 'The death toll of the Aleppo attack could rise as several wounded are in serious condition.', 'The death toll of the Homs attack could rise as several of the wounded are in serious condition.', '2017-04-14', '2013-10-01'],
    ['corroborates', 'quantity', 'Ukrainian clinics have suffered 703 attacks by Russia since the invasion.', 'Russia has carried out more than 700 attacks on clinics in Ukraine.', '2023-01-04', '2022-11-22'],
    ['related', 'quantity', 'Air strikes on Aleppo killed 16 civilians.', 'Air strikes on Aleppo killed 40 civilians.', '2016-06-19', '2016-09-20'],
    ['related', 'quantity', 'Air strikes on Aleppo killed 16 civilians.', 'Air strikes on Aleppo killed 16 civilians and wounded dozens.', '2016-06-19', '2016-09-20'],
    ['related', 'quantity', 'Ukrainian forces destroyed 12 Russian tanks over the past day, the General Staff said.', 'Ukrainian forces destroyed 19 Russian tanks over the past day, the General Staff said.', '2022-07-12', '2022-07-15'],
    ['related', 'quantity', 'Russian troops have killed 169 children in Ukraine since February 24.', 'Russian troops have killed 202 children in Ukraine since February 24.', '2022-04-08', '2022-04-10'],
    ['related', 'same-matter', 'Russian troops began offensive operations near Bakhmut in eastern Ukraine.', 'In eastern Ukraine Russian troops began their offensive near Bakhmut.', '2022-04-18', '2022-08-26'],
    ['corroborates', 'agreement', 'Russian troops began offensive operations near Bakhmut in eastern Ukraine.', 'In eastern Ukraine Russian troops began their offensive near Bakhmut.', '2022-04-18', '2022-04-19'],
  ],
  'date stays silent when the date is that of a report, or of something else': [
    ['related', 'same-matter', 'Operational information of the General Staff of Ukraine on the Russian invasion as of 6:00 on April 23.', 'Operational information of the General Staff of Ukraine on the Russian invasion as of 6:00 on May 6.'],
    ['related', 'same-matter', 'The mayor of Bucha was wounded by Russian invaders on Sunday, March 6.', 'Ukrainians killed by Russian invaders were buried in Bucha on September 2.'],
  ],
  'negation stays silent when another does another thing': [
    ['related', 'same-matter', 'Ukraine aims to open three safe corridors, including for private cars from Mariupol.', 'Ukrainian authorities will not open humanitarian corridors for the evacuation of the population on April 17.', '2022-03-29', '2022-04-17'],
    ['related', 'same-matter', 'Russia has not acknowledged civilian deaths in its strikes on Syria.', 'The coalition acknowledged civilian deaths in its strikes on Syria.'],
    ['related', 'same-matter', 'Negotiations between Russia and Ukraine are not taking place.', 'A prisoner exchange between Russia and Ukraine took place.'],
    ['related', 'same-matter', 'Zelensky called on Germany to send Leopard tanks to Ukraine.', 'Germany will not send Leopard tanks to Ukraine.'],
    ['related', 'same-matter', 'Turkey did not ratify the treaty with Sweden until January.', 'Turkey ratified the treaty with Sweden in January.'],
    ['conflicts', 'negation', 'Russian forces captured the town of Soledar.', 'Russian forces have not captured the town of Soledar, Kyiv said.'],
  ],
  'opposite outcomes stay silent when nothing came out, or the sides are swapped': [
    ['related', 'same-matter', 'Novak Djokovic won the final against Roger Federer at Wimbledon.', 'Roger Federer lost the final against Novak Djokovic at Wimbledon.'],
    ['related', 'same-matter', 'Captured Mariupol defenders are in the Donetsk region.', 'Ukraine’s defenders repelled Russian attacks in the Donetsk region near Mariupol.'],
  ],
  'agreement stays silent when something tells the two apart': [
    ['related', 'same-matter', 'Police in Lyon arrested a man suspected of setting fire to a synagogue.', 'Police in Rouen arrested a man suspected of setting fire to a synagogue.'],
    ['related', 'same-matter', 'George Bush ordered the invasion of Iraq in March 2003.', 'Jeb Bush ordered the evacuation of Florida in September 2004.'],
    ['related', 'same-matter', 'Ukraine accused Russia of shelling the nuclear plant.', 'Russia accused Ukraine of shelling the nuclear plant.'],
    ['related', 'same-matter', 'The Bank of England raised its rate by 0.75 percentage points on Thursday.', 'The Bank of England raised its rate to 3 percent on Thursday.'],
    ['related', 'place', 'Serena Williams won her twenty-third title in Melbourne.', 'Serena Williams won her twenty-second title in London.'],
    ['related', 'modality', 'If Russia attacked Moldova, thousands of people would flee to Romania.', 'Russia did not attack Moldova and nobody fled to Romania.'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s (%s): %s | %s', (stance, signal, claim, evidence, claimPublished = PUBLISHED, evidencePublished = PUBLISHED) => {
    const s = statementOf(claim, claimPublished);
    const e = statementOf(evidence, evidencePublished);
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
  for (const [stance, , claim, evidence, claimPublished = PUBLISHED, evidencePublished = PUBLISHED] of Object.values(CASES).flat()) {
    expect([claim, judge(statementOf(evidence, evidencePublished), statementOf(claim, claimPublished)).stance]).toEqual([claim, stance]);
  }
});
