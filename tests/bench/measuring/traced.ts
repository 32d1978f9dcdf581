// What some scripts cost a page's main thread: a page and their file names go in, what is done meanwhile is watched by the browser's own
// sampling profiler, and the time in which one of them was on the stack comes out.
import type { Page } from '@playwright/test';

interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { url?: string };
}
interface TraceEvent {
  name: string;
  pid: number;
  id?: string;
  args: { data?: { cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] }; timeDeltas?: number[] } };
}

/** Milliseconds in which a script whose address ends in one of `files` was running, while `work` was done. */
export async function mainThreadTime(page: Page, files: string[], work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['disabled-by-default-v8.cpu_profiler', 'disabled-by-default-v8.cpu_profiler.hires'] } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return timeIn(events, files);
}

function timeIn(events: TraceEvent[], files: string[]): number {
  const nodes = new Map<string, Map<number, ProfileNode>>();
  let micros = 0;
  for (const { name, pid, id, args } of events) {
    if (name !== 'ProfileChunk') continue;
    const profile = `${pid} ${id ?? ''}`;
    let known = nodes.get(profile);
    if (!known) nodes.set(profile, (known = new Map()));
    const { cpuProfile, timeDeltas } = args.data ?? {};
    for (const node of cpuProfile?.nodes ?? []) known.set(node.id, node);
    cpuProfile?.samples?.forEach((sample, i) => {
      for (let node = known.get(sample); node; node = node.parent === undefined ? undefined : known.get(node.parent)) {
        if (files.some((file) => node!.callFrame.url?.endsWith(file))) {
          micros += timeDeltas?.[i] ?? 0;
          return;
        }
      }
    });
  }
  return micros / 1_000;
}
