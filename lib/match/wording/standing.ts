// One statement → how far it stands behind what it tells: calls the story untrue, leaves it open, passes it on, says that it is
// proven, asks. By reviewed words (standing.json) and the question mark. Knows nothing of the other side, nor who is quoted:
// that somebody says so is no doubt.
import type { Statement } from '../../model';
import { normalForm } from '../../text/normal-form';
import { FIGURE, LETTER, plainLetters } from '../../text/plain-letters';
import words from './standing.json' with { type: 'json' };

export interface Standing {
  /** Calls a story untrue, and neither asks whether it is nor denies that it is. */
  refuted: boolean;
  /** Denies that it is untrue: "NOT a hoax", "denies hoax claims". */
  upheld: boolean;
  /** Asks whether it is untrue: "Real or hoax?" */
  wondered: boolean;
  /** Leaves it open: "may", "rumours", "unconfirmed". */
  doubted: boolean;
  /** Passes it on as told: "reportedly", "sources". */
  told: boolean;
  /** Says that it is proven: "confirms", "it's official". */
  settled: boolean;
  asked: boolean;
}

const pattern = (list: string[]): RegExp => new RegExp(`(?<![${LETTER}${FIGURE}'-])(?:${list.map((word) => word.replace(/\*/g, `[${LETTER}]*`)).join('|')})(?![${LETTER}${FIGURE}])`, 'u');
const REFUTED = pattern(words.refuted);
const DOUBTED = pattern(words.doubted);
const TOLD = pattern(words.told);
const SETTLED = pattern(words.settled);
/** Words of untruth that are negations themselves: "no evidence", "not true", "denies". */
const OWN_NEGATION = /^(?:no|not|never|did|isn|wasn|den)/i;
const DENIES = /^den/i;
/** A negator close before a word of untruth turns it: "NOT a hoax", "is no fake", "won't be called false". */
const TURNED = new RegExp(`(?:(?<![${LETTER}])(?:no|not|never|nor|without|reject(?:s|ed)?|dismiss(?:es|ed)?)|n't)\\W{1,3}(?:[${LETTER}]{1,20}\\W{1,3}){0,4}$`, 'u');
/** What stands so far before a word of untruth, in characters, may turn it. */
const REACH = 80;

const kept = new WeakMap<Statement, Standing>();

/** How a statement stands behind its matter; kept while the statement lives. */
export function standingOf(statement: Statement): Standing {
  let standing = kept.get(statement);
  if (!standing) {
    const text = plainLetters(normalForm(statement.text).text);
    const asked = text.includes('?');
    const untrue = REFUTED.exec(text);
    const upheld = untrue !== null && isTurned(text, untrue.index, untrue[0]);
    standing = {
      refuted: untrue !== null && !asked && !upheld,
      upheld,
      wondered: untrue !== null && asked,
      doubted: DOUBTED.test(text),
      told: TOLD.test(text),
      settled: SETTLED.test(text),
      asked,
    };
    kept.set(statement, standing);
  }
  return standing;
}

function isTurned(text: string, at: number, word: string): boolean {
  if (DENIES.test(word)) return REFUTED.test(text.slice(at + word.length));
  return !OWN_NEGATION.test(word) && TURNED.test(text.slice(Math.max(0, at - REACH), at));
}
