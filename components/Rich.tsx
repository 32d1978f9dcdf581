// A message whose substitutions are elements (a host, a title) rather than text: words in, fragments out.
import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n';
import type { Key } from '../lib/i18n';

/** Stand-ins for the elements while the message is put together: private-use characters, which no message of ours contains. */
const STAND_IN = 0xe000;

/** Draws message `k` with `parts` in place of $1, $2, … Example: <Rich k="saidBy" parts={[<bdi>{speaker}</bdi>]} /> */
export function Rich({ k, parts }: { k: Key; parts: ComponentChildren[] }) {
  const words = t(k, ...parts.map((_, i) => String.fromCharCode(STAND_IN + i)));
  const pieces = words.split(/([\uE000-\uE008])/);
  return <>{pieces.map((piece) => (/^[\uE000-\uE008]$/.test(piece) ? parts[piece.charCodeAt(0) - STAND_IN] : piece))}</>;
}
