// A ledger as a table: the same figures as the plot, each with the way to its sentence. Props in, callbacks out.
import { t } from '../../lib/i18n';
import type { Ledger } from '../../lib/messages';
import { day } from '../moment';
import { figureWords } from './figure-words';
import { ShapeMark } from './ShapeMark';
import type { Shape } from './shapes';

interface Props {
  ledger: Ledger;
  shapes: ReadonlyMap<string | null, Shape>;
  /** The sentence of a statement. */
  textOf: (id: string) => string;
  onStatement: (id: string) => void;
}

export function LedgerTable({ ledger, shapes, textOf, onStatement }: Props) {
  return (
    <div class="ledger-scroll" tabIndex={0} role="region" aria-label={ledger.of || t('matterUnnamedMeasure')}>
      <table class="ledger-table">
        <thead>
          <tr>
            <th scope="col">{t('matterColumnDay')}</th>
            <th scope="col">{t('matterColumnFigure')}</th>
            <th scope="col">{t('matterColumnSpeaker')}</th>
            <th scope="col">{t('matterColumnOutlet')}</th>
            <th scope="col">{t('matterColumnSentence')}</th>
          </tr>
        </thead>
        <tbody>
          {ledger.entries.map((entry, i) => (
            <tr key={i}>
              <td>{day(entry.day) ?? t('matterNoDay')}</td>
              <th scope="row">{figureWords(entry, ledger.unit)}</th>
              <td>
                <ShapeMark shape={shapes.get(entry.speaker)!} hollow={entry.approximate} /> {entry.speaker === null ? t('matterUnattributed') : <bdi>{entry.speaker}</bdi>}
              </td>
              <td>{entry.outlet === null ? '' : <bdi>{entry.outlet}</bdi>}</td>
              <td>
                <button type="button" class="quiet" aria-label={t('matterGoNamed', textOf(entry.statement))} onClick={() => onStatement(entry.statement)}>
                  {t('matterGo')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
