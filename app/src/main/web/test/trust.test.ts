import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { b64, digest, fromB64, newId } from '../src/encoding.ts';
import { newAuthorityKey, newOfficerKey } from '../src/keys.ts';
import type { AuthorityKey, OfficerKey } from '../src/keys.ts';
import type { Memory } from '../src/memory.ts';
import { newPaperCode, paperSigner } from '../src/paper.ts';
import { checkAuthority } from '../src/trust.ts';
import type { AuthorityAnswer, TrustFault } from '../src/trust.ts';
import { CRI, Host } from './host.ts';
import { Tree } from './tree.ts';

let founder: OfficerKey;
let colleague: OfficerKey;
let stranger: OfficerKey;
let keys: AuthorityKey[];
before(async () => {
  [founder, colleague, stranger] = await Promise.all([newOfficerKey(newId()), newOfficerKey(newId()), newOfficerKey(newId())]);
  keys = await Promise.all([1, 2, 3, 4].map((generation) => newAuthorityKey(CRI, generation)));
});

let host: Host;
beforeEach(() => {
  host = new Host();
  host.tree.add('script', 'script:enlace.js', 'script');
  host.officer(founder);
  host.officer(colleague);
  host.officer(stranger);
});

/** Generation 1 by the founder, the colleague admitted; then the colleague makes generation 2 and takes the founder along. */
function twoGenerations(): void {
  host.generation(keys[0]!, founder);
  host.admission(colleague, 1, founder);
  host.generation(keys[1]!, colleague);
  host.admission(founder, 2, colleague);
}

const check = (answer = host.answer(), memory?: Memory) => checkAuthority(answer, CRI, host.tree.logKey, memory);

function refuses(fault: TrustFault, answer = host.answer(), memory?: Memory): void {
  assert.throws(() => check(answer, memory), { name: 'TrustError', fault });
}

function memoryOf(size: number, authorities: Memory['authorities'] = {}): Memory {
  return { v: 1, kind: 'officer-memory', logKey: host.tree.logKey, checkpoint: host.tree.checkpoint(size), authorities };
}

test('an authority that does everything right is trusted with its newest key', () => {
  twoGenerations();
  const trusted = check();
  assert.deepEqual([trusted.authority, trusted.generation, trusted.recipient], [CRI, 2, keys[1]!.recipient]);
  assert.equal(trusted.statement, digest(host.statements[1]![0]));
});

test('who belonged when, so that old acts can still be checked', () => {
  host.generation(keys[0]!, founder);
  const beforeAdmission = host.tree.entries.length;
  host.admission(colleague, 1, founder);
  const whileBoth = host.tree.entries.length;
  host.departure(founder, 1, colleague);
  host.generation(keys[1]!, colleague);
  const trusted = check();
  assert.equal(trusted.officer(founder.keyId, whileBoth)?.account, founder.account);
  assert.equal(trusted.officer(colleague.keyId, whileBoth)?.account, colleague.account);
  assert.equal(trusted.officer(colleague.keyId, beforeAdmission), undefined);
  assert.equal(trusted.officer(founder.keyId), undefined);
  assert.equal(trusted.officer(colleague.keyId)?.recipient, colleague.recipient);
  assert.equal(trusted.officer(stranger.keyId), undefined);
});

test('an authority without a key is told from a wrong one', () => {
  refuses('no-key');
});

test('an answer about another authority is refused', () => {
  twoGenerations();
  assert.throws(() => checkAuthority(host.answer(), 'pry-mp', host.tree.logKey, undefined), { fault: 'other-authority' });
  refuses('other-authority', { ...host.answer(), authority: 'pry-mp' });
});

test('a log signed by another key is refused, also one that bears the same name', () => {
  twoGenerations();
  const answer = host.answer();
  const impostor = new Tree();
  impostor.seed.fill(8);
  impostor.entries.push(...host.tree.entries);
  refuses('checkpoint-signature', { ...answer, checkpoint: impostor.checkpoint() });
  refuses('checkpoint-signature', { ...answer, checkpoint: 'nonsense' });
});

test('a log that is older than the one seen, or does not continue it, is refused', () => {
  twoGenerations();
  const seen = memoryOf(host.tree.entries.length);
  check(host.answer(host.tree.entries.length), seen);
  const rest = host.tree.entries.length - 1;
  refuses('checkpoint-older', { ...host.answer(), checkpoint: host.tree.checkpoint(rest) }, seen);

  const fork = new Tree();
  fork.entries.push(...host.tree.entries.slice(0, 2));
  fork.add('act', undefined, 'what this officer never saw');
  const forked: Memory = { ...seen, checkpoint: fork.checkpoint() };
  refuses('not-consistent', host.answer(3), forked);
  refuses('not-consistent', host.answer(2), memoryOf(3));
  check(host.answer(3), memoryOf(3));
});

