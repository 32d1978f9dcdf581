// One side says that it is done, the other that it is planned, possible, called for, asked or tied to a condition: the same
// matter, and neither agreement nor contradiction. Silent when both are put alike, and when one side is negated (negation.ts).
import type { Modality, Span, Statement } from '../../model';
import { said, wordsOf, type Finding, type Pair } from './signal';

/** Below this the two share words, not a matter (judge.ts). */
const LEAST_MATCH = 0.27;
const LEAST_ANCHORS = 2;

/** How a thing is put that is not said to be done: the words that do it, and how the reader is told. */
const CUES: Partial<Record<Modality, [words: string, cue: RegExp]>> = {
  question: ['only asked', /\?(?=["'”’)]*$)/],
  conditional: ['only if something else happens', /\b(?:if|unless|provided that)\b/i],
  'called-for': ['called for', /\b(?:call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|appeal(?:s|ed|ing)? (?:to|for)|ask(?:s|ed|ing)?|should|ought to|let us|wants?|wanted)\b/i],
  planned: ['planned', /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? to|prepar(?:e|es|ed|ing)|set to|ready to|due to|about to|going to|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing) to)\b/i],
  possible: ['possible', /\b(?:may|might|could|perhaps|possibl[ey]|probably|likely|risk(?:s|ed)?)\b/i],
};
/** "Prosecutors want him jailed": a wish, though no "to" follows. */
const WISH = /^(?:(?!\b(?:that|who|which)\b)[^.,;])*?\bwants? (?!to\b)/i;

export function modality({ claim, evidence, alignment, match }: Pair): Finding | null {
  if (match < LEAST_MATCH || alignment.anchors < LEAST_ANCHORS || claim.polarity !== evidence.polarity) return null;
  const [ours, theirs] = [putAs(claim), putAs(evidence)];
  if ((ours === null) === (theirs === null)) return null;
  const [open, done] = ours ? [claim, evidence] : [evidence, claim];
  const { words, cue, pattern } = (ours ?? theirs)!;
  if (!isPlain(done) || pattern.test(done.text) || !isWithin(open, cue, alignment.pairs.map((each) => (ours ? each.claim.span : each.evidence.span)))) return null;
  const told = ours ? `${words} here, told as a fact there` : `told as a fact here, ${words} there`;
  const shared = alignment.pairs.filter(({ weight }) => weight >= 0.35).map((each) => (ours ? each.evidence.span : each.claim.span)).slice(0, 3);
  return {
    stance: 'related',
    strength: 0.5,
    reason: { signal: 'modality', words: `${told}: “${said(open, cue)}”`, claim: ours ? [cue] : shared, evidence: ours ? shared : [cue] },
  };
}

/** How a statement puts its matter when it does not say that it is so, with the words that tell. */
function putAs(statement: Statement): { words: string; cue: Span; pattern: RegExp } | null {
  const modality = statement.modality === 'asserted' && WISH.test(statement.text) ? 'called-for' : statement.modality;
  const [words, pattern] = CUES[modality] ?? [];
  const found = pattern?.exec(statement.text);
  return found ? { words: words!, cue: { start: found.index, end: found.index + found[0].length }, pattern: pattern! } : null;
}

/** Said as done or being so. */
function isPlain(statement: Statement): boolean {
  return statement.modality === 'asserted' && wordsOf(statement).tokens.length > 3;
}

/** Is what the two share put so, and not just another clause of the sentence? A question or condition puts all of it. */
function isWithin(statement: Statement, cue: Span, shared: Span[]): boolean {
  if (statement.modality === 'question' || statement.modality === 'conditional') return true;
  const until = /[;:]|, (?:but|and|while|which|who)\b/.exec(statement.text.slice(cue.end));
  const end = until ? cue.end + until.index : statement.text.length;
  return shared.filter((span) => span.start >= cue.start && span.end <= end).length >= 2;
}
