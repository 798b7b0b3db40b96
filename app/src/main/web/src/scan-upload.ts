/**
 * The scan of a paper on its way to the change that rests on it. It is no secret from the host, and is not sealed: whoever decides on the change reads it there.
 * The server knows a file by its bytes: the same one, chosen again after the page was closed, goes on where it stopped.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from './encoding.ts';
import { CHUNK } from './sealing-pipe.ts';
import { formKey, post } from './session.ts';
import { Transfer, TransferError } from './transfer.ts';

/** @property missing the first chunk missing, or nothing when all are there */
interface Progress {
  readonly id: string;
  readonly missing: readonly number[];
  readonly stored: boolean;
}

export class ScanUpload extends Transfer<void> {
  readonly #file: File;
  readonly #change: string;

  constructor(file: File, change: string) {
    super(file.size);
    this.#file = file;
    this.#change = change;
  }

  get name(): string {
    return this.#file.name;
  }

  protected override async transfer(signal: AbortSignal): Promise<void> {
    const sent = { sha256: await hashOf(this.#file, signal), size: this.#file.size };
    const all = `/changes/${this.#change}/scans`;
    const scan = await this.persistently(() => post<Progress>(all, { name: this.#file.name, ...sent }));
    const address = `${all}/${scan.id}`;
    const from = scan.missing[0];
    if (from !== undefined) await this.inWorker({ type: 'send', file: this.#file, address, from, sent, formKey: formKey() });
    if (!scan.stored) await this.persistently(() => post(`${address}/completion`, {}));
  }

  /** What arrived stays for going on; the page says so, and offers to give it up. */
  protected override abandon(): Promise<void> {
    return Promise.resolve();
  }
}

async function hashOf(file: File, signal: AbortSignal): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += CHUNK) {
    signal.throwIfAborted();
    const piece = await file
      .slice(at, at + CHUNK)
      .arrayBuffer()
      .catch((failure: unknown) => {
        throw new TransferError('file-unreadable', failure);
      });
    hash.update(new Uint8Array(piece));
  }
  return hex(hash.digest());
}
