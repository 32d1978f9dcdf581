// A button that shows and hides what belongs to it. Enter and Space work it, since it is a real button; what is hidden is
// not drawn at all, so that a long list stays light.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';

interface Props {
  summary: ComponentChildren;
  children: ComponentChildren;
  class?: string;
  /** Open at first; changing it to true opens it again. */
  open?: boolean;
  /** Heading level of the summary, where it is one. */
  level?: 3 | 4;
}

export function Disclosure({ summary, children, class: name = '', open: openAtFirst = false, level }: Props) {
  const [open, setOpen] = useState(openAtFirst);
  useEffect(() => {
    if (openAtFirst) setOpen(true);
  }, [openAtFirst]);
  const id = useId();
  const button = (
    <button type="button" class="disclosure-button" aria-expanded={open} {...(open ? { 'aria-controls': id } : {})} onClick={() => setOpen(!open)}>
      <svg class="chevron" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
        <path d="M3 1.5 7 5 3 8.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      <span class="disclosure-summary">{summary}</span>
    </button>
  );
  const Heading = `h${level ?? 3}` as 'h3' | 'h4';
  return (
    <div class={`disclosure ${name}`}>
      {level ? <Heading class="disclosure-heading">{button}</Heading> : button}
      {open && (
        <div id={id} class="disclosure-body">
          {children}
        </div>
      )}
    </div>
  );
}
