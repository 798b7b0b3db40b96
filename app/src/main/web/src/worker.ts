/** The worker: seals and sends a file, fetches and opens one, or stretches a passphrase, off the page's thread. It holds what that needs, and ends with it. */
import { SealError } from './age.ts';
import type { Bytes } from './age.ts';
import { goingOn, keptPart } from './kept-part.ts';
import type { KeptPart } from './kept-part.ts';
import { openFile } from './own-files.ts';
import type { SyncFile } from './own-files.ts';
import { PARKED } from './parking.ts';
import { persist } from './persist.ts';
import type { Persistence } from './persist.ts';
import { CHUNK, openInChunks, sealInChunks } from './sealing-pipe.ts';
import { stretchHere } from './stretch.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** The server's refusal of a request. */
class Refused extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(status));
    this.status = status;
    this.body = body;
  }
}

/** No answer at all, or an answer that broke off. */
class Unreached extends Error {}

/** This computer takes no more of it. */
class NotSaved extends Error {}

/** What was kept and what came after it do not make the document. */
class KeptDamaged extends Error {}

/** The officer pauses and goes on. */
class Gate extends EventTarget {
  #shut: (() => void) | undefined;
  #passing: Promise<void> = Promise.resolve();

  shut(): void {
    this.#passing = new Promise((open) => (this.#shut = open));
    this.dispatchEvent(new Event('shut'));
  }

  open(): void {
    this.#shut?.();
  }

  pass(): Promise<void> {
    return this.#passing;
  }
}

const scope = globalThis as unknown as { postMessage(message: FromWorker, transfer?: Transferable[]): void; onmessage: unknown };
/** Bytes between two words on what is only sealed again. */
const PER_WORD = 16 * CHUNK;
const nudges = new EventTarget();
const gate = new Gate();
let formKey: Readonly<Record<string, string>> = {};
/** Pieces of plaintext that the page has asked for and not got. */
let wanted = 0;

const patience: Persistence = {
  signal: new AbortController().signal,
  nudges,
  waiting: (waiting) => scope.postMessage({ type: 'waiting', waiting }),
  passing(failure) {
    if (failure instanceof Unreached) return 'connection';
    if (!(failure instanceof Refused)) return undefined;
    if (failure.status === 401) return 'session';
    return failure.status === 408 || failure.status === 429 || failure.status >= 500 ? 'connection' : undefined;
  },
};

scope.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  switch (data.type) {
    case 'stretch':
      scope.postMessage({ type: 'stretched', key: stretchHere(data.passphrase, data.salt, data.factor) });
      break;
    case 'seal':
      formKey = data.formKey;
      report(seal(data));
      break;
    case 'send':
      formKey = data.formKey;
      report(send(data));
      break;
    case 'open':
      report(open(data));
      break;
    case 'more':
      wanted++;
      nudges.dispatchEvent(new Event('more'));
      break;
    case 'pause':
      gate.shut();
      break;
    case 'go-on':
      gate.open();
      break;
    case 'again':
      formKey = data.formKey;
      nudges.dispatchEvent(new Event('again'));
  }
};

async function seal({ file, how, upload, from }: Extract<ToWorker, { type: 'seal' }>): Promise<void> {
  let done = from * CHUNK;
  const sealed = await sealInChunks(file, how, {
    from,
    resealed: (again) => void (again % PER_WORD === 0 && scope.postMessage({ type: 'resealed', done: again, total: from * CHUNK })),
    async send(n, chunk) {
      await gate.pass();
      await persist(() => sendChunk(`/uploads/${upload}/chunks/${n}`, chunk), patience);
      done += chunk.length;
      scope.postMessage({ type: 'progress', done });
    },
  });
  scope.postMessage({ type: 'done', sealed });
}

/** What need not be sealed: the server checks and keeps it as it is. */
async function send({ file, address, from, sent }: Extract<ToWorker, { type: 'send' }>): Promise<void> {
  for (let n = from; n * CHUNK < file.size; n++) {
    scope.postMessage({ type: 'progress', done: n * CHUNK });
    const chunk = new Uint8Array(await file.slice(n * CHUNK, (n + 1) * CHUNK).arrayBuffer());
    await gate.pass();
    await persist(() => sendChunk(`${address}/chunks/${n}`, chunk), patience);
  }
  scope.postMessage({ type: 'progress', done: file.size });
  scope.postMessage({ type: 'done', sealed: sent });
}

async function sendChunk(address: string, chunk: Uint8Array<ArrayBuffer>, again = true): Promise<void> {
  const body = new Blob([chunk]); // Chromium 156 sends a blob of 1 MiB some ten times as fast as an array
  const response = await reach(address, { method: 'PUT', body, headers: { ...formKey, 'content-type': 'application/octet-stream', accept: 'application/json' } });
  if (response.status === 403 && again) {
    // Signing in again in another tab changes the form key; a new one that is refused is a refusal.
    await newFormKey();
    return sendChunk(address, chunk, false);
  }
  if (!response.ok) throw await refusal(response);
}

