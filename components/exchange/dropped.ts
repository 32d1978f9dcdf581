// What was dropped on a page of ours → its files, those in folders and folders of folders included. Touches nothing else.

/** Most files taken from one drop; what a system puts beside saved pages (pictures, styles) counts too. */
const MOST_FILES = 50_000;

/** What a drop held: its files, and the names of files and folders that the system would not open. */
export interface Dropped {
  files: File[];
  unreadable: string[];
}

/** The files of a drop, in the order in which the system lists them. To be called within the event: entries are gone after it. */
export function filesOf(transfer: DataTransfer): Promise<Dropped> {
  const entries = Array.from(transfer.items).filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  const files = Array.from(transfer.files);
  // Without entries (synthetic drops, older browsers) the files themselves are all there is.
  return entries.some((entry) => entry?.isDirectory) ? within(entries.filter((entry) => entry !== null)) : Promise.resolve({ files, unreadable: [] });
}

async function within(entries: FileSystemEntry[]): Promise<Dropped> {
  const files: File[] = [];
  const unreadable: string[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && files.length < MOST_FILES; entry = waiting.shift()) {
    try {
      if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
      else waiting.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
    } catch {
      unreadable.push(entry.name);
    }
  }
  return { files, unreadable };
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder's entries come some at a time, until none come. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children;
    children.push(...some);
  }
}
