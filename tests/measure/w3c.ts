// The W3C Web Annotation test suite's assertions (JSON Schema draft 4, in a folder) → a check of one annotation against them.
// Ajv 8 reads no draft 4: `id`, boolean `exclusiveMinimum` and keys beside `$ref` (which draft 4 ignores) are rewritten first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** One assertion of the suite: `must` ones decide conformance; `should` and `may` tell what is implemented. */
export interface Assertion {
  name: string;
  level: 'must' | 'should' | 'may';
  /** True when the annotation is as the suite expects it. */
  holds: (annotation: unknown) => boolean;
}

/** Reads `w3c-definitions` and `w3c-assertions` below a folder. @throws Error naming the file that can't be compiled. */
export function readAssertions(folder: string): { assertions: Assertion[]; definition: (ref: string) => ValidateFunction } {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  const definitions = join(folder, 'w3c-definitions');
  for (const file of readdirSync(definitions).filter((name) => name.endsWith('.json'))) {
    ajv.addSchema(modern(JSON.parse(readFileSync(join(definitions, file), 'utf8'))) as object, file);
  }
  const assertions = filesBelow(join(folder, 'w3c-assertions')).map((file): Assertion => {
    const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const { $id: _, ...rest } = modern(schema) as Record<string, unknown>;
    const name = file.slice(folder.length + 'w3c-assertions'.length + 2).replace(/\.json$/, '');
    const valid = ajv.compile({ ...rest, $id: `assertion-${name.replaceAll('/', '-')}.json` });
    const expected = schema['expectedResult'] !== 'invalid';
    const level = String(schema['assertionType'] ?? 'must').toLowerCase();
    return { name, level: level === 'should' || level === 'may' ? level : 'must', holds: (annotation) => valid(annotation) === expected };
  });
  return { assertions, definition: (ref) => ajv.compile({ $ref: ref }) };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.name.endsWith('.json') ? [join(folder, entry.name)] : []));
}

/** A draft-4 schema as draft 7 says the same. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = schema as Record<string, unknown>;
  if (typeof fields['$ref'] === 'string') return { $ref: fields['$ref'], ...(fields['definitions'] ? { definitions: modern(fields['definitions']) } : {}) };
  const kept = Object.entries(fields).filter(([key, value]) => key !== '$schema' && key !== 'exclusiveMinimum' && !(key === 'id' && typeof value === 'string'));
  return {
    ...Object.fromEntries(kept.map(([key, value]) => [key, modern(value)])),
    ...(fields['exclusiveMinimum'] === true ? { exclusiveMinimum: fields['minimum'] } : {}),
    ...(typeof fields['id'] === 'string' ? { $id: fields['id'] } : {}),
  };
}
