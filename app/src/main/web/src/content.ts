/**
 * What a file is recognised by: SHA-256 of each MiB of it, and SHA-256 over those for the whole. Read before anything of it is sealed, and compared again, MiB by MiB,
 * while it is: a file that another program changes in between is noticed before what changed leaves this computer.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from './age.ts';
import { sameBytes } from './encoding.ts';

export const BLOCK = 1024 * 1024;
const DIGEST = 32;
/** Blocks between two words on how far it is. */
const PER_WORD = 16;

/** The digests of the blocks, one after the other. @param told bytes read so far */
export async function digestsOf(file: Blob, signal: AbortSignal, told: (done: number) => void): Promise<Bytes> {
  const digests = new Uint8Array(DIGEST * Math.ceil(file.size / BLOCK));
  for (let n = 0; n * BLOCK < file.size; n++) {
    signal.throwIfAborted();
    digests.set(await digestOf(await block(file, n)), n * DIGEST);
    if ((n + 1) % PER_WORD === 0) told((n + 1) * BLOCK);
  }
  return digests;
}

/** Stands for all of the content. */
export function contentOf(digests: Uint8Array): Bytes {
  return sha256(digests) as Bytes;
}

/** The block of that number, as it was when its digest was taken. @throws Error when it has changed */
export async function sameBlock(file: Blob, n: number, digests: Uint8Array): Promise<Bytes> {
  const bytes = await block(file, n);
  if (!sameBytes(await digestOf(bytes), digests.subarray(n * DIGEST, (n + 1) * DIGEST))) throw new Error('changed');
  return bytes;
}

async function block(file: Blob, n: number): Promise<Bytes> {
  return new Uint8Array(await file.slice(n * BLOCK, (n + 1) * BLOCK).arrayBuffer());
}

/** By the browser's own code, which is several times as fast as ours. */
async function digestOf(bytes: Bytes): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
