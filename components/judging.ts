// What the reader says of matches and claims on one surface (card, popup, panel): words of both sides go in, what was said of them
// and how far keeping it has come goes out, as a signal. Asks through one function; draws nothing, knows no message.
import { signal } from '@preact/signals';
import { Failure } from '../lib/failure';
import type { FailureCode } from '../lib/failure';
import type { Annotation, Evidence, Verdict } from '../lib/model';
import { stepBack } from './step-back';
import type { Step } from './step-back';

/** A verdict as the reader gives it. */
export type Said = Omit<Verdict, 'id' | 'at'>;

/** Keeps or drops a verdict; answers what was there before and what is there now, which is another where it was `overtaken`. May reject with a Failure. */
export type AskToJudge = (said: Said, step: Step<Pick<Said, 'verdict'> & Partial<Said>>) => Promise<{ before: Said | null; now: Said | null; overtaken: boolean }>;

/** What was said of one match or claim. */
export interface Judgement {
  said: Said;
  /** `failed`: not kept, so it holds nothing; no more does what was `taken-back`. */
  state: 'keeping' | 'kept' | 'undoing' | 'failed' | 'taken-back';
  /** What was last wished for in vain, and why. */
  trouble: { wish: 'keep' | 'undo'; code: FailureCode } | null;
  /** What had been said of the same words earlier; an undo brings it back. */
  before: Said | null;
  /** The claim as it was drawn then, so that it stays in its place for an undo; null for what was said on another day. */
  drawn: { annotation: Annotation; evidence: Evidence | null; at: number } | null;
  /** False where only the verdict is known, but not the note that may stand with it. */
  noteKnown: boolean;
}

/** What a verdict is kept by: the words of both sides. No text of a block holds a line feed. */
export function wordsOf({ claim, evidence }: Pick<Said, 'claim' | 'evidence'>): string {
  return `${claim}\n${evidence ?? ''}`;
}

/** True when it holds, or is about to. */
export function applies({ state }: Judgement): boolean {
  return state !== 'failed' && state !== 'taken-back';
}

export class Judging {
  readonly all = signal<ReadonlyMap<string, Judgement>>(new Map());
  /** What is being kept right now, by its words: an undo waits for it. */
  private readonly keeping = new Map<string, Promise<boolean>>();

  constructor(private readonly ask: AskToJudge) {}

  /** What was said of a claim's evidence, or with null of the claim: here, or as the evidence itself tells. */
  of(claim: string, evidence: Evidence | null): Judgement | null {
    const known = this.all.value.get(wordsOf({ claim, evidence: evidence?.statement.text ?? null }));
    if (known) return known.state === 'taken-back' ? null : known;
    if (!evidence || evidence.verdict !== 'agreed') return null;
    const said: Said = { verdict: 'agreed', claim, evidence: evidence.statement.text, stance: evidence.stance, note: '' };
    return { said, state: 'kept', trouble: null, before: null, drawn: null, noteKnown: false };
  }

  /**
   * Takes note of what was said earlier; what was said here meanwhile is newer. What was taken back here stays so until it is said again:
   * the evidence that is drawn may still tell of it.
   */
  know(verdicts: Said[]): void {
    const all = new Map(verdicts.map((said): [string, Judgement] => [wordsOf(said), { said: bare(said, said), state: 'kept', trouble: null, before: null, drawn: null, noteKnown: true }]));
    for (const [words, judgement] of this.all.value) if (judgement.drawn && (judgement.state !== 'taken-back' || !all.has(words))) all.set(words, judgement);
    this.all.value = all;
  }

  /**
   * Says something of a piece of evidence, or with null of the whole claim; true once it is kept. A second click while the first is
   * under way does nothing.
   */
  judge(annotation: Annotation, evidence: Evidence | null, verdict: Verdict['verdict'], note = ''): Promise<boolean> {
    const words = wordsOf({ claim: annotation.claim.text, evidence: evidence?.statement.text ?? null });
    if (isBusy(this.all.value.get(words))) return Promise.resolve(false);
    const kept = this.keep(annotation, evidence, verdict, note).finally(() => this.keeping.delete(words));
    this.keeping.set(words, kept);
    return kept;
  }

