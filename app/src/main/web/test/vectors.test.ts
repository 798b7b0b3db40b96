/** The vectors that Java reads too: what each makes, the other takes; what must be refused, both refuse. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { open, recipientOf } from '../src/age.ts';
import { contentOf, digestsOf } from '../src/content.ts';
import { barsHandingOver, barsKeeping } from '../src/exchange/bars.ts';
import { describe } from '../src/exchange/case.ts';
import { digest, b64u, fromB64, fromB64u, hex, utf8 } from '../src/encoding.ts';
import { read, sign, verify, verifyText } from '../src/jws.ts';
import type { JwsType } from '../src/jws.ts';
import { checkConsistency, checkInclusion, leafHash, openNote, parseCheckpoint, parseEntry, parseLogKey } from '../src/log.ts';
import { ticketIdentity } from '../src/keys.ts';
import { sealInChunks } from '../src/sealing-pipe.ts';
import { root } from './tree.ts';

declare const ENLACE_WEB: string;

const vectors = (name: string): any => JSON.parse(readFileSync(join(ENLACE_WEB, '../../../../docs/protocols/vectors', name), 'utf8'));

const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const refuses = (why: string, act: () => unknown): void => assert.throws(act, (problem) => 'fault' in (problem as object), `taken, or refused without a reason, although: ${why}`);

test('log.json: the published tree', () => {
  const { leaves, roots, inclusion, consistency } = vectors('log.json').published;
  const hashes: Uint8Array[] = leaves.map((leaf: string) => leafHash(unhex(leaf)));
  roots.forEach((expected: string, size: number) => assert.equal(hex(root(hashes.slice(0, size))), expected));
  for (const { index, size, proof } of inclusion) checkInclusion(hashes[index]!, index, size, proof.map(fromB64), unhex(roots[size]));
  for (const { from, to, proof } of consistency) checkConsistency(from, unhex(roots[from]), to, unhex(roots[to]), proof.map(fromB64));
});

test('log.json: a larger tree, and what must not be taken for a proof in it', () => {
  const { roots, inclusion, consistency, refusedInclusion, refusedConsistency } = vectors('log.json');
  const rootOf = new Map<number, Uint8Array>(roots.map((each: { size: number; root: string }) => [each.size, fromB64(each.root)]));
  const leaf = (index: number): Uint8Array => leafHash(utf8(`leaf ${index}`));
  for (const { index, size, proof } of inclusion) checkInclusion(leaf(index), index, size, proof.map(fromB64), rootOf.get(size)!);
  for (const { from, to, proof } of consistency) checkConsistency(from, rootOf.get(from)!, to, rootOf.get(to)!, proof.map(fromB64));
  for (const each of refusedInclusion) {
    refuses(each.why, () => checkInclusion(leaf(each.leaf), each.index, each.size, each.proof.map(fromB64), rootOf.get(each.rootOf)!));
  }
  for (const each of refusedConsistency) {
    refuses(each.why, () => checkConsistency(each.from, rootOf.get(each.oldRootOf)!, each.to, rootOf.get(each.newRootOf)!, each.proof.map(fromB64)));
  }
});

test('note.json: notes, checkpoints and the keys that sign them', () => {
  const { signed, refused, checkpoints, refusedCheckpoints, refusedKeys } = vectors('note.json');
  for (const { key, text, note } of signed) assert.equal(openNote(note, parseLogKey(key)), text);
  for (const { why, key, note } of refused) refuses(why, () => openNote(note, parseLogKey(key)));
  for (const { text, origin, size, root: expected } of checkpoints) {
    assert.deepEqual(parseCheckpoint(text), { origin, size, root: fromB64(expected) });
  }
  for (const text of refusedCheckpoints) refuses(text, () => parseCheckpoint(text));
  for (const line of refusedKeys) refuses(line, () => parseLogKey(line));
});

test('entry.json: entries', () => {
  const { entries, refused } = vectors('entry.json');
  for (const { kind, id, time, subject, digest: expected, bytes, leaf } of entries) {
    assert.deepEqual(parseEntry(utf8(bytes)), { kind, id, time, subject: subject ?? undefined, digest: expected });
    assert.equal(hex(leafHash(utf8(bytes))), leaf);
  }
  for (const { why, bytes } of refused) refuses(why, () => parseEntry(utf8(bytes)));
});

test('jws.json: the published signature, and what must not be taken for one of ours', () => {
  const { rfc8037, signed, refused } = vectors('jws.json');
  assert.equal(b64u(ed25519.sign(utf8(rfc8037.signed), fromB64u(rfc8037.seed))), rfc8037.signature);
  for (const { seed, key, kid, type, payload, jws } of signed) {
    assert.equal(digest(fromB64u(key)), kid);
    const [header, body] = jws.split('.');
    assert.equal(header, b64u(utf8(JSON.stringify({ alg: 'EdDSA', kid, typ: type }))));
    assert.equal(verifyText(type, jws, fromB64u(key)), payload);
    assert.equal(jws, `${header}.${body}.${b64u(ed25519.sign(utf8(`${header}.${body}`), fromB64u(seed)))}`);
  }
  for (const { why, key, jws } of refused) refuses(why, () => verifyText('enlace-sample+jws', jws, fromB64u(key)));
});

test('signed.json: every kind of statement, act and receipt reads, and is entered under its digest', () => {
  for (const { type, payload, kid, jws, digest: expected, entry } of vectors('signed.json').signed) {
    const signed = read(type as JwsType, jws);
    assert.deepEqual([signed.keyId, signed.digest, JSON.stringify(signed.payload)], [kid, expected, payload]);
    assert.equal(parseEntry(utf8(entry)).digest, expected);
  }
});

test('signed.json: payloads that no good signature saves', () => {
  const seed = new Uint8Array(32).fill(3);
  const publicKey = ed25519.getPublicKey(seed);
  const signer = { seed, keyId: digest(publicKey) };
  for (const { why, type, payload } of vectors('signed.json').refused) {
    const signed = `${b64u(utf8(JSON.stringify({ alg: 'EdDSA', kid: signer.keyId, typ: type })))}.${b64u(utf8(payload))}`;
    const jws = `${signed}.${b64u(ed25519.sign(utf8(signed), seed))}`;
    refuses(why, () => verify(type as JwsType, jws, publicKey));
  }
});

test('what the browser signs is what Java signs, to the letter', () => {
  for (const { type, payload, jws } of vectors('signed.json').signed) {
    const seed = new Uint8Array(32).fill(5);
    const mine = sign(type as JwsType, JSON.parse(payload), { seed, keyId: digest(ed25519.getPublicKey(seed)) });
    assert.equal(mine.split('.')[1], jws.split('.')[1]);
  }
});

test('age.json: sealed files that open, and those that must not', async () => {
  const { identity, recipient, plain, opens, refused } = vectors('age.json');
  assert.equal(await recipientOf(identity), recipient);
  for (const { by, file } of opens) assert.deepEqual(await open(fromB64(file), identity), utf8(plain), `made by ${by}`);
  for (const { why, file } of refused) await assert.rejects(open(fromB64(file), identity), `opened, although: ${why}`);
});

test('upload.json: files sealed so that it can be done again, and a ticket', async () => {
  const { identity, recipient, files, ticket } = vectors('upload.json');
  const { signal } = new AbortController();
  for (const { seed, text, times, content, size, sha256, file } of files) {
    const plain = utf8(text.repeat(times));
    const digests = await digestsOf(new Blob([plain]), signal, () => undefined);
    assert.equal(hex(contentOf(digests)), content);
    const chunks: Uint8Array[] = [];
    const send = async (n: number, chunk: Uint8Array): Promise<void> => void (chunks[n] = chunk);
    const sealed = await sealInChunks(new Blob([plain]), { recipient, seed: fromB64u(seed), digests }, { from: 0, resealed: () => undefined, send });
    assert.deepEqual([sealed.size, sealed.sha256], [size, sha256]);
    if (file !== null) assert.deepEqual(new Uint8Array(Buffer.concat(chunks)), fromB64(file));
    assert.deepEqual(await open(new Uint8Array(Buffer.concat(chunks)), identity), plain);
  }
  assert.equal(ticketIdentity({ seed: fromB64u(ticket.seed) }), ticket.identity);
  assert.deepEqual(await open(fromB64(ticket.file), ticket.identity), utf8(ticket.plain));
});

test('bars.json: what conditions let out', () => {
  for (const { conditions, granted, keeping, handingOver } of vectors('bars.json').bars) {
    const under = { conditions, granted: new Set<string>(granted) };
    assert.deepEqual(barsKeeping(under), keeping, JSON.stringify(conditions));
    assert.deepEqual(barsHandingOver(under), handingOver, JSON.stringify(conditions));
  }
});

test('case.json: the description of the files of a result', () => {
  const { given, document } = vectors('case.json');
  let made = 0;
  const newId = (): string => `00000000-0000-4000-8000-${(++made).toString(16).padStart(12, '0')}`;
  assert.deepEqual(JSON.parse(JSON.stringify(describe({ ...given, at: new Date(given.at) }, newId))), document);
});
