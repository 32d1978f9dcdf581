// The way back from a change of what the reader made: what was made and what stood there before go in, the change that undoes it comes
// out. It says what it expects to find, so that nothing newer is lost. Pure; the same for verdicts, corrections and labels.

/** How something is to change; see Remaking in lib/messages.ts. */
export interface Step<T> {
  how: 'keep' | 'drop';
  expects?: T | null;
}

/** Undoes a change that left `made` (null: nothing) where `before` was: keeps that again or drops what was made. Null where there was nothing to either side. */
export function stepBack<T>(made: T | null, before: T | null): (Step<T> & { value: T }) | null {
  const value = before ?? made;
  return value === null ? null : { value, how: before === null ? 'drop' : 'keep', expects: made };
}
