/**
 * The custody log as a reader checks it (`docs/protocols/custody-log.md`): entries, RFC 6962 proofs, signed-note checkpoints.
 *
 * Threat: the host shows one history to one officer and another to the next, or leaves something out. A checkpoint signed by the log's key fixes one history;
 * a consistency proof ties it to the last one this officer saw; an inclusion proof ties a thing to it. Sizes and indexes are exact up to 2^53.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromB64, hex, sameBytes, utf8 } from './encoding.ts';

export type LogFault =
  | 'entry-unreadable'
  | 'checkpoint-unreadable'
  | 'checkpoint-signature'
  | 'not-included'
  | 'not-consistent';

export class LogError extends Error {
  readonly fault: LogFault;

  constructor(fault: LogFault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'LogError';
    this.fault = fault;
  }
}

export interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly time: string;
  readonly subject: string | undefined;
  /** Hex SHA-256 of the thing entered. */
  readonly digest: string;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface LogKey {
  readonly name: string;
  readonly hash: Uint8Array;
  readonly publicKey: Uint8Array;
}

const ENTRY = new RegExp(
  '^enlace-entry/v1\\nkind ([a-z-]{1,32})\\nid ([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\\n' +
    'time (\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z)\\n(?:subject ([a-z0-9:._/-]{1,128})\\n)?digest sha256:([0-9a-f]{64})\\n$',
);

/** The kinds that there are, and how the subject of each begins; null where there is none. */
const SUBJECTS: Readonly<Record<string, string | null>> = {
  act: null,
  receipt: null,
  'officer-key': 'officer:',
  'authority-key': 'authority:',
  admission: 'authority:',
  departure: 'authority:',
  script: 'script:',
  release: null,
  refusal: null,
  reminder: null,
};

/** @throws LogError `entry-unreadable`, also for a kind that is not known here */
export function parseEntry(bytes: Uint8Array): Entry {
  const match = bytes.length <= 1024 ? ENTRY.exec(String.fromCharCode(...bytes)) : null;
  if (!match) throw new LogError('entry-unreadable');
  const [, kind, id, time, subject, digest] = match as unknown as [string, string, string, string, string | undefined, string];
  const begins = Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind] : undefined;
  const fitting = begins === null ? subject === undefined : begins !== undefined && subject?.startsWith(begins) && subject.length > begins.length;
  if (!fitting || !isMoment(time)) throw new LogError('entry-unreadable');
  return { kind, id, time, subject, digest };
}

export function leafHash(entry: Uint8Array): Uint8Array {
  return hashed(0, entry);
}

