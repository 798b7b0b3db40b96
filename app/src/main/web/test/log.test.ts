import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b64, digest, fromB64, utf8 } from '../src/encoding.ts';
import { checkConsistency, checkInclusion, leafHash, openCheckpoint, parseEntry, parseLogKey, proofFrom } from '../src/log.ts';
import { Tree, consistency, path, root } from './tree.ts';

const leaves = Array.from({ length: 70 }, (_, i) => leafHash(utf8(`leaf ${i}`)));
const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 64, 70];

test('every leaf of every tree is proved, and in no other place', () => {
  for (const size of sizes) {
    const tree = leaves.slice(0, size);
    for (let index = 0; index < size; index++) {
      const proof = path(index, tree);
      checkInclusion(leaves[index]!, index, size, proof, root(tree));
      const wrong = { fault: 'not-included' };
      assert.throws(() => checkInclusion(leaves[index]!, (index + 1) % (size + 1), size, proof, root(tree)), wrong);
      assert.throws(() => checkInclusion(leaves[69 - index]!, index, size, proof, root(tree).slice(0, 31)), wrong);
      assert.throws(() => checkInclusion(leafHash(utf8('other')), index, size, proof, root(tree)), wrong);
      assert.throws(() => checkInclusion(leaves[index]!, index, size, [...proof, leaves[0]!], root(tree)), wrong);
      if (proof.length > 0) assert.throws(() => checkInclusion(leaves[index]!, index, size, proof.slice(1), root(tree)), wrong);
    }
    assert.throws(() => checkInclusion(leaves[0]!, size, size, [], root(tree)), { fault: 'not-included' });
  }
});

test('every tree is proved to continue every smaller one, and no other', () => {
  for (const to of sizes) {
    for (let from = 0; from <= to; from++) {
      const [before, after] = [root(leaves.slice(0, from)), root(leaves.slice(0, to))];
      const proof = consistency(from, leaves.slice(0, to));
      checkConsistency(from, before, to, after, proof);
      const wrong = { fault: 'not-consistent' };
      assert.throws(() => checkConsistency(from, leafHash(utf8('other history')), to, after, proof), wrong);
      if (from > 0) assert.throws(() => checkConsistency(from, before, to, leafHash(utf8('other')), proof), wrong);
      assert.throws(() => checkConsistency(from, before, to, after, [...proof, leaves[0]!]), wrong);
      if (from < to) assert.throws(() => checkConsistency(to, after, from, before, proof), wrong);
      for (let at = 0; at < proof.length; at++) {
        assert.throws(() => checkConsistency(from, before, to, after, proof.with(at, leafHash(utf8('x')))), wrong);
      }
    }
  }
});

test('sizes beyond 32 bits are counted exactly', () => {
  const index = 2 ** 33 + 5;
  assert.throws(() => checkInclusion(leaves[0]!, index, 2 ** 33 + 6, [], leaves[0]!), { fault: 'not-included' });
  assert.throws(() => checkInclusion(leaves[0]!, 2 ** 60, 2 ** 61, [], leaves[0]!), { fault: 'not-included' });
});

test('RFC 6962 test vectors of the reference implementation', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const tree = inputs.map((text) => leafHash(Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16))));
  assert.equal(Buffer.from(root(tree)).toString('hex'), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  const proofs = (texts: string[]): Uint8Array[] => texts.map((text) => new Uint8Array(Buffer.from(text, 'hex')));
  const first = proofs([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
  checkInclusion(tree[0]!, 0, 8, first, root(tree));
  const sixToEight = proofs([
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
  checkConsistency(6, root(tree.slice(0, 6)), 8, root(tree), sixToEight);
});

test('an entry is read only as it is declared', () => {
  const text = `enlace-entry/v1\nkind officer-key\nid 0195a1b2-0000-7000-8000-000000000001\ntime 2026-03-14T12:00:00.000Z\nsubject officer:0195\ndigest sha256:${digest('x')}\n`;
  assert.deepEqual(parseEntry(utf8(text)), {
    kind: 'officer-key',
    id: '0195a1b2-0000-7000-8000-000000000001',
    time: '2026-03-14T12:00:00.000Z',
    subject: 'officer:0195',
    digest: digest('x'),
  });
  assert.equal(parseEntry(utf8(text.replace('officer-key', 'act').replace(/subject .*\n/, ''))).subject, undefined);
  for (const other of [text.slice(0, -1), text + '\n', text.replaceAll('\n', '\r\n'), text.replace('v1', 'v2'), text.replace('000Z', 'Z'), text.replace('kind', 'Kind'), text.toUpperCase()]) {
    assert.throws(() => parseEntry(utf8(other)), { fault: 'entry-unreadable' });
  }
});

test('a checkpoint opens under its own log’s key only', () => {
  const tree = new Tree();
  tree.add('act', undefined, 'a');
  const note = tree.checkpoint();
  const key = parseLogKey(tree.logKey);
  const opened = openCheckpoint(note, key);
  assert.deepEqual([opened.origin, opened.size, b64(opened.root)], ['enlace.test/log', 1, b64(root(tree.leaves()))]);

  const witness = note + `— witness.example ${b64(new Uint8Array(68))}\n`;
  assert.equal(openCheckpoint(witness, key).size, 1);
  const stranger = new Tree('other.test/log');
  assert.throws(() => openCheckpoint(note, parseLogKey(stranger.logKey)), { fault: 'checkpoint-signature' });
  assert.throws(() => openCheckpoint(note.replace('\n1\n', '\n2\n'), key), { fault: 'checkpoint-signature' });
  for (const broken of ['', note.trimEnd(), note.replace('\n\n', '\n'), note.replace('\n1\n', '\n01\n'), note.replace('\n1\n', '\n-1\n')]) {
    assert.throws(() => openCheckpoint(broken, key), { name: 'LogError' });
  }
});

test('a log key line must be whole', () => {
  const { logKey } = new Tree();
  parseLogKey(logKey);
  const raw = fromB64(logKey.split('+').slice(2).join('+'));
  raw[0] = 2;
  for (const broken of ['', 'x', logKey.replace('enlace', 'enlaze'), `enlace.test/log+00000000+${b64(raw)}`]) {
    assert.throws(() => parseLogKey(broken), { fault: 'checkpoint-unreadable' });
  }
  assert.throws(() => proofFrom(['AAAA']), { fault: 'not-included' });
});
