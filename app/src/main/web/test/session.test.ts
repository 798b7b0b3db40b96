import { asked, page, says, serve } from './browser.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { newId } from '../src/encoding.ts';
import { Problem, account, formKey, get, lookAtSession, poll, post, prolongSession, refreshSession } from '../src/session.ts';

const asuncion = newId();

beforeEach(() => {
  says('account', asuncion);
  says('csrf-header', 'X-CSRF-TOKEN');
  says('csrf', 'first');
});

const session = (token: string, who: string | null = asuncion) => ({ body: { account: who, csrf: { header: 'X-CSRF-TOKEN', token }, expires: null } });

test('what changes something carries the form key, what asks does not', async () => {
  serve(() => ({ body: {} }));
  await get('/a');
  await post('/b', { x: 1 });
  assert.equal(asked[0]!.headers['X-CSRF-TOKEN'], undefined);
  assert.equal(asked[1]!.headers['X-CSRF-TOKEN'], 'first');
  assert.deepEqual(asked[1]!.body, { x: 1 });
});

test('a form key that changed in another tab is renewed, and the request made once more', async () => {
  serve((_, path) => {
    if (path === '/session') return session('second');
    return asked.at(-1)!.headers['X-CSRF-TOKEN'] === 'second' ? { body: { done: true } } : { status: 403, body: {} };
  });
  assert.deepEqual(await post('/b', {}), { done: true });
  assert.deepEqual(asked.map((each) => each.path), ['/b', '/session', '/b']);
});

test('not for somebody else, and only once', async () => {
  serve((_, path) => (path === '/session' ? session('second', newId()) : { status: 403, body: {} }));
  await assert.rejects(post('/b', {}), { status: 401 });
  assert.deepEqual(asked.map((each) => each.path), ['/b', '/session']);
  assert.equal(formKey()['X-CSRF-TOKEN'], 'first', 'the key of somebody else’s session is not on this page');
  serve((_, path) => (path === '/session' ? session('third', account()) : { status: 403, body: {} }));
  await assert.rejects(post('/b', {}), { status: 403 });
  assert.deepEqual(asked.map((each) => each.path), ['/b', '/session', '/b']);
});

test('a problem says what the server said, and knows whether trying again is of use', async () => {
  serve(() => ({ status: 409, body: { code: 'ALREADY_OPENED', detail: 'Costa Rica opened it at 22:58.' } }));
  const problem = await get('/x').catch((thrown: unknown) => thrown as Problem);
  assert.ok(problem instanceof Problem);
  assert.deepEqual([problem.status, problem.code, problem.message, problem.passing], [409, 'ALREADY_OPENED', 'Costa Rica opened it at 22:58.', false]);
  for (const [status, passing] of [[429, true], [503, true], [422, false], [401, false]] as const) {
    serve(() => ({ status, body: {} }));
    const thrown = await get('/x').catch((each: unknown) => each as Problem);
    assert.equal(thrown instanceof Problem && thrown.passing, passing, String(status));
  }
  serve(() => 'unreachable');
  await assert.rejects(get('/x'), { status: 0, passing: true });
});

test('the end of a session is told once per answer, and only to who was signed in', async () => {
  let ended = 0;
  page.document.addEventListener('enlace:session-ended', () => ended++);
  serve(() => ({ status: 401, body: {} }));
  await assert.rejects(get('/x'));
  says('account', '');
  await assert.rejects(post('/sign-in/code', {}));
  assert.equal(ended, 1);
});

test('asking for the session takes it over for whom the page is, and on a page of nobody for anybody', async () => {
  const here = account();
  serve(() => session('third', null));
  assert.equal(await refreshSession(), 'nobody');
  serve(() => session('third', newId()));
  assert.equal(await refreshSession(), 'other');
  assert.deepEqual([account(), formKey()['X-CSRF-TOKEN']], [here, 'first']);
  serve(() => session('third', here));
  assert.equal(await refreshSession(), 'same');
  assert.equal(formKey()['X-CSRF-TOKEN'], 'third');
  serve(() => 'unreachable');
  assert.equal(await refreshSession(), undefined);
  says('account', '');
  serve(() => session('fourth', here));
  await refreshSession();
  assert.equal(account(), here);
});

test('what a page asks by itself says so, and looking at the session changes nothing here', async () => {
  serve(() => ({ body: { account: asuncion, csrf: { header: 'X-CSRF-TOKEN', token: 'fourth' }, expires: null, left: 240, last: true } }));
  await poll('/c');
  await get('/c');
  assert.deepEqual(asked.map((each) => each.headers['x-poll']), ['1', undefined]);
  const seen = await lookAtSession();
  assert.deepEqual([seen?.left, seen?.last], [240, true]);
  await prolongSession();
  assert.deepEqual([asked.at(-1)!.path, asked.at(-1)!.headers['X-CSRF-TOKEN']], ['/session/prolongation', 'first']);
  serve(() => 'unreachable');
  assert.equal(await lookAtSession(), undefined);
});
