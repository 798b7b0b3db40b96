/**
 * Opened files on their way to this computer's disk, in browsers that let no page write there (Firefox, Safari): they are gathered in the browser's own file system,
 * which keeps them on the disk and not in memory, and offered for saving as one once everything agreed.
 *
 * Threat: plaintext that stays behind on a shared computer. Whatever nobody is saving is removed: some time after it was handed over, when the keys are forgotten, and
 * whenever a page that uses keys is loaded, which also finds what a crash left. A lock that dies with its page tells what is still needed.
 */
import { newId } from './encoding.ts';
import { offer } from './offer.ts';

const FOLDER = 'enlace-saving';
/** What the browser must be able to keep besides the file. */
const SPARE = 64 * 1024 * 1024;
/** Where there is no such file system (a private window) a file is gathered in memory, and not a larger one than this. */
export const MOST_IN_MEMORY = 256 * 1024 * 1024;
/** Bytes a second at which a browser copies at least, and seconds it gets in any case. */
const COPYING = 8 * 1024 * 1024;
const AT_LEAST = 120;

/** How many bytes may be parked here: none where there is no file system for it. */
export async function parkingSpace(): Promise<number> {
  if (!('locks' in navigator) || !(await folder())) return 0;
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return Math.max(0, quota - usage - SPARE);
}

export class Parked {
  readonly name = newId();
  #leave: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** From here on nobody removes it but this page; the worker writes it. */
  async reserve(): Promise<void> {
    await new Promise<void>((held) => {
      void navigator.locks.request(lockOf(this.name), () => {
        held();
        return new Promise<void>((leave) => (this.#leave = leave));
      });
    });
    reserved.add(this);
  }

  /** Offers it for saving, and removes it when the browser has had time to copy it. @return seconds until then */
  async handOver(name: string): Promise<number> {
    const file = await (await (await folder())!.getFileHandle(this.name)).getFile();
    offer(file.slice(0, file.size, 'application/octet-stream'), name);
    const seconds = AT_LEAST + Math.ceil(file.size / COPYING);
    this.#timer = setTimeout(() => void this.remove(), seconds * 1000);
    return seconds;
  }

  async remove(): Promise<void> {
    clearTimeout(this.#timer);
    reserved.delete(this);
    const gone = await (await folder())?.removeEntry(this.name).then(
      () => true,
      () => false, // a worker that was just ended still holds it
    );
    this.#leave();
    if (!gone) setTimeout(() => void clearParking(), 2_000);
  }

  get isHandedOver(): boolean {
    return this.#timer !== undefined;
  }
}

const reserved = new Set<Parked>();

/** Removes whatever no page is saving. */
export async function clearParking(): Promise<void> {
  const parked = await folder();
  if (!parked) return;
  for await (const name of (parked as unknown as { keys(): AsyncIterable<string> }).keys()) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock) await parked.removeEntry(name).catch(() => undefined);
    });
  }
}

/** Where the worker writes it. */
export async function parkedFile(name: string): Promise<FileSystemFileHandle> {
  return (await folder())!.getFileHandle(name, { create: true });
}

/** Undefined where the browser offers none, as in private windows. */
async function folder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return undefined;
  }
}

function lockOf(name: string): string {
  return `${FOLDER}/${name}`;
}

/** When keys are forgotten, what was handed over goes at once. Called by the pages, not by the worker. */
export function keepParkingClear(): void {
  const clear = (): void => void clearParking();
  clear();
  document.addEventListener('enlace:unlocked', clear);
  document.addEventListener('enlace:locked', () => {
    for (const each of [...reserved]) if (each.isHandedOver) void each.remove();
    clear();
  });
}
