// An undo that comes while something else is under way waits until that has ended: its notice has gone out by then, so nothing else
// would do it. What says that something is under way goes in, and what to do after it; knows nothing of either.
import type { ReadonlySignal } from '@preact/signals';

/** Does `work` once nothing is under way: while `busy` is null or false. Of several that wait, one goes on; it sets `busy` at once. */
export async function whenFree<T>(busy: ReadonlySignal<unknown>, work: () => Promise<T>): Promise<T> {
  while (busy.value) {
    await new Promise<void>((ended) => {
      const stop = busy.subscribe((now) => {
        if (now) return;
        stop();
        ended();
      });
    });
  }
  return work();
}
