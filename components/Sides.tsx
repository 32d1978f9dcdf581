// The receipt: the claim above, the evidence below, what decided marked apart from what speaks alike on both sides. Marks are for
// eyes; behind each text the same stands in words for those who hear it. A text and its evidence in, nothing out.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Evidence } from '../lib/model';
import { excerpt } from './excerpt';
import { MarkedText } from './MarkedText';
import { receiptOf } from './receipt';
import type { MarkedSpan } from './receipt';
import { Rich } from './Rich';

interface Props {
  /** The claim's text. */
  claim: string;
  evidence: Evidence;
}

/** Characters kept around the claim's marks: the reader has just read it. The evidence is new, and cut only when very long. */
const AROUND = { claim: 32, evidence: 240 };

/** What the deciding parts are called by ear. Parts alike on both sides are "alike", where the stance agrees too "agrees". */
const DECIDING = { conflicts: 'partsDiffer', corroborates: 'partsAgree', related: 'partsNoted' } as const;

/** Draws both sides; the claim is left out when nothing in it is marked. */
export function Sides({ claim, evidence }: Props) {
  const [lit, setLit] = useState<number | null>(null);
  const receipt = receiptOf(claim, evidence);
  const side = (text: string, marks: MarkedSpan[], around: number) => (
    <dd>
      <MarkedText pieces={excerpt(text, marks, around)} lit={lit} onLight={setLit} />
      <InWords text={text} marks={marks} stance={evidence.stance} />
    </dd>
  );
  return (
    <dl class="sides">
      {receipt.claim.length > 0 && (
        <div>
          <dt>{t('sideHere')}</dt>
          {side(claim, receipt.claim, AROUND.claim)}
        </div>
      )}
      <div class="side-there">
        <dt>{t('sideThere')}</dt>
        {side(evidence.statement.text, receipt.evidence, AROUND.evidence)}
      </div>
    </dl>
  );
}

/** "differs: 89; alike: Makiivka, soldiers", drawn for assistive technology only. */
function InWords({ text, marks, stance }: { text: string; marks: MarkedSpan[]; stance: Evidence['stance'] }) {
  const groups = [
    { k: DECIDING[stance], of: marks.filter(({ kind }) => kind === 'deciding') },
    { k: 'partsAlike', of: marks.filter(({ kind }) => kind === 'agreeing') },
  ] as const;
  const said = groups.filter(({ of }) => of.length > 0);
  if (said.length === 0) return null;
  return (
    <span class="visually-hidden in-words">
      {' ('}
      {said.map(({ k, of }, i) => (
        <Fragment key={k}>
          {i > 0 && '; '}
          <Rich
            k={k}
            parts={[
              of.map(({ start, end }, n) => (
                <Fragment key={start}>
                  {n > 0 && ', '}
                  <bdi>{text.slice(start, end)}</bdi>
                </Fragment>
              )),
            ]}
          />
        </Fragment>
      ))}
      {')'}
    </span>
  );
}
