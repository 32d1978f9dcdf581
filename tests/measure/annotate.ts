// `npm run -s annotate -- FILE… [--date ISO] [--corpus FILE.json]`: the command itself is in annotate-command.ts.
import { annotateFiles } from './annotate-command';

process.exitCode = await annotateFiles(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
