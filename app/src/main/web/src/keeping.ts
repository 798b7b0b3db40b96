/**
 * What has come of a large document, kept as it came, sealed, so that its download goes on from there after its page was closed (decision 0084).
 *
 * Threats: sealed bytes that stay behind on a shared computer and are opened years later with a key that was got elsewhere (kept for a week, thrown away with one press,
 * gone when the file was saved or the host does not give it any more); somebody who changes them meanwhile (they are opened and hashed as if they came from the host); two
 * tabs that write one file (a lock for each).
 */
import { folder, hold, removeUnheld, roomLeft } from './own-files.ts';

export const KEPT = 'enlace-coming';
/** What is smaller has come again before anybody wonders. */
export const LEAST_KEPT = 8 * 1024 * 1024;
/** Milliseconds after the last byte came. */
const KEPT_FOR = 7 * 24 * 3600 * 1000;

/** How many bytes are here, and until when they are kept. */
export interface Kept {
  readonly bytes: number;
  readonly until: Date;
}

/** Undefined where nothing is kept of it. */
export async function keptOf(document: string): Promise<Kept | undefined> {
  const file = await fileOf(document);
  if (!file || file.size === 0 || isOutlived(file.lastModified)) return undefined;
  return { bytes: file.size, until: new Date(file.lastModified + KEPT_FOR) };
}

/** Also what is said to be of a day to come: nobody knows how long it has been here. */
export function isOutlived(lastCame: number, now = Date.now()): boolean {
  return Math.abs(now - lastCame) > KEPT_FOR;
}

/** One page's hold on what is kept of a document: no other page writes or removes it meanwhile. */
export class Keeping {
  readonly document: string;
  readonly leave: () => void;

  private constructor(document: string, leave: () => void) {
    this.document = document;
    this.leave = leave;
  }

  /** Undefined where this browser keeps nothing; `elsewhere` where another page of it has this one. */
  static async take(document: string): Promise<Keeping | 'elsewhere' | undefined> {
    if (!('locks' in navigator) || !(await folder(KEPT))) return undefined;
    const leave = await hold(KEPT, document);
    return leave ? new Keeping(document, leave) : 'elsewhere';
  }

  /** Whether there is room for so many bytes, with those that are here. */
  async fits(bytes: number): Promise<boolean> {
    return bytes <= (await roomLeft()) + ((await fileOf(this.document))?.size ?? 0);
  }

  async throwAway(): Promise<void> {
    await (await folder(KEPT))?.removeEntry(this.document).catch(() => undefined); // nothing had come
    this.leave();
  }
}

/** What is too old goes whenever a page that uses keys is loaded. It stays when keys are forgotten: nights end sessions, and nobody opens it without a key. */
export function keepKeptFresh(): void {
  const clear = (): void => void removeUnheld(KEPT, ({ lastModified, size }) => size === 0 || isOutlived(lastModified));
  clear();
  document.addEventListener('enlace:unlocked', clear);
}

async function fileOf(document: string): Promise<File | undefined> {
  try {
    return await (await (await folder(KEPT))?.getFileHandle(document))?.getFile();
  } catch {
    return undefined; // nothing is kept of it
  }
}
