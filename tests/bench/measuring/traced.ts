// What some scripts cost a page's main thread: a page and their file names go in, what is done meanwhile is written down by the browser,
// and the processor time of that thread in them comes out. Processor time: other processes, and an engine at work, do not count.
import type { Page } from '@playwright/test';

/** Of a trace what is read here; times in µs, `tdur` the thread's own. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}
type Timed = TraceEvent & { dur: number; tdur: number };

/** Smaller checkpoints ran no script: hundreds of tasks end in one. µs. */
const EMPTY = 50;
/** Name of the mark that a page sets where a task of its own is to be timed. */
export const MARK = 'bench';

/** Everything that the browser writes down of scripts and tasks while `work` is done. No profiler runs: it would have code that is new cost twice as much. */
export async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

/**
 * Processor milliseconds of the scripts whose address ends in one of `files`, of the thread that runs the first of them: their evaluation, the calls
 * of their functions, and what follows from promises. Those, and calls that the browser makes for an extension, have no address: they count where
 * the page has no scripts of its own. @throws Error when none ran
 */
export function timeOf(events: TraceEvent[], files: string[]): number {
  const isOurs = ({ args }: TraceEvent): boolean => files.some((file) => args?.data?.url?.endsWith(file));
  const first = events.find((event) => event.name === 'EvaluateScript' && isOurs(event));
  if (!first) throw new Error(`none of ${files.join(', ')} ran`);
  let [micros, end] = [0, 0];
  for (const event of timed(events, first)) {
    const { name, ts, dur, tdur } = event;
    if (ts < end) continue;
    const counts =
      name === 'EvaluateScript' ? isOurs(event)
      : name === 'FunctionCall' ? isOurs(event) || !event.args?.data?.url
      : name === 'RunMicrotasks' || name === 'BlinkScheduler_PerformMicrotaskCheckpoint' ? tdur > EMPTY
      : false;
    if (!counts) continue;
    micros += tdur;
    end = ts + dur;
  }
  return micros / 1_000;
}

/** Processor milliseconds of each task in which the page set the mark, in order. */
export function markedTasks(events: TraceEvent[]): number[] {
  return events
    .filter(({ name }) => name === MARK)
    .map((mark) => timed(events, mark).find(({ name, ts, dur }) => /RunTask$/.test(name) && ts <= mark.ts && mark.ts < ts + dur))
    .map((task) => (task?.tdur ?? NaN) / 1_000);
}

/** What lasts of a thread's events, the outer before the inner. */
function timed(events: TraceEvent[], { pid, tid }: TraceEvent): Timed[] {
  return events
    .filter((event): event is Timed => event.ph === 'X' && event.pid === pid && event.tid === tid && event.dur !== undefined && event.tdur !== undefined)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
}
