// How one word stands to another that is in its place: the reviewed contrasts, then WordNet; and what must not be taken for more than it is.
import { describe, expect, it } from 'vitest';
import { keyOf, numberIn, relationOf, type Relation, type Word } from '../../lib/match/wording/relations';

const word = (text: string, name: string | null = null): Word => ({ key: name === null ? keyOf(text) : text, name, ...numberIn(text) });

describe('relationOf', () => {
  it.each<[string, string, Relation]>([
    ['couch', 'sofa', 'alike'],
    ['dad', 'father', 'alike'],
    ['2', 'two', 'alike'],
    ['3rd', 'third', 'alike'],
    ['close to', 'near', 'alike'],
    ['destruction', 'destroy', 'alike'],
    ['joyful', 'happy', 'akin'],
    ['vehicle', 'lorry', 'wider'],
    ['lorry', 'vehicle', 'narrower'],
    ['big', 'little', 'opposite'],
    ['giant', 'tiny', 'opposite'],
    ['behind', 'in front of', 'opposite'],
    ['red', 'blue', 'kind'],
    ['tuesday', 'friday', 'kind'],
    ['northern', 'south', 'kind'],
    ['guitar', 'violin', 'sibling'],
    ['12', 'two', 'number'],
    ['fifth', 'first', 'number'],
    ['lawyer', 'bicycle', 'other'],
  ])('%s for %s: %s', (ours, theirs, relation) => expect(relationOf(word(ours), word(theirs))).toBe(relation));

  it.each<[string, string, Relation]>([
    ['third', 'one', 'number'],
    ['purple', 'violet', 'kind'],
    ['tiny', 'small', 'opposite'],
    ['dog', 'animal', 'wider'],
    ['film', 'movie', 'kind'],
    ['object', 'stone', 'wider'],
  ])('%s for %s is not: %s', (ours, theirs, relation) => expect(relationOf(word(ours), word(theirs))).not.toBe(relation));

  it('knows two names apart, and a name from a word', () => {
    expect(relationOf(word('france', 'place'), word('spain', 'place'))).toBe('name');
    expect(relationOf(word('france', 'place'), word('couch'))).toBe('other');
  });
  it('goes farther up only when asked to', () => {
    expect(relationOf(word('animal'), word('horse'))).toBe('other');
    expect(relationOf(word('animal'), word('horse'), 10)).toBe('wider');
  });
});
