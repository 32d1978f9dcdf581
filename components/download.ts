// A text, whole or as a blob made of its parts, handed to the reader as a file. In a page of ours; knows no browser API.

/** How long a file's address stays valid after the download was started, in milliseconds: browsers read it at once, late is harmless. */
const FILE_FOR = 60_000;

/** Starts the download of a file of this name and media type. */
export function download(name: string, type: string, text: string | Blob): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), FILE_FOR);
}
