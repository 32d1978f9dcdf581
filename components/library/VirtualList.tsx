// A long list of which only what is in sight is drawn, with some lines around it and the one that has the focus. All lines are as
// high as the style sheet makes the first. Scrolls with the page; arrow keys, Home and End move between lines.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  count: number;
  label: string;
  /** Draws the line at a place, from 0. */
  line: (at: number) => ComponentChildren;
  /** Told which lines are in sight, half-open. */
  onRange: (first: number, last: number) => void;
}

/** Lines drawn above and below what is in sight: half a screenful, so that quick scrolling meets few gaps. */
const AROUND = 6;

/** Height of a line before one was measured, in CSS pixels. */
const GUESS = 120;

export function VirtualList({ count, label, line, onRange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const wish = useRef<number | null>(null);
  const [{ first, last, height }, setRange] = useState(() => ({ first: 0, last: Math.min(count, Math.ceil(innerHeight / GUESS) + AROUND), height: GUESS }));
  const [held, setHeld] = useState<number | null>(null);

  useLayoutEffect(() => {
    const look = () => {
      const { current } = list;
      if (!current) return;
      const { top } = current.getBoundingClientRect();
      const high = current.querySelector('li')?.offsetHeight || GUESS;
      const from = Math.min(Math.max(0, Math.floor(-top / high) - AROUND), Math.max(0, count - 1));
      const to = Math.max(from, Math.min(count, Math.ceil((innerHeight - top) / high) + AROUND));
      setRange((was) => (was.first === from && was.last === to && was.height === high ? was : { first: from, last: to, height: high }));
    };
    look();
    addEventListener('scroll', look, { passive: true, capture: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [count, height, last === 0]);

  useEffect(() => {
    if (last > first) onRange(first, last);
  }, [first, last, count]);

  useEffect(() => {
    if (wish.current === null) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-at="${wish.current}"]`);
    // Not drawn yet where this runs for an earlier drawing.
    if (!item) return;
    wish.current = null;
    (item.querySelector<HTMLElement>('a, button') ?? item).focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    const to = at === null ? undefined : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined || to < 0 || to >= count) return;
    event.preventDefault();
    wish.current = to;
    setHeld(to);
  };
  const drawn = Array.from({ length: Math.min(last, count) - first }, (_, i) => first + i);
  if (held !== null && held < count && (held < first || held >= last)) drawn.push(held);
  return (
    <ul class="virtual" aria-label={label} ref={list} style={{ height: `${count * height}px` }} onKeyDown={onKeyDown} onFocusIn={({ target }) => setHeld(placeOf(target))}>
      {drawn.sort((a, b) => a - b).map((at) => (
        <li key={at} data-at={at} aria-setsize={count} aria-posinset={at + 1} tabIndex={-1} style={{ top: `${at * height}px` }}>
          {line(at)}
        </li>
      ))}
    </ul>
  );
}

function placeOf(target: EventTarget | null): number | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  return at === undefined ? null : Number(at);
}
