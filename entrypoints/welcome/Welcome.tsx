// The first-run page: what the underlines mean, what is read, kept and sent, and where it may read.
import type { Signal } from '@preact/signals';
import type { NewsSite } from '../../components/access-view';
import { MarksExplained } from '../../components/MarksExplained';
import { Logo } from '../../components/Masthead';
import { WordsAloneReason } from '../../components/WordsAlone';
import { t } from '../../lib/i18n';
import type { EncoderState } from '../../lib/messages';
import { AccessSection } from './AccessSection';
import type { Choices } from './choices';

interface Props {
  choices: Choices;
  sites: NewsSite[];
  /** ISO date. */
  reviewed: string;
  /** Null or absent while the engine has not said. */
  encoder?: Signal<EncoderState | null>;
}

const KEPT = [
  ['keptReadTerm', 'keptRead'],
  ['keptKeptTerm', 'keptKept'],
  ['keptSentTerm', 'keptSent'],
] as const;

export function Welcome({ choices, sites, reviewed, encoder }: Props) {
  const state = encoder?.value ?? null;
  return (
    <div class="sheet welcome">
      <header>
        <Logo size={44} />
        <h1>{t('welcomeTitle')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
      </header>
      <p>
        <a class="sample-link" href="/sample.html">
          {t('sampleOffer')}
        </a>
      </p>
      <AccessSection choices={choices} sites={sites} reviewed={reviewed} />
      {state !== null && state !== 'ready' && (
        <section role="status">
          <h2>{t('wordsAloneHeading')}</h2>
          <WordsAloneReason why={state} />
        </section>
      )}
      <section>
        <h2>{t('marksHeading')}</h2>
        <MarksExplained />
      </section>
      <section>
        <h2>{t('keptHeading')}</h2>
        <dl class="terms">
          {KEPT.map(([term, words]) => (
            <div key={term}>
              <dt>{t(term)}</dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t('welcomeNextHeading')}</h2>
        <p>{t('welcomeNext')}</p>
      </section>
    </div>
  );
}
