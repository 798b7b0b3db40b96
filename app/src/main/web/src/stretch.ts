/**
 * The key that a passphrase gives: scrypt, in a worker, so that the page goes on answering and its 128 MiB are given back at once.
 * Where there is no worker to be had it runs here.
 */
import { scrypt } from '@noble/hashes/scrypt.js';
import { checkedScript } from './assets.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const LABEL = new TextEncoder().encode('age-encryption.org/v1/scrypt');

/** @param factor the work is 2^factor */
export async function stretch(passphrase: string, salt: Uint8Array, factor: number): Promise<Uint8Array> {
  const address = typeof Worker === 'undefined' ? undefined : await checkedScript('worker.js').catch(() => undefined);
  if (!address) return stretchHere(passphrase, salt, factor);
  const worker = new Worker(address, { type: 'module' });
  try {
    return await new Promise((done, fail) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => data.type === 'stretched' && done(data.key));
      worker.addEventListener('error', (event) => fail(new Error(event.message)));
      worker.postMessage({ type: 'stretch', passphrase, salt, factor } satisfies ToWorker);
    });
  } finally {
    worker.terminate();
  }
}

export function stretchHere(passphrase: string, salt: Uint8Array, factor: number): Uint8Array {
  const labelled = new Uint8Array([...LABEL, ...salt]);
  return scrypt(passphrase.normalize('NFKC'), labelled, { N: 2 ** factor, r: 8, p: 1, dkLen: 32 });
}
