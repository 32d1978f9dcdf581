// Which way each input of the combiner may speak: a witness of conflict never for agreement, likeness never for another matter.
// What is not listed may go either way. Used whenever weights are fitted.
import type { Signs } from './fit';

const LIKE = ['cosine', 'match', 'claimCoverage', 'evidenceCoverage', 'anchors', 'names', 'shareDay', 'sameSpeaker', 'said', 'saidLeast'];
const AGREE = ['holds', 'upheld', 'slotAlike', 'predicatePlus', 'framePlus', 'figuresAgree', 'figuresAgreeTelling', 'shareDay', 'sameSpeaker'];
const CLASH = ['frameMinus', 'antonym', 'negated', 'negatedClose', 'parity', 'parityMinus', 'parityHigh', 'denied', 'figuresClash', 'figuresClashAlone', 'predicateMinus', 'minusShare', 'breaks', 'excludes', 'slotOpposite', 'opposed'];
const APART = ['elsewhere', 'placesApart', 'namesakes', 'noNames', 'ourNames', 'theirNames', 'otherDoer', 'otherKind'];
/** One word in another's place, or another number or name of the kind: no agreement, but not yet a conflict. */
const OTHER = ['slotNumber', 'slotKind', 'slotName', 'slotSibling', 'slotOther', 'swappedWords', 'contestedNumber', 'contestedKind'];
const LOOSE = ['wish', 'question', 'condition', 'figuresOther'];

/** From the wording (match/wording/): plain likeness; a story called untrue; one left open, passed on or asked after. */
const WORDS_ALIKE = ['letters', 'order', 'neighbours', 'clause', 'ourClause', 'matchNamed', 'namedAlike'];
const REFUTED = ['refutedThere', 'refutedHere', 'negationBare'];
const OPEN = ['doubtedThere', 'toldThere', 'askedThere'];

const held = (names: string[], sign: 1 | -1): Record<string, 1 | -1> => Object.fromEntries(names.map((name) => [name, sign]));

/** The signs by stance. */
export const SIGNS: Signs = {
  corroborates: { ...held(LIKE, 1), ...held(AGREE, 1), ...held(CLASH, -1), ...held(APART, -1), ...held(OTHER, -1), ...held(LOOSE, -1), ...held(WORDS_ALIKE, 1), ...held([...REFUTED, ...OPEN, 'wonderedThere'], -1) },
  conflicts: { ...held([...CLASH, ...REFUTED], 1), ...held(OPEN, -1), ...held(['figuresAgreeTelling', 'framePlus', 'holds', 'upheld'], -1), ...held(LOOSE, -1) },
  related: held([...LOOSE, ...OPEN], 1),
  unrelated: { ...held([...LIKE, ...WORDS_ALIKE], -1), ...held(APART, 1) },
};

/** The same signs for inputs given twice (lib/match/combine.ts, `inWordings`). */
export const SIGNS_IN_WORDINGS: Signs = Object.fromEntries(Object.entries(SIGNS).map(([stance, signs]) => [stance, Object.fromEntries(Object.entries(signs).flatMap(([name, sign]) => [[`${name} like`, sign], [`${name} other`, sign]]))]));

/** The inputs that the gate looks at: likeness and names, no witness of conflict. */
export const GATE = ['cosine', 'cosineHigh', 'match', 'claimCoverage', 'evidenceCoverage', 'anchors', 'names', 'noNames', 'ourNames', 'theirNames', 'namesApart', 'personsApart', 'elsewhere', 'placesApart', 'namesakes', 'shareDay', 'datesApart', 'figuresAgreeTelling', 'framePlus', 'predicatesPlus', 'sameSpeaker', 'claimRest', ...WORDS_ALIKE, 'said', 'saidLeast', 'holds', 'upheld', 'figuresAgree', 'figuresClash', 'figureMissing', 'reportsFar', 'length'];
