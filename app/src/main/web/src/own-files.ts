/**
 * The browser's own file system for this site, which keeps what large transfers need on the disk and not in memory: a folder for each purpose, and for each file a lock
 * that dies with the page that holds it.
 */

/** What the browser must be able to keep besides. */
const SPARE = 64 * 1024 * 1024;

/** What a worker may do with a file of this kind. Waited for, because older Safari answers with promises. */
export interface SyncFile {
  getSize(): number | Promise<number>;
  read(bytes: Uint8Array, where: { readonly at: number }): number;
  write(bytes: Uint8Array, where?: { readonly at: number }): number;
  truncate(size: number): void | Promise<void>;
  flush(): void | Promise<void>;
  close(): void | Promise<void>;
}

/** Undefined where the browser offers none, as in private windows. */
export async function folder(name: string): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  } catch {
    return undefined;
  }
}

/** Bytes that this site may write at most. */
export async function roomLeft(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return Math.max(0, quota - usage - SPARE);
}

/** In a worker: nobody else opens it until it is closed. @throws DOMException while somebody else has it open */
export async function openFile(place: string, name: string): Promise<SyncFile> {
  const file = (await (await folder(place))!.getFileHandle(name, { create: true })) as unknown as { createSyncAccessHandle(): Promise<SyncFile> };
  return file.createSyncAccessHandle();
}

/** Takes a file for this page. What is answered lets it go; undefined where another page has it. */
export function hold(place: string, name: string): Promise<(() => void) | undefined> {
  return new Promise((taken) => {
    void navigator.locks.request(lockOf(place, name), { ifAvailable: true }, (lock) => {
      if (!lock) return taken(undefined);
      return new Promise<void>((leave) => taken(leave));
    });
  });
}

/** Removes the files that no page holds. @param which all where it is not said */
export async function removeUnheld(place: string, which: (file: File) => boolean = () => true): Promise<void> {
  const there = await folder(place);
  if (!there) return;
  for await (const name of (there as unknown as { keys(): AsyncIterable<string> }).keys()) {
    const remove = async (lock: Lock | null): Promise<void> => {
      if (lock && which(await (await there.getFileHandle(name)).getFile())) await there.removeEntry(name);
    };
    await navigator.locks.request(lockOf(place, name), { ifAvailable: true }, remove).catch(() => undefined); // a worker that was just ended still holds it
  }
}

function lockOf(place: string, name: string): string {
  return `${place}/${name}`;
}
