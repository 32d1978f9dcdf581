// `npm run -s judge`: JSON lines on standard input, JSON lines on standard output; the command itself is in judge-command.ts.
import { createInterface } from 'node:readline';
import { judgeLines } from './judge-command';

process.exitCode = await judgeLines(createInterface({ input: process.stdin, crlfDelay: Infinity }), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
