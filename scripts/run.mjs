// Runs one TypeScript file: `node scripts/run.mjs FILE.ts arguments…`. Sees to the packages first; standard input, output
// and the exit code are the file's own, so that results can be piped. Knows nothing of what it runs.
import { spawn } from 'node:child_process';
import { bin, ensurePackages, findChromium, ROOT, say } from './setup.mjs';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  say('Usage: node scripts/run.mjs FILE.ts arguments…');
  process.exit(2);
}
try {
  ensurePackages();
  // Only the screens need a browser; the measurements must not wait for one to be installed.
  if (file.endsWith('screens.ts')) process.env.CHROME_PATH = await findChromium();
} catch (error) {
  say(error.message);
  process.exit(1);
}

const child = spawn(process.execPath, [bin('tsx'), '--tsconfig', `${ROOT}scripts/run.tsconfig.json`, file, ...rest], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
