// What went wrong, in words for the reader: every code has its sentence and says what to do.
import type { FailureCode } from '../lib/failure';
import { t } from '../lib/i18n';
import type { Key } from '../lib/i18n';

const KEYS = {
  'no-access': 'troubleNoAccess',
  'unreadable-page': 'troubleUnreadablePage',
  'nothing-to-save': 'troubleNothingToSave',
  'not-english': 'troubleNotEnglish',
  quota: 'troubleQuota',
  'corpus-unreadable': 'troubleCorpusUnreadable',
  'bad-message': 'troubleBadMessage',
  'bad-import': 'troubleBadImport',
  busy: 'troubleBusy',
  'no-reader': 'troubleNoReader',
  'left-alone': 'troubleLeftAlone',
  changed: 'troubleChanged',
  gone: 'troubleGone',
  internal: 'troubleInternal',
} as const satisfies Record<FailureCode, Key>;

/** The sentence for a code; a code of a later version counts as 'internal'. */
export function troubleWords(trouble: FailureCode): string {
  return t(KEYS[trouble] ?? KEYS.internal);
}
