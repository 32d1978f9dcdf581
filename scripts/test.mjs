// `npm test`: set-up, then types, lint, unit, DOM and end-to-end tests in Chromium and Firefox. Goes on through failures,
// and ends with `N passed, N failed` (and `, N skipped`). Types, lint and each build count as one check. Knows no test.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, ensurePackages, findChromium, findFirefox, ROOT, say } from './setup.mjs';

/** The longest step, Chromium's end-to-end tests, takes some ten minutes on two quiet cores, twice that on busy ones; one that hangs must not hang the whole run. */
const STEP_LIMIT_MS = 28 * 60_000;
const REPORTS = join(ROOT, '.output', 'test');

const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs one command to its end with its output streamed; the exit code, 1 after the time limit. */
function step(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  return new Promise((resolve) => {
    // A group of its own (where there are groups), so that after the time limit its browsers end with it.
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env }, detached });
    const end = () => {
      try {
        if (detached) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // already gone
      }
    };
    const limit = setTimeout(() => {
      console.log(`── ${title}: ended after ${STEP_LIMIT_MS / 60_000} minutes`);
      end();
    }, STEP_LIMIT_MS);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    child.on('error', (error) => say(error.message));
    child.on('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve(code ?? 1);
    });
  });
}

/** One check that either holds or does not. */
async function check(title, ...commands) {
  for (const [name, command, ...args] of commands) {
    if ((await step(title, process.execPath, [bin(name, command), ...args])) !== 0) {
      total.failed += 1;
      return;
    }
  }
  total.passed += 1;
}

/** A runner that writes its counts as JSON. A crash, or a file that could not be loaded, counts as one failure at least. */
async function runner(title, report, args, env, counts) {
  const file = join(REPORTS, report);
  const code = await step(title, process.execPath, args(file), env(file));
  let counted = { passed: 0, failed: 0, skipped: 0 };
  try {
    counted = counts(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    say(`${title}: no report (${error.message})`);
    counted.failed = 1;
  }
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(total)) total[key] += counted[key];
}

const vitest = (projects, env) =>
  runner(
    `vitest ${projects.join(', ')}`,
    `${projects[0]}.json`,
    (file) => [bin('vitest'), 'run', ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    () => env,
    (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }),
  );

const playwright = (project, env) =>
  runner(
    `end to end, ${project}`,
    `e2e-${project}.json`,
    () => [bin('@playwright/test', 'playwright'), 'test', `--project=${project}`, '--reporter=list,json'],
    (file) => ({ ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    ({ stats, errors }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected + (errors?.length ?? 0), skipped: stats.skipped }),
  );

let browsers;
try {
  ensurePackages();
  browsers = { CHROME_PATH: await findChromium(), FIREFOX_PATH: findFirefox() ?? '' };
} catch (error) {
  say(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
if (browsers.FIREFOX_PATH === '') console.log('\n!!!! NO FIREFOX CAN BE HAD HERE: THE FIREFOX TESTS ARE SKIPPED !!!!');

process.env.CI = 'true';
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

await check('types', ['wxt', 'wxt', 'prepare'], ['typescript', 'tsc', '--noEmit']);
await check('lint', ['eslint', 'eslint', '.']);
await vitest(['unit', 'alone'], browsers);
await vitest(['dom'], browsers);
await check('build for Chromium', ['wxt', 'wxt', 'build', '--mode', 'demo']);
await check('build for Firefox', ['wxt', 'wxt', 'build', '-b', 'firefox', '--mv3', '--mode', 'demo']);
await check('store packages', ['tsx', 'tsx', '--tsconfig', 'scripts/run.tsconfig.json', 'scripts/zip.ts', '--uncommitted']);
await playwright('chromium', browsers);
await playwright('firefox', browsers);

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 ? 0 : 1;
