// The files of a drop that were not taken, and why, in words; what lies beside saved pages is told by kind, and a
// list that is still long is cut and says so.
import { formatNumber, t, tn } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import { troubleWords } from '../trouble-words';
import { failedLines } from './failed-kinds';
import type { FailedFile, FileTrouble } from './imports';

/** Lines drawn. */
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

function kindWords(ending: string, files: number): string {
  const many = formatNumber(files);
  return ending === '' ? t('exchangeFilesPlain', many) : t('exchangeFilesEnding', many, ending);
}

export function FailedFiles({ failed }: { failed: FailedFile[] }) {
  if (failed.length === 0) return null;
  const lines = failedLines(failed);
  return (
    <div class="failed-files">
      <h4>{tn('exchangeNotTaken', failed.length)}</h4>
      <ul>
        {lines.slice(0, MOST_LINES).map((line, i) => (
          <li key={i}>
            <bdi class="file-name">{'name' in line ? line.name : kindWords(line.ending, line.files)}</bdi> <span>{whyWords(line.why)}</span>
          </li>
        ))}
      </ul>
      {lines.length > MOST_LINES && <p class="muted">{tn('exchangeMoreNotTaken', lines.length - MOST_LINES)}</p>}
    </div>
  );
}
