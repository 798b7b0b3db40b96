import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { newIdentity, open, recipientOf, seal, sealedSize } from '../src/age.ts';
import { digest } from '../src/encoding.ts';
import { persist } from '../src/persist.ts';
import type { Persistence, Waiting } from '../src/persist.ts';
import type { Bytes, Recipient } from '../src/age.ts';
import { digestsOf } from '../src/content.ts';
import { CHUNK, openInChunks, sealInChunks } from '../src/sealing-pipe.ts';
import type { Sealed, Sealing } from '../src/sealing-pipe.ts';

const plain = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 9)) & 0xff);
const read = (file: Blob) => digestsOf(file, new AbortController().signal, () => undefined);
const how = async (file: Blob, recipient: Recipient): Promise<Sealing> => ({ recipient, seed: crypto.getRandomValues(new Uint8Array(32)), digests: await read(file) });
const sealAll = (file: Blob, sealing: Sealing, send: (n: number, chunk: Bytes) => Promise<void>) => sealInChunks(file, sealing, { from: 0, resealed: () => assert.fail(), send });
const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

test('a file goes out in chunks of exactly 1 MiB but the last, and opens from them', async () => {
  const identity = await newIdentity();
  for (const size of [0, 10, CHUNK - 300, CHUNK, 3 * CHUNK + 12_345]) {
    const chunks: Uint8Array[] = [];
    const file = new Blob([plain(size)]);
    const sealed = await sealAll(file, await how(file, await recipientOf(identity)), async (n, chunk) => {
      await later(n % 2 ? 1 : 5); // answers come in another order
      chunks[n] = chunk;
    });
    assert.equal(sealed.size, sealedSize(size));
    assert.ok(chunks.slice(0, -1).every((chunk) => chunk.length === CHUNK));
    const whole = Buffer.concat(chunks);
    assert.equal(sealed.sha256, createHash('sha256').update(whole).digest('hex'));
    assert.deepEqual(sealed.plain, { size, sha256: createHash('sha256').update(plain(size)).digest('hex') });
    assert.deepEqual(await open(new Uint8Array(whole), identity), plain(size));
  }
});

test('no more than three chunks wait for the server at once', async () => {
  let underway = 0;
  let most = 0;
  const file = new Blob([plain(8 * CHUNK)]);
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await sealAll(file, await how(file, await recipientOf(await newIdentity())), async () => {
    most = Math.max(most, ++underway);
    if (underway === 3) void later(50).then(answer); // time for a fourth
    await answered;
    underway--;
  });
  assert.equal(most, 3);
});

test('a chunk that is refused ends it; a file that cannot be read too', async () => {
  const recipient = await recipientOf(await newIdentity());
  const refused = new Error('413');
  const file = new Blob([plain(5 * CHUNK)]);
  await assert.rejects(sealAll(file, await how(file, recipient), (n) => (n === 1 ? Promise.reject(refused) : later(2))), refused);
  const gone = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const broken = { size: 5 * CHUNK, slice: () => ({ arrayBuffer: gone }) } as unknown as Blob;
  await assert.rejects(read(broken), { name: 'NotReadableError' });
  await assert.rejects(sealAll(broken, await how(file, recipient), () => later(0)), { name: 'NotReadableError' });
});

test('what is there already is sealed again to the same bytes, and only the rest goes out', async () => {
  const identity = await newIdentity();
  const file = new Blob([plain(4 * CHUNK + 77)]);
  const sealing = await how(file, await recipientOf(identity));
  const chunks: Bytes[] = [];
  const first = await sealAll(file, sealing, async (n, chunk) => void (chunks[n] = chunk));
  for (const from of [0, 3, 5]) {
    const again: Bytes[] = [];
    const resealed: number[] = [];
    const out = { from, resealed: (done: number) => void resealed.push(done), send: async (n: number, chunk: Bytes) => void (again[n] = chunk) };
    assert.deepEqual(await sealInChunks(file, sealing, out), first);
    assert.deepEqual(Object.keys(again).map(Number), [0, 1, 2, 3, 4].filter((n) => n >= from));
    for (const n of Object.keys(again).map(Number)) assert.deepEqual(again[n], chunks[n]);
    assert.equal(resealed.at(-1) ?? 0, Math.min(from * CHUNK, first.size));
  }
  assert.deepEqual(await open(new Uint8Array(Buffer.concat(chunks)), identity), plain(4 * CHUNK + 77));
});

