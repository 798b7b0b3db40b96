/**
 * A sealed document on its way to this computer: fetched, opened and checked in the worker, saved piece by piece.
 *
 * Threats: a document that was altered or cut short (what was written is thrown away unless everything agrees at the end; where no page may write to the disk it
 * is offered for saving only then, `parking.ts`); a name made up by the other side that hides what a file is; a document that the browser would run
 * as a page of ours (it is never given a type).
 */
import { SealError } from './age.ts';
import type { Identity } from './age.ts';
import { Keeping, LEAST_KEPT } from './keeping.ts';
import { offer } from './offer.ts';
import { MOST_IN_MEMORY, Parked, parkingSpace } from './parking.ts';
import type { Digested } from './sealing-pipe.ts';
import { Problem, refreshSession } from './session.ts';
import { Transfer, TransferError } from './transfer.ts';

export interface SealedDocument {
  readonly document: string;
  readonly sha256: string;
  /** Of the sealed bytes. */
  readonly size: number;
  readonly plain?: Digested;
}

/** `kept`: seconds for which this browser keeps a copy that it may be copying from; 0 where there is none. */
export interface Saved {
  readonly kept: number;
}

/** Where plaintext goes. Nothing may be there to be found unless it was closed. */
interface Target {
  /** The parked file that the worker writes; without one the pieces come to `write`. */
  readonly park?: string;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<number | void>;
  abort(): Promise<void>;
}

export class Download extends Transfer<Saved> {
  readonly #what: SealedDocument;
  readonly #identity: Identity;
  readonly #target: Target;
  readonly #keeping: Keeping | undefined;

  /** @param keeping of the sealed bytes, where they are kept */
  constructor(what: SealedDocument, identity: Identity, target: Target, keeping: Keeping | undefined) {
    super(what.size);
    this.#what = what;
    this.#identity = identity;
    this.#target = target;
    this.#keeping = keeping;
  }

  protected override async transfer(): Promise<Saved> {
    const { document, sha256, size, plain } = this.#what;
    const { park } = this.#target;
    const expected = plain ? { sha256, size, plain } : { sha256, size };
    const keep = this.#keeping ? { keep: this.#keeping.document } : {};
    const start = { type: 'open', address: `/documents/${document}`, identity: this.#identity, expected, ...keep } as const;
    if (park === undefined) await this.inWorker(start, (bytes) => this.#target.write(bytes));
    else await this.inWorker({ ...start, park });
    const kept = (await this.#target.close()) ?? 0;
    await this.#keeping?.throwAway();
    return { kept };
  }

  protected override async abandon(failure: unknown): Promise<void> {
    try {
      await this.#target.abort();
    } finally {
      if (await isOfNoUse(failure)) await this.#keeping?.throwAway();
      else this.#keeping?.leave();
    }
  }
}

/** Whether what had come is not worth keeping: it does not agree, or the host does not give this officer the document any more. To a colleague who signed in meanwhile it may not. */
async function isOfNoUse(failure: unknown): Promise<boolean> {
  if (failure instanceof Problem) return !failure.passing && (await refreshSession()) === 'same';
  return failure instanceof SealError || (failure instanceof TransferError && failure.fault === 'kept-damaged');
}

/**
 * Saves a document where the officer says. Call it from a click: the browser asks for the place. Undefined when the officer changed their mind.
 * @param name as the sender gave it.
 * @throws TransferError `no-room`, `elsewhere`
 */
export async function download(what: SealedDocument, identity: Identity, name: string): Promise<Download | undefined> {
  const keeping = await keepingOf(what);
  let coming: Download | undefined;
  try {
    const target = await targetFor(safeName(name), what.size);
    return (coming = target && new Download(what, identity, target, keeping));
  } finally {
    if (!coming) keeping?.leave();
  }
}

/** Undefined where it is not worth it, or where there is no room for it besides the document itself, which needs the room more. @throws TransferError `elsewhere` */
async function keepingOf({ document, size }: SealedDocument): Promise<Keeping | undefined> {
  const keeping = size < LEAST_KEPT ? undefined : await Keeping.take(document);
  if (keeping === 'elsewhere') throw new TransferError('elsewhere');
  if (!keeping || (await keeping.fits(asksWhere() ? size : 2 * size))) return keeping;
  await keeping.throwAway();
  return undefined;
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

function asksWhere(): boolean {
  return 'showSaveFilePicker' in globalThis;
}

async function targetFor(name: string, size: number): Promise<Target | undefined> {
  if (!asksWhere()) return kept(name, size);
  try {
    const handle = await (globalThis as unknown as Picker).showSaveFilePicker({ suggestedName: name });
    return onDisk(await handle.createWritable());
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return undefined;
    if (cause instanceof DOMException && cause.name === 'SecurityError') return kept(name, size);
    throw new TransferError('not-saved', cause);
  }
}

/** Written beside the file, and put in its place by close(). */
function onDisk(writer: WritableStreamDefaultWriterLike): Target {
  const failed = (cause: unknown): never => {
    throw new TransferError('not-saved', cause); // the disk is full, or gone
  };
  return {
    write: (bytes) => writer.write(bytes).catch(failed),
    close: () => writer.close().catch(failed),
    abort: () => writer.abort(),
  };
}

/** Other browsers: on their own disk where they have one for us, in memory where they do not. @throws TransferError `no-room` before anything was fetched */
async function kept(name: string, size: number): Promise<Target> {
  const space = await parkingSpace();
  if (size <= space) return parked(name);
  if (size <= MOST_IN_MEMORY) return inMemory(name);
  throw new TransferError('no-room', undefined, Math.max(space, MOST_IN_MEMORY));
}

async function parked(name: string): Promise<Target> {
  const place = new Parked();
  await place.reserve();
  return {
    park: place.name,
    write: () => Promise.reject(new Error('the worker writes it')),
    close: () => place.handOver(name),
    abort: () => place.remove(),
  };
}

function inMemory(name: string): Target {
  let blobs: Blob[] = [];
  return {
    async write(bytes) {
      blobs.push(new Blob([bytes]));
    },
    async close() {
      offer(new Blob(blobs, { type: 'application/octet-stream' }), name);
    },
    async abort() {
      blobs = [];
    },
  };
}
