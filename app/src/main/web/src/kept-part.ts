/** What is kept of one sealed document, in the worker: read from its beginning, then written as more comes. Memory does not grow with it. */
import { SealError } from './age.ts';
import type { Bytes } from './age.ts';
import { KEPT } from './keeping.ts';
import { openFile } from './own-files.ts';
import type { SyncFile } from './own-files.ts';

const PIECE = 1024 * 1024;
/** A worker that was ended a moment ago may still have the file open: how often it is tried, and how long after. */
const TRIES = 10;
const BETWEEN = 200;

/** Undefined where this browser will not have it: then the document comes as one that nobody keeps. */
export async function keptPart(document: string, total: number): Promise<KeptPart | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await KeptPart.of(await openFile(KEPT, document), total);
    } catch {
      if (tries === TRIES) return undefined;
      await new Promise((later) => setTimeout(later, BETWEEN));
    }
  }
}

export class KeptPart {
  /** Where the rest begins. At least the last byte comes from the host, so that it is asked whether it still gives the document. */
  readonly from: number;
  readonly #file: SyncFile;
  #full = false;
  #end: number;

  private constructor(file: SyncFile, from: number) {
    this.#file = file;
    this.from = this.#end = from;
  }

  static async of(file: SyncFile, total: number): Promise<KeptPart> {
    return new KeptPart(file, Math.min(await file.getSize(), total - 1));
  }

  /** @throws SealError when it is shorter than it was */
  read(offset: number): Bytes {
    const piece = new Uint8Array(Math.min(PIECE, this.from - offset));
    const length = this.#file.read(piece, { at: offset });
    if (length === 0) throw new SealError('damaged');
    return piece.subarray(0, length);
  }

  /** Keeps what came next. Where this computer takes no more, everything is given up: saving the document needs the room more. */
  async add(bytes: Uint8Array): Promise<void> {
    if (this.#full) return;
    if (this.#written(bytes) === bytes.length) {
      this.#end += bytes.length;
      return;
    }
    this.#full = true;
    this.#end = 0;
    await this.#file.truncate(0);
  }

  async close(): Promise<void> {
    await this.#file.truncate(this.#end); // it was longer than the document, or ends with half a piece
    await this.#file.flush();
    await this.#file.close();
  }

  #written(bytes: Uint8Array): number {
    try {
      return this.#file.write(bytes, { at: this.#end });
    } catch {
      return 0;
    }
  }
}

/** The whole document: what is kept, then the rest, which is kept as it comes. @param reread told how much of what is kept was read */
export function goingOn(kept: KeptPart, rest: (from: number) => ReadableStream<Bytes>, reread: (done: number) => void): ReadableStream<Bytes> {
  let at = 0;
  let reader: ReadableStreamDefaultReader<Bytes> | undefined;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      if (at < kept.from) {
        const piece = kept.read(at);
        at += piece.length;
        controller.enqueue(piece);
        return reread(at);
      }
      const { value } = await (reader ??= rest(kept.from).getReader()).read();
      if (!value) return controller.close();
      await kept.add(value);
      controller.enqueue(value);
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}
