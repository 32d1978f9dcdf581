// The three choices of site access, each with its own button and what has come of it. Props in, callbacks out; the callbacks
// are called straight in the click, since browsers ask for permissions only then.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber, t } from '../lib/i18n';
import type { AccessState, NewsSite, Outcome } from './access-view';
import { Disclosure } from './Disclosure';
import { day } from './moment';
import { NewsSiteList } from './NewsSiteList';

interface Props {
  state: AccessState;
  outcome: Outcome | null;
  sites: NewsSite[];
  /** ISO date on which the list was last looked through. */
  reviewed: string;
  onNews: () => void;
  onClicks: () => void;
  onSite: (typed: string) => void;
  onStopSite: (host: string) => void;
}

export function AccessChoices({ state, outcome, sites, reviewed, onNews, onClicks, onSite, onStopSite }: Props) {
  const [typed, setTyped] = useState('');
  const words = (choice: Outcome['choice']) => (outcome?.choice === choice ? outcomeWords(outcome) : null) ?? standing(choice, state, sites.length);
  const allNews = state.news === sites.length;
  const invalid = outcome?.choice === 'sites' && outcome.kind === 'invalid';
  return (
    <div class="choices">
      <Choice title={t('choiceNewsTitle')} badge={t('recommended')} state={words('news')} chosen={state.news > 0}>
        <p>{t('choiceNewsText', formatNumber(sites.length), formatNumber(new Set(sites.map(({ country }) => country)).size), day(reviewed) ?? reviewed)}</p>
        <button type="button" class="primary" aria-disabled={allNews} onClick={() => !allNews && onNews()}>
          {t('choiceNewsButton')}
        </button>
        <Disclosure class="news-list" summary={t('choiceNewsList')}>
          <NewsSiteList sites={sites} />
        </Disclosure>
      </Choice>
      <Choice title={t('choiceClickTitle')} state={words('click')} chosen={state.chosen === 0}>
        <p>{t('choiceClickText')}</p>
        <button type="button" onClick={onClicks}>
          {t(state.chosen > 0 ? 'choiceClickTakeBack' : 'choiceClickButton')}
        </button>
      </Choice>
      <Choice title={t('choiceSitesTitle')} state={words('sites')} failed={invalid} chosen={state.own.length > 0}>
        <p>{t('choiceSitesText')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSite(typed);
          }}
        >
          <label for="site">{t('choiceSitesLabel')}</label>
          <div class="field">
            <input
              id="site"
              type="text"
              inputMode="url"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={2000}
              value={typed}
              aria-describedby="site-hint"
              aria-invalid={invalid}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <button type="submit">{t('choiceSitesButton')}</button>
          </div>
          <p id="site-hint" class="muted">
            {t('choiceSitesHint')}
          </p>
        </form>
        {state.own.length > 0 && (
          <div class="own-sites">
            <p>{t('choiceSitesAllowed')}</p>
            <ul>
              {state.own.map((host) => (
                <li key={host}>
                  <bdi>{host}</bdi>
                  <button type="button" class="quiet" aria-label={t('choiceSitesStopNamed', host)} onClick={() => onStopSite(host)}>
                    {t('choiceSitesStop')}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  title: string;
  badge?: string;
  state: string;
  chosen: boolean;
  failed?: boolean;
  children: ComponentChildren;
}

function Choice({ title, badge, state, chosen, failed = false, children }: ChoiceProps) {
  return (
    <section class={`choice${chosen ? ' is-chosen' : ''}`}>
      <h3>
        {title} {badge && <span class="badge">{badge}</span>}
      </h3>
      {children}
      <p class={`choice-state${failed ? ' is-failed' : ''}`} role="status">
        {state}
      </p>
    </section>
  );
}

/** What holds now, when nothing has just been chosen here. */
function standing(choice: Outcome['choice'], state: AccessState, sites: number): string {
  if (choice === 'click') return state.chosen === 0 ? t('stateClickOnly') : '';
  if (choice === 'sites') return '';
  if (state.everywhere) return t('stateEverywhere');
  if (state.news === 0) return '';
  return state.news === sites ? t('stateAllGranted', formatNumber(sites)) : t('statePartly', formatNumber(state.news), formatNumber(sites));
}

/** What has come of the last choice; null where what holds now says it. */
function outcomeWords({ choice, kind, host = '', detail = '' }: Outcome): string | null {
  if (kind === 'invalid') return t('choiceSitesInvalid');
  if (kind === 'failed') return t('stateFailed', detail.slice(0, 200));
  if (kind === 'taken-back') return choice === 'click' ? t('stateTakenBack') : t('stateSiteTakenBack', host);
  if (kind === 'declined') return choice === 'news' ? t('stateDeclined') : t('stateSiteDeclined', host);
  if (choice === 'sites') return t('stateSiteGranted', host);
  return choice === 'click' ? t('stateClickOnly') : null;
}
