// What the build does beyond WXT's own: steps for wxt.config.ts, each of which fails where what it changes is no longer as it was.
import type { EntrypointGroup } from 'wxt';

/** WXT wraps every injected script in a logger of its own, half a kilobyte on each page. We log nothing: only the call is kept. */
export const bareScripts = {
  name: 'bare-scripts',
  transform(code: string, id: string): string | null {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null;
    const [definition] = /^import definition from .*$/m.exec(code) ?? [];
    if (definition === undefined) throw new Error('WXT wraps scripts in another way: see bare-scripts in scripts/build-steps.ts');
    return `${definition}\nexport default definition.main();`;
  },
};

/**
 * In the engine's Worker the full parser is evaluated when the first pair asks for it: half of what there is to evaluate, and the first
 * underline seldom needs it. The source imports it as everything else: only what comes from `require` is evaluated late.
 */
export const lateParser = {
  name: 'late-parser',
  enforce: 'pre' as const,
  async transform(this: { resolve: (name: string, from: string) => Promise<{ id: string } | null> }, code: string, id: string): Promise<string | null> {
    if (!id.endsWith('/lib/claims/predicates.ts')) return null;
    const parser = await this.resolve('compromise', id);
    const late = code.replace("import nlp from 'compromise';", `let parser;\nconst nlp = (text) => (parser ??= require(${JSON.stringify(parser?.id)}).default)(text);`);
    if (parser === null || late === code) throw new Error('predicates.ts imports the parser in another way: see late-parser in scripts/build-steps.ts');
    return late;
  },
};

/**
 * Asks Chromium to compile every function of these at once (https://v8.dev/blog/explicit-compile-hints):
 * they run as soon as they are there, and one function at a time took longer. To others it is a comment.
 */
export const compiledAtOnce = {
  name: 'compiled-at-once',
  generateBundle(_: unknown, bundle: Record<string, { type: string; fileName: string; code?: string }>): void {
    for (const file of Object.values(bundle)) if (['loader.js', 'reader.js'].includes(file.fileName)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
  },
};

/**
 * Has each of our pages built by itself, as one script and one style sheet. Built together they share some twenty small files, each of which
 * the browser asks for, hears of and compiles by itself: half of the time until a page is there.
 */
export function eachByItself(groups: EntrypointGroup[]): void {
  groups.splice(0, groups.length, ...groups.flatMap((group): EntrypointGroup[] => ('name' in group ? [group] : group.map((page) => [page]))));
}