test('a file that changes after it was read stops before a byte of the change goes out', async () => {
  const file = new Blob([plain(5 * CHUNK)]);
  const sealing = await how(file, await recipientOf(await newIdentity()));
  const changed = plain(5 * CHUNK);
  changed[3 * CHUNK + 5]! ^= 1;
  const sent: number[] = [];
  await assert.rejects(sealAll(new Blob([changed]), sealing, async (n) => void sent.push(n)), { message: 'changed' });
  assert.ok(sent.length <= 3 && sent.every((n) => n < 3));
});

async function opened(sealed: Uint8Array, identity: Awaited<ReturnType<typeof newIdentity>>, expected: Sealed = { sha256: digest(sealed), size: sealed.length }): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openInChunks(new Blob([sealed as Uint8Array<ArrayBuffer>]).stream(), identity, expected)) {
    assert.ok(piece.length <= CHUNK);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

test('a document comes back piece by piece, and is not done before size and hash agree', async () => {
  const identity = await newIdentity();
  const sealed = await seal(plain(2 * CHUNK + 5), await recipientOf(identity));
  assert.deepEqual(new Uint8Array(await opened(sealed, identity)), plain(2 * CHUNK + 5));
  await assert.rejects(opened(sealed, identity, { sha256: digest('other'), size: sealed.length }), { fault: 'damaged' });
  await assert.rejects(opened(sealed, identity, { sha256: digest(sealed), size: sealed.length - 1 }), { fault: 'damaged' });
  await assert.rejects(opened(sealed.slice(0, CHUNK), identity), { fault: 'damaged' });
  await assert.rejects(opened(sealed, await newIdentity()), { fault: 'wrong-key' });
});

test('a file that is not the one described is refused, however well it is sealed', async () => {
  const identity = await newIdentity();
  const sealed = await seal(plain(CHUNK + 9), await recipientOf(identity));
  const described = (bytes: Uint8Array) => ({ sha256: digest(sealed), size: sealed.length, plain: { sha256: digest(bytes), size: bytes.length } });
  assert.equal((await opened(sealed, identity, described(plain(CHUNK + 9)))).length, CHUNK + 9);
  await assert.rejects(opened(sealed, identity, described(plain(CHUNK + 8))), { fault: 'damaged' });
});

test('another well-sealed document in its place is refused', async () => {
  const identity = await newIdentity();
  const [asked, given] = [await seal(plain(100), await recipientOf(identity)), await seal(plain(100), await recipientOf(identity))];
  await assert.rejects(opened(given, identity, { sha256: digest(asked), size: asked.length }), { fault: 'damaged' });
});

function patience(signal = new AbortController().signal): Persistence & { readonly told: (Waiting | undefined)[] } {
  const told: (Waiting | undefined)[] = [];
  return {
    signal,
    nudges: new EventTarget(),
    told,
    waiting: (waiting) => told.push(waiting),
    passing: (failure) => (failure === 'lost' ? 'connection' : failure === 'session' ? 'session' : undefined),
  };
}

test('what is lost is tried again, at once when told that the connection is back', async () => {
  const how = patience();
  let tries = 0;
  const result = persist(async () => {
    if (++tries < 3) throw 'lost';
    return 'here';
  }, how);
  while (tries < 3) {
    await later(5);
    how.nudges.dispatchEvent(new Event('again'));
  }
  assert.equal(await result, 'here');
  assert.deepEqual(how.told, [{ reason: 'connection', seconds: 1 }, { reason: 'connection', seconds: 2 }, undefined]);
});

test('without a session it waits for somebody, not for time', async () => {
  const how = patience();
  let tries = 0;
  const result = persist(async () => {
    if (++tries === 1) throw 'session';
  }, how);
  await later(30);
  assert.deepEqual([tries, how.told], [1, [{ reason: 'session', seconds: undefined }]]);
  how.nudges.dispatchEvent(new Event('again'));
  await result;
});

test('a refusal is not tried again; cancelling ends the waiting', async () => {
  await assert.rejects(persist(() => Promise.reject(new Error('422')), patience()), /422/);
  const ending = new AbortController();
  const result = persist(() => Promise.reject('lost'), patience(ending.signal));
  await later(5);
  ending.abort();
  await assert.rejects(result, { name: 'AbortError' });
});
