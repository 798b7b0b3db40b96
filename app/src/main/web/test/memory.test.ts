import { asked, says, serve } from './browser.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openJson, sealJson } from '../src/age.ts';
import { b64, fromB64, newId } from '../src/encoding.ts';
import { signText, verifyText } from '../src/jws.ts';
import { newAuthorityKey, newOfficerKey } from '../src/keys.ts';
import type { OfficerKey } from '../src/keys.ts';
import type { Memory } from '../src/memory.ts';
import { trustedAuthority } from '../src/trust.ts';
import { CRI, Host } from './host.ts';

const asuncion = await newOfficerKey(newId());
const sanJose = await newOfficerKey(newId());
const [first, second] = await Promise.all([newAuthorityKey(CRI, 1), newAuthorityKey(CRI, 2)]);

let host: Host;
let stored: { version: number; sealed: string | null };
/** What another tab stores just before this one does. */
let meanwhile: (() => void) | undefined;

beforeEach(() => {
  says('account', asuncion.account);
  host = new Host();
  host.officer(sanJose);
  host.generation(first, sanJose);
  stored = { version: 0, sealed: null };
  meanwhile = undefined;
  serve((method, path, body: { version: number; sealed: string }) => {
    if (path === '/log/key') return { raw: host.tree.logKey + '\n' };
    if (path.startsWith(`/keys/authorities/${CRI}?from=`)) return { body: host.answer(Number(path.split('=')[1])) };
    if (method === 'GET') return { body: stored };
    meanwhile?.();
    meanwhile = undefined;
    if (body.version !== stored.version) return { status: 409, body: { code: 'CHANGED_MEANWHILE' } };
    stored = { version: stored.version + 1, sealed: body.sealed };
    return { body: { version: stored.version } };
  });
});

const remembered = async (): Promise<Memory> => {
  const { signed } = await openJson<{ v: 1; kind: 'officer-memory-signed'; signed: string }>('officer-memory-signed', fromB64(stored.sealed!), asuncion.identity);
  return JSON.parse(verifyText('enlace-officer-memory+jws', signed, asuncion.publicKey)) as Memory;
};

test('what was seen is remembered, sealed, and the log is asked to continue from there', async () => {
  const trusted = await trustedAuthority(asuncion, CRI);
  assert.equal(trusted.recipient, first.recipient);
  const memory = await remembered();
  assert.deepEqual([memory.logKey, memory.checkpoint], [host.tree.logKey, host.tree.checkpoint()]);
  assert.deepEqual(memory.authorities, { [CRI]: { generation: 1, statement: trusted.statement } });

  host.tree.add('act', undefined, 'something else');
  await trustedAuthority(asuncion, CRI);
  assert.ok(asked.some((each) => each.path.endsWith('?from=2')));
  assert.equal((await remembered()).checkpoint, host.tree.checkpoint());
});

test('nothing is stored when nothing is new', async () => {
  await trustedAuthority(asuncion, CRI);
  await trustedAuthority(asuncion, CRI);
  assert.equal(stored.version, 1);
});

test('a log key that changes is refused, though it signs everything anew', async () => {
  await trustedAuthority(asuncion, CRI);
  host.tree.seed.fill(9);
  await assert.rejects(trustedAuthority(asuncion, CRI), { fault: 'checkpoint-signature' });
});

test('what another tab saw meanwhile is checked against, too', async () => {
  await trustedAuthority(asuncion, CRI);
  const before = stored.sealed;
  host.generation(second, sanJose);
  meanwhile = () => (stored = { version: stored.version + 1, sealed: before });
  await trustedAuthority(asuncion, CRI);
  assert.deepEqual((await remembered()).authorities[CRI]?.generation, 2);
  assert.equal(stored.version, 3);
});

test('a host that says there is no memory is not believed, but for an officer key made today', async () => {
  const old: OfficerKey = { ...asuncion, made: new Date(Date.now() - 25 * 3600 * 1000).toISOString() };
  await assert.rejects(trustedAuthority(old, CRI), { fault: 'memory-missing' });
  await trustedAuthority({ ...old, unlockedBy: 'demo' }, CRI);
});

test('a memory that the host made up is none, though it is sealed to the officer', async () => {
  await trustedAuthority(asuncion, CRI);
  const old: OfficerKey = { ...asuncion, made: new Date(Date.now() - 25 * 3600 * 1000).toISOString() };
  const genuine = await remembered();
  const forgeries = [
    genuine,
    { v: 1, kind: 'officer-memory-signed', signed: signText('enlace-officer-memory+jws', JSON.stringify(genuine), sanJose) },
    { v: 1, kind: 'officer-memory-signed', signed: signText('enlace-sign-in+jws', JSON.stringify(genuine), asuncion) },
    { v: 1, kind: 'officer-memory-signed', signed: 'made.up.text' },
  ] as const;
  for (const forged of forgeries) {
    stored = { version: stored.version, sealed: b64(await sealJson(forged, asuncion.recipient)) };
    await assert.rejects(trustedAuthority(old, CRI), { fault: 'memory-missing' });
  }
});

test('a memory that was altered, or is somebody else’s, stops everything', async () => {
  await trustedAuthority(asuncion, CRI);
  const bytes = fromB64(stored.sealed!);
  bytes[bytes.length - 1]! ^= 1;
  stored.sealed = b64(bytes);
  await assert.rejects(trustedAuthority(asuncion, CRI), { fault: 'damaged' });
  await trustedAuthority(sanJose, CRI).catch((problem: unknown) => assert.equal((problem as { fault: string }).fault, 'wrong-key'));
});