test('a statement that is not in the log, or whose entry is of something else, is refused', () => {
  twoGenerations();
  const answer = host.answer();
  const [first, second] = answer.statements as [typeof answer.statements[0], typeof answer.statements[0]];
  refuses('not-included', { ...answer, statements: [{ ...first, index: first.index + 1 }, second] });
  refuses('not-included', { ...answer, statements: [{ ...first, index: 1e6 }, second] });
  refuses('not-included', { ...answer, statements: [{ ...first, proof: first.proof.slice(1) }, second] });
  refuses('not-included', { ...answer, statements: [{ ...first, proof: ['!'] }, second] });
  refuses('entry-mismatch', { ...answer, statements: [{ ...first, entry: second.entry }, second] });
  refuses('entry-mismatch', { ...answer, statements: [{ ...first, entry: answer.officers[0]!.entry }, second] });
  const doubtful = fromB64(first.entry).map((byte, i) => (i === 20 ? byte ^ 1 : byte));
  refuses('entry-mismatch', { ...answer, statements: [{ ...first, entry: b64(doubtful) }, second] });
});

test('a statement that was altered is refused', () => {
  twoGenerations();
  const answer = host.answer();
  const [head, body, signature] = answer.statements[1]!.jws.split('.') as [string, string, string];
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const altered = Buffer.from(JSON.stringify({ ...payload, recipient: keys[3]!.recipient })).toString('base64url');
  refuses('statement-signature', { ...answer, statements: [answer.statements[0]!, { ...answer.statements[1]!, jws: `${head}.${altered}.${signature}` }] });
  refuses('statement-signature', { ...answer, officers: [{ ...answer.officers[0]!, jws: 'a.b' }, ...answer.officers.slice(1)] });
});

test('a generation that is missing, doubled or does not name the one before is refused', () => {
  twoGenerations();
  const answer = host.answer();
  refuses('generation-chain', { ...answer, generation: 3 });
  refuses('generation-chain', { ...answer, generation: 1, statements: [answer.statements[1]!] });
  refuses('generation-chain', { ...answer, statements: [answer.statements[1]!, answer.statements[0]!] });
  host.generation(keys[2]!, colleague, host.statements[0]![0]);
  refuses('generation-chain');
});

test('a key made by somebody who was never admitted is refused', () => {
  host.generation(keys[0]!, founder);
  host.generation(keys[1]!, stranger);
  refuses('signer-not-admitted');
});

test('so is one made by somebody admitted only afterwards, or to another generation', () => {
  host.generation(keys[0]!, founder);
  host.generation(keys[1]!, colleague);
  host.admission(colleague, 1, founder);
  refuses('signer-not-admitted');
});

test('so is one made by somebody who had left', () => {
  host.generation(keys[0]!, founder);
  host.admission(colleague, 1, founder);
  host.departure(colleague, 1, founder);
  host.generation(keys[1]!, colleague);
  refuses('signer-not-admitted');
});

test('a stranger cannot admit, nor send anybody away', () => {
  host.generation(keys[0]!, founder);
  host.admission(colleague, 1, founder);
  host.departure(colleague, 1, stranger);
  assert.ok(check().officer(colleague.keyId));
  host.admission(stranger, 1, stranger);
  refuses('signer-not-admitted');
});

test('an admission that names one account and the key of another admits nobody', () => {
  host.generation(keys[0]!, founder);
  host.admission(colleague, 1, founder, stranger.account);
  assert.equal(check().officer(colleague.keyId), undefined);
});

test('who signed something must have their own statement there', () => {
  twoGenerations();
  const answer = host.answer();
  refuses('signer-unknown', { ...answer, officers: answer.officers.slice(1) });
});

test('the recovery sheet admits to its own generation where no officer is left, and to no other; it makes no keys', async () => {
  const paper = await newPaperCode();
  const sheet = paperSigner(paper.identity);
  host.paper = { recipient: paper.recipient, key: Buffer.from(sheet.publicKey).toString('base64url') };
  host.generation(keys[0]!, founder);
  host.admission(colleague, 1, sheet);
  assert.ok(check().officer(colleague.keyId));
  const other = paperSigner((await newPaperCode()).identity);
  host.admission(stranger, 1, other);
  refuses('signer-unknown');
  host.admissions.pop();
  host.paper = undefined;
  host.generation(keys[1]!, colleague);
  host.admission(stranger, 2, sheet);
  refuses('signer-not-admitted');
  host.admissions.pop();
  host.generation(keys[2]!, { ...stranger, ...sheet });
  refuses('signer-unknown');
});

test('what contradicts the officer’s memory is refused', () => {
  twoGenerations();
  const size = host.tree.entries.length;
  const seen = { generation: 2, statement: digest(host.statements[1]![0]) };
  check(host.answer(size), memoryOf(size, { [CRI]: seen }));
  refuses('contradicts-memory', host.answer(size), memoryOf(size, { [CRI]: { ...seen, statement: digest('another key of generation 2') } }));
  refuses('contradicts-memory', host.answer(size), memoryOf(size, { [CRI]: { ...seen, generation: 3 } }));
});

test('an answer of a strange shape is refused, not half believed', () => {
  twoGenerations();
  for (const strange of [{ ...host.answer(), statements: undefined }, { ...host.answer(), officers: [null] }, { ...host.answer(), consistency: null }]) {
    assert.throws(() => checkAuthority(strange as unknown as AuthorityAnswer, CRI, host.tree.logKey, memoryOf(2)), { name: 'TrustError' });
  }
});
