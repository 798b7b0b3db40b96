import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  newIdentity,
  open,
  openJson,
  openStream,
  recipientOf,
  seal,
  sealJson,
  sealedSize,
} from '../src/age.ts';
import type { Enveloped, Identity, Recipient } from '../src/age.ts';
import { utf8 } from '../src/encoding.ts';
import { toldPlainly } from '../src/native-x25519.ts';
import { Sealer } from '../src/reproducible.ts';
import { openJsonWithPassphrase, sealJsonWithPassphrase } from '../src/passphrase.ts';

const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000];

test('what is sealed opens, at every size around a chunk, and the size of the sealed file is known before', async () => {
  const identity = await newIdentity();
  for (const size of sizes) {
    const plain = filled(size);
    const sealed = await seal(plain, await recipientOf(identity));
    assert.equal(sealed.length, sealedSize(size));
    assert.deepEqual(await open(sealed, identity), plain);
  }
});

test('opens as a stream too, in pieces of any length', async () => {
  const identity = await newIdentity();
  const plain = filled(300_000);
  const sealed = await seal(plain, await recipientOf(identity));
  assert.deepEqual(await collected(await openStream(streamed(sealed, 12_345), identity)), plain);
});

test('a file for two opens for each of them', async () => {
  const [one, two] = [await newIdentity(), await newIdentity()];
  const sealed = await seal(utf8('for both'), await recipientOf(one), await recipientOf(two));
  for (const identity of [one, two]) assert.deepEqual(await open(sealed, identity), utf8('for both'));
});

test('another key does not open it, and is told so', async () => {
  const sealed = await seal(utf8('secret'), await recipientOf(await newIdentity()));
  await assert.rejects(open(sealed, await newIdentity()), { fault: 'wrong-key' });
});

test('a browser that takes no key beginning with a zero byte opens and computes with it all the same', async () => {
  const identity: Identity = 'AGE-SECRET-KEY-1QQRSU9GUYV4RZWPLGEX4GKMZD9C8WL593JFE4GDG47MTM3XT6TVSUFF9VY';
  const recipient: Recipient = 'age1za7c7gcldj4cn6srlyxj7t2nmkd6z0rcj374mpdc84y5298qku2q8mc0e3';
  const { subtle } = crypto;
  const here = subtle.importKey;
  let refused = 0;
  const likeWebKit = (async (format: 'pkcs8', key: Uint8Array<ArrayBuffer>, ...rest: [Algorithm, boolean, KeyUsage[]]) => {
    if (format !== 'pkcs8' || key[16] !== 0) return here.call(subtle, format, key, ...rest);
    refused++;
    throw new DOMException('Data provided to an operation does not meet requirements', 'DataError');
  }) as SubtleCrypto['importKey'];
  const sealed = await seal(utf8('secret'), recipient);
  subtle.importKey = toldPlainly(likeWebKit);
  try {
    assert.deepEqual(await open(sealed, identity), utf8('secret'));
    assert.equal(await recipientOf(identity), recipient);
    assert.ok(refused >= 2);
  } finally {
    subtle.importKey = here;
  }
});

test('no byte can be changed, and nothing cut off or added, without its being found', async () => {
  const identity = await newIdentity();
  const sealed = await seal(filled(70_000), await recipientOf(identity));
  for (const at of [0, 25, 40, 90, 130, 168, 180, 184, 200, 65_700, sealed.length - 1]) {
    const altered = sealed.slice();
    altered[at]! ^= 1;
    await assert.rejects(open(altered, identity), { name: 'SealError' }, `byte ${at}`);
  }
  for (const length of [0, 10, 100, 168, 175, 184, 190, 65_752, 65_753, sealed.length - 1]) {
    await assert.rejects(open(sealed.slice(0, length), identity), { name: 'SealError' }, `length ${length}`);
  }
  await assert.rejects(open(new Uint8Array([...sealed, 0]), identity), { fault: 'damaged' });
});

test('a stream that breaks off fails instead of ending', async () => {
  const identity = await newIdentity();
  const sealed = await seal(filled(200_000), await recipientOf(identity));
  const opened = await openStream(streamed(sealed.slice(0, 150_000), 10_000), identity);
  await assert.rejects(collected(opened), { fault: 'damaged' });
});

test('what is no age file is told from what is damaged', async () => {
  const identity = await newIdentity();
  await assert.rejects(open(utf8('%PDF-1.7\nnot sealed at all\n'), identity), { fault: 'not-age' });
});

