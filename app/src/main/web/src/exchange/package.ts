/**
 * The key of a request, put into an evidence package by the officer's own browser: the server made the package and must never see the key.
 *
 * A ZIP is a row of files and a directory at its end. One more file goes between the two, uncompressed, and the directory gets one more line. The package itself is
 * never read as a whole: it may be as large as all its attachments.
 */
import { utf8 } from '../encoding.ts';

/** `not-a-package`: what came is no ZIP that this can add to (broken off, or larger than 4 GiB). */
export class PackageError extends Error {
  readonly fault = 'not-a-package';

  constructor() {
    super('not-a-package');
    this.name = 'PackageError';
  }
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const TOO_LARGE = 0xffffffff;

/** The package with one more file in it. @throws PackageError */
export async function withFile(zip: Blob, name: string, text: string): Promise<Blob> {
  const end = await endOf(zip);
  const content = utf8(text);
  const bytes = utf8(name);
  const crc = crc32(content);
  const local = header(0x04034b50, bytes, content.length, crc);
  const added = local.length + content.length;
  const central = centralLine(bytes, content.length, crc, end.offset);
  const closing = new DataView(new ArrayBuffer(END_LENGTH));
  closing.setUint32(0, END, true);
  closing.setUint16(8, end.count + 1, true);
  closing.setUint16(10, end.count + 1, true);
  closing.setUint32(12, end.size + central.length, true);
  closing.setUint32(16, end.offset + added, true);
  if (end.count + 1 >= 0xffff || end.offset + added + end.size + central.length >= TOO_LARGE) throw new PackageError();
  return new Blob([zip.slice(0, end.offset), local, content, zip.slice(end.offset, end.offset + end.size), central, closing.buffer], { type: 'application/zip' });
}

/** Where the directory begins, how long it is, and how many lines it has. */
async function endOf(zip: Blob): Promise<{ offset: number; size: number; count: number }> {
  const from = Math.max(0, zip.size - END_LENGTH - LONGEST_COMMENT);
  const tail = new DataView(await zip.slice(from).arrayBuffer());
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const count = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    if (count === 0xffff || size === TOO_LARGE || offset === TOO_LARGE || offset + size !== from + at) throw new PackageError();
    return { offset, size, count };
  }
  throw new PackageError();
}

/** Stored, UTF-8, dated 1 January 1980: the day says nothing, the log does. */
function header(signature: number, name: Uint8Array, size: number, crc: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  fill(view, 4, name.length, size, crc);
  bytes.set(name, 30);
  return bytes;
}

function centralLine(name: Uint8Array, size: number, crc: number, offset: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  fill(view, 6, name.length, size, crc);
  view.setUint32(42, offset, true);
  bytes.set(name, 46);
  return bytes;
}

/** The part that both have: version, UTF-8 names, stored, the day, checksum, sizes, length of the name. */
function fill(view: DataView, at: number, nameLength: number, size: number, crc: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 4, 0, true);
  view.setUint16(at + 6, 0, true);
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
