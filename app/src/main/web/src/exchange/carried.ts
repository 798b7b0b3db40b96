/**
 * A carried file as it is brought in (`carried.md`): what its list names is taken out and handed to the server, which checks every signature and hash. A ZIP is read by the
 * directory at its end, member by member: it may be as large as all its attachments.
 */
import { b64, fromUtf8 } from '../encoding.ts';
import type { SealedKey } from './deliver.ts';

/** `not-carried`: no ZIP with such a list. `later`: of a version that this program does not know. `incomplete`: something that the list names is not there. */
export type CarriedFault = 'not-carried' | 'later' | 'incomplete';

export class CarriedError extends Error {
  readonly fault: CarriedFault;

  constructor(fault: CarriedFault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'CarriedError';
    this.fault = fault;
  }
}

export interface Carried {
  readonly request: string;
  /** Compact JWS, in order. */
  readonly acts: readonly string[];
  readonly keys: readonly SealedKey[];
  /** The sealed documents that are enclosed. */
  readonly content: readonly { readonly document: string; readonly sha256: string; readonly bytes: Blob }[];
}

interface List {
  readonly v: number;
  readonly kind: string;
  readonly request: string;
  readonly acts: readonly string[];
  readonly copies: readonly { readonly authority: string; readonly generation: number }[];
  readonly content: readonly { readonly document: string; readonly sha256: string; readonly size: number; readonly file: string | null }[];
}

interface Member {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const SMALL = 32 * 1024 * 1024;

/** @throws CarriedError */
export async function readCarried(file: Blob): Promise<Carried> {
  const members = await directoryOf(file);
  const text = async (name: string): Promise<string> => fromUtf8(new Uint8Array(await (await bytesOf(file, members, name)).arrayBuffer()));
  let list: List;
  try {
    list = JSON.parse(await text('manifest.json')) as List;
  } catch (cause) {
    throw new CarriedError('not-carried', cause);
  }
  if (list.kind !== 'enlace-carried') throw new CarriedError('not-carried');
  if (list.v !== 1) throw new CarriedError('later');
  return {
    request: list.request,
    acts: await Promise.all(list.acts.map(text)),
    keys: await Promise.all(
      list.copies.map(async ({ authority, generation }) => {
        const sealed = await bytesOf(file, members, `copies/${authority}.age`);
        return { authority, generation, sealed: b64(new Uint8Array(await sealed.arrayBuffer())) };
      }),
    ),
    content: await Promise.all(
      list.content
        .filter((each) => each.file !== null)
        .map(async ({ document, sha256, file: name }) => ({ document, sha256, bytes: await bytesOf(file, members, name!, Infinity) })),
    ),
  };
}

/** Sealed content is stored as it is, and never unpacked into memory; the small members may be packed. */
async function bytesOf(file: Blob, members: ReadonlyMap<string, Member>, name: string, most = SMALL): Promise<Blob> {
  const member = members.get(name);
  if (!member || member.size > most) throw new CarriedError('incomplete');
  const header = new DataView(await file.slice(member.at, member.at + 30).arrayBuffer());
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new CarriedError('not-carried');
  const from = member.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(from, from + member.packed);
  if (member.method === 0) return packed;
  if (member.method !== 8) throw new CarriedError('not-carried');
  try {
    const unpacked = await new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob();
    if (unpacked.size !== member.size) throw new CarriedError('incomplete');
    return unpacked;
  } catch (cause) {
    throw cause instanceof CarriedError ? cause : new CarriedError('incomplete', cause);
  }
}

async function directoryOf(file: Blob): Promise<Map<string, Member>> {
  const from = Math.max(0, file.size - 22 - 65_535);
  const tail = new DataView(await file.slice(from).arrayBuffer());
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const [size, offset] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
    if (size > SMALL || offset + size > file.size) break;
    return lines(new DataView(await file.slice(offset, offset + size).arrayBuffer()), tail.getUint16(at + 10, true));
  }
  throw new CarriedError('not-carried');
}

function lines(directory: DataView, count: number): Map<string, Member> {
  const members = new Map<string, Member>();
  for (let at = 0, n = 0; n < count; n++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50) throw new CarriedError('not-carried');
    const length = directory.getUint16(at + 28, true);
    const name = fromUtf8(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, length));
    if (members.has(name)) throw new CarriedError('not-carried');
    members.set(name, {
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      at: directory.getUint32(at + 42, true),
    });
    at += 46 + length + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return members;
}
