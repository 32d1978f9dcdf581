// Decides what may become a link. An address from storage goes in; out comes something safe to open, or nothing.
import { webUrl } from '../lib/urls';

/** A link's target and the host to show beside it. */
export interface WebAddress {
  href: string;
  host: string;
}

/** The address if it is http(s) and carries no name or password; null for everything else, which is then drawn as text only. */
export function webAddress(url: string | null): WebAddress | null {
  const parsed = url === null ? null : webUrl(url);
  if (parsed === null) return null;
  const { username, password, host, href } = parsed;
  if (username !== '' || password !== '' || host === '') return null;
  return { href, host: host.replace(/^www\./, '') };
}
