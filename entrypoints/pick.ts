// Injected only when one of our menus is used on a selection: its result, the selection, is what `scripting.executeScript` gives back.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { selected } from '../lib/page/selection';
import type { Selected } from '../lib/page/selection';

export default defineUnlistedScript((): Selected | 'in-field' | null => selected(document));
