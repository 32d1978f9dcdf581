// Dates of one event that happens once (an invasion, a founding): apart they differ, together they agree. Silent for
// events that recur (attacks, meetings), for weekdays, and when the date does not stand beside the event.
import type { DateMention, Span, Statement } from '../../model';
import { datesMeet } from '../../text/dates';
import { conceptsOf } from '../concepts';
import { daysOf } from '../occasion';
import { said, wordsOf, type Finding, type Pair } from './signal';

/** A date belongs to an event word within so many words of it. */
const REACH = 10;

export function date(pair: Pair): Finding | null {
  const ours = dated(pair.claim);
  const theirs = dated(pair.evidence);
  for (const a of ours) {
    for (const b of theirs) {
      if (a.concept !== b.concept || !sharePlace(pair)) continue;
      const meet = datesMeet(a.date, b.date);
      const here = day(pair.claim, a.date.span);
      const there = day(pair.evidence, b.date.span);
      const reason = { signal: 'date' as const, claim: [a.date.span, a.word], evidence: [b.date.span, b.word] };
      if (!meet) return { stance: 'conflicts', strength: 0.8, reason: { ...reason, words: `${here} here, ${there} there: ${a.concept}` } };
      if (a.date.grain === 'day' && b.date.grain === 'day') return { stance: 'corroborates', strength: 0.7, reason: { ...reason, words: `both on ${here}: ${a.concept}` } };
    }
  }
  return null;
}

function day(statement: Statement, span: Span): string {
  return said(statement, span).replace(/^on /i, '');
}

/** An hour dates a report or a single attack, not an invasion: "at 6:00 pm on June 2". */
const CLOCK = /\d[:.]\d\d\b|\d ?[ap]\.?m\b/i;

interface Dated {
  concept: string;
  word: Span;
  date: DateMention;
}

/** Dates of day or month grain with the once-only event they stand beside. A "since" before a bare month or year gives no date of its own. */
function dated(statement: Statement): Dated[] {
  const { tokens } = wordsOf(statement);
  return daysOf(statement).flatMap((mention) => {
    if (CLOCK.test(statement.text.slice(Math.max(0, mention.span.start - 16), mention.span.end))) return [];
    if (!/\d|january|february|march|april|may|june|july|august|september|october|november|december/i.test(said(statement, mention.span))) return [];
    const at = tokens.findIndex((token) => token.end > mention.span.start);
    let best: Dated | null = null;
    let nearest = REACH + 1;
    tokens.forEach((token, i) => {
      if (/[;:]|\b(?:and|but|who|which|while|when|after|before|during|despite|amid)\b/.test(statement.text.slice(Math.min(token.end, mention.span.end), Math.max(token.start, mention.span.start)))) return;
      const concept = conceptsOf(token.stem).find(({ once }) => once);
      if (concept && Math.abs(i - at) < nearest && isEvent(statement, token.stem, i)) {
        nearest = Math.abs(i - at);
        best = { concept: concept.name, word: { start: token.start, end: token.end }, date: mention };
      }
    });
    return best ? [best] : [];
  });
}

/** Invaders are no invasion. "Operation" alone is any operation; a "special military operation" is the invader's word for the event. */
function isEvent(statement: Statement, stem: string, at: number): boolean {
  const { tokens } = wordsOf(statement);
  if (/(?:ers?|ors?)$/.test(tokens[at]!.lower)) return false;
  return stem !== 'oper' || (tokens[at - 1]?.lower === 'military' && tokens[at - 2]?.lower === 'special');
}

function sharePlace({ claim, evidence }: Pair): boolean {
  return claim.names.some((name) => name.kind === 'place' && evidence.names.some((other) => other.canonical === name.canonical));
}
