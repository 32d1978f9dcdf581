// A ZIP archive's bytes go in, its files come out: names, sizes and, on asking, contents. Reads the central directory (APPNOTE 4.3.12),
// so that what is checked is the very file that a store gets. Knows nothing of extensions; no ZIP64, no encryption.
import { crc32, inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ArchivedFile {
  /** Path inside the archive, with forward slashes. */
  name: string;
  /** Uncompressed size in bytes. */
  size: number;
  /** The file's bytes. @throws Error when they are damaged or packed in a way other than "stored" and "deflated" */
  read(): Buffer;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record has 22 bytes and a comment of at most 65,535 after them. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/** The files of a ZIP archive, in its own order, without folders. @throws Error when the bytes are no such archive */
export function filesIn(archive: Buffer): ArchivedFile[] {
  const files: ArchivedFile[] = [];
  let at = archive.readUInt32LE(endRecord(archive) + 16);
  for (let left = archive.readUInt16LE(endRecord(archive) + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('The archive’s directory is damaged.');
    const [method, crc] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16)];
    const [packed, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const [nameLength, extraLength, commentLength] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) files.push({ name, size, read: () => contents(archive, local, { name, method, packed, crc }) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function endRecord(archive: Buffer): number {
  for (let at = archive.length - END_SIZE; at >= Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT); at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new Error('This is no ZIP archive.');
}

function contents(archive: Buffer, local: number, { name, method, packed, crc }: { name: string; method: number; packed: number; crc: number }): Buffer {
  // The local header's name and extra field may be of other lengths than the directory's.
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Error(`${name} is packed by a method (${method}) that is not read here.`);
  const whole = method === 8 ? inflateRawSync(bytes) : bytes;
  if (crc32(whole) !== crc) throw new Error(`${name} is damaged in the archive.`);
  return whole;
}
