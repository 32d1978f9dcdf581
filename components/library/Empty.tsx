// A view that has nothing to show says what would stand there and how it comes to be. Props in, nothing out.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';

/** A title, a sentence, and ways on. */
export function Empty({ title, text, children }: { title: Key; text: Key; children?: ComponentChildren }) {
  return (
    <div class="status">
      <h3>{t(title)}</h3>
      <p>{t(text)}</p>
      {children && <div class="status-ways">{children}</div>}
    </div>
  );
}
