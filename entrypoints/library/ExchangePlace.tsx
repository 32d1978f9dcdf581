// Export and import: sessions in, their sections out. What the reader has selected in the list of articles can be exported by itself.
import { ExportSection } from '../../components/exchange/ExportSection';
import { ImportSection } from '../../components/exchange/ImportSection';
import { t } from '../../lib/i18n';
import type { Sessions } from './sessions';

export function ExchangePlace({ sessions: { articles, exports, imports } }: { sessions: Sessions }) {
  return (
    <>
      <h2 tabIndex={-1} class="visually-hidden">
        {t('libraryExchange')}
      </h2>
      <div class="exchange-sections">
        <ExportSection exports={exports} selected={[...articles.selected.value]} />
        <ImportSection imports={imports} />
      </div>
    </>
  );
}
