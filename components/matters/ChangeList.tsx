// How a page has changed since it was saved: sentences new, gone and altered, both wordings side by side. Props in, nothing out.
import { t, tn } from '../../lib/i18n';
import type { Change } from '../../lib/model';
import { day } from '../moment';

interface Props {
  /** ISO instant of saving. */
  saved: string;
  changes: readonly Change[];
}

const KIND = { added: 'changesAdded', removed: 'changesRemoved', altered: 'changesAltered' } as const;

/** Draws the changes in the page's order, or that there are none. */
export function ChangeList({ saved, changes }: Props) {
  const when = day(saved) ?? saved;
  if (changes.length === 0) return <p class="muted">{t('changesNone', when)}</p>;
  return (
    <div class="changes">
      <p>{tn('changesIntro', changes.length, when)}</p>
      <ol>
        {changes.map(({ kind, before, now, words }, i) => (
          <li key={i} class={`change is-${kind}`}>
            <p class="change-kind">
              <strong>{t(KIND[kind])}</strong> {words !== '' && <bdi>{words}</bdi>}
            </p>
            <dl>
              {before !== null && (
                <div>
                  <dt>{t('changesBefore')}</dt>
                  <dd>
                    <bdi>{before}</bdi>
                  </dd>
                </div>
              )}
              {now !== null && (
                <div>
                  <dt>{t('changesNow')}</dt>
                  <dd>
                    <bdi>{now}</bdi>
                  </dd>
                </div>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </div>
  );
}
