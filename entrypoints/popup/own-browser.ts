// The browser's interface for our pages that are to be there at once, as it is: loading the polyfill has Chromium set up every
// interface that it has, before anything is drawn. What these pages use of it answers with promises in both browsers.
import type { Browser } from 'webextension-polyfill';
import { native } from '../../lib/native';

/** Firefox's `browser`, Chrome's `chrome`. Listeners answer no messages through it: see lib/messages.ts for that. */
export const browser = native() as unknown as Browser;
