// What export and import need of the world, made out of the library's port: files are parsed here, where there is a document, and what
// is in them is sent on.
import { Exports } from '../../components/exchange/exports';
import { Imports } from '../../components/exchange/imports';
import { withClaimReviews } from '../../lib/exchange/claim-review';
import { parseImport } from '../../lib/exchange/import';
import { isHtmlFile, LARGEST_SAVED, readSavedFile } from '../../lib/page/saved-file';
import type { LibraryPort } from './port';

/** The exports of this page. */
export function exportsOn(port: LibraryPort): Exports {
  return new Exports({
    exportAs: (format, articles) => port.ask('exportAs', { format, articles }),
    download: (name, text, type) => port.download(name, type, text),
  });
}

/** The imports of this page. */
export function importsOn(port: LibraryPort): Imports {
  return new Imports({
    kindOf: (text) => parseImport(text).kind,
    preview: (text) => port.ask('importPreview', { text }),
    importText: (text, mode, operation) => port.ask('importLibrary', { text, mode, operation }),
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
