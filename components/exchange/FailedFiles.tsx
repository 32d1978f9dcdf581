// The files of a drop that were not taken, and why, in words; a long list (what lies beside saved pages) is cut and says so.
import { t, tn } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import { troubleWords } from '../trouble-words';
import type { FailedFile, FileTrouble } from './imports';

/** Lines drawn: more are pictures and styles that lay beside the pages. */
const MOST_LINES = 100;

const WHY: Partial<Record<FileTrouble, Key>> = {
  'not-html': 'exchangeWhyNotHtml',
  'too-large': 'exchangeWhyTooLarge',
  'no-article': 'exchangeWhyNoArticle',
  unreadable: 'exchangeWhyUnreadable',
  'json-alone': 'exchangeWhyJson',
};

/** The words for why a file was not taken. */
export function whyWords(why: FileTrouble): string {
  const key = WHY[why];
  return key ? t(key) : troubleWords(why as Parameters<typeof troubleWords>[0]);
}

export function FailedFiles({ failed }: { failed: FailedFile[] }) {
  if (failed.length === 0) return null;
  return (
    <div class="failed-files">
      <h4>{tn('exchangeNotTaken', failed.length)}</h4>
      <ul>
        {failed.slice(0, MOST_LINES).map(({ name, why }, i) => (
          <li key={i}>
            <bdi class="file-name">{name}</bdi> <span>{whyWords(why)}</span>
          </li>
        ))}
      </ul>
      {failed.length > MOST_LINES && <p class="muted">{tn('exchangeMoreNotTaken', failed.length - MOST_LINES)}</p>}
    </div>
  );
}
