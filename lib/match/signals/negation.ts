// One side says it is so, will be so or must be so; the other that it is not, will not or need not. Silent unless the
// negator governs a word that both share, the actors are the same, and no qualifier tells the two apart.
import { predicatesOf } from '../../claims/predicates';
import type { Span, Statement } from '../../model';
import { acting } from '../../text/names';
import { stemOf } from '../../text/tokens';
import { conceptsOf, isAgain, isQualifier } from '../concepts';
import { rarity } from '../rarity';
import { reportsDiffer, shareDay, timesApart } from '../occasion';
import { elsewhere } from '../places';
import { alike, narrower, qualifiersDiffer } from '../qualifiers';
import { negatorsBeside, sameLack } from '../same-lack';
import { isNegated, PROSPECTIVE, said, TRIED, wordsOf, type Finding, type Pair, type Words } from './signal';

/** A negator governs what stands within so many words after it; "mobilisation was not necessary" puts it after. */
const SCOPE = 4;
/** The shared word must tell the matter: "make" or "plan" do not. */
const TELLING = 0.4;
const LEAST_MATCH = 0.24;
/** What was done or not done must match more plainly than what is still to come: there is more of it. */
const LEAST_MATCH_DONE = 0.5;
/** Verbs that mean nothing without their object: "take place", "make progress". */
const LIGHT = new Set(['take', 'make', 'give', 'hold', 'put', 'get', 'keep', 'set', 'includ', 'place', 'think', 'know', 'want']);
/** Of what is to come there are many plans. */
const LEAST_MATCH_AHEAD = 0.5;
const LEAST_ANCHORS_DONE = 2;
/** "Not until January" says that it was so from then on. */
const UNTIL = /\b(?:not|n['\u2019]t|never|no)\b[^.;]*\b(?:until|till|yet|before|unless|without)\b|\bno \p{L}+ (?:but|except|other than)\b/iu;
/** Stems that put a thing as needed or intended rather than done. */
const NECESSITY = /^(?:need|necessar|requir|plan|intend|consid|intent)/;

export function negation(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  const ours = parityOf(pair);
  if (ours === null || match < LEAST_MATCH) return null;
  const [no, yes] = ours === 1 ? [claim, evidence] : [evidence, claim];
  const witness = governed(no, yes);
  if (!witness || !sameActor(no, yes) || qualifiersDiffer(no, yes, witness.stem) || narrower(no, yes, witness.no)) return null;
  const step = witness.needed && conceptsOf(witness.stem).some(({ event }) => event);
  const ahead = PROSPECTIVE.has(no.modality) && PROSPECTIVE.has(yes.modality);
  const done = !step && !ahead;
  if (ahead && !step && match < LEAST_MATCH_AHEAD) return null;
  if (!step && (alignment.anchors < LEAST_ANCHORS_DONE || !furtherTie(pair, witness.stem) || TRIED.test(yes.text) || elsewhere(pair))) return null;
  if (done && (match < LEAST_MATCH_DONE || timesApart(claim, evidence, true) || (reportsDiffer(claim, evidence) && !alignment.sameSpeaker && !shareDay(claim, evidence)) || ownSubject(no, yes, witness))) return null;
  if (claim.modality === 'called-for' || evidence.modality === 'called-for' || claim.modality === 'conditional' || evidence.modality === 'conditional') return null;
  if (isNegated(yes, witness.yes) || UNTIL.test(no.text)) return null;
  if (yes.modality === 'possible' || (yes.modality === 'necessary' && !/\bneed|\bnecess|\brequir/i.test(no.text))) return null;
  const prospective = PROSPECTIVE.has(yes.modality);
  if (prospective !== (PROSPECTIVE.has(no.modality) || witness.needed)) return null;
  if (witness.verb && !predicatesOf(said(yes, { start: 0, end: yes.text.length })).some(({ root, negated }) => !negated && alike(stemOf(root.split(' ')[0]!), witness.stem))) return null;
  const spans: [Span, Span] = ours === 1 ? [witness.no, witness.yes] : [witness.yes, witness.no];
  const denying = said(no, witness.no);
  const asserting = said(yes, around(yes, witness.yes));
  return {
    stance: 'conflicts',
    strength: Math.min(0.85, 0.5 + match / 2),
    reason: {
      signal: 'negation',
      words: ours === 1 ? `“${denying}” here, “${asserting}” there` : `“${asserting}” here, “${denying}” there`,
      claim: [spans[0]],
      evidence: [spans[1]],
    },
  };
}

/** 1 where the claim is the side that negates, 0 where the evidence is; null where neither does, or both. */
function parityOf({ claim, evidence }: Pair): number | null {
  const lack = sameLack({ claim, evidence });
  const [ours, theirs] = [claim, evidence].map((statement) => negatorsBeside(statement, lack).length % 2) as [number, number];
  return ours === theirs ? null : ours;
}

/** Does a negator of the one side govern what the other says? */
export function deniesShared(pair: Pair): boolean {
  const { claim, evidence } = pair;
  const ours = parityOf(pair);
  return ours !== null && (ours === 1 ? governed(claim, evidence) : governed(evidence, claim)) !== null;
}

/** Something telling besides the governed word and the names must be shared: "did not speak of A" denies nothing said of B. */
function furtherTie({ claim, alignment }: Pair, stem: string): boolean {
  return alignment.pairs.some(({ claim: ours, weight }) => weight >= 0.35 && !alike(ours.stem, stem) && !claim.names.some((name) => name.canonical === ours.stem));
}

/** Does each side name its own subject before the verb: Russia has not acknowledged what the coalition acknowledged? */
function ownSubject(no: Statement, yes: Statement, witness: Governed): boolean {
  if (!witness.verb) return false;
  const subject = (statement: Statement, span: Span): string[] => {
    const before = wordsOf(statement).tokens.filter((token) => token.end <= span.start && !token.stop);
    return before.slice(-3).map(({ stem }) => stem);
  };
  const [a, b] = [subject(no, witness.no), subject(yes, witness.yes)];
  return a.length > 0 && b.length > 0 && !a.some((stem) => b.some((other) => alike(stem, other)));
}

/** Invaders are no invasion. */
const AGENT = /(?:ers?|ors?)$/;

interface Governed {
  stem: string;
  verb: boolean;
  needed: boolean;
  no: Span;
  yes: Span;
}

/** The telling word that a negator of `no` governs and that `yes` has as well. */
function governed(no: Statement, yes: Statement): Governed | null {
  const { tokens, negators } = wordsOf(no);
  const others = wordsOf(yes).tokens;
  const telling = (i: number): boolean => {
    const token = tokens[i];
    return token !== undefined && !token.stop && rarity(token.stem) >= TELLING && !NECESSITY.test(token.stem) && !LIGHT.has(token.stem) && !isName(no, token) && !AGENT.test(token.lower) && !isQualifier(token.stem) && !isAgain(token.lower);
  };
  for (const { at } of negators) {
    if (tokens[at]!.lower === 'without') continue;
    if (/^(?:instead|rather)$/.test(tokens[at]!.lower)) continue;
    const noun = /^no$/.test(tokens[at]!.lower);
    const needed = tokens.slice(Math.max(0, at - 3), at + 7).some((token) => NECESSITY.test(token.stem));
    const after = range(at + 1, at + 1 + SCOPE + (needed ? 2 : 0));
    const i = noun && !NECESSITY.test(tokens[at + 1]?.stem ?? '') ? nounHead(tokens, at + 1, telling) : (after.find(telling) ?? (needed ? range(at - SCOPE, at).reverse().find(telling) : undefined));
    if (i === undefined) continue;
    const token = tokens[i]!;
    const other = others.find((candidate) => alike(candidate.stem, token.stem) && (candidate.stem === token.stem || !AGENT.test(candidate.lower)));
    if (!other) continue;
    const end = needed ? (tokens.slice(i).find((later) => NECESSITY.test(later.stem))?.end ?? token.end) : token.end;
    return {
      stem: token.stem,
      verb: !needed && !noun,
      needed,
      no: { start: Math.min(token.start, tokens[at]!.start), end: Math.max(end, tokens[at]!.end) },
      yes: { start: other.start, end: other.end },
    };
  }
  return null;
}

/** Last telling word of the noun phrase that starts at `from`: what "no" is said of. */
function nounHead(tokens: Words['tokens'], from: number, telling: (i: number) => boolean): number | undefined {
  let to = from;
  while (to < tokens.length && to - from < 2 * SCOPE && (!tokens[to]!.stop || /^(?:or|and)$/.test(tokens[to]!.lower))) to++;
  return range(from, to).reverse().find(telling);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - Math.max(0, from)) }, (_, i) => Math.max(0, from) + i);
}

function isName(statement: Statement, span: Span): boolean {
  return statement.names.some((name) => span.start >= name.span.start && span.end <= name.span.end);
}

/** Is some name on both sides the same, or does it act for the same state? */
export function sameActor(a: Statement, b: Statement): boolean {
  const actors = (statement: Statement): Set<string> => new Set(statement.names.map((name) => acting(name.canonical)));
  const ours = actors(a);
  return [...actors(b)].some((name) => ours.has(name));
}

function around(statement: Statement, span: Span): Span {
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.start === span.start);
  return { start: tokens[Math.max(0, at - 3)]!.start, end: span.end };
}
