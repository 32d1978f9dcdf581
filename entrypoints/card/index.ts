// Put into a page by the switchboard when the reader first wants a card there: leaves in the isolated world, where reader.js looks
// for it, what draws cards. Knows no message.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CardScript } from './contract';
import { cardScript } from './open-card';

export default defineUnlistedScript(() => {
  (globalThis as { secondSourceCard?: CardScript }).secondSourceCard ??= cardScript(document);
});
