import assert from 'node:assert/strict';
import { createPublicKey, verify as nodeVerify } from 'node:crypto';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { b64u, digest, fromB64u, fromUtf8, newId, utf8 } from '../src/encoding.ts';
import { officerStatement, read, sign, verify, verifyOfficerStatement } from '../src/jws.ts';
import type { Act, Jws } from '../src/jws.ts';
import { newOfficerKey } from '../src/keys.ts';

const officer = await newOfficerKey(newId());
const colleague = await newOfficerKey(newId());
const act: Act = {
  v: 1,
  request: newId(),
  act: newId(),
  kind: 'take-in-charge',
  authority: 'cri-mp-udc',
  account: officer.account,
  content: [{ document: newId(), role: 'message', sha256: digest('x'), size: 300 }],
  coded: { function: 'Oficial de turno, Fiscalía', nextDate: '2026-03-20' },
  previous: digest('y'),
  clock: '2026-03-14T12:00:00.000Z',
};
const jws = sign('enlace-act+jws', act, officer);

test('an act that was signed verifies, and reads as it was', () => {
  const signed = verify('enlace-act+jws', jws, officer.publicKey);
  assert.deepEqual(signed.payload, act);
  assert.equal(signed.keyId, officer.keyId);
  assert.equal(signed.digest, digest(jws));
  const [header, payload] = jws.split('.') as [string, string];
  assert.equal(fromUtf8(fromB64u(header)), `{"alg":"EdDSA","kid":"${officer.keyId}","typ":"enlace-act+jws"}`);
  assert.deepEqual(Object.keys(JSON.parse(fromUtf8(fromB64u(payload))) as object), ['v', 'request', 'act', 'kind', 'authority', 'account', 'content', 'coded', 'previous', 'clock']);
});

test('another program’s Ed25519 agrees', () => {
  const [header, payload, signature] = jws.split('.') as [string, string, string];
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: b64u(officer.publicKey) }, format: 'jwk' });
  assert.ok(nodeVerify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')));
});

test('RFC 8037, appendix A: the published example', () => {
  const seed = fromB64u('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A');
  assert.equal(b64u(ed25519.getPublicKey(seed)), '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
  const signed = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
  assert.equal(b64u(ed25519.sign(utf8(signed), seed)), 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg');
});

const refused = (text: Jws, fault: string, publicKey = officer.publicKey): void => {
  assert.throws(() => verify('enlace-act+jws', text, publicKey), { name: 'SignatureError', fault });
};

test('another key, another type, another version are refused', () => {
  refused(jws, 'wrong-signature', colleague.publicKey);
  assert.throws(() => verify('enlace-admission+jws', jws, officer.publicKey), { fault: 'wrong-type' });
  refused(signedAs({ ...act, v: 2 }), 'unreadable');
});

test('one changed byte anywhere is refused', () => {
  for (let at = 0; at < jws.length; at += 17) {
    const other = jws[at] === 'A' ? 'B' : 'A';
    assert.throws(() => verify('enlace-act+jws', jws.slice(0, at) + other + jws.slice(at + 1), officer.publicKey), { name: 'SignatureError' }, `at ${at}`);
  }
});

test('a second spelling of the same bytes is refused', () => {
  const [header, payload, signature] = jws.split('.') as [string, string, string];
  refused(`${header}.${payload}.${signature}=`, 'unreadable');
  refused(`${header}.${payload}.${signature}\n`, 'unreadable');
  refused(`${header}.${payload}.${signature}.`, 'unreadable');
  refused(`${header}.${payload}`, 'unreadable');
  refused('', 'unreadable');
  // 64 bytes leave four unused bits in the last letter.
  const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const twin = last[last.indexOf(signature.at(-1)!) ^ 1]!;
  refused(`${header}.${payload}.${signature.slice(0, -1)}${twin}`, 'unreadable');
});

test('another algorithm or another shape of header is refused, however well it is signed', () => {
  const kid = officer.keyId;
  const typ = 'enlace-act+jws';
  for (const header of [
    { alg: 'none', kid, typ },
    { alg: 'HS256', kid, typ },
    { kid, alg: 'EdDSA', typ },
    { alg: 'EdDSA', kid, typ, crit: ['b64'], b64: false },
    { alg: 'EdDSA', kid: kid.toUpperCase(), typ },
    { alg: 'EdDSA', typ },
  ]) {
    refused(signedAs(act, header), 'unreadable');
  }
  refused(signedText(` {"alg":"EdDSA","kid":"${kid}","typ":"${typ}"}`, JSON.stringify(act)), 'unreadable');
});

test('a payload that two programs could read differently is refused', () => {
  const header = `{"alg":"EdDSA","kid":"${officer.keyId}","typ":"enlace-act+jws"}`;
  const text = JSON.stringify(act);
  for (const payload of [
    text.replace('"kind":"take-in-charge"', '"kind":"open","kind":"take-in-charge"'),
    text.replace('{"v":1', '{"v":1.0'),
    text.replace(',"request"', ', "request"'),
    text.replace('"v"', '"\\u0076"'),
    `${text} `,
    `[${text}]`,
    'null',
    '',
  ]) {
    refused(signedText(header, payload), 'unreadable');
  }
});

test('a small-order key, which would sign everything, is refused', () => {
  const everything = new Uint8Array(32);
  everything[0] = 1;
  const signature = new Uint8Array(64);
  signature[0] = 1;
  const [header, payload] = [b64u(utf8(`{"alg":"EdDSA","kid":"${digest(everything)}","typ":"enlace-act+jws"}`)), b64u(utf8(JSON.stringify(act)))];
  refused(`${header}.${payload}.${b64u(signature)}`, 'wrong-signature', everything);
});

test('an officer-key statement vouches for its own key only', () => {
  const statement = officerStatement(officer);
  assert.equal(verifyOfficerStatement(statement).payload.recipient, officer.recipient);
  const { payload } = read('enlace-officer-key+jws', statement);
  const forged = sign('enlace-officer-key+jws', payload, colleague);
  assert.throws(() => verifyOfficerStatement(forged), { fault: 'wrong-signature' });
  const noKey = sign('enlace-officer-key+jws', { ...payload, key: '!' }, officer);
  assert.throws(() => verifyOfficerStatement(noKey), { fault: 'unreadable' });
});

function signedAs(payload: object, header: object = { alg: 'EdDSA', kid: officer.keyId, typ: 'enlace-act+jws' }): Jws {
  return signedText(JSON.stringify(header), JSON.stringify(payload));
}

function signedText(header: string, payload: string): Jws {
  const signed = `${b64u(utf8(header))}.${b64u(utf8(payload))}`;
  return `${signed}.${b64u(ed25519.sign(utf8(signed), officer.seed))}`;
}
