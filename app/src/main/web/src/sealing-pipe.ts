/**
 * A file, sealed as it is read and handed over in chunks of 1 MiB, and the way back. Runs in the worker; memory does not grow with the file.
 *
 * Threats: a connection lost in the middle (a sealed chunk is kept until the server has it), or a page that was closed (sealing again gives the same bytes); a file
 * that is changed by another program while it is read (`content.ts`), or served cut short or altered (nothing is said to be done before size and SHA-256 of all
 * sealed bytes agree).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { SealError, openStream } from './age.ts';
import type { Bytes, Identity, Recipient } from './age.ts';
import { BLOCK, contentOf, sameBlock } from './content.ts';
import { hex } from './encoding.ts';
import { Sealer } from './reproducible.ts';

export const CHUNK = 1024 * 1024;
/** Chunks on their way at once: enough to fill a line of 150 ms, and four MiB of memory. */
const AT_ONCE = 3;

/** Bytes as they can be recognised anywhere. */
export interface Digested {
  /** Hex. */
  readonly sha256: string;
  readonly size: number;
}

/** Hash and size of the sealed bytes, and of the file as it was before. Messages of earlier versions do not say the latter. */
export interface Sealed extends Digested {
  readonly plain?: Digested;
}

/** How a file is sealed: the same three, and the same file, give the same bytes. */
export interface Sealing {
  readonly recipient: Recipient;
  readonly seed: Uint8Array;
  /** Of the file's blocks. */
  readonly digests: Uint8Array;
}

/** Where chunks go. */
export interface Outgoing {
  /** The first that is not there yet. What comes before it is sealed again for the hash over everything, and not sent. */
  readonly from: number;
  /** Bytes before `from` that were sealed again. */
  resealed(done: number): void;
  /** Gets each chunk with its number, at most three at a time, and resolves when the server has it. */
  send(n: number, chunk: Bytes): Promise<void>;
}

/** @throws Error when the file is not the one the digests were taken of */
export async function sealInChunks(file: Blob, how: Sealing, out: Outgoing): Promise<Required<Sealed>> {
  const plain = new Digest();
  const sealed = new Digest();
  const underway = new Set<Promise<void>>();
  let n = -1;
  for await (const chunk of rechunked(sealedPieces(file, how, plain), CHUNK)) {
    sealed.add(chunk);
    if (++n < out.from) {
      out.resealed(n * CHUNK + chunk.length);
      continue;
    }
    // Only what arrived leaves the set: a chunk that failed is found there by the next race, or at the end.
    const sending: Promise<void> = out.send(n, chunk).then(() => void underway.delete(sending));
    sending.catch(() => undefined);
    underway.add(sending);
    if (underway.size >= AT_ONCE) await Promise.race(underway);
  }
  await Promise.all(underway);
  return { ...sealed.result(), plain: plain.result() };
}

async function* sealedPieces(file: Blob, { recipient, seed, digests }: Sealing, plain: Digest): AsyncGenerator<Uint8Array> {
  const sealer = new Sealer(seed, contentOf(digests), recipient);
  yield sealer.beginning;
  for (let n = 0; n === 0 || n * BLOCK < file.size; n++) {
    const block = file.size === 0 ? new Uint8Array(0) : await sameBlock(file, n, digests);
    plain.add(block);
    yield* sealer.seal(block, (n + 1) * BLOCK >= file.size);
  }
}

/** The plaintext of a sealed stream in pieces of up to 1 MiB. What was yielded must be thrown away when this throws. @throws SealError */
export async function* openInChunks(sealed: ReadableStream<Uint8Array>, identity: Identity, expected: Sealed): AsyncGenerator<Bytes> {
  const came = new Digest();
  const plain = new Digest();
  for await (const piece of rechunked(piecesOf(await openStream(sealed.pipeThrough(came.watch(expected.size)), identity)), CHUNK)) {
    if (expected.plain) plain.add(piece);
    yield piece;
  }
  if (!came.is(expected) || (expected.plain && !plain.is(expected.plain))) throw new SealError('damaged');
}

/** What flows by, counted and hashed. */
class Digest {
  readonly #hash = sha256.create();
  #size = 0;

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#size += bytes.length;
  }

  /** @param most bytes that may come: what is longer is not what was expected */
  watch(most: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.add(chunk);
        if (this.#size > most) throw new SealError('damaged');
        controller.enqueue(chunk);
      },
    });
  }

  is(expected: Digested): boolean {
    return this.#size === expected.size && hex(this.#hash.clone().digest()) === expected.sha256;
  }

  result(): Digested {
    return { sha256: hex(this.#hash.clone().digest()), size: this.#size };
  }
}

/** Pieces of exactly `length` bytes, the last one shorter; each in a buffer of its own, which may be given away. */
export async function* rechunked(pieces: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Bytes> {
  let buffer = new Uint8Array(length);
  let used = 0;
  for await (const piece of pieces) {
    for (let offset = 0; offset < piece.length; ) {
      const part = piece.subarray(offset, offset + length - used);
      buffer.set(part, used);
      used += part.length;
      offset += part.length;
      if (used === length) {
        yield buffer;
        buffer = new Uint8Array(length);
        used = 0;
      }
    }
  }
  if (used > 0) yield buffer.subarray(0, used);
}

/** Not every browser of ours lets a stream be iterated. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
