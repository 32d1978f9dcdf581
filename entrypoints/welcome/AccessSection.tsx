// "Where may it read?": the three choices with what the browser has granted, on the first-run page and in the settings alike.
// Puts the component and the choices' signals together.
import { AccessChoices } from '../../components/AccessChoices';
import type { NewsSite } from '../../components/access-view';
import { t } from '../../lib/i18n';
import type { Choices } from './choices';

interface Props {
  choices: Choices;
  sites: NewsSite[];
  /** ISO date on which the list was last looked through. */
  reviewed: string;
}

/** The section with its heading, live: what is granted elsewhere shows here too. */
export function AccessSection({ choices, sites, reviewed }: Props) {
  return (
    <section>
      <h2>{t('choicesHeading')}</h2>
      <p>{t('choicesLead')}</p>
      <AccessChoices
        state={choices.state.value}
        outcome={choices.outcome.value}
        sites={sites}
        reviewed={reviewed}
        onNews={() => void choices.allowNews()}
        onClicks={() => void choices.clicksOnly()}
        onSite={(typed) => void choices.allowSite(typed)}
        onStopSite={(host) => void choices.stopSite(host)}
      />
    </section>
  );
}