test('nothing is sealed to nobody, nor to a kind of recipient that other programs cannot open', async () => {
  await assert.rejects(seal(utf8('x')), { fault: 'wrong-key' });
  for (const recipient of ['age1pq1qqqq', 'age1tag1qqqq', 'ssh-ed25519 AAAA', 'age1QQQ', '']) {
    await assert.rejects(seal(utf8('x'), recipient as Recipient), { fault: 'not-age' }, recipient);
  }
});

test('sealed JSON is read only as the version and kind it was written', async () => {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const value = { v: 1, kind: 'draft', text: 'Asunción' } as const;
  assert.deepEqual(await openJson<typeof value>('draft', await sealJson(value, recipient), identity), value);
  const others: object[] = [{ ...value, v: 2 }, { ...value, kind: 'form' }, [], { text: 'x' }];
  for (const other of others) {
    await assert.rejects(openJson('draft', await sealJson(other as Enveloped, recipient), identity), { fault: 'unknown-content' });
  }
  await assert.rejects(openJson('draft', await seal(new Uint8Array([0xff, 0xfe]), recipient), identity), { fault: 'unknown-content' });
});

test('a passphrase opens what it sealed, however its accents were typed; another one does not', async () => {
  const value = { v: 1, kind: 'officer-key' } as const;
  const sealed = await sealJsonWithPassphrase(value, 'cañón de Asunción ﬁn');
  assert.match(new TextDecoder().decode(sealed.subarray(0, 60)), /\n-> scrypt [A-Za-z0-9+/]{22} 17\n/);
  assert.deepEqual(await openJsonWithPassphrase('officer-key', sealed, 'cañón de Asunción fin'), value);
  await assert.rejects(openJsonWithPassphrase('officer-key', sealed, 'canon de Asuncion fin'), { fault: 'wrong-passphrase' });
});

test('a host cannot make opening cost what it likes', async () => {
  const header = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 24\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
  const started = performance.now();
  await assert.rejects(openJsonWithPassphrase('officer-key', utf8(header + 'x'.repeat(40)), 'x'), { fault: 'not-age' });
  assert.ok(performance.now() - started < 100);
});

test('a file for a passphrase does not open with an identity, nor the other way round', async () => {
  const identity = await newIdentity();
  const forPassphrase = await sealJsonWithPassphrase({ v: 1, kind: 'x' }, 'p');
  await assert.rejects(openJson('x', forPassphrase, identity), { fault: 'wrong-key' });
  const forKey = await sealJson({ v: 1, kind: 'x' }, await recipientOf(identity));
  await assert.rejects(openJsonWithPassphrase('x', forKey, 'p'), { fault: 'wrong-key' });
});

const age = spawnSync('age', ['--version']).status === 0;

test('Debian’s age opens what the browser sealed, and the browser what age sealed', { skip: !age && 'age is not installed' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enlace-age-'));
  try {
    execFileSync('age-keygen', ['-o', join(folder, 'key')], { stdio: 'ignore' });
    const identity = /AGE-SECRET-KEY-1\S+/.exec(readFileSync(join(folder, 'key'), 'utf8'))![0] as Identity;
    const recipient = await recipientOf(identity);
    assert.equal(execFileSync('age-keygen', ['-y', join(folder, 'key')], { encoding: 'utf8' }).trim(), recipient);
    for (const size of sizes) {
      writeFileSync(join(folder, 'sealed'), await seal(filled(size), recipient));
      const theirs = execFileSync('age', ['-d', '-i', join(folder, 'key'), join(folder, 'sealed')], { maxBuffer: 1e7 });
      assert.deepEqual(new Uint8Array(theirs), filled(size));
      const sealed = execFileSync('age', ['-r', recipient], { input: filled(size), maxBuffer: 1e7 });
      assert.deepEqual(await open(new Uint8Array(sealed), identity), filled(size));
    }
    const own = await newIdentity();
    writeFileSync(join(folder, 'own'), own + '\n');
    for (const size of sizes) {
      writeFileSync(join(folder, 'sealed'), reproduced(filled(size), await recipientOf(own)));
      assert.deepEqual(new Uint8Array(execFileSync('age', ['-d', '-i', join(folder, 'own'), join(folder, 'sealed')])), filled(size));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function filled(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 0xff);
}

function reproduced(plain: Uint8Array, recipient: Recipient): Uint8Array {
  const sealer = new Sealer(new Uint8Array(32).fill(1), new Uint8Array(32).fill(2), recipient);
  return new Uint8Array(Buffer.concat([sealer.beginning, ...sealer.seal(plain, true)]));
}

function streamed(bytes: Uint8Array, piece: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += piece)));
    },
  });
}

async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
