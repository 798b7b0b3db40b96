import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CarriedError, readCarried } from '../src/exchange/carried.ts';
import { withFile } from '../src/exchange/package.ts';

declare const ENLACE_WEB: string;

const EMPTY = new Blob([new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)])]);
const LIST = {
  v: 1,
  kind: 'enlace-carried',
  request: '01959700-0000-7000-8000-000000000100',
  acts: ['acts/001.jws'],
  copies: [{ authority: 'pry-x', generation: 2 }],
  content: [
    { document: 'd1', sha256: 'aa', size: 3, file: 'content/d1.age' },
    { document: 'd2', sha256: 'bb', size: 9, file: null },
  ],
};

async function zip(list: object, ...names: readonly string[]): Promise<Blob> {
  let zip = EMPTY;
  for (const name of names) zip = await withFile(zip, name, name.endsWith('.jws') ? 'a.b.c' : 'abc');
  return withFile(zip, 'manifest.json', JSON.stringify(list));
}

const whole = ['acts/001.jws', 'copies/pry-x.age', 'content/d1.age'];

test('takes out of a carried file what its list names', async () => {
  const carried = await readCarried(await zip(LIST, ...whole));
  assert.equal(carried.request, LIST.request);
  assert.deepEqual(carried.acts, ['a.b.c']);
  assert.deepEqual(carried.keys, [{ authority: 'pry-x', generation: 2, sealed: 'YWJj' }]);
  assert.equal(carried.content.length, 1, 'what is not enclosed is left out');
  assert.equal(await carried.content[0]!.bytes.text(), 'abc');
});

test('reads a file that Java wrote, whose small members are packed', async () => {
  const file = readFileSync(join(ENLACE_WEB, '../../../../ledger/src/test/resources/carried/v1/carried.zip'));
  const carried = await readCarried(new Blob([file]));
  assert.ok(carried.acts.length > 1);
  assert.equal(carried.keys.length, 2);
  assert.equal(carried.content.length, 1);
});

for (const [what, fault, broken] of [
  ['no ZIP', 'not-carried', () => new Blob(['case file'])],
  ['another package', 'not-carried', () => zip({ ...LIST, kind: 'enlace-evidence' }, ...whole)],
  ['a later version', 'later', () => zip({ ...LIST, v: 2 }, ...whole)],
  ['a missing document', 'incomplete', () => zip(LIST, ...whole.slice(0, 2))],
  ['a file that broke off', 'not-carried', async () => (await zip(LIST, ...whole)).slice(0, 300)],
] as const) {
  test(`refuses ${what}`, async () => {
    await assert.rejects(
      async () => readCarried(await broken()),
      (problem) => problem instanceof CarriedError && problem.fault === fault,
    );
  });
}
