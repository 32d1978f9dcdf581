// A stretch of a stored article's text: plain, or a button that opens what belongs to it. A span with a button's role, since a real
// button does not run on from line to line as text does. Props in, callbacks out.
import type { Mark } from '../../lib/model';

interface Props {
  text: string;
  /** The statement's id, where it is one. */
  id: string | null;
  /** How it is underlined; null is not. */
  mark: Mark | null;
  /** The one that the reader came for. */
  wanted: boolean;
  /** Element id of what it opens. */
  controls: string | null;
  open: boolean;
  choose: (() => void) | null;
  correcting: boolean;
}

export function Sentence({ text, id, mark, wanted, controls, open, choose, correcting }: Props) {
  const look = [mark && `underlined is-${mark}`, wanted && 'is-wanted', correcting && choose && 'is-choosable', open && 'is-open'].filter(Boolean).join(' ');
  const own = { ...(id === null ? {} : { id: `sentence-${id}` }), ...(look === '' ? {} : { class: look }) };
  if (!choose) return look === '' && id === null ? <>{text}</> : <span {...own}>{text}</span>;
  return (
    <span
      {...own}
      role="button"
      tabIndex={0}
      aria-expanded={open}
      {...(open && controls !== null && !correcting ? { 'aria-controls': controls } : {})}
      onClick={() => getSelection()?.isCollapsed !== false && choose()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      {text}
    </span>
  );
}
