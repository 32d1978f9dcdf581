// The settings: where it may read, how pages are marked, how statements are found, what is stored, backed up and deleted for good, and
// which version this is. Puts the components and the signals together.
import type { NewsSite } from '../../components/access-view';
import { Logo } from '../../components/Masthead';
import { Rich } from '../../components/Rich';
import { space } from '../../components/space';
import { formatNumber, t } from '../../lib/i18n';
import { AccessSection } from '../welcome/AccessSection';
import type { Choices } from '../welcome/choices';
import { BackupSection } from './BackupSection';
import { Finding } from './Finding';
import { MarksSection } from './MarksSection';
import type { EngineView, Holdings, Overview } from './overview';
import type { Preferences, Purge } from './preferences';
import { PurgeSection } from './PurgeSection';
import { SitesSection } from './SitesSection';

interface Props {
  choices: Choices;
  overview: Overview;
  preferences: Preferences;
  purge: Purge;
  sites: NewsSite[];
  /** ISO date on which the list of sites was last looked through. */
  reviewed: string;
  /** As the manifest has it. */
  version: string;
  /** The address of the library. */
  libraryLink: string;
}

export function Options({ choices, overview, preferences, purge, sites, reviewed, version, libraryLink }: Props) {
  const engine = overview.engine.value;
  return (
    <div class="sheet options">
      <header>
        <Logo size={44} />
        <h1>{t('settingsTitle')}</h1>
      </header>
      <AccessSection choices={choices} sites={sites} reviewed={reviewed} />
      <SitesSection preferences={preferences} />
      <MarksSection preferences={preferences} />
      <Finding engine={engine} onRetry={() => void overview.refresh()} />
      <section>
        <h2>{t('storedHeading')}</h2>
        <p>{t('storedLead')}</p>
        <Stored engine={engine} used={overview.used.value} />
        {engine.kind === 'answered' && (
          <p>
            <Rich
              k="storedWhere"
              parts={[
                <a key="library" href={libraryLink}>
                  {t('library')}
                </a>,
              ]}
            />
          </p>
        )}
      </section>
      <BackupSection backup={preferences.settings.value?.backup ?? null} link={`${libraryLink}#exchange`} />
      <PurgeSection purge={purge} />
      <p>
        <a href="/sample.html">{t('sampleOffer')}</a>
      </p>
      <footer class="muted">{t('versionIs', version)}</footer>
    </div>
  );
}

/** The counts; a row whose value is not known says so and keeps its place, one that the browser never tells is left out. */
function Stored({ engine, used }: { engine: EngineView; used: number | null }) {
  const holdings = engine.kind === 'answered' ? engine.holdings : null;
  const unknown = engine.kind === 'failed' ? t('notKnown') : '…';
  return (
    <dl class="terms">
      <div>
        <dt>{t('storedArticles')}</dt>
        <dd>{holdings ? articleWords(holdings) : unknown}</dd>
      </div>
      <div>
        <dt>{t('storedStatements')}</dt>
        <dd>{holdings ? formatNumber(holdings.statements) : unknown}</dd>
      </div>
      {used !== null && (
        <div>
          <dt>{t('storedSpace')}</dt>
          <dd>{t('storedSpaceAbout', space(used))}</dd>
        </div>
      )}
    </dl>
  );
}

function articleWords({ articles, own }: Holdings): string {
  return own > 0 ? t('storedArticlesOwn', formatNumber(articles), formatNumber(own)) : formatNumber(articles);
}
