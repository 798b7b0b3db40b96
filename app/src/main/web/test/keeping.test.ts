import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newIdentity, recipientOf, seal } from '../src/age.ts';
import type { Bytes } from '../src/age.ts';
import { digest } from '../src/encoding.ts';
import { isOutlived } from '../src/keeping.ts';
import { KeptPart, goingOn } from '../src/kept-part.ts';
import type { SyncFile } from '../src/own-files.ts';
import { CHUNK, openInChunks } from '../src/sealing-pipe.ts';

const DAY = 24 * 3600 * 1000;
const plain = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 9)) & 0xff);

/** A file as a browser has it, on a disk that takes so many bytes. */
class Disk implements SyncFile {
  bytes: Buffer;
  isOpen = false;
  readonly #room: number;

  constructor(bytes: Uint8Array = new Uint8Array(0), room = Infinity) {
    this.bytes = Buffer.from(bytes);
    this.#room = room;
  }

  getSize(): number {
    this.isOpen = true;
    return this.bytes.length;
  }

  read(into: Uint8Array, { at }: { readonly at: number }): number {
    return this.bytes.copy(into, 0, at, at + into.length);
  }

  write(bytes: Uint8Array, { at }: { readonly at: number } = { at: 0 }): number {
    if (at + bytes.length > this.#room) throw new DOMException('full', 'QuotaExceededError');
    this.bytes = Buffer.concat([this.bytes.subarray(0, at), bytes, this.bytes.subarray(at + bytes.length)]);
    return bytes.length;
  }

  truncate(size: number): void {
    this.bytes = this.bytes.subarray(0, size);
  }

  flush(): void {
    assert.ok(this.isOpen);
  }

  close(): void {
    this.isOpen = false;
  }
}

/** A line that gives the document from where it is asked, and breaks after so many bytes. */
function line(document: Uint8Array, breaksAt = Infinity) {
  const asked: number[] = [];
  const rest = (from: number): ReadableStream<Bytes> => {
    asked.push(from);
    let at = from;
    return new ReadableStream<Bytes>({
      pull(controller) {
        if (at >= breaksAt) return controller.error(new Error('broken'));
        if (at === document.length) return controller.close();
        const piece = document.slice(at, Math.min(at + 100_000, breaksAt));
        at += piece.length;
        controller.enqueue(piece);
      },
    });
  };
  return { asked, rest };
}

async function sealedDocument(size: number) {
  const identity = await newIdentity();
  const content = plain(size);
  const sealed = new Uint8Array(await seal(content, await recipientOf(identity)));
  return { identity, content, sealed, expected: { sha256: digest(sealed), size: sealed.length, plain: { sha256: digest(content), size } } };
}

type Document = Awaited<ReturnType<typeof sealedDocument>>;

async function opened({ identity, expected }: Document, kept: KeptPart, rest: (from: number) => ReadableStream<Bytes>, reread: (done: number) => void = () => undefined): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of openInChunks(goingOn(kept, rest, reread), identity, expected)) pieces.push(piece);
  } finally {
    await kept.close();
  }
  return Buffer.concat(pieces);
}

test('what came before a line broke is kept sealed, and the next attempt asks for the rest only', async () => {
  const document = await sealedDocument(3 * CHUNK);
  const disk = new Disk();
  const broken = line(document.sealed, 2 * CHUNK + 77);
  await assert.rejects(opened(document, await KeptPart.of(disk, document.sealed.length), broken.rest));
  assert.deepEqual(broken.asked, [0]);
  assert.deepEqual(disk.bytes, Buffer.from(document.sealed.subarray(0, 2 * CHUNK + 77)));
  assert.equal(disk.isOpen, false);

  const whole = line(document.sealed);
  const reread: number[] = [];
  const came = await opened(document, await KeptPart.of(disk, document.sealed.length), whole.rest, (done) => reread.push(done));
  assert.ok(came.equals(document.content));
  assert.deepEqual(whole.asked, [2 * CHUNK + 77]);
  assert.deepEqual(reread, [CHUNK, 2 * CHUNK, 2 * CHUNK + 77]);
  assert.deepEqual(disk.bytes, Buffer.from(document.sealed));
});

test('the host is asked for the last byte at least, and what is longer than the document is cut', async () => {
  const document = await sealedDocument(CHUNK);
  for (const more of [0, 500]) {
    const disk = new Disk(Buffer.concat([document.sealed, new Uint8Array(more)]));
    const { asked, rest } = line(document.sealed);
    assert.ok((await opened(document, await KeptPart.of(disk, document.sealed.length), rest)).equals(document.content));
    assert.deepEqual(asked, [document.sealed.length - 1]);
    assert.equal(disk.bytes.length, document.sealed.length);
  }
});

test('what was changed while it was kept is refused', async () => {
  const document = await sealedDocument(3 * CHUNK);
  for (const [at, length] of [[40, 2 * CHUNK], [CHUNK, 2 * CHUNK]] as const) {
    const changed = document.sealed.slice(0, length);
    changed[at]! ^= 1;
    const kept = await KeptPart.of(new Disk(changed), document.sealed.length);
    await assert.rejects(opened(document, kept, line(document.sealed).rest), { name: 'SealError' });
  }
});

test('the beginning of another document, well sealed to the same key, is refused', async () => {
  const document = await sealedDocument(2 * CHUNK);
  const other = new Uint8Array(await seal(plain(2 * CHUNK), await recipientOf(document.identity)));
  for (const length of [CHUNK, other.length]) {
    const kept = await KeptPart.of(new Disk(other.subarray(0, length)), document.sealed.length);
    await assert.rejects(opened(document, kept, line(document.sealed).rest), { fault: 'damaged' });
  }
});

test('where the disk takes no more nothing is kept, and the document comes all the same', async () => {
  const document = await sealedDocument(2 * CHUNK);
  const disk = new Disk(document.sealed.subarray(0, CHUNK), CHUNK + 150_000);
  assert.ok((await opened(document, await KeptPart.of(disk, document.sealed.length), line(document.sealed).rest)).equals(document.content));
  assert.equal(disk.bytes.length, 0);
});

test('it is kept for seven days after its last byte, and not for ever by a clock that was wrong', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  assert.equal(isOutlived(now - 7 * DAY, now), false);
  assert.equal(isOutlived(now - 7 * DAY - 1, now), true);
  assert.equal(isOutlived(now + 1000, now), false);
  assert.equal(isOutlived(now + 8 * DAY, now), true);
});
