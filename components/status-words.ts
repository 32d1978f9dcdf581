// What a page's state is called and what the reader can do about it: view in, words and ways out. Null where the page's
// claims speak for themselves. Pure.
import { locale, t } from '../lib/i18n';
import type { PageView } from './page-view';
import { troubleWords } from './trouble-words';

/** A button that leads out of a state. */
export type WayOut = 'grant' | 'look-again' | 'try-again' | 'shelf';

export interface StatusWords {
  title: string;
  text: string;
  next: string;
  ways: WayOut[];
  /** For the curious, behind a disclosure. */
  detail?: string;
}

const UNREADABLE = {
  store: ['unreadableStore', 'unreadableNext'],
  pdf: ['unreadablePdf', 'unreadablePdfNext'],
  browser: ['unreadableBrowser', 'unreadableNext'],
  source: ['unreadableSource', 'unreadableSourceNext'],
  file: ['unreadableFile', 'unreadableNext'],
  extension: ['unreadableExtension', 'unreadableNext'],
  own: ['unreadableOwn', 'unreadableNext'],
} as const;

/** `saved` is whether the page itself is stored; `host` the site that access can be asked for, if there is one. */
export function statusWords(view: PageView, saved: boolean, host: string | null): StatusWords | null {
  switch (view.kind) {
    case 'waiting':
      return null;
    case 'no-access':
      return { title: t('noAccessTitle'), text: t('noAccessText'), next: t(host === null ? 'noAccessIcon' : 'noAccessNext'), ways: host === null ? ['look-again'] : ['grant', 'look-again'] };
    case 'left-alone':
      return { title: t('leftAloneTitle'), text: t('leftAloneText'), next: t('leftAloneNext'), ways: [] };
    case 'not-article':
      return { title: t('notArticleTitle'), text: t('notArticleText'), next: t('notArticleNext'), ways: ['look-again', 'shelf'] };
    case 'not-english': {
      const language = languageName(view.language);
      return { title: t('notEnglishTitle'), text: language ? t('notEnglishNamed', language) : t('notEnglishText'), next: t('notEnglishNext'), ways: ['shelf'] };
    }
    case 'unreadable': {
      const [text, next] = UNREADABLE[view.why];
      return { title: t(view.why === 'own' ? 'unreadableOwnTitle' : 'unreadableTitle'), text: t(text), next: t(next), ways: ['shelf'] };
    }
    case 'failed':
      if (view.trouble === 'corpus-unreadable') {
        return { title: t('corpusUnreadableTitle'), text: t('corpusUnreadableText'), next: t('corpusUnreadableNext'), ways: ['try-again'], detail: view.detail };
      }
      return { title: t('failedTitle'), text: troubleWords(view.trouble), next: '', ways: ['try-again', 'shelf'], detail: view.detail };
    case 'read':
      if (view.reading.annotations.length > 0) return null;
      if (view.reading.claims === 0) return { title: t('noClaimsTitle'), text: t('noClaimsText'), next: t('noClaimsNext'), ways: ['shelf'] };
      if (view.reading.articles === 0) {
        return { title: t('emptyCorpusTitle'), text: t('emptyCorpusText'), next: t(saved ? 'emptyCorpusSavedNext' : 'emptyCorpusNext'), ways: [] };
      }
      return { title: t('nothingMatchedTitle'), text: t('nothingMatchedText'), next: saved ? '' : t('nothingMatchedNext'), ways: ['shelf'] };
  }
}

/** 'de-AT' → 'German (Austria)'; null for what is no language tag. */
function languageName(tag: string | null): string | null {
  if (tag === null || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return new Intl.DisplayNames([locale()], { type: 'language', fallback: 'none' }).of(tag) ?? null;
  } catch {
    return null;
  }
}
