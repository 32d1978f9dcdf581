// One matter: its figures as plot and table, and what is said of it by whoever says it. Props in, callbacks out.
import { t, tn } from '../../lib/i18n';
import type { Matter } from '../../lib/messages';
import { SourceLine } from '../SourceLine';
import { LedgerPlot } from './LedgerPlot';
import { LedgerTable } from './LedgerTable';
import { matterFacts } from './MatterList';
import { ShapeMark } from './ShapeMark';
import { shapesOf } from './shapes';

interface Props {
  matter: Matter;
  /** Goes to a statement in its stored article. */
  onStatement: (id: string) => void;
}

export function MatterView({ matter, onStatement }: Props) {
  const shapes = shapesOf(matter.speakers.map(({ speaker }) => speaker));
  const said = new Map(matter.said.map((one) => [one.statement.id, one]));
  const textOf = (id: string) => said.get(id)?.statement.text ?? '';
  return (
    <article class="matter">
      <h2 tabIndex={-1}>
        <bdi>{matter.title}</bdi>
      </h2>
      <p class="muted">{matterFacts(matter)}</p>
      {matter.ledger.length > 0 && (
        <section class="matter-ledgers">
          <h3>{t('matterLedger')}</h3>
          <p class="muted">{t('matterLedgerText')}</p>
          {matter.ledger.map((ledger) => (
            <section key={`${ledger.unit} ${ledger.of}`} class="ledger">
              <h4>
                <bdi>{ledger.of || t('matterUnnamedMeasure')}</bdi>
              </h4>
              <LedgerPlot ledger={ledger} shapes={shapes} onStatement={onStatement} />
              <LedgerTable ledger={ledger} shapes={shapes} textOf={textOf} onStatement={onStatement} />
            </section>
          ))}
        </section>
      )}
      <section class="matter-speakers">
        <h3>{t('matterSpeakers')}</h3>
        {matter.speakers.map(({ speaker, statements }) => (
          <section key={speaker ?? ''} class="matter-speaker">
            <h4>
              <ShapeMark shape={shapes.get(speaker)!} /> {speaker === null ? t('matterUnattributed') : <bdi>{speaker}</bdi>} <span class="muted">{tn('matterStatements', statements.length)}</span>
            </h4>
            <ul class="said-list">
              {statements.map((id) => {
                const one = said.get(id);
                return (
                  one && (
                    <li key={id}>
                      <button type="button" class="said" onClick={() => onStatement(id)}>
                        <bdi>{one.statement.text}</bdi>
                      </button>
                      <SourceLine source={one.source} />
                    </li>
                  )
                );
              })}
            </ul>
          </section>
        ))}
      </section>
    </article>
  );
}
