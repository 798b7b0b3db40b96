import { asked, page, says, serve } from './browser.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { newIdentity, openJson, recipientOf } from '../src/age.ts';
import { DraftSaver, openDraft } from '../src/drafts.ts';
import type { DraftFile } from '../src/drafts.ts';
import { fromB64, newId } from '../src/encoding.ts';

const authority = await newIdentity();
const recipient = await recipientOf(authority);
const id = newId();

let draft: DraftSaver;
let typed = '';
const content = (): DraftFile => ({
  v: 1,
  kind: 'draft',
  form: 'preservation/1',
  request: id,
  key: authority,
  language: 'es',
  route: {},
  values: { reason: typed },
  attachments: [],
});

let stored: { version: number; sealed: string };
const keeping = (_method: string, _path: string, body: { version: number; sealed: string }) => {
  if (body.version !== stored.version) return { status: 409, body: { code: 'CHANGED_MEANWHILE', version: stored.version, by: 'duty officer, Asunción', at: '2026-03-14T12:00:00.000Z' } };
  stored = { version: body.version + 1, sealed: body.sealed };
  return { body: { version: stored.version, at: '2026-03-14T12:00:00.000Z' } };
};

beforeEach(() => {
  typed = '';
  stored = { version: 0, sealed: '' };
  says('account', newId());
  serve(keeping);
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
});

/** Closing saves what is left, which must not reach into the next test. */
afterEach(async () => {
  draft.close();
  await draft.flush();
});

const reallyLater = globalThis.setTimeout;

/** Time passes, and what was begun by it is finished. */
async function pass(ms: number): Promise<void> {
  const step = ms > 5_000 ? 1_000 : 100;
  for (let gone = 0; gone < ms; gone += step) {
    mock.timers.tick(step);
    await settled();
  }
}

/** Sealing takes real time, on another thread. */
async function settled(): Promise<void> {
  do await new Promise((done) => reallyLater(done, 2));
  while (draft.state.name === 'saving');
}

async function kept(): Promise<unknown> {
  return (await openJson<DraftFile>('draft', fromB64(stored.sealed), authority)).values['reason'];
}

test('what is typed is saved sealed when the typing pauses', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  typed = 'preserve the mailbox';
  draft.changed();
  assert.equal(draft.state.name, 'unsaved');
  await pass(2_000);
  assert.equal(draft.state.name, 'saved');
  assert.equal(await kept(), 'preserve the mailbox');
  assert.equal(draft.version, 1);
  assert.ok(!JSON.stringify(asked).includes('mailbox'));
});

test('who never pauses loses ten seconds at most', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  for (let second = 0; second < 10; second++) {
    typed += 'x';
    draft.changed();
    await pass(1_000);
  }
  assert.ok(asked.length >= 1);
  assert.ok(String(await kept()).length >= 8);
});

test('what is typed while a save is under way is saved after it', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  typed = 'one';
  draft.changed();
  const saving = draft.flush();
  typed = 'one two';
  draft.changed();
  await saving;
  await pass(2_000);
  assert.equal(await kept(), 'one two');
  assert.equal(stored.version, 2);
});

test('a colleague’s save is reported and never overwritten, until the officer says so', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  stored = { version: 4, sealed: 'theirs' };
  typed = 'mine';
  draft.changed();
  await pass(2_000);
  assert.deepEqual(draft.state, { name: 'conflict', version: 4, by: 'duty officer, Asunción', at: new Date('2026-03-14T12:00:00.000Z') });
  typed = 'mine, more';
  draft.changed();
  await pass(60_000);
  assert.equal(stored.sealed, 'theirs');
  draft.continueFrom(4);
  await pass(200);
  assert.equal(await kept(), 'mine, more');
});

test('one conflict after the other, whatever the reason, is tried less and less often', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  serve(() => ({ status: 409, body: { code: 'CHANGED_MEANWHILE', version: 1, by: 'nobody', at: '2026-03-14T12:00:00.000Z' } }));
  draft.addEventListener('state', () => draft.state.name === 'conflict' && draft.continueFrom(0));
  typed = 'never taken';
  draft.changed();
  const before = asked.length;
  await pass(60_000);
  const tries = asked.length - before;
  assert.ok(tries >= 3 && tries <= 10, `${tries} tries in a minute`);
  serve(keeping);
  await pass(30_000);
  assert.equal(await kept(), 'never taken');
});

test('without a connection it keeps trying, and tries at once when the connection is back', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  serve(() => 'unreachable');
  typed = 'before the storm';
  draft.changed();
  await pass(2_000);
  assert.equal(draft.state.name, 'waiting');
  await pass(5_000);
  const tries = asked.length;
  assert.ok(tries >= 3, `${tries} tries`);
  serve(keeping);
  page.dispatchEvent(new Event('online'));
  await settled();
  assert.equal(draft.state.name, 'saved');
  assert.equal(await kept(), 'before the storm');
});

test('when the session ends nothing is lost: saving goes on once somebody is signed in again', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  let ended = 0;
  page.document.addEventListener('enlace:session-ended', () => ended++);
  serve(() => ({ status: 401, body: { code: 'SIGNED_OUT', detail: 'Your session has ended.' } }));
  typed = 'typed while nobody is signed in';
  draft.changed();
  await pass(2_000);
  assert.deepEqual([draft.state.name, ended], ['waiting', 1]);
  await pass(120_000);
  assert.equal(asked.length, 1);
  serve(keeping);
  page.document.dispatchEvent(new Event('enlace:session-renewed'));
  await settled();
  assert.equal(await kept(), 'typed while nobody is signed in');
});

test('a refusal for good stops saving and carries the server’s sentence', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  serve(() => ({ status: 404, body: { detail: 'There is no such draft.' } }));
  typed = 'x';
  draft.changed();
  await pass(2_000);
  const { state } = draft;
  assert.equal(state.name === 'refused' && state.problem.message, 'There is no such draft.');
});

test('leaving the form saves what is not saved yet', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  typed = 'last words';
  draft.changed();
  draft.close();
  await settled();
  assert.equal(await kept(), 'last words');
});

test('a draft opens with the authority’s key, for a colleague too', async () => {
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  typed = 'handed over';
  draft.changed();
  await draft.flush();
  serve(() => ({ body: { ...stored, at: '2026-03-14T12:00:00.000Z' } }));
  const opened = await openDraft(id, authority);
  assert.deepEqual([opened.version, opened.draft.values], [1, { reason: 'handed over' }]);
  await assert.rejects(openDraft(id, await newIdentity()), { fault: 'wrong-key' });
});

test('a draft that is too large is no conflict, and is saved once it is shorter', async () => {
  serve((method, path, body: { version: number; sealed: string }) =>
    body.sealed.length > 4_000 ? { status: 409, body: { code: 'DRAFT_TOO_LARGE', detail: 'This draft is too large.' } } : keeping(method, path, body),
  );
  draft = new DraftSaver(`/drafts/${id}`, recipient, 0, content);
  typed = 'x'.repeat(5_000);
  draft.changed();
  await pass(2_000);
  assert.equal(draft.state.name, 'refused');
  assert.equal(draft.state.name === 'refused' && draft.state.problem.message, 'This draft is too large.');
  const tries = asked.length;
  await pass(20_000);
  assert.equal(asked.length, tries); // not again by itself
  typed = 'the rest is in an attachment';
  draft.changed();
  await pass(2_000);
  assert.equal(draft.state.name, 'saved');
  assert.equal(await kept(), 'the rest is in an attachment');
});
