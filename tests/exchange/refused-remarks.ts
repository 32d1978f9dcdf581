// What nobody may say of a match, a statement or an article, as data: beside something that may be said, the one thing that is wrong in it.
import { LABEL_LIMITS } from '../../lib/model';

const A = 'a'.repeat(32);
const AT = '2026-11-02T10:00:00.000Z';

/** One record of each kind that may be made, as a file holds it. */
export const TAKEN = {
  verdict: { id: 'v'.repeat(32), verdict: 'agreed', claim: 'Eleven drowned.', evidence: 'Seven drowned.', stance: 'conflicts', note: '', at: AT },
  correction: { id: 'c'.repeat(32), article: A, text: 'Eleven sailors drowned.', hidden: false, speaker: null, figures: [{ at: 0, min: 11, max: null }], at: AT },
  label: { article: A, tags: ['sea'], note: 'To be read again', at: AT },
};

/** Each kind of record by the list of a file that holds it. */
export const LISTS = { verdict: 'verdicts', correction: 'corrections', label: 'labels' } as const;

interface Refused {
  what: string;
  kind: keyof typeof TAKEN;
  /** What is otherwise than in the record that is taken. */
  over: Record<string, unknown>;
  /** The place within the record, and what is said of it. */
  says: string;
}

const figures = (...given: [at: unknown, min: unknown, max: unknown][]): { figures: object[] } => ({ figures: given.map(([at, min, max]) => ({ at, min, max })) });
const never = { verdict: 'never', evidence: null, stance: null };

/** Everything that is refused, of a message and of a file alike. */
export const REFUSED: Refused[] = [
  { what: 'a verdict that there is not', kind: 'verdict', over: { verdict: 'right' }, says: '.verdict: one of wrong-match' },
  { what: 'agreement with nothing', kind: 'verdict', over: { evidence: null }, says: '.evidence: null is only for' },
  { what: 'agreement with no stance', kind: 'verdict', over: { stance: null }, says: '.stance: null is only for' },
  { what: 'a wrong match with nothing', kind: 'verdict', over: { verdict: 'wrong-match', evidence: null, stance: null }, says: '.evidence: null is only for' },
  { what: 'never, of a match', kind: 'verdict', over: { ...never, evidence: 'Seven drowned.' }, says: '.evidence: null is expected' },
  { what: 'never, with a stance', kind: 'verdict', over: { ...never, stance: 'conflicts' }, says: '.stance: null is expected' },
  { what: 'a stance that there is not', kind: 'verdict', over: { stance: 'agrees' }, says: '.stance: one of corroborates' },
  { what: 'a claim of no words', kind: 'verdict', over: { claim: '' }, says: '.claim: the text is empty' },
  { what: 'a claim of white space', kind: 'verdict', over: { claim: ' \n\u2009' }, says: '.claim: the text is empty' },
  { what: 'evidence of no words', kind: 'verdict', over: { evidence: ' ' }, says: '.evidence: the text is empty' },
  { what: 'a claim longer than any sentence', kind: 'verdict', over: { claim: 'x'.repeat(20_001) }, says: '.claim: the text is longer than 20000' },
  { what: 'evidence longer than any sentence', kind: 'verdict', over: { evidence: 'x'.repeat(20_001) }, says: '.evidence: the text is longer than 20000' },
  { what: 'a verdict’s note that is too long', kind: 'verdict', over: { note: 'x'.repeat(LABEL_LIMITS.note + 1) }, says: '.note: the text is longer than 10000' },
  { what: 'a figure turned round', kind: 'correction', over: figures([0, 12, 11]), says: '.figures[0]: the lower bound is above' },
  { what: 'a figure without bounds', kind: 'correction', over: figures([0, 1, 2], [1, null, null]), says: '.figures[1]: a figure has a bound' },
  { what: 'a figure corrected twice', kind: 'correction', over: figures([0, 1, 2], [1, 1, 2], [0, 3, 4]), says: '.figures[2].at: this figure is corrected twice' },
  { what: 'a figure at no place', kind: 'correction', over: figures([-1, 1, 1]), says: '.figures[0].at: a whole number from 0' },
  { what: 'a figure between places', kind: 'correction', over: figures([0.5, 1, 1]), says: '.figures[0].at: a whole number from 0' },
  { what: 'a figure beyond all places', kind: 'correction', over: figures([65, 1, 1]), says: '.figures[0].at: a whole number up to 64' },
  { what: 'a bound that is a text', kind: 'correction', over: figures([0, '11', null]), says: '.figures[0].min: a number' },
  { what: 'too many figures', kind: 'correction', over: figures(...Array.from({ length: 65 }, (_, at): [number, number, number] => [at, 1, 1])), says: '.figures: the list has more than 64' },
  { what: 'figures that are no list', kind: 'correction', over: { figures: { 0: 1 } }, says: '.figures: a list' },
  { what: 'a speaker without a name', kind: 'correction', over: { speaker: '' }, says: '.speaker: the text is empty' },
  { what: 'a speaker of white space', kind: 'correction', over: { speaker: '\t' }, says: '.speaker: the text is empty' },
  { what: 'a speaker whose name does not end', kind: 'correction', over: { speaker: 'x'.repeat(10_001) }, says: '.speaker: the text is longer than 10000' },
  { what: 'hidden by a number', kind: 'correction', over: { hidden: 1 }, says: '.hidden: a boolean' },
  { what: 'a correction of no words', kind: 'correction', over: { text: ' ' }, says: '.text: the text is empty' },
  { what: 'a correction of words longer than any sentence', kind: 'correction', over: { text: 'x'.repeat(20_001) }, says: '.text: the text is longer than 20000' },
  { what: 'a correction of an article that is a path', kind: 'correction', over: { article: '../../../etc/x' }, says: '.article: an id' },
  { what: 'a tag that is too long', kind: 'label', over: { tags: ['sea', 'x'.repeat(101)] }, says: '.tags[1]: the text is longer than 100' },
  { what: 'too many tags', kind: 'label', over: { tags: Array.from({ length: 51 }, String) }, says: '.tags: the list has more than 50' },
  { what: 'a tag that is a number', kind: 'label', over: { tags: [7] }, says: '.tags[0]: a text' },
  { what: 'a label’s note that is too long', kind: 'label', over: { note: 'x'.repeat(LABEL_LIMITS.note + 1) }, says: '.note: the text is longer than 10000' },
];
