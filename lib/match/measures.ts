// A figure in its statement → what it measures: killed, hurt, called up … by the thing counted itself, else by the words in
// reach. One answer for the signal and for the combiner's numbers. Knows nothing of values.
import type { Quantity, Statement } from '../model';
import { conceptsOf } from './concepts';
import { wordsOf } from './signals/signal';

/** Words this near a figure say what was done to what it counts ("killed 89 soldiers"). */
const REACH = 7;
/** What was done beside another act: a bomb attack that killed 12 counts the killed. */
const BESIDE: ReadonlySet<string> = new Set(['attack', 'shot down', 'buildings', 'settlements', 'aid']);
/** Lives are lost and claimed by what kills; they are saved as well. */
const LIVES = /\b(?:los(?:t|e|es|ing)|claim(?:s|ed|ing)?|cost(?:s|ing)?|tak(?:es?|ing)|took)\b[^.;]{0,40}\bli(?:ves|fe)\b/i;

/** Names of the measuring concepts that a figure counts, the nearest ones; empty when nothing in reach says. */
export function measuresAt(statement: Statement, { span, of }: Quantity): string[] {
  const own = conceptsOf(of).filter(({ measure }) => measure).map(({ name }) => name);
  if (own.length > 0) return own;
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.end > span.start);
  const skip = statement.attribution?.span;
  const lives = LIVES.test(statement.text);
  const found: { name: string; far: number }[] = [];
  for (let i = Math.max(0, at - REACH); i < Math.min(tokens.length, at + REACH + 1); i++) {
    const token = tokens[i]!;
    if (skip && token.end > skip.start && token.start < skip.end) continue;
    const between = i < at ? statement.text.slice(token.end, span.start) : statement.text.slice(span.end, token.start);
    const far = Math.abs(i - at) + (/[,;:]|\b(?:and|but)\b/.test(between) ? REACH : 0);
    if (lives && /^li(?:ves|fe)$/.test(token.lower)) found.push({ name: 'killed', far: Math.min(far, 1) });
    for (const { name, measure } of conceptsOf(token.stem)) if (measure) found.push({ name: lives && name === 'losses' ? 'killed' : name, far });
  }
  const acts = found.filter(({ name }) => !BESIDE.has(name));
  const among = acts.length > 0 ? acts : found;
  const nearest = Math.min(...among.map(({ far }) => far));
  return [...new Set(among.filter(({ far }) => far === nearest).map(({ name }) => name))];
}

/** Is what is counted named by itself (soldiers), not by what was done to it (losses, deaths)? */
export function isThing({ of }: Quantity): boolean {
  return of !== '' && !conceptsOf(of).some(({ measure }) => measure);
}

/** "239 passengers and crew": does the figure count a second kind of thing as well? */
export function isSum(statement: Statement, { span }: Quantity): boolean {
  const words = / (?:\p{Ll}+ ){1,2}(?:and|or) (\p{Ll}+)/uy.exec(statement.text.slice(span.end, span.end + 60));
  const second = words && wordsOf(statement).tokens.find((token) => token.start === span.end + words[0].length - words[1]!.length);
  return !!second && !second.stop && (/[^s]s$/.test(second.lower) || second.lower === 'crew');
}
