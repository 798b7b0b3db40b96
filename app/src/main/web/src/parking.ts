/**
 * Opened files on their way to this computer's disk, in browsers that let no page write there (Firefox, Safari): they are gathered in the browser's own file system,
 * which keeps them on the disk and not in memory, and offered for saving as one once everything agreed.
 *
 * Threat: plaintext that stays behind on a shared computer. Whatever nobody is saving is removed: some time after it was handed over, when the keys are forgotten, and
 * whenever a page that uses keys is loaded, which also finds what a crash left. A lock that dies with its page tells what is still needed.
 */
import { newId } from './encoding.ts';
import { offer } from './offer.ts';
import { folder, hold, removeUnheld, roomLeft } from './own-files.ts';

export const PARKED = 'enlace-saving';
/** Where there is no such file system (a private window) a file is gathered in memory, and not a larger one than this. */
export const MOST_IN_MEMORY = 256 * 1024 * 1024;
/** Bytes a second at which a browser copies at least, and seconds it gets in any case. */
const COPYING = 8 * 1024 * 1024;
const AT_LEAST = 120;

/** How many bytes may be parked here: none where there is no file system for it. */
export async function parkingSpace(): Promise<number> {
  return 'locks' in navigator && (await folder(PARKED)) ? roomLeft() : 0;
}

export class Parked {
  readonly name = newId();
  #leave: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** From here on nobody removes it but this page; the worker writes it. */
  async reserve(): Promise<void> {
    this.#leave = (await hold(PARKED, this.name))!; // a name that nobody else has
    reserved.add(this);
  }

  /** Offers it for saving, and removes it when the browser has had time to copy it. @return seconds until then */
  async handOver(name: string): Promise<number> {
    const file = await (await (await folder(PARKED))!.getFileHandle(this.name)).getFile();
    offer(file.slice(0, file.size, 'application/octet-stream'), name);
    const seconds = AT_LEAST + Math.ceil(file.size / COPYING);
    this.#timer = setTimeout(() => void this.remove(), seconds * 1000);
    return seconds;
  }

  async remove(): Promise<void> {
    clearTimeout(this.#timer);
    reserved.delete(this);
    const gone = await (await folder(PARKED))?.removeEntry(this.name).then(
      () => true,
      () => false, // a worker that was just ended still holds it
    );
    this.#leave();
    if (!gone) setTimeout(() => void removeUnheld(PARKED), 2_000);
  }

  get isHandedOver(): boolean {
    return this.#timer !== undefined;
  }
}

const reserved = new Set<Parked>();

/** When keys are forgotten, what was handed over goes at once. Called by the pages, not by the worker. */
export function keepParkingClear(): void {
  const clear = (): void => void removeUnheld(PARKED);
  clear();
  document.addEventListener('enlace:unlocked', clear);
  document.addEventListener('enlace:locked', () => {
    for (const each of [...reserved]) if (each.isHandedOver) void each.remove();
    clear();
  });
}
