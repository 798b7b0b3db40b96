import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Identity } from '../src/age.ts';
import { newPaperCode, paperCode } from '../src/paper.ts';
import { Gathering, MOST_CUSTODIANS, divide, shareGroups, shareText, typedShare } from '../src/shares.ts';

const twoOfThree = { shares: 3, threshold: 2 };

test('any two of three shares are the sheet, in either order', async () => {
  const code = await newPaperCode();
  const shares = await divide(code, twoOfThree);
  for (const [one, two] of [[0, 1], [0, 2], [1, 2], [2, 0], [2, 1], [1, 0]] as const) {
    const gathering = new Gathering(code.recipient, twoOfThree);
    assert.equal(await gathering.take(shares[one]!), undefined);
    assert.equal(gathering.missing, 1);
    assert.deepEqual(gathering.taken, [one + 1]);
    assert.equal((await gathering.take(shares[two]!))!.identity, code.identity);
  }
});

test('every division that a page offers gives the sheet back, with its last shares too', async () => {
  const code = await newPaperCode();
  for (let shares = 2; shares <= MOST_CUSTODIANS; shares++) {
    for (let threshold = 2; threshold <= shares; threshold++) {
      const gathering = new Gathering(code.recipient, { shares, threshold });
      const texts = (await divide(code, { shares, threshold })).slice(-threshold);
      const last = texts.pop()!;
      for (const text of texts) assert.equal(await gathering.take(text), undefined);
      assert.equal((await gathering.take(last))!.identity, code.identity, `${threshold} of ${shares}`);
    }
  }
});

test('of one custodian the sheet is the identity itself', async () => {
  const code = await newPaperCode();
  const [text] = await divide(code, { shares: 1, threshold: 1 });
  assert.equal(text, code.identity);
  assert.deepEqual(shareGroups(text!), ['AGE-SECRET-KEY-1', ...code.groups]);
  const gathering = new Gathering(code.recipient, { shares: 1, threshold: 1 });
  await assert.rejects(gathering.take((await newPaperCode()).identity), { fault: 'share-elsewhere' });
  assert.equal((await gathering.take(text!.toLowerCase()))!.identity, code.identity);
});

test('a share is read as people type it', async () => {
  const [text] = await divide(await newPaperCode(), twoOfThree);
  const [prefix, ...groups] = shareGroups(text!);
  assert.equal(prefix, 'ENLACE-SHARE-1');
  assert.deepEqual(groups.map((group) => group.length), [...Array<number>(17).fill(4), 2]);
  const share = typedShare(text!);
  assert.deepEqual([share.number, share.shares, share.threshold], [1, 3, 2]);
  const code = groups.join('');
  const ways = [text!.toLowerCase(), groups.join(' '), `enlace share 1 ${groups.join('-')}`, code.replaceAll('0', 'o').replaceAll('L', '1').replaceAll('8', 'B')];
  for (const typed of ways) assert.deepEqual(typedShare(typed), share, typed);
});

test('a mistake is found before anything is combined, whatever letter it is in', async () => {
  const [text] = await divide(await newPaperCode(), twoOfThree);
  const code = shareGroups(text!).slice(1).join('');
  const alphabet = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
  for (let at = 0; at < code.length; at++) {
    const other = alphabet[(alphabet.indexOf(code[at]!) + 1 + (at % 30)) % 32]!;
    assert.throws(() => typedShare(code.slice(0, at) + other + code.slice(at + 1)), { fault: 'share-mistyped' });
  }
  assert.throws(() => typedShare(code.slice(1)), { fault: 'share-short', typed: 69 });
  assert.throws(() => typedShare(code + 'Q'), { fault: 'share-long', typed: 71 });
});

test('the same share twice, one of another sheet and one altered on purpose are told apart', async () => {
  const code = await newPaperCode();
  const [one, two, three] = await divide(code, twoOfThree);
  const gathering = new Gathering(code.recipient, twoOfThree);
  await gathering.take(one!);
  await assert.rejects(gathering.take(one!), { fault: 'share-twice', typed: 1 });
  const [stranger] = await divide(await newPaperCode(), twoOfThree);
  await assert.rejects(gathering.take(stranger!), { fault: 'share-elsewhere' });
  const [otherwise] = await divide(code, { shares: 3, threshold: 3 });
  await assert.rejects(gathering.take(otherwise!), { fault: 'share-elsewhere' });
  const forged = typedShare(two!);
  forged.part[5]! ^= 1;
  await assert.rejects(gathering.take(shareText(forged)), { fault: 'shares-unfit' });
  assert.equal(gathering.missing, 2);
  await gathering.take(three!);
  assert.equal((await gathering.take(two!))!.identity, code.identity);
  const renumbered = new Gathering(code.recipient, twoOfThree);
  await renumbered.take(one!);
  await assert.rejects(renumbered.take(shareText({ ...typedShare(one!), number: 2 })), { fault: 'shares-unfit' });
});

test('a sheet that is divided again gives other shares: none of them follows from the sheet', async () => {
  const code = await newPaperCode();
  const seen = new Set<number>();
  for (let n = 0; n < 200; n++) seen.add(typedShare((await divide(code, twoOfThree))[0]!).part[0]!);
  assert.ok(seen.size > 100);
});

// exchange.md, "Shares of a recovery sheet"
const VECTOR = {
  identity: 'AGE-SECRET-KEY-1KUGAY572LPGPFN5NSMM4VQSPC44A0U5LCD3F000P2F5V6GE0VZESJ92MJW' as Identity,
  shares: [
    'ENLACE-SHARE-1QY3SZN8H3SWGTNPGKMH4YW77F958KEZQEFPQR9TAQ2LYPNDHRZ6CCSFXM97VWALZ0KQDJR',
    'ENLACE-SHARE-1QY3SYN8H3SWPH60C8V2ZJVV77XLMAVPZSJGXKKGXU3V7FT2HFCP2P85PP80F78T6FD7056',
    'ENLACE-SHARE-1QY3SXN8H3SW0DMYVPG8ULJRDHLLYZ4LPR5SFT70QFXT8A24DJPZ04C4A05FJHC7QCQXWUC',
  ],
};

test('the vector of the protocol: later versions combine what was printed today', async () => {
  const code = await paperCode(VECTOR.identity);
  const [one, two, three] = VECTOR.shares;
  for (const [first, second] of [[one, two], [three, one], [two, three]]) {
    const gathering = new Gathering(code.recipient, twoOfThree);
    await gathering.take(first!);
    assert.equal((await gathering.take(second!))!.identity, code.identity);
  }
  assert.equal(shareText(typedShare(one!)), one);
});
