// What a page's script may have judged: a verdict from a tab goes in, unchecked; refused is what is of a claim that the page in that tab
// does not make. Shape and sizes are the engine's to check. Knows no engine.
import { Failure, isRecord } from '../../lib/failure';
import { send } from '../../lib/messages';
import { wordingKey } from '../../lib/text/wording-key';

/**
 * Lets a verdict of the page in a tab pass, or throws. The page's text is asked of its reader: the claim may have lost its marks by an
 * earlier verdict. What is dropped needs no page: it stands, or nothing happens.
 * @throws Failure 'bad-message' for a verdict without words or of words that the page lacks, 'gone' when the page has no reader
 */
export async function mayJudge(tab: number, verdict: unknown, how: unknown): Promise<void> {
  if (!isRecord(verdict) || typeof verdict['claim'] !== 'string') throw new Failure('bad-message', 'no verdict');
  if (how === 'drop') return;
  const claim = wordingKey(verdict['claim']);
  const { blocks } = await send('reader', 'draft', {}, tab);
  if (claim === '' || !blocks.some(({ text }) => wordingKey(text).includes(claim))) throw new Failure('bad-message', 'the page makes no such claim');
}
