// What the engine does with a step, over plain values: kept or dropped, and only where what is expected stands. For the made-up worlds.
import type { Step } from '../../components/step-back';

/** What stands there after a step, what stood there before, and whether that was not what the step expected. */
export function stepped<T extends object>(before: T | null, value: T, { how, expects }: { how: Step<T>['how']; expects?: Partial<T> | null | undefined }): { before: T | null; now: T | null; overtaken: boolean } {
  const told = (one: Partial<T> | null): string => JSON.stringify(one && Object.keys(expects ?? {}).map((key) => one[key as keyof T]));
  const overtaken = expects !== undefined && told(before) !== told(expects);
  const wanted = how === 'keep' ? value : null;
  return { before, now: overtaken ? before : wanted, overtaken };
}
