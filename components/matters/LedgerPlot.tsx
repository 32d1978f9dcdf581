// The place of a ledger's drawing. What draws is loaded when first shown, so that no other page carries it; the same figures stand in
// the table beneath, so nothing is lost where it fails. Props in, callbacks out.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n';
import type { Ledger } from '../../lib/messages';
import { figureWords } from './figure-words';
import { plotted, scalesOf } from './plotted';
import type { Shape } from './shapes';

interface Props {
  ledger: Ledger;
  shapes: ReadonlyMap<string | null, Shape>;
  onStatement: (id: string) => void;
}

export function LedgerPlot({ ledger, shapes, onStatement }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const go = useRef(onStatement);
  go.current = onStatement;
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  const points = plotted(ledger.entries);
  useEffect(() => {
    if (points.length === 0) return;
    let undo: (() => void) | null = null;
    let gone = false;
    import('./draw-ledger').then(
      ({ drawLedger }) => {
        if (gone || !place.current) return;
        const words = (value: number) => figureWords({ min: value, max: value, approximate: false }, ledger.unit);
        undo = drawLedger(place.current, { entries: ledger.entries, shapes, words, onStatement: (id) => go.current(id) });
        setState('drawn');
      },
      () => setState('failed'),
    );
    return () => {
      gone = true;
      undo?.();
    };
  }, [ledger]);
  const undated = ledger.entries.length - points.length;
  return (
    <div class="ledger-drawing">
      {points.length > 0 && (
        <>
          <div ref={place} class="ledger-plot" role="img" aria-label={t('matterPlotLabel', ledger.of || t('matterUnnamedMeasure'))} />
          <p class="muted" role="status">
            {state === 'waiting' ? t('matterPlotWaiting') : state === 'failed' ? t('matterPlotFailed') : ''}
          </p>
          <p class="muted">
            {t('matterPlotKey')} {scalesOf(points).tens && t('matterPlotLog')}
          </p>
        </>
      )}
      {undated > 0 && <p class="muted">{tn('matterPlotUndated', undated)}</p>}
    </div>
  );
}
