// Words, names and figures go in one after another; a statement with their spans comes out, in the shape in which extraction
// gives it, without the parse. Knows nothing of what the words are chosen for.
import type { Attribution, Name, Quantity, Statement, Term } from '../../../lib/model';
import { stemOf } from '../../../lib/text/tokens';

/** A figure with what it counts. */
export interface Figure {
  value: number;
  of: string;
}

export class Writer {
  private text = '';
  private readonly names: Name[] = [];
  private readonly terms: Term[] = [];
  private readonly quantities: Quantity[] = [];
  private attribution: Attribution | null = null;

  /** Function words: no terms. */
  plain(words: string): this {
    this.place(words);
    return this;
  }

  /** One word of content. */
  word(word: string): this {
    this.terms.push({ stem: stemOf(word), span: this.place(word) });
    return this;
  }

  /** A name of one or two words; its last is the canonical one. */
  name(name: string, kind: Name['kind']): this {
    const span = this.place(name);
    const canonical = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
    this.names.push({ span, canonical, kind });
    this.terms.push({ stem: canonical, span });
    return this;
  }

  /** A figure and the word of what it counts. */
  figure({ value, of }: Figure): this {
    const span = this.place(String(value).replace(/\B(?=(?:\d{3})+$)/g, ','));
    this.quantities.push({ span, min: value, max: value, approximate: false, unit: 'count', of: stemOf(of) });
    return this.word(of);
  }

  /** "NAME said that": who says what follows. To be called first. */
  said(speaker: string): this {
    const at = this.place(speaker);
    const canonical = speaker.slice(speaker.lastIndexOf(' ') + 1).toLowerCase();
    this.names.push({ span: at, canonical, kind: 'person' });
    this.place('said');
    this.attribution = { speaker, cue: 'say', span: { start: at.start, end: this.text.length }, quoted: false };
    return this.plain('that');
  }

  /** The statement, its first letter a capital, with a stop at its end. `reported` is an ISO day. */
  end(reported: string, block: number, sentence: number): Statement {
    const text = `${this.text[0]!.toUpperCase()}${this.text.slice(1)}.`;
    const { names, terms, quantities, attribution } = this;
    return {
      text, block, sentence, span: { start: 0, end: text.length },
      attribution: attribution && { ...attribution, content: [{ start: attribution.span.end + 1, end: text.length }] },
      polarity: 'affirmed', modality: 'asserted', quantities, dates: [], names, terms, reported, context: [],
    };
  }

  private place(words: string): { start: number; end: number } {
    if (this.text !== '') this.text += ' ';
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length };
  }
}
