// Signal by signal: what it must find and where it must stay silent (cases.json), asked of the signal alone.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../lib/claims/extract';
import { pairOf } from '../../../lib/match/judge';
import { actor } from '../../../lib/match/signals/actor';
import { modality } from '../../../lib/match/signals/modality';
import { negation } from '../../../lib/match/signals/negation';
import { place } from '../../../lib/match/signals/place';
import { quantity } from '../../../lib/match/signals/quantity';
import type { Signal } from '../../../lib/match/signals/signal';
import type { RelatedKind, Stance } from '../../../lib/model';
import cases from './cases.json' with { type: 'json' };

interface Case {
  stance: Stance | null;
  kind?: RelatedKind;
  words?: string;
  why?: string;
  days?: [string, string];
  claim: string;
  evidence: string;
}

const SIGNALS: Record<string, Signal> = { place, actor, modality, quantity, negation };
const DAY = '2023-01-04';

describe.each(Object.entries(SIGNALS))('%s', (name, signal) => {
  const all = (cases as unknown as Record<string, Case[]>)[name]!;
  it.each(all.map((each) => [each.why ?? each.stance, each.claim, each] as const))('%s: %s', (_, __, { stance, kind, words, days, claim, evidence }) => {
    const [s, e] = [statementOf(claim, days?.[0] ?? DAY), statementOf(evidence, days?.[1] ?? DAY)];
    const found = signal(pairOf(s, e, null));
    expect([found?.stance ?? null, found?.reason.kind ?? null]).toEqual([stance, kind ?? null]);
    if (!found) return;
    expect(found.reason.signal).toBe(name);
    if (words !== undefined) expect(found.reason.words).toBe(words);
    expect(found.reason.claim.length * found.reason.evidence.length).toBeGreaterThan(0);
    for (const span of found.reason.claim) expect(s.text.slice(span.start, span.end).trim()).not.toBe('');
    for (const span of found.reason.evidence) expect(e.text.slice(span.start, span.end).trim()).not.toBe('');
  });
});
