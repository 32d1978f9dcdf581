// A browser's profile as a first start leaves it, with the seed articles stored, encoded and compared: made once in a run of the tests,
// copied by every browser of theirs. Knows neither browser.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestInfo } from '@playwright/test';

/** How long a fixture may take that makes it, in ms: on a busy machine comparing the seeds has taken a minute. */
export const STARTED_MS = 240_000;

/** The profile's folder; where no worker has left one yet, `make` answers one to keep. Playwright empties the place at the start of each run. */
export async function startedProfile({ project }: Pick<TestInfo, 'project'>, make: () => Promise<string>): Promise<string> {
  const folder = join(project.outputDir, `started-${project.name}`);
  if (existsSync(folder)) return folder;
  const made = await make();
  mkdirSync(dirname(folder), { recursive: true });
  const own = `${folder}-${process.pid}`;
  cpSync(made, own, { recursive: true });
  rmSync(made, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  try {
    renameSync(own, folder);
  } catch (error) {
    // Another worker was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}
