import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PackageError, withFile } from '../src/exchange/package.ts';

const EMPTY = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);

/** Reads a ZIP by its directory, as any program does: name → text and checksum. */
async function files(zip: Blob): Promise<Map<string, { text: string; crc: string }>> {
  const view = new DataView(await zip.arrayBuffer());
  const end = view.byteLength - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  const found = new Map<string, { text: string; crc: string }>();
  let at = view.getUint32(end + 16, true);
  assert.equal(at + view.getUint32(end + 12, true), end);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    const size = view.getUint32(at + 24, true);
    const length = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const text = (from: number, n: number): string => new TextDecoder().decode(new Uint8Array(view.buffer, from, n));
    assert.equal(view.getUint32(local, true), 0x04034b50);
    assert.equal(text(local + 30, length), text(at + 46, length));
    assert.equal(view.getUint32(local + 14, true), view.getUint32(at + 16, true));
    found.set(text(at + 46, length), { text: text(local + 30 + length, size), crc: view.getUint32(at + 16, true).toString(16) });
    at += 46 + length;
  }
  return found;
}

test('puts one more file into a package and leaves the others as they are', async () => {
  const one = await withFile(new Blob([EMPTY]), 'acts/001.jws', 'é');
  const two = await withFile(one, 'request-key.txt', '123456789');
  const found = await files(two);
  assert.equal(found.get('acts/001.jws')?.text, 'é');
  // The check value of CRC-32 in every catalogue.
  assert.deepEqual(found.get('request-key.txt'), { text: '123456789', crc: 'cbf43926' });
  assert.deepEqual(new Uint8Array(await two.slice(0, 40).arrayBuffer()), new Uint8Array(await one.slice(0, 40).arrayBuffer()));
});

test('refuses what broke off on the way, and what is no package', async () => {
  const whole = await withFile(new Blob([EMPTY]), 'a', 'b');
  for (const bad of [whole.slice(0, whole.size - 1), whole.slice(0, 10), new Blob(['<html>']), new Blob([])]) {
    await assert.rejects(withFile(bad, 'request-key.txt', 'k'), PackageError);
  }
});
