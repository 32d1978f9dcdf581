// The use cases of export. A page of ours asks for the plan, then for some articles at a time, then for what stands around them: each
// answer is small and soon there, whatever the library holds, and nothing is kept between them. Forms are pure functions in exchange/.
import type { Corpus } from '../corpus/corpus';
import { fileOf } from '../exchange/exported';
import type { Format } from '../exchange/exported';
import { FORMS } from '../exchange/forms';
import { count, ids, oneOf, text, truth } from './checks';
import { annotationsOf } from './evidence';
import { articleOf } from './library';
import type { UseCases } from './use-cases';

const FORMATS = Object.keys(FORMS) as Format[];
/** An answer is given once it holds so many UTF-16 units: reading it as a message is not felt in the page, and far from the 64 MiB that one holds … */
const ENOUGH_TEXT = 1_000_000;
/** … or has taken so long, in ms, so that the reader sees how far it is and can stop it. */
const ENOUGH_TIME = 1_500;
/** Most pieces of an export: a hundred times those of the largest library we plan for. */
const MOST_PIECES = 100_000_000;
const LONGEST_INSTANT = 40;

/** Export of a corpus. `now` is the clock, in ms since 1970. */
export function exporting(corpus: Corpus, now: () => number): Pick<UseCases, 'exportPlan' | 'exportPart' | 'exportEnds'> {
  return {
    /** @throws 'bad-message', 'corpus-unreadable' */
    async exportPlan(ask) {
      const format = oneOf('format', ask, FORMATS);
      const only = ask['articles'] === null ? null : new Set(ids('articles', ask));
      const wanted = corpus.list().map(({ id }) => id).filter((id) => only?.has(id) ?? true);
      const at = new Date(now()).toISOString();
      // A library's text does not depend on when its articles were saved; what is for people begins with the newest.
      return { ...fileOf(format, at), at, between: FORMS[format].between, articles: format === 'library' ? wanted.sort() : wanted };
    },

    /** @throws 'bad-message', 'corpus-unreadable' */
    async exportPart(ask) {
      const form = FORMS[oneOf('format', ask, FORMATS)];
      const at = text('at', ask, LONGEST_INSTANT);
      const wanted = ids('articles', ask);
      const [pieces, written]: [string[], string[]] = [[], []];
      const began = performance.now();
      let [done, length] = [0, 0];
      for (const id of wanted) {
        if (done > 0 && (length >= ENOUGH_TEXT || performance.now() - began > ENOUGH_TIME)) break;
        done++;
        const record = form.evidence ? await corpus.record(id) : await corpus.storedAs(id);
        if (!record) continue;
        const article = articleOf(record);
        const made = form.evidence ? form.pieces({ article, annotations: await annotationsOf(corpus, record), label: corpus.notes.labelOf(id) }, at) : form.pieces(article);
        written.push(id);
        for (const piece of made) {
          pieces.push(piece);
          length += piece.length;
        }
      }
      return { text: pieces.join(form.between), pieces: pieces.length, written, done };
    },

    /** @throws 'bad-message' */
    async exportEnds(ask) {
      const form = FORMS[oneOf('format', ask, FORMATS)];
      const whole = truth('whole', ask);
      const among = new Set(ids('articles', ask));
      const articles = [...among].flatMap((id) => {
        const summary = corpus.summary(id);
        return summary ? [{ title: summary.title, url: summary.url, label: corpus.notes.labelOf(id) }] : [];
      });
      const of = (one: { article: string }): boolean => whole || among.has(one.article);
      const made = { verdicts: corpus.notes.verdicts.list(), corrections: corpus.notes.corrections().filter(of), labels: corpus.notes.allLabels().filter(of) };
      return form.around({ articles, pieces: count('pieces', ask, MOST_PIECES), made, at: text('at', ask, LONGEST_INSTANT) });
    },
  };
}
