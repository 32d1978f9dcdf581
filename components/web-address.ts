// Decides what may become a link. An address from storage goes in; out comes something safe to open, or nothing.

/** A link's target and the host to show beside it. */
export interface WebAddress {
  href: string;
  host: string;
}

/** The address if it is http(s) and carries no name or password; null for everything else, which is then drawn as text only. */
export function webAddress(url: string | null): WebAddress | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, host, href } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '' || host === '') return null;
  return { href, host: host.replace(/^www\./, '') };
}
