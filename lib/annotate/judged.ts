// What the reader judged: verdicts go in, whether two texts may meet and whether a claim is marked comes out. Pure; knows no
// database.
import type { Verdict } from '../model';
import { wordingKey } from '../text/wording-key';

/** The verdicts as `annotate` asks for them. */
export interface Judged {
  /** What the reader said of these two texts meeting, whichever is the claim; null when nothing. */
  ofPair(a: string, b: string): Verdict['verdict'] | null;
  /** True for a claim that is not to be marked again. */
  isNever(claim: string): boolean;
}

/** Nothing judged yet. */
export const NOTHING_JUDGED: Judged = { ofPair: () => null, isNever: () => false };

/** One key for a pair of texts, in whichever order they meet, or for one text alone (`evidence` null). */
export function verdictKey(claim: string, evidence: string | null): string {
  if (evidence === null) return `never ${wordingKey(claim)}`;
  return `pair ${JSON.stringify([wordingKey(claim), wordingKey(evidence)].sort())}`;
}

/** Verdicts by the words they are of; the list is shared with whoever changes it. */
export class Verdicts implements Judged {
  private readonly byKey = new Map<string, Verdict>();

  /** Keeps a verdict; one on the same words goes. */
  keep(verdict: Verdict): void {
    this.byKey.set(verdictKey(verdict.claim, verdict.evidence), verdict);
  }

  /** Lets go of the verdict on these words. */
  drop({ claim, evidence }: Pick<Verdict, 'claim' | 'evidence'>): void {
    this.byKey.delete(verdictKey(claim, evidence));
  }

  /** The verdict on these words; null when there is none. */
  of({ claim, evidence }: Pick<Verdict, 'claim' | 'evidence'>): Verdict | null {
    return this.byKey.get(verdictKey(claim, evidence)) ?? null;
  }

  /** All of them, newest first. */
  list(): Verdict[] {
    return [...this.byKey.values()].sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
  }

  /** Was this said of anything? */
  any(verdict: Verdict['verdict']): boolean {
    for (const one of this.byKey.values()) if (one.verdict === verdict) return true;
    return false;
  }

  ofPair(a: string, b: string): Verdict['verdict'] | null {
    return this.byKey.size === 0 ? null : (this.byKey.get(verdictKey(a, b))?.verdict ?? null);
  }

  isNever(claim: string): boolean {
    return this.byKey.size > 0 && this.byKey.has(verdictKey(claim, null));
  }
}
