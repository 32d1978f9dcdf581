// What independent stored articles on the page's event carry and the page lacks: one item a thing, in the words of each article.
// Props in, nothing out.
import { useContext } from 'preact/hooks';
import { t, tn } from '../../lib/i18n';
import type { LeftOut } from '../../lib/messages';
import { SourceLine } from '../SourceLine';
import { Surface } from '../surface';

/** Draws the items, or that there are none. */
export function LeftOutList({ items }: { items: readonly LeftOut[] }) {
  const { directive } = useContext(Surface);
  if (items.length === 0) return <p class="muted">{t('leftOutNone')}</p>;
  return (
    <div class="left-out">
      <p>{tn('leftOutIntro', items.length)}</p>
      <ol>
        {items.map(({ statements, origins }) => (
          <li key={statements[0]?.statement.id}>
            <ul class="said-list">
              {statements.map(({ statement, source }) => (
                <li key={statement.id}>
                  <blockquote>
                    <bdi>{statement.text}</bdi>
                  </blockquote>
                  <SourceLine source={source} directive={directive?.(statement.text) ?? ''} />
                </li>
              ))}
            </ul>
            <p class="muted">{tn('leftOutOrigins', origins)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
