// Injected only to save: its result is what `scripting.executeScript` gives back. Clips the page as it is rendered.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FailureCode } from '../lib/failure';
import type { Draft } from '../lib/model';
import { clip } from '../lib/page/clip';
import { isRendered } from '../lib/page/visible';

export type ClipResult = { ok: true; draft: Draft } | { ok: false; code: FailureCode };

export default defineUnlistedScript((): ClipResult => {
  try {
    const draft = clip(document, { visible: isRendered });
    return draft.blocks.length > 0 ? { ok: true, draft } : { ok: false, code: 'nothing-to-save' };
  } catch {
    return { ok: false, code: 'unreadable-page' };
  }
});
