// Checks an exported file against our JSON Schema. Knows no browser.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const SCHEMA = new URL('../../lib/exchange/annotation-collection.schema.json', import.meta.url);

/** What the schema says against an export, in words; empty when it is valid. */
export function schemaErrors(exported: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return validate(exported) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

interface Export {
  total: number;
  first: { items: { body: { stance: string; value: string; reason: string; origin: number }[]; target: { source: string; selector: { type: string; exact?: string }[] } }[] };
}

/** The claims of an export: the quoted sentence, its page, and the stances and origins of its bodies. Wants a valid export. */
export function claimsIn(exported: unknown): { exact: string; source: string; stances: string[]; origins: number[] }[] {
  return (exported as Export).first.items.map(({ body, target }) => ({
    exact: target.selector.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '',
    source: target.source,
    stances: body.map(({ stance }) => stance),
    origins: body.map(({ origin }) => origin),
  }));
}
