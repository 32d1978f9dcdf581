// Saving a text that was checked for shape: what states nothing or is not in English is refused before anything is stored.
import type { Corpus } from '../corpus/corpus';
import { Failure } from '../failure';
import type { ArticleSummary, Draft } from '../model';
import { isEnglish } from '../text/language';

/** Saves a draft. @throws Failure 'not-english', 'nothing-to-save', 'quota', 'corpus-unreadable' */
export async function saveDraft(corpus: Corpus, draft: Draft, operation: string): Promise<{ article: ArticleSummary; already: boolean }> {
  const texts = draft.blocks.map((block) => block.text);
  if (!texts.some((text) => text.trim() !== '')) throw new Failure('nothing-to-save', 'the article is empty');
  if (!isEnglish(texts, draft.language)) throw new Failure('not-english', draft.language ?? '');
  return corpus.save(draft, operation);
}
