// Who did it. The one side says it was one, the other that it was another ("by Airbus", "it was a Russian battery that …", "not the
// Greens"), or the two have changed sides ("A beat B", "B beat A"), with all else aligned: a conflict. Silent when either side
// knows the other's actor as well, when both may have acted, and when something else tells the two apart.
import type { Name, Span, Statement } from '../../model';
import { acting } from '../../text/names';
import { areOpposite } from '../concepts';
import { elsewhere, sidesSwapped } from '../places';
import { datesApart, timesApart } from '../occasion';
import { PROSPECTIVE, said, wordsOf, type Finding, type Pair } from './signal';

const LEAST_MATCH = 0.3;
const LEAST_ANCHORS = 2;
/** Only one of two can have done these to the other. */
const ONE_WAY = /\b(?:beat|beats|beaten|defeat(?:s|ed)?|thrash(?:es|ed)?|knock(?:s|ed) out|overc(?:ome|omes|ame)|outvot(?:es|ed)|buys?|bought|acquir(?:es|ed)|t(?:akes|ook) over|succe(?:eds|eded)|replac(?:es|ed)|unseat(?:s|ed)?|edg(?:es|ed) out|s(?:ees|aw) off)\b/i;
/** So near before a name stands what makes it the one who acted. */
const AGENT_BEFORE = /(?:\b(?:by|work of)|\bit (?:was|is)|^\W*it (?:was|is)) (?:the |an? )?(?:\p{Ll}[\p{L}-]* ){0,3}$/iu;
/** "X, not Y," and "not Y but X": the one named here is not who did it. */
const DENIED_BEFORE = /(?:^|[,\s])(?:and )?not (?:by )?(?:the |an? )?(?:\p{Ll}[\p{L}-]* )?$/iu;
/** "Y took no part", "with Y left out" */
const DENIED_AFTER = /^(?:['’]s?)? (?:(?:took|played|had) no (?:part|role|hand)|(?:was|were|is|being) (?:left|passed) (?:out|over)|left out|had nothing to do|was not (?:among|involved))\b/iu;

export function actor(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  const both = match >= LEAST_MATCH && alignment.anchors >= LEAST_ANCHORS && !timesApart(claim, evidence, true) && !datesApart(claim, evidence);
  if (!both || PROSPECTIVE.has(claim.modality) || PROSPECTIVE.has(evidence.modality)) return null;
  const found = swapped(pair) ?? disowned(claim, evidence) ?? turned(disowned(evidence, claim)) ?? otherAgents(pair);
  if (!found) return null;
  const [ours, theirs] = found;
  return {
    stance: 'conflicts',
    strength: Math.min(0.85, 0.5 + match / 2),
    reason: { signal: 'actor', words: `${said(claim, ours)} here, ${said(evidence, theirs)} there`, claim: [ours], evidence: [theirs] },
  };
}

const turned = (found: [Span, Span] | null): [Span, Span] | null => found && [found[1], found[0]];

/** "Leeds beat Derby" beside "Derby beat Leeds"; not "Russia accused Ukraine" beside "Ukraine accused Russia", who both may. */
function swapped(pair: Pair): [Span, Span] | null {
  const { claim, evidence } = pair;
  if (!sidesSwapped(pair)) return null;
  const [ours, theirs] = [ONE_WAY.exec(claim.text), ONE_WAY.exec(evidence.text)];
  const opposed = wordsOf(claim).tokens.some((a) => wordsOf(evidence).tokens.some((b) => areOpposite(a.stem, b.stem)));
  const [us, them] = [claim.names[0], evidence.names[0]];
  return ours && theirs && us && them && !opposed ? [{ start: us.span.start, end: ours.index + ours[0].length }, { start: them.span.start, end: theirs.index + theirs[0].length }] : null;
}

/** "It was A, not B, who …" beside a statement that knows B and not A: [where the one is disowned, where the other names it]. */
function disowned(no: Statement, yes: Statement): [Span, Span] | null {
  const out = no.names.flatMap((name) => denialOf(no, name) ?? []);
  if (out.length !== 1) return null;
  const [{ name, span }] = out as [{ name: Name; span: Span }];
  const theirs = yes.names.find((other) => isSame(other, name) && !isSpeaker(yes, other));
  const own = no.names.some((other) => other !== name && !isSpeaker(no, other) && !yes.names.some((known) => isSame(other, known)));
  return theirs && !denialOf(yes, theirs) && own && wordsOf(yes).negators.length === 0 ? [span, theirs.span] : null;
}

/** Where a statement says of a name that it was not the one: "not the Greens", "Airbus left out". */
function denialOf(statement: Statement, name: Name): { name: Name; span: Span } | null {
  const from = Math.max(0, name.span.start - 40);
  const before = DENIED_BEFORE.exec(statement.text.slice(from, name.span.start));
  if (before) return { name, span: { start: from + before.index + before[0].search(/\bnot\b/i), end: name.span.end } };
  const after = DENIED_AFTER.exec(statement.text.slice(name.span.end, name.span.end + 40));
  return after ? { name, span: { start: name.span.start, end: name.span.end + after[0].length } } : null;
}

/** One named agent on each side, and neither known to the other. */
function otherAgents(pair: Pair): [Span, Span] | null {
  const { claim, evidence, match } = pair;
  if (claim.polarity !== evidence.polarity || (elsewhere(pair) && match < 0.3)) return null;
  const [ours, theirs] = [agentOf(claim), agentOf(evidence)];
  if (!ours || !theirs || isSame(ours, theirs)) return null;
  const known = (statement: Statement, name: Name): boolean => statement.names.some((other) => isSame(other, name) && !isSpeaker(statement, other));
  return known(claim, theirs) || known(evidence, ours) ? null : [ours.span, theirs.span];
}

/** Whom a statement expressly makes the agent: by "by", or by "it was … that". */
function agentOf(statement: Statement): Name | null {
  const agents = statement.names.filter((name) => !isSpeaker(statement, name) && AGENT_BEFORE.test(statement.text.slice(Math.max(0, name.span.start - 60), name.span.start)));
  return agents.length === 1 ? agents[0]! : null;
}

function isSame(a: Name, b: Name): boolean {
  return acting(a.canonical) === acting(b.canonical);
}

/** Who says so did not therefore do it. */
function isSpeaker({ attribution }: Statement, { span }: Name): boolean {
  return attribution !== null && span.start >= attribution.span.start && span.end <= attribution.span.end;
}
