// A saved article and the page as it is now → what the page says otherwise: sentences that are new, gone, or altered in a figure, a
// name, a date, yes or no, the speaker, or several words. Moving a sentence and touching up its looks is no change. Pure.
import { alterationOf } from './changes/alteration';
import { sentencesOf, type Sentence } from './changes/sentences';
import { matchVersions } from './changes/versions';
import type { Change, Draft } from './model';

/** The changes in the page's order; none when nothing of consequence has changed. Only sentences that state something checkable count. */
export function changesOf(before: Draft, now: Draft): Change[] {
  return matchVersions(sentencesOf(before), sentencesOf(now)).flatMap(({ before: old, now: young }): Change[] => {
    if (![...old, ...young].some(({ claim }) => claim)) return [];
    if (old.length === 0) return [{ kind: 'added', before: null, now: textOf(young), words: '' }];
    if (young.length === 0) return [{ kind: 'removed', before: textOf(old), now: null, words: '' }];
    const words = alterationOf(textOf(old), textOf(young), before.published);
    return words === null ? [] : [{ kind: 'altered', before: textOf(old), now: textOf(young), words }];
  });
}

function textOf(sentences: Sentence[]): string {
  return [...sentences].sort((a, b) => a.at - b.at).map(({ text }) => text).join(' ');
}
