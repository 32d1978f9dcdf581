// Claims and what the reader wants to see of them go in, the claims to list and the speakers to choose from come out. Pure.
import type { Stance } from '../lib/model';
import type { Shown } from './judged';

/** Of what stance some evidence must be, and whose words claim or evidence must be; null: anyone's. */
export interface ClaimFilter {
  stance: 'all' | Exclude<Stance, 'unrelated'>;
  speaker: string | null;
}

/** Everything. */
export const NO_FILTER: ClaimFilter = { stance: 'all', speaker: null };

/** Speakers offered at most: a longer list is no choice. */
const MOST_SPEAKERS = 100;

/** The claims that fit, in their order, each whole. With both set, one piece of evidence must be of the stance and by the speaker, unless the claim is theirs. */
export function fitting(claims: Shown[], { stance, speaker }: ClaimFilter): Shown[] {
  return claims.filter(({ annotation: { claim, evidence } }) => {
    const of = evidence.filter((one) => stance === 'all' || one.stance === stance);
    return speaker === null ? of.length > 0 : of.length > 0 && (claim.attribution?.speaker === speaker || of.some((one) => one.statement.attribution?.speaker === speaker));
  });
}

/** Everybody who is said to have said something, in claims and evidence; those with most words first, then by name. */
export function speakersOf(claims: Shown[]): string[] {
  const counts = new Map<string, number>();
  for (const { annotation } of claims) {
    for (const { attribution } of [annotation.claim, ...annotation.evidence.map(({ statement }) => statement)]) {
      const speaker = attribution?.speaker;
      if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([speaker]) => speaker).slice(0, MOST_SPEAKERS);
}
