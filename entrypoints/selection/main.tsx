// Starts the window on a selection, `?id=` naming it, `&keep` for a reader who came to save it.
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/evidence.css';
import './selection.css';
import { nameLanguage } from '../../components/page-language';
import { render } from 'preact';
import { sentenceDirective } from '../../lib/exchange/text-fragment';
import { send } from '../../lib/messages';
import { Surface } from '../../components/surface';
import { openLibrary } from '../popup/open-library';
import { Picked } from './picked';
import { SelectionPage } from './SelectionPage';

nameLanguage(document);

const asked = new URLSearchParams(location.search);
const picked = new Picked(
  {
    selection: (id) => send('switchboard', 'selection', { id }),
    check: (id) => send('switchboard', 'checkSelection', { id }),
    save: (id, note, operation) => send('switchboard', 'saveSelection', { id, note, operation }),
    remove: async (id, operation) => void (await send('switchboard', 'remove', { id, operation })),
    operation: () => crypto.randomUUID(),
  },
  asked.get('id') ?? '',
);

const app = document.getElementById('app');
if (app) {
  const page = <SelectionPage picked={picked} keep={asked.has('keep')} onLibrary={() => void openLibrary()} />;
  render(<Surface.Provider value={{ judging: null, directive: sentenceDirective }}>{page}</Surface.Provider>, app);
}
void picked.start();
