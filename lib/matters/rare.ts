// Two statements → do they share what tells one matter from another: a rare name or word beside others, not merely the country and
// the war? For pairs that are merely related. Decides no stance.
import { align } from '../match/align';
import { rarity } from '../match/rarity';
import type { Statement } from '../model';

/** A term this rare is a person, a town or a word of one in some thousand: see match/rarity.ts. */
const RARE = 0.6;
/** Of so many rare terms in common … */
const LEAST_RARE = 2;
/** … and so much of either statement's telling words, two statements are of one matter though neither says what the other does. */
const LEAST_COVERED = 0.4;

/** Do both share rare terms, and a good part of what they tell? Days of the calendar are no such terms. */
export function sharesRareTerms(a: Statement, b: Statement): boolean {
  const { pairs, claimCoverage, evidenceCoverage } = align(a, b);
  const rare = pairs.filter(({ claim, weight }) => weight >= RARE && !claim.stem.startsWith('on:') && rarity(claim.stem) >= RARE);
  return rare.length >= LEAST_RARE && Math.max(claimCoverage, evidenceCoverage) >= LEAST_COVERED;
}
