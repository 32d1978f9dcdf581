// Which way each input of the combiner may speak: a witness of conflict never for agreement, likeness never for another matter.
// What is not listed may go either way. Used whenever weights are fitted.
import type { Signs } from './fit';

const LIKE = ['cosine', 'match', 'claimCoverage', 'evidenceCoverage', 'anchors', 'names', 'shareDay', 'sameSpeaker'];
const AGREE = ['predicatePlus', 'framePlus', 'figuresAgree', 'figuresAgreeTelling', 'shareDay', 'sameSpeaker'];
const CLASH = ['frameMinus', 'antonym', 'negated', 'negatedClose', 'parity', 'parityMinus', 'parityHigh', 'denied', 'madeUp', 'figuresClash', 'figuresClashAlone', 'predicateMinus', 'minusShare'];
const APART = ['elsewhere', 'placesApart', 'namesakes', 'noNames', 'ourNames', 'theirNames'];
const LOOSE = ['wish', 'question', 'condition', 'told', 'figuresOther'];

const held = (names: string[], sign: 1 | -1): Record<string, 1 | -1> => Object.fromEntries(names.map((name) => [name, sign]));

/** The signs by stance. */
export const SIGNS: Signs = {
  corroborates: { ...held(LIKE, 1), ...held(AGREE, 1), ...held(CLASH, -1), ...held(APART, -1), ...held(LOOSE, -1) },
  conflicts: { ...held(CLASH, 1), ...held(['figuresAgreeTelling', 'framePlus'], -1), ...held(LOOSE, -1) },
  related: held(LOOSE, 1),
  unrelated: { ...held(LIKE, -1), ...held(APART, 1) },
};

/** The inputs that the gate looks at: likeness and names, no witness of conflict. */
export const GATE = ['cosine', 'cosineHigh', 'match', 'claimCoverage', 'evidenceCoverage', 'anchors', 'names', 'noNames', 'ourNames', 'theirNames', 'namesApart', 'personsApart', 'elsewhere', 'placesApart', 'namesakes', 'shareDay', 'datesApart', 'figuresAgreeTelling', 'framePlus', 'predicatesPlus', 'sameSpeaker', 'claimRest'];
