import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32 } from '@scure/base';
import { newIdentity, openJson, recipientOf, seal, sealJson } from '../src/age.ts';
import type { Bytes, Enveloped, Identity } from '../src/age.ts';
import { b64, digest, hex, newId, utf8 } from '../src/encoding.ts';
import * as keys from '../src/keys.ts';
import type { Lock, LockKind, OfficerKey } from '../src/keys.ts';

const asuncion = newId();
const sanJose = newId();

const lock = (kind: LockKind, sealed: Uint8Array): Lock => ({ id: newId(), kind, sealed: b64(sealed) });

function same(a: OfficerKey, b: OfficerKey): void {
  assert.deepEqual([a.account, a.identity, a.recipient, hex(a.seed), a.keyId, a.made], [b.account, b.identity, b.recipient, hex(b.seed), b.keyId, b.made]);
}

test('an officer key opens by each of its locks, and by nothing else', async () => {
  const officer = await keys.newOfficerKey(asuncion);
  const prf = crypto.getRandomValues(new Uint8Array(32));
  const paper = await newIdentity();
  const byPasskey = lock('passkey', await keys.lockWithPasskey(officer, prf));
  const byPassphrase = lock('passphrase', await keys.lockWithPassphrase(officer, 'seis palabras que nadie más conoce'));
  const byPaper = lock('paper', await keys.lockWithIdentity(officer, paper));

  same(await keys.unlockWithPasskey(byPasskey, prf, asuncion), officer);
  same(await keys.unlockWithPassphrase(byPassphrase, 'seis palabras que nadie más conoce', asuncion), officer);
  same(await keys.unlockWithIdentity(byPaper, paper, asuncion), officer);

  await assert.rejects(keys.unlockWithPasskey(byPasskey, prf.map((b) => b ^ 1) as Bytes, asuncion), { fault: 'wrong-key' });
  await assert.rejects(keys.unlockWithPassphrase(byPassphrase, 'seis palabras', asuncion), { fault: 'wrong-passphrase' });
  await assert.rejects(keys.unlockWithIdentity(byPaper, await newIdentity(), asuncion), { fault: 'wrong-key' });
  await assert.rejects(keys.unlockWithIdentity(byPasskey, paper, asuncion), { fault: 'wrong-key' });
});

test('the key of a passkey lock is derived just as the exchange writes it', async () => {
  const officer = await keys.newOfficerKey(asuncion);
  const prf = new Uint8Array(32).fill(9);
  const scalar = hkdf(sha256, prf, new Uint8Array(0), utf8('enlace/passkey-lock/v1'), 32);
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase() as Identity;
  same(await keys.unlockWithIdentity(lock('passkey', await keys.lockWithPasskey(officer, prf)), identity, asuncion), officer);
  assert.equal(hex(keys.PRF_INPUT), digest('enlace/passkey-lock/v1'));
});

test('the officer key of somebody else is refused, even where it opens', async () => {
  const paper = await newIdentity();
  const theirs = lock('paper', await keys.lockWithIdentity(await keys.newOfficerKey(sanJose), paper));
  await assert.rejects(keys.unlockWithIdentity(theirs, paper, asuncion), { fault: 'unknown-content' });
});

test('the sealed file is the one the exchange describes', async () => {
  const officer = await keys.newOfficerKey(asuncion, new Date('2026-03-14T12:00:00Z'));
  const paper = await newIdentity();
  const file = await openJson<Enveloped & Record<string, unknown>>('officer-key', await keys.lockWithIdentity(officer, paper), paper);
  assert.deepEqual(Object.keys(file), ['v', 'kind', 'account', 'identity', 'seed', 'made']);
  assert.match(String(file['seed']), /^[A-Za-z0-9_-]{43}$/);
  assert.equal(file['made'], '2026-03-14T12:00:00.000Z');
});

test('authority and request keys open only as what they were asked for', async () => {
  const officer = await keys.newOfficerKey(asuncion);
  const first = await keys.newAuthorityKey('pry-mp', 1);
  const second = await keys.newAuthorityKey('pry-mp', 2);
  const copy = await keys.sealAuthorityKey(first, officer.recipient);
  assert.deepEqual(await keys.openAuthorityKey(copy, officer.identity, 'pry-mp', 1), first);
  await assert.rejects(keys.openAuthorityKey(copy, officer.identity, 'pry-mp', 2), { fault: 'unknown-content' });
  await assert.rejects(keys.openAuthorityKey(copy, officer.identity, 'cri-mp', 1), { fault: 'unknown-content' });

  const request = await keys.newRequestKey(newId());
  const sealed = await keys.sealRequestKey(request, first.recipient);
  assert.deepEqual(await keys.openRequestKey(sealed, first, request.request), request);
  await assert.rejects(keys.openRequestKey(sealed, second, request.request), { fault: 'wrong-key' });
  await assert.rejects(keys.openRequestKey(sealed, first, newId()), { fault: 'unknown-content' });
  const authorityForRequest = await sealJson({ v: 1, kind: 'authority-key' }, first.recipient);
  await assert.rejects(keys.openRequestKey(authorityForRequest, first, request.request), { fault: 'unknown-content' });
});

test('a document is opened only if it is the one the act names', async () => {
  const request = await keys.newRequestKey(newId());
  const [one, two] = [await seal(utf8('one'), request.recipient), await seal(utf8('two'), request.recipient)];
  assert.deepEqual(await keys.openDocument(one, digest(one), request), utf8('one'));
  await assert.rejects(keys.openDocument(two, digest(one), request), { fault: 'damaged' });
});

test('wiping leaves no seed', async () => {
  const officer = await keys.newOfficerKey(asuncion);
  keys.wipe(officer);
  assert.ok(officer.seed.every((byte) => byte === 0));
});

test('the recipient of a lock is the identity’s own', async () => {
  const officer = await keys.newOfficerKey(asuncion);
  assert.equal(officer.recipient, await recipientOf(officer.identity));
  assert.equal(officer.keyId, digest(officer.publicKey));
});