function newFormKey(): Promise<void> {
  return new Promise((done) => {
    nudges.addEventListener('again', () => done(), { once: true });
    scope.postMessage({ type: 'form-key' });
  });
}

async function open({ address, identity, expected, park, keep }: Extract<ToWorker, { type: 'open' }>): Promise<void> {
  let refused: unknown;
  const rest = (from: number): ReadableStream<Bytes> => unbroken(address, from, (failure) => (refused = failure));
  const target = park === undefined ? page : await parkedTarget(park);
  const kept = keep === undefined ? undefined : await keptPart(keep, expected.size);
  try {
    for await (const bytes of openInChunks(kept ? onFrom(kept, rest) : rest(0), identity, expected)) await target.take(bytes);
  } catch (failure) {
    if (refused) throw refused; // the file was not damaged: the rest of it was not given
    throw failure instanceof SealError && kept && kept.from > 0 ? new KeptDamaged() : failure;
  } finally {
    await target.close();
    await kept?.close();
  }
  scope.postMessage({ type: 'done', sealed: expected });
}

/** Tells the page where it begins. */
function onFrom(kept: KeptPart, rest: (from: number) => ReadableStream<Bytes>): ReadableStream<Bytes> {
  const begins = (): void => scope.postMessage({ type: 'progress', done: kept.from });
  begins();
  return goingOn(kept, rest, (done) => {
    if (done === kept.from) begins();
    else if (done % PER_WORD === 0) scope.postMessage({ type: 'reopened', done, total: kept.from });
  });
}

interface Target {
  take(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/** Pieces are handed over as the page asks for them. */
const page: Target = {
  async take(bytes) {
    while (wanted === 0) await new Promise((done) => nudges.addEventListener('more', done, { once: true }));
    wanted--;
    scope.postMessage({ type: 'plain', bytes }, [bytes.buffer]);
  },
  close: () => Promise.resolve(),
};

async function parkedTarget(name: string): Promise<Target> {
  try {
    const handle = await openFile(PARKED, name);
    return {
      async take(bytes) {
        if (written(handle, bytes) !== bytes.length) throw new NotSaved();
      },
      async close() {
        await handle.flush();
        await handle.close();
      },
    };
  } catch (cause) {
    throw new NotSaved('', { cause });
  }
}

function written(handle: SyncFile, bytes: Uint8Array): number {
  try {
    return handle.write(bytes);
  } catch (cause) {
    throw new NotSaved('', { cause });
  }
}

/** The bytes at an address from there on as one stream, asked for again from where they broke off. */
function unbroken(address: string, from: number, refused: (failure: unknown) => void): ReadableStream<Bytes> {
  let reader: ReadableStreamDefaultReader<Bytes> | undefined;
  let done = from;
  gate.addEventListener('shut', () => {
    void reader?.cancel().catch(() => undefined);
    reader = undefined;
  });
  const readOn = async (): Promise<ReadableStreamReadResult<Bytes>> => {
    await gate.pass();
    const reading = (reader ??= await bodyFrom(address, done));
    try {
      const result = await reading.read();
      return result.done && reading !== reader ? readOn() : result; // ended by a pause, and not by the server
    } catch {
      reader = undefined;
      throw new Unreached();
    }
  };
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { value } = await persist(readOn, patience).catch((failure: unknown) => {
        refused(failure);
        throw failure;
      });
      if (!value) return controller.close();
      done += value.length;
      scope.postMessage({ type: 'progress', done });
      controller.enqueue(value);
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

async function bodyFrom(address: string, offset: number): Promise<ReadableStreamDefaultReader<Bytes>> {
  const headers: Record<string, string> = offset > 0 ? { range: `bytes=${offset}-` } : {};
  const response = await reach(address, { headers });
  if (!response.ok) throw await refusal(response);
  if (offset > 0 && response.status !== 206) throw new SealError('damaged');
  return response.body!.getReader();
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
  } catch {
    throw new Unreached();
  }
}

async function refusal(response: Response): Promise<Refused> {
  const body: unknown = await response.json().catch(() => ({}));
  return new Refused(response.status, typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {});
}

function report(work: Promise<void>): void {
  work.catch((failure: unknown) => {
    if (failure instanceof Refused) scope.postMessage({ type: 'refused', status: failure.status, body: failure.body });
    else if (failure instanceof SealError) scope.postMessage({ type: 'failed', fault: failure.fault });
    else if (failure instanceof KeptDamaged) scope.postMessage({ type: 'failed', fault: 'kept-damaged' });
    else if (failure instanceof NotSaved) scope.postMessage({ type: 'failed', fault: 'not-saved' });
    else scope.postMessage({ type: 'failed', fault: 'file-unreadable' }); // moved, changed or not readable any more
  });
}