  private async keep(annotation: Annotation, evidence: Evidence | null, verdict: Verdict['verdict'], note: string): Promise<boolean> {
    const said: Said = { verdict, claim: annotation.claim.text, evidence: evidence?.statement.text ?? null, stance: evidence?.stance ?? null, note };
    const was = this.all.value.get(wordsOf(said));
    const drawn = was?.drawn ?? { annotation, evidence, at: evidence ? annotation.evidence.indexOf(evidence) : 0 };
    // Of what was kept here already, only what stood before it is what an undo brings back.
    const before = was && was.state === 'kept' && was.drawn ? was.before : null;
    this.put({ said, state: 'keeping', trouble: null, before, drawn, noteKnown: true });
    try {
      const answer = await this.ask(said, { how: 'keep' });
      const earlier = answer.before && bare(answer.before, said);
      // What was said here with another note is undone with it.
      const own = was?.drawn && was.state === 'kept' && earlier !== null && isSame(earlier, was.said);
      this.put({ said, state: 'kept', trouble: null, before: own ? before : earlier, drawn, noteKnown: true });
      return true;
    } catch (error) {
      const trouble = { wish: 'keep', code: codeOf(error) } as const;
      this.put(was && applies(was) ? { ...was, trouble } : { said, state: 'failed', trouble, before: null, drawn, noteKnown: true });
      return false;
    }
  }

  /** Takes back what was said, or brings back what had been said before it; where something else is said by now, that is shown instead. */
  async undo(judgement: Judgement): Promise<void> {
    const { said } = judgement;
    await this.keeping.get(wordsOf(said));
    const now = this.all.value.get(wordsOf(said)) ?? judgement;
    if (now.state !== 'kept') return;
    const { before, noteKnown } = now;
    this.put({ ...now, state: 'undoing', trouble: null });
    try {
      const { value, ...step } = stepBack<Said>(now.said, before)!;
      const answer = await this.ask(value, noteKnown ? step : { ...step, expects: { verdict: now.said.verdict } });
      if (answer.overtaken) this.put(overtaken(now, answer.now));
      else this.put(before ? { ...now, said: before, before: null, trouble: null, noteKnown: true } : { ...now, state: 'taken-back', trouble: null });
    } catch (error) {
      this.put({ ...now, trouble: { wish: 'undo', code: codeOf(error) } });
    }
  }

  /** Forgets what was said on the page before: another one is shown. Nothing is taken back. */
  clear(): void {
    this.all.value = new Map();
  }

  private put(judgement: Judgement): void {
    this.all.value = new Map(this.all.value).set(wordsOf(judgement.said), judgement);
  }
}

function isBusy(judgement: Judgement | undefined): boolean {
  return judgement?.state === 'keeping' || judgement?.state === 'undoing';
}

/** As it stands by now, said elsewhere, with why it was not undone. */
function overtaken(judgement: Judgement, now: Said | null): Judgement {
  const trouble = { wish: 'undo', code: 'changed' } as const;
  if (!now) return { ...judgement, state: 'failed', before: null, trouble };
  return { ...judgement, said: bare(now, judgement.said), state: 'kept', before: null, trouble, noteKnown: true };
}

/** A verdict as it is told of these words: stored, they may stand the other way round. */
function bare({ verdict, stance, note }: Said, { claim, evidence }: Pick<Said, 'claim' | 'evidence'>): Said {
  return { verdict, claim, evidence, stance, note };
}

function isSame(a: Said, b: Said): boolean {
  return a.verdict === b.verdict && a.note === b.note;
}

function codeOf(error: unknown): FailureCode {
  return error instanceof Failure ? error.code : 'internal';
}
