import { asked, says, serve } from './browser.ts';
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { newId } from '../src/encoding.ts';
import { deliver, signAct } from '../src/exchange/deliver.ts';
import { newOfficerKey } from '../src/keys.ts';
import { Problem } from '../src/session.ts';

const request = newId();
const message = newId();
const chosen = newId();
const described = newId();
const officer = await newOfficerKey(newId());
const hash = 'a'.repeat(64);

const act = signAct(officer, {
  request,
  kind: 'ask',
  authority: 'cri-fac',
  content: [
    { document: message, role: 'message', sha256: hash, size: 300 },
    { document: chosen, role: 'attachment', sha256: hash, size: 300 },
    { document: described, role: 'attachment', sha256: hash, size: 300 },
  ],
  coded: { due: '2026-03-20', items: [] },
  previous: hash,
  made: [described],
});
const answered = { request, reference: 'PRY-2026-0001', act: act.act, digest: hash, index: 7, receipt: null, at: '2026-03-14T12:00:00.000Z' };

const removed = (): string[] => asked.filter(({ path }) => path.endsWith('/removal')).map(({ path }) => path.split('/')[2]!);

beforeEach(() => {
  asked.length = 0;
  says('account', officer.account);
  mock.timers.reset();
});

test('what was sealed for a refused act alone is removed; a file that somebody chose stays', async () => {
  serve((_, path) => (path.endsWith('/acts') ? { status: 409, body: { code: 'NOT_ADMITTED', detail: 'No.' } } : { status: 204 }));
  await assert.rejects(deliver(act, new AbortController().signal), (problem) => problem instanceof Problem && problem.code === 'NOT_ADMITTED');
  assert.deepEqual(removed().sort(), [message, described].sort());
});

test('while the answer is only lost nothing is removed, and the act is looked up', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  serve((_, path) => (path.endsWith('/acts') ? 'unreachable' : { body: answered }));
  let waits = 0;
  const delivered = deliver(act, new AbortController().signal, () => void (waits++ === 0 && setImmediate(() => mock.timers.tick(1_000))));
  assert.equal((await delivered).act, act.act);
  assert.deepEqual(removed(), []);
  assert.equal(asked.at(-1)!.path, `/requests/${request}/acts/${act.act}`);
});

test('a removal that does not get through changes nothing of the refusal', async () => {
  serve((_, path) => (path.endsWith('/acts') ? { status: 409, body: { code: 'CLOCK_APART', detail: 'The clocks differ.' } } : 'unreachable'));
  await assert.rejects(deliver(act, new AbortController().signal), { message: 'The clocks differ.' });
});
