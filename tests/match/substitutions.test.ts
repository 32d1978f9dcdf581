// What is put in whose place: the inputs that speak, and above all those that must stay at 0. Claim first, evidence second.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { pairOf } from '../../lib/match/judge';
import { slotsOf } from '../../lib/match/wording/slots';
import { substitutionsOf } from '../../lib/match/wording/substitutions';
import { supportOf } from '../../lib/match/wording/support';
import { wordByWord } from '../../lib/match/wording/word-by-word';

const pair = (claim: string, evidence: string): ReturnType<typeof pairOf> => pairOf(statementOf(claim, null), statementOf(evidence, null), null);

describe('substitutionsOf', () => {
  it.each([
    ['The mayor bought a large couch.', 'The mayor bought a large sofa.', 'holds'],
    ['A vehicle hit the town hall.', 'A lorry hit the town hall.', 'holds'],
    ['The police searched a house.', 'The police searched a small house.', 'holds'],
    ['The bridge was not opened to lorries.', 'The bridge was not opened to vehicles.', 'holds'],
    ['The bridge was not opened to vehicles.', 'The bridge was opened to lorries.', 'breaks'],
    ['The bridge was opened to lorries.', 'The bridge was not opened to vehicles.', 'breaks'],
    ['The delegation wore red scarves.', 'The delegation wore blue scarves.', 'excludes'],
    ['Two workers left the mine.', 'Nine workers left the mine.', 'excludes'],
    ['The square in front of the palace was closed.', 'The square behind the palace was closed.', 'excludes'],
    ['The dog chased the wolf across the frozen lake.', 'The wolf chased the dog across the frozen lake.', 'swappedWords'],
  ])('%s | %s: %s', (claim, evidence, input) => expect(substitutionsOf(pair(claim, evidence))[input]).toBeGreaterThan(0.5));

  it.each([
    // The claim says more than the evidence.
    ['A lorry hit the town hall.', 'A vehicle hit the town hall.', 'holds'],
    ['The police searched a small house.', 'The police searched a house.', 'holds'],
    ['The mayor bought a large couch.', 'The mayor bought a large carpet.', 'holds'],
    // "No lorries" does not say "no vehicles".
    ['The bridge was not opened to vehicles.', 'The bridge was not opened to lorries.', 'holds'],
    ['The bridge was opened to vehicles.', 'The bridge was not opened to lorries.', 'breaks'],
    ['The bridge was opened to lorries.', 'The bridge was opened to vehicles.', 'breaks'],
    // Two things differ: it may be told of something else.
    ['The red lorry hit the town hall.', 'The blue tram hit the town hall.', 'excludes'],
    ['The square was closed to red buses.', 'The square was not closed to blue buses.', 'excludes'],
    // Told the other way round, the same did it.
    ['The dog chased the wolf across the frozen lake.', 'The wolf was chased across the frozen lake by the dog.', 'swappedWords'],
    ['The dog chased the wolf.', 'The dog chased the wolf.', 'swappedWords'],
  ])('%s | %s: no %s', (claim, evidence, input) => expect(substitutionsOf(pair(claim, evidence))[input]).toBe(0));

  it('is silent where the wording differs', () => {
    const numbers = substitutionsOf(pair('The red lorry hit the town hall on Tuesday.', 'On Friday a blue car was stolen from outside the bank, police said.'));
    expect(Object.values(numbers).filter((value) => value !== 0)).toEqual([]);
  });
});

describe('supportOf', () => {
  it.each([
    ['The film was released in 2004.', 'Released in 2004 in Canada, it won three awards.', 'upheld'],
    ['The film was not released in 2004.', 'Released in 2007 in Canada, it won three awards.', 'upheld'],
    ['More than 700 homes were damaged.', 'The storm damaged 1,200 homes along the coast.', 'numberFound'],
    ['The film was released in 2004.', 'Released in 2007 in Canada, it won three awards.', 'opposed'],
    ['The film was not released in 2004.', 'Released in 2004 in Canada, it won three awards.', 'opposed'],
    ['The film was released in 2004.', 'Released in 2007 in Canada, it won three awards.', 'contestedNumber'],
    ['The play is a comedy.', 'Critics called the piece a drama of great force.', 'contestedKind'],
  ])('%s | %s: %s', (claim, evidence, input) => expect(supportOf(pair(claim, evidence))[input]).toBeGreaterThan(0.6));

  it.each([
    ['The film was released in 2004.', 'Released in 2004 after three years of work, it won awards in 2007.', 'contestedNumber'],
    ['Two films were released.', 'Released in 2007 in Canada, it won an award.', 'contestedNumber'],
    ['More than 700 homes were damaged.', 'The storm damaged 930 homes along the coast.', 'contestedNumber'],
    ['The play is a comedy.', 'Critics called the piece a comedy with some drama.', 'contestedKind'],
    ['The film was released in 2004.', 'Released in 2004 in Canada, it won three awards.', 'opposed'],
  ])('%s | %s: no %s', (claim, evidence, input) => expect(supportOf(pair(claim, evidence))[input]).toBe(0));
});

describe('wordByWord', () => {
  it('keeps every number between 0 and 1, whatever comes in', () => {
    const odd = ['', '12', '?!', 'Word', 'no no not never', 'Zwei Männer gingen nach Hause.', 'two 2 second 2nd 1999 1990s'];
    for (const a of odd) for (const b of odd) for (const value of Object.values(wordByWord(pair(a, b)))) expect(value >= 0 && value <= 1).toBe(true);
  });
  it('leaves sentences alone that are too long to compare in their places', () => {
    const long = (length: number, from: number): string => Array.from({ length }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${(i * 7 + from) % 500}`).join(' ');
    expect(slotsOf(statementOf(long(10_000, 0), null), statementOf(long(10_000, 1), null), 0)).toBeNull();
  });
});
