import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { open, seal } from '../src/age.ts';
import { digest, utf8 } from '../src/encoding.ts';
import { newPaperCode, paperCheckWord, paperCode, paperSigner, typedPaperCode } from '../src/paper.ts';
import { fingerprint } from '../src/words.ts';

const lists = { english, spanish, french, portuguese };

test('a code is shown in groups of four and opens what is sealed to it', async () => {
  const code = await newPaperCode();
  assert.deepEqual(code.groups.map((group) => group.length), [...Array<number>(14).fill(4), 2]);
  assert.equal('AGE-SECRET-KEY-1' + code.groups.join(''), code.identity);
  assert.deepEqual(await open(await seal(utf8('x'), code.recipient), typedPaperCode(code.groups.join(' '))), utf8('x'));
});

test('it is read as people type it', async () => {
  const { identity, groups } = await newPaperCode();
  const code = groups.join('');
  const ways = [
    identity,
    identity.toLowerCase(),
    groups.join(' '),
    groups.join('-').toLowerCase(),
    ` ${groups.join('\n')} `,
    `age secret key 1 ${groups.join(' ')}`,
    code.replaceAll('0', 'O').replaceAll('L', '1').replaceAll('8', 'B'),
    code.replaceAll('0', 'o').replaceAll('L', 'i'),
    groups.join(' · '),
  ];
  for (const typed of ways) assert.equal(typedPaperCode(typed), identity, typed);
});

test('a mistake is found, whatever letter it is in', async () => {
  const { groups } = await newPaperCode();
  const code = groups.join('');
  const alphabet = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
  for (let at = 0; at < code.length; at++) {
    const other = alphabet[(alphabet.indexOf(code[at]!) + 1 + at) % 32]!;
    if (other !== code[at]) assert.throws(() => typedPaperCode(code.slice(0, at) + other + code.slice(at + 1)), { fault: 'mistyped' });
  }
  const swapped = code.replace(/(.)(?!\1)(.)/, '$2$1');
  assert.throws(() => typedPaperCode(swapped), { fault: 'mistyped' });
  assert.throws(() => typedPaperCode(code.slice(0, -1)), { fault: 'too-short', typed: 57 });
  assert.throws(() => typedPaperCode(code + 'Q'), { fault: 'too-long', typed: 59 });
  assert.throws(() => typedPaperCode(''), { fault: 'too-short', typed: 0 });
});

test('the check word is the same for the same code, and tells others apart', async () => {
  const [one, two] = [await newPaperCode(), await newPaperCode()];
  assert.equal(paperCheckWord(one.identity, spanish), paperCheckWord((await paperCode(one.identity)).identity, spanish));
  const words = await Promise.all(Array.from({ length: 20 }, async () => paperCheckWord((await newPaperCode()).identity, spanish)));
  assert.ok(new Set(words).size > 10);
  assert.ok(english.includes(paperCheckWord(two.identity, english)));
});

test('the signing key of a sheet follows from the code alone', async () => {
  const { identity } = await newPaperCode();
  const [one, two] = [paperSigner(identity), paperSigner(identity)];
  assert.equal(one.keyId, two.keyId);
  assert.equal(one.keyId, digest(one.publicKey));
  assert.ok(ed25519.verify(ed25519.sign(utf8('x'), one.seed), utf8('x'), two.publicKey));
});

test('a fingerprint is the first 66 bits in six words, in each of the four lists', () => {
  const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  const bits = BigInt('0x' + digest(recipient)) >> 190n;
  for (const [name, list] of Object.entries(lists)) {
    assert.equal(list.length, 2048, name);
    const expected = [55n, 44n, 33n, 22n, 11n, 0n].map((shift) => list[Number((bits >> shift) & 2047n)]!.normalize('NFC'));
    assert.deepEqual(fingerprint(recipient, list), expected, name);
  }
});

