import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, serve } from './browser.ts';
import { newIdentity, open, recipientOf, sealJson, sealedSize } from '../src/age.ts';
import type { Identity, Recipient } from '../src/age.ts';
import { contentOf, digestsOf } from '../src/content.ts';
import { b64, b64u, hex, newId } from '../src/encoding.ts';
import { newOfficerKey } from '../src/keys.ts';
import { Sealer } from '../src/reproducible.ts';
import { begunUploads, keepTicket, ticketRecipient } from '../src/tickets.ts';
import type { Ticket } from '../src/tickets.ts';

const filled = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 0xff);
const seed = new Uint8Array(32).fill(5);
const signal = new AbortController().signal;

async function sealed(plain: Uint8Array<ArrayBuffer>, recipient: Recipient, from = seed): Promise<Uint8Array> {
  const sealer = new Sealer(from, contentOf(await digestsOf(new Blob([plain]), signal, () => undefined)), recipient);
  return new Uint8Array(Buffer.concat([sealer.beginning, ...sealer.seal(plain, true)]));
}

async function pair(): Promise<[Identity, Recipient]> {
  const identity = await newIdentity();
  return [identity, await recipientOf(identity)];
}

test('the same seed, content and recipient give the same file, which the library opens, at every size around a piece', async () => {
  const [identity, recipient] = await pair();
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000]) {
    const file = await sealed(filled(size), recipient);
    assert.equal(file.length, sealedSize(size));
    assert.deepEqual(await open(file, identity), filled(size));
    assert.deepEqual(await sealed(filled(size), recipient), file);
  }
});

test('whatever is not the same, the whole file is another: nothing is ever sealed twice under one key', async () => {
  const [, recipient] = await pair();
  const [, other] = await pair();
  const file = await sealed(filled(200_000), recipient);
  const changed = filled(200_000);
  changed[199_999]! ^= 1;
  for (const another of [
    await sealed(changed, recipient),
    await sealed(filled(200_001), recipient),
    await sealed(filled(200_000), other),
    await sealed(filled(200_000), recipient, new Uint8Array(32).fill(6)),
  ]) {
    // Of the payload's bytes about one in 256 agrees by chance; the first 168 are the header, whose beginning is that of every age file.
    const agreeing = file.subarray(168).filter((byte, i) => another[168 + i] === byte).length;
    assert.ok(agreeing < 200_000 / 200, `${agreeing} bytes agree`);
    assert.notDeepEqual(another.subarray(32, 70), file.subarray(32, 70));
  }
});

test('a recipient that other programs cannot open is refused', () => {
  for (const recipient of ['age1pq1qqqq', 'age1qqq', '']) assert.throws(() => new Sealer(seed, seed, recipient as Recipient), { fault: 'not-age' });
  const mistyped = 'age18nuht68afgr66j3s4582aema4209m422z3kq5kxxmwh3ydlcfeqsl0w627';
  assert.throws(() => new Sealer(seed, seed, mistyped), { fault: 'not-age' });
});

test('a file is recognised by all of its bytes', async () => {
  const size = 2 * 1024 * 1024 + 10;
  const content = async (bytes: Uint8Array<ArrayBuffer>) => hex(contentOf(await digestsOf(new Blob([bytes]), signal, () => undefined)));
  const is = await content(filled(size));
  assert.equal(await content(filled(size)), is);
  for (const at of [0, 1024 * 1024, size - 1]) {
    const changed = filled(size);
    changed[at]! ^= 1;
    assert.notEqual(await content(changed), is);
  }
  assert.notEqual(await content(filled(size - 1)), is);
});

const request = newId();

function ticket(changes: Partial<Ticket> = {}): Ticket {
  const document = newId();
  return { v: 1, kind: 'upload-ticket', document, request, place: 'draft', name: 'registros.bin', type: 'text/csv', size: 9, content: hex(seed), seed: b64u(seed), arrived: null, ...changes };
}

test('a ticket goes to the host sealed, and comes back to whoever made it', async () => {
  const officer = await newOfficerKey(newId());
  const began = ticket();
  serve(() => ({ status: 204 }));
  await keepTicket(began, await ticketRecipient(officer));
  const { method, path, body } = asked[0]!;
  assert.deepEqual([method, path], ['PUT', `/uploads/${began.document}/ticket`]);
  const kept = (body as { sealed: string }).sealed;
  assert.ok(!Buffer.from(kept, 'base64').includes('registros'));

  serve(() => ({ body: { uploads: [{ id: began.document, size: 3_000_000, missing: [2], complete: false, until: '2026-03-21T12:00:00Z', ticket: kept }] } }));
  assert.deepEqual(await begunUploads(request, 'draft', officer), [{ ticket: began, there: 2_097_152, total: 3_000_000, until: new Date('2026-03-21T12:00:00Z') }]);
  assert.equal(asked[0]!.path, `/uploads?request=${request}`);
  assert.deepEqual(await begunUploads(request, 'result', officer), []);
  assert.deepEqual(await begunUploads(request, 'draft', await newOfficerKey(officer.account)), []);
});

test('a ticket that the host made, or moved to another upload or request, is as if it were not there', async () => {
  const officer = await newOfficerKey(newId());
  const own = await ticketRecipient(officer);
  const elsewhere = ticket({ request: newId() });
  const line = async (id: string, content: Ticket, recipient: Recipient) => ({ id, size: 9, missing: [], complete: true, until: null, ticket: b64(await sealJson(content, recipient)) });
  const [good, forged, moved] = [ticket({ seed: null, arrived: { sha256: hex(seed), size: 9 } }), ticket(), ticket()];
  const uploads = [
    await line(good.document, good, own),
    await line(forged.document, forged, officer.recipient), // all that the host knows of an officer
    await line(newId(), moved, own),
    await line(elsewhere.document, elsewhere, own),
    await line(moved.document, { ...moved, v: 2 } as unknown as Ticket, own),
    { ...(await line(moved.document, moved, own)), ticket: b64(seed) },
  ];
  serve(() => ({ body: { uploads } }));
  assert.deepEqual(await begunUploads(request, 'draft', officer), [{ ticket: good, there: 9, total: 9, until: undefined }]);
});
