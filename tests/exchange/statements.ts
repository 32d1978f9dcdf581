// Plain annotations for the tests of the exchange: a claim in a block, and stored statements with a stance on it.
import type { Annotation, Evidence, Statement } from '../../lib/model';

/** A statement with nothing known of it but its words and its place. */
export function statementAt(block: number, blockText: string, text: string): Statement {
  const start = blockText.indexOf(text);
  return {
    text,
    block,
    sentence: 0,
    span: { start, end: start + text.length },
    attribution: null,
    polarity: 'affirmed',
    modality: 'asserted',
    quantities: [],
    dates: [],
    names: [],
    terms: [],
    reported: null, context: [],
  };
}

/** Evidence from a stored article without an address. */
export function evidenceOf(text: string, stance: Evidence['stance'], more: Partial<Evidence> = {}): Evidence {
  return {
    statement: { ...statementAt(0, text, text), id: 'harbour.0.0', article: 'harbour' },
    source: { id: 'harbour', title: 'The harbour reopens', outlet: 'The Quay', published: '2024-05-03', url: null, file: 'harbour.txt' },
    stance,
    confidence: 0.80004,
    reason: { signal: 'quantity', words: '12 here, 15 there: boats', claim: [], evidence: [] },
    ...more,
  };
}

/** A claim with its evidence. */
export function annotationWith(claim: Statement, ...evidence: Evidence[]): Annotation {
  return { claim, evidence };
}
