import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { newIdentity, open, recipientOf, seal, sealedSize } from '../src/age.ts';
import { digest } from '../src/encoding.ts';
import { persist } from '../src/persist.ts';
import type { Persistence, Waiting } from '../src/persist.ts';
import { CHUNK, openInChunks, sealInChunks } from '../src/sealing-pipe.ts';
import type { Sealed } from '../src/sealing-pipe.ts';

const plain = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 9)) & 0xff);
const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

test('a file goes out in chunks of exactly 1 MiB but the last, and opens from them', async () => {
  const identity = await newIdentity();
  for (const size of [0, 10, CHUNK - 300, CHUNK, 3 * CHUNK + 12_345]) {
    const chunks: Uint8Array[] = [];
    const sealed = await sealInChunks(new Blob([plain(size)]), await recipientOf(identity), async (n, chunk) => {
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
  await sealInChunks(new Blob([plain(8 * CHUNK)]), await recipientOf(await newIdentity()), async () => {
    most = Math.max(most, ++underway);
    await later(3);
    underway--;
  });
  assert.equal(most, 3);
});

test('a chunk that is refused ends it; a file that cannot be read too', async () => {
  const recipient = await recipientOf(await newIdentity());
  const refused = new Error('413');
  await assert.rejects(sealInChunks(new Blob([plain(5 * CHUNK)]), recipient, (n) => (n === 1 ? Promise.reject(refused) : later(2))), refused);
  const broken = { stream: () => new ReadableStream({ pull: (c) => c.error(new DOMException('gone', 'NotReadableError')) }) } as unknown as Blob;
  await assert.rejects(sealInChunks(broken, recipient, () => later(0)), { name: 'NotReadableError' });
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
