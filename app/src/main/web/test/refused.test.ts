import './browser.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { proofOf, withProof } from '../src/exchange/refused.ts';
import { Problem } from '../src/session.ts';

declare const ENLACE_WEB: string;

const { logKey, signed } = JSON.parse(readFileSync(join(ENLACE_WEB, '../../../../docs/protocols/vectors/signed.json'), 'utf8'));
const refusal = signed.find((each: { type: string }) => each.type === 'enlace-refusal+jws');
const file = { v: 1, kind: 'enlace-refusal', refusal: refusal.jws, logKey, log: null };
/** What the refusal of the vectors is about. */
const sent = 'age-encryption.org/v1\nsample of a sealed form\n';

test('a refusal that the log’s key signed about the very bytes that were sent is a proof, kept as it came', () => {
  assert.deepEqual(proofOf(file, sent), { reference: JSON.parse(refusal.payload).refusal, file });
  const failure = withProof(new Problem(409, 'The key changed.', { code: 'KEY_CHANGED', refusal: file }), sent);
  assert.ok(failure instanceof Problem);
  assert.deepEqual([failure.status, failure.code, failure.message, failure.proof?.file], [409, 'KEY_CHANGED', 'The key changed.', file]);
});

test('one about another act, altered, under another key or none at all is only a sentence', () => {
  const other = signed.find((each: { type: string }) => each.type === 'enlace-act+jws');
  assert.equal(proofOf(file, 'another act'), undefined);
  assert.equal(proofOf({ ...file, refusal: other.jws }, sent), undefined);
  assert.equal(proofOf({ ...file, refusal: `${refusal.jws.slice(0, -4)}AAAA` }, sent), undefined);
  assert.equal(proofOf({ ...file, logKey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW' }, sent), undefined);
  for (const none of [undefined, null, 'x', {}]) assert.equal(proofOf(none, sent), undefined);
  const plain = new Problem(409, 'No.', {});
  assert.equal(withProof(plain, sent), plain);
});
