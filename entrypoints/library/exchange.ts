// What export and import need of the world, made out of the library's port: saved pages are parsed here, where there is a document,
// and what is in them is sent on; other files go to the engine as they are.
import { Exports } from '../../components/exchange/exports';
import { Imports } from '../../components/exchange/imports';
import { withClaimReviews } from '../../lib/exchange/claim-review';
import { isHtmlFile, LARGEST_SAVED, readSavedFile } from '../../lib/page/saved-file';
import type { LibraryPort } from './port';

/** The exports of this page. */
export function exportsOn(port: LibraryPort): Exports {
  return new Exports({
    exportPlan: (ask) => port.ask('exportPlan', ask),
    exportPart: (ask) => port.ask('exportPart', ask),
    exportEnds: (ask) => port.ask('exportEnds', ask),
    download: (name, content, type) => port.download(name, type, content),
  });
}

/** The imports of this page. */
export function importsOn(port: LibraryPort): Imports {
  return new Imports({
    importPart: (ask) => port.ask('importPart', ask),
    importPreview: (ask) => port.ask('importPreview', ask),
    importLibrary: (ask) => port.ask('importLibrary', ask),
    importDrop: (ask) => port.ask('importDrop', ask),
    isHtml: isHtmlFile,
    largestSaved: LARGEST_SAVED,
    readSaved: (file) => {
      const read = readSavedFile(file);
      return 'draft' in read ? { draft: withClaimReviews(read.draft, read.jsonLd) } : read;
    },
    saveDrafts: (drafts, operation) => port.ask('saveDrafts', { drafts, operation }),
    operation: () => port.operation(),
  });
}
