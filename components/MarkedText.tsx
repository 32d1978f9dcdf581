// Text from elsewhere (a page, a stored article) with what decided and what speaks alike marked apart. Text nodes only, isolated
// with <bdi> so that its writing direction stays its own affair. What the marks mean is said elsewhere, in words (Sides.tsx).
import type { Piece } from './excerpt';

interface Props {
  pieces: Piece[];
  /** The pair under the pointer, on either side; it is shown with its partner. */
  lit: number | null;
  onLight: (pair: number | null) => void;
}

/** Draws pieces in order: `mark.deciding`, and `mark.agreeing`, which tells when the pointer comes and goes. */
export function MarkedText({ pieces, lit, onLight }: Props) {
  return (
    <bdi>
      {pieces.map(({ text, mark }, i) => {
        if (!mark) return text;
        if (mark.kind === 'deciding') return <mark key={i} class="deciding">{text}</mark>;
        const { pair } = mark;
        return (
          <mark key={i} class={`agreeing${pair === lit ? ' is-lit' : ''}`} onPointerEnter={() => onLight(pair)} onPointerLeave={() => onLight(null)}>
            {text}
          </mark>
        );
      })}
    </bdi>
  );
}
