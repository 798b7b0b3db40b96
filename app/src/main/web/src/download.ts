/**
 * A sealed document on its way to this computer: fetched, opened and checked in the worker, saved piece by piece.
 *
 * Threats: a document that was altered or cut short (what was written is thrown away unless everything agrees at the end; where the browser has no such files it
 * is offered for saving only then); a name made up by the other side that hides what a file is; a document that the browser would run
 * as a page of ours (it is never given a type).
 */
import type { Identity } from './age.ts';
import { Transfer, TransferError } from './transfer.ts';

export interface SealedDocument {
  readonly document: string;
  readonly sha256: string;
  /** Of the sealed bytes. */
  readonly size: number;
}

/** Where plaintext goes. Nothing may be there to be found unless it was closed. */
interface Target {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

export class Download extends Transfer<void> {
  readonly #what: SealedDocument;
  readonly #identity: Identity;
  readonly #target: Target;

  constructor(what: SealedDocument, identity: Identity, target: Target) {
    super(what.size);
    this.#what = what;
    this.#identity = identity;
    this.#target = target;
  }

  protected override async transfer(): Promise<void> {
    const { document, sha256, size } = this.#what;
    const target = this.#target;
    await this.inWorker({ type: 'open', address: `/documents/${document}`, identity: this.#identity, expected: { sha256, size } }, (bytes) => target.write(bytes));
    await target.close();
  }

  protected override abandon(): Promise<void> {
    return this.#target.abort();
  }
}

/**
 * Saves a document where the officer says. Call it from a click: the browser asks for the place. Undefined when the officer changed their mind.
 * @param name as the sender gave it.
 */
export async function download(what: SealedDocument, identity: Identity, name: string): Promise<Download | undefined> {
  const target = await targetFor(safeName(name));
  return target && new Download(what, identity, target);
}

/** Without paths, without control and direction characters that hide an ending, and never empty. */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(-120);
  return safe || 'document';
}

interface Picker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<{ createWritable(): Promise<WritableStreamDefaultWriterLike> }>;
}

interface WritableStreamDefaultWriterLike {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

async function targetFor(name: string): Promise<Target | undefined> {
  if (!('showSaveFilePicker' in globalThis)) return inBlobs(name);
  try {
    const handle = await (globalThis as unknown as Picker).showSaveFilePicker({ suggestedName: name });
    return await handle.createWritable(); // written beside the file, and put in its place by close()
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return undefined;
    if (cause instanceof DOMException && cause.name === 'SecurityError') return inBlobs(name);
    throw new TransferError('not-saved', cause);
  }
}

/** Other browsers: blobs, which they keep on disk when they grow, and a download at the end. */
function inBlobs(name: string): Target {
  let blobs: Blob[] = [];
  return {
    async write(bytes) {
      blobs.push(new Blob([bytes]));
    },
    async close() {
      const address = URL.createObjectURL(new Blob(blobs, { type: 'application/octet-stream' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
    async abort() {
      blobs = [];
    },
  };
}
