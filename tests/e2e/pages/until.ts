// Waiting for an outcome, in either browser: asks again until there is one. Knows no browser.
const SETTLE_MS = 60_000;
const POLL_MS = 100;

/** Waits some milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats until `done` answers something else than null, false or a throw. @throws Error after `limit` ms, with the last throw's words */
export async function until<T>(what: string, done: () => Promise<T | null | false>, limit = SETTLE_MS): Promise<T> {
  let why = '';
  for (const end = Date.now() + limit; Date.now() < end; await pause(POLL_MS)) {
    try {
      const found = await done();
      if (found !== null && found !== false) return found;
      why = '';
    } catch (error) {
      why = ` (${error instanceof Error ? error.message : String(error)})`;
    }
  }
  throw new Error(`not within ${limit / 1000} s: ${what}${why}`);
}