/** RFC 9162 §2.1.3.2. @throws LogError `not-included` */
export function checkInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): void {
  if (!isCount(index) || !isCount(size) || index >= size) throw new LogError('not-included');
  let fn = index;
  let sn = size - 1;
  let r = leaf;
  for (const p of proof) {
    if (sn === 0) throw new LogError('not-included');
    if (fn % 2 === 1 || fn === sn) {
      r = hashed(1, p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      r = hashed(1, r, p);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  if (sn !== 0 || !sameBytes(r, root)) throw new LogError('not-included');
}

/** RFC 9162 §2.1.4.2. From the empty tree everything follows. @throws LogError `not-consistent` */
export function checkConsistency(
  from: number,
  fromRoot: Uint8Array,
  to: number,
  toRoot: Uint8Array,
  proof: readonly Uint8Array[],
): void {
  if (!isCount(from) || !isCount(to) || from > to) throw new LogError('not-consistent');
  if (from === 0 || from === to) {
    const expected = from === 0 ? EMPTY_ROOT : toRoot;
    if (proof.length !== 0 || !sameBytes(fromRoot, expected)) throw new LogError('not-consistent');
    return;
  }
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first) throw new LogError('not-consistent');
  let fn = from - 1;
  let sn = to - 1;
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let fr = first;
  let sr = first;
  for (const c of path) {
    if (sn === 0) throw new LogError('not-consistent');
    if (fn % 2 === 1 || fn === sn) {
      fr = hashed(1, c, fr);
      sr = hashed(1, c, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      sr = hashed(1, sr, c);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  if (sn !== 0 || !sameBytes(fr, fromRoot) || !sameBytes(sr, toRoot)) throw new LogError('not-consistent');
}

/** The verifier key line of `/log/key`: `<name>+<hash>+<base64(0x01 || public key)>`. @throws LogError `checkpoint-unreadable` */
export function parseLogKey(line: string): LogKey {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line);
  if (!match) throw new LogError('checkpoint-unreadable');
  const [, name, hash, encoded] = match;
  const key = decoded(encoded!);
  if (key.length !== 33 || key[0] !== 1) throw new LogError('checkpoint-unreadable');
  const publicKey = key.subarray(1);
  const expected = sha256(new Uint8Array([...utf8(name!), 0x0a, 0x01, ...publicKey])).subarray(0, 4);
  if (hex(expected) !== hash) throw new LogError('checkpoint-unreadable');
  return { name: name!, hash: expected, publicKey };
}

/** @throws LogError `checkpoint-unreadable`, `checkpoint-signature` */
export function openCheckpoint(note: string, key: LogKey): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, key));
  if (checkpoint.origin !== key.name) throw new LogError('checkpoint-signature');
  return checkpoint;
}

/**
 * The text of a signed note, when this key signed it. Signature lines of others (witnesses) are passed over; a wrong one of this key spoils the note.
 * @throws LogError `checkpoint-unreadable`, `checkpoint-signature`
 */
export function openNote(note: string, key: LogKey): string {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new LogError('checkpoint-unreadable');
  const text = note.slice(0, split + 1);
  const own = note.slice(split + 2, -1).split('\n').map(parseSignature).filter(({ name, bytes }) => name === key.name && sameBytes(bytes.subarray(0, 4), key.hash));
  if (own.length === 0 || !own.every(({ bytes }) => isSignature(bytes.subarray(4), text, key))) throw new LogError('checkpoint-signature');
  return text;
}

/** @throws LogError `checkpoint-unreadable` */
export function parseCheckpoint(text: string): Checkpoint {
  const match = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text);
  if (!match) throw new LogError('checkpoint-unreadable');
  const [origin, size, root] = [match[1]!, Number(match[2]), decoded(match[3]!)];
  const rightIfEmpty = size !== 0 || sameBytes(root, EMPTY_ROOT);
  if (!isCount(size) || !rightIfEmpty) throw new LogError('checkpoint-unreadable');
  return { origin, size, root };
}

const EMPTY_ROOT = sha256(new Uint8Array(0));

function parseSignature(line: string): { readonly name: string; readonly bytes: Uint8Array } {
  const match = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line);
  const bytes = match ? decoded(match[2]!) : new Uint8Array(0);
  if (bytes.length < 5) throw new LogError('checkpoint-unreadable');
  return { name: match![1]!, bytes };
}

function isSignature(signature: Uint8Array, text: string, key: LogKey): boolean {
  try {
    return signature.length === 64 && ed25519.verify(signature, utf8(text), key.publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** @throws LogError `not-included` when a proof is not a list of 32-byte hashes. */
export function proofFrom(texts: readonly string[], fault: LogFault = 'not-included'): Uint8Array[] {
  return texts.map((text) => {
    const bytes = decoded(text, fault);
    if (bytes.length !== 32) throw new LogError(fault);
    return bytes;
  });
}

function decoded(text: string, fault: LogFault = 'checkpoint-unreadable'): Uint8Array {
  try {
    return fromB64(text);
  } catch (cause) {
    throw new LogError(fault, cause);
  }
}

function hashed(prefix: 0 | 1, ...parts: Uint8Array[]): Uint8Array {
  const hash = sha256.create().update(new Uint8Array([prefix]));
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The calendar has this day, and the day this hour: written again, it reads the same. */
function isMoment(time: string): boolean {
  const at = new Date(time);
  return !Number.isNaN(at.getTime()) && at.toISOString() === time;
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** Bit operations stop at 2^32; trees may grow beyond. */
function isPowerOfTwo(n: number): boolean {
  while (n % 2 === 0) n /= 2;
  return n === 1;
}
