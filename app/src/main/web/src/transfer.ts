/**
 * What uploads and downloads have in common: a worker of their own, progress, waiting and going on, cancelling.
 */
import { checkedScript } from './assets.ts';
import { SealError } from './age.ts';
import { persist } from './persist.ts';
import type { Persistence, Waiting } from './persist.ts';
import { Problem, account, formKey, refreshSession, sessionEnded } from './session.ts';
import { sentence } from './sentences.ts';
import type { Sealed } from './sealing-pipe.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

export type TransferState =
  | { readonly name: 'queued' }
  /** The file is read through, to be recognised later; nothing leaves. Bytes. */
  | { readonly name: 'reading'; readonly done: number; readonly total: number }
  /** What the host has of it is sealed again, to know its hash; nothing leaves. Bytes. */
  | { readonly name: 'resealing'; readonly done: number; readonly total: number }
  /** What this browser kept of it is opened; nothing comes. Bytes. */
  | { readonly name: 'reopening'; readonly done: number; readonly total: number }
  /** Bytes; rate in bytes a second over the last ten seconds; both of the last undefined until there is something to tell. */
  | { readonly name: 'running'; readonly done: number; readonly total: number; readonly rate: number | undefined; readonly secondsLeft: number | undefined }
  | { readonly name: 'waiting'; readonly waiting: Waiting; readonly done: number; readonly total: number }
  /** By the officer. */
  | { readonly name: 'paused'; readonly done: number; readonly total: number }
  /** All bytes are there; the host compares their hash. */
  | { readonly name: 'checking' }
  | { readonly name: 'done' }
  | { readonly name: 'cancelled' }
  /** A {@link Problem} (its message is a sentence), {@link SealError} or {@link TransferError}. */
  | { readonly name: 'failed'; readonly failure: unknown };

/**
 * `file-unreadable`: it was moved, changed or locked while it was read. `other-file`: it is not the one that was begun. `not-saved`: this computer would not take
 * it. `no-room`: this browser has not the room that it needs; nothing was fetched. `elsewhere`: another tab is fetching it. `kept-damaged`: what this browser had kept and
 * what came after it are not what was signed.
 */
export type TransferFault = 'file-unreadable' | 'other-file' | 'not-saved' | 'no-room' | 'elsewhere' | 'kept-damaged';

export class TransferError extends Error {
  readonly fault: TransferFault;
  /** Bytes that there is room for, of `no-room`. */
  readonly room: number;

  constructor(fault: TransferFault, cause?: unknown, room = 0) {
    super(fault, { cause });
    this.name = 'TransferError';
    this.fault = fault;
    this.room = room;
  }
}

/** One at a time: two would share the same line and both take longer to be of use. */
let queue: Promise<unknown> = Promise.resolve();

/** Dispatches `state` when {@link state} changes. */
export abstract class Transfer<T> extends EventTarget {
  readonly total: number;
  readonly result: Promise<T>;
  #state: TransferState = { name: 'queued' };
  #done = 0;
  #paused = false;
  #say: ((message: ToWorker) => void) | undefined;
  readonly #samples: { readonly at: number; readonly done: number }[] = [];
  readonly #account = account();
  readonly #ending = new AbortController();
  readonly #nudges = new EventTarget();

  protected constructor(total: number) {
    super();
    this.total = total;
    const turn = queue.then(() => this.#run());
    queue = turn.catch(() => undefined);
    this.result = turn;
    this.result.catch(() => undefined); // also told by the state
  }

  get state(): TransferState {
    return this.#state;
  }

  /** Ends it; `result` fails with an AbortError. */
  cancel(): void {
    this.#ending.abort();
  }

  /** Nothing more goes or comes until {@link goOn}; what arrived stays. */
  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#say?.({ type: 'pause' });
    this.#become(this.#running());
  }

  goOn(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#samples.length = 0;
    this.#say?.({ type: 'go-on' });
    this.#become(this.#running());
  }

  /** The transfer itself. */
  protected abstract transfer(signal: AbortSignal): Promise<T>;

  /** Called once when it was cancelled (an AbortError) or failed, to leave nothing behind that is of no more use. */
  protected abstract abandon(failure: unknown): Promise<void>;

  /** The file is read through before anything of it is sealed. */
  protected reading(done: number, total: number): void {
    this.#become({ name: 'reading', done, total });
  }

  /** The bytes are there, and what is left takes the host a moment. */
  protected checking(): void {
    this.#become({ name: 'checking' });
  }

  /** Repeats what the page itself asks of the server until it succeeds or is refused. */
  protected persistently<R>(act: () => Promise<R>): Promise<R> {
    return persist(act, this.#patience);
  }

  /** Runs the worker until it is done. @param take gets each piece of plaintext */
  protected async inWorker(start: ToWorker, take?: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<Sealed> {
    const worker = new Worker(await checkedScript('worker.js'), { type: 'module' });
    const say = (message: ToWorker): void => worker.postMessage(message);
    const again = (): void => {
      if (account() === this.#account) say({ type: 'again', formKey: formKey() }); // whoever signs in after them does not send their files
    };
    let taken: Promise<void> = Promise.resolve();
    try {
      return await new Promise<Sealed>((done, fail) => {
        const signal = this.#ending.signal;
        signal.throwIfAborted();
        signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
        this.#nudges.addEventListener('again', again);
        worker.addEventListener('error', (event) => fail(new Problem(0, sentence('unreachable'), { cause: event.message })));
        worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
          switch (data.type) {
            case 'progress':
              return this.#progressed(data.done);
            case 'resealed':
              return this.#paused ? undefined : this.#become({ name: 'resealing', done: data.done, total: data.total });
            case 'reopened':
              this.#samples.length = 0; // the line has not begun
              return this.#paused ? undefined : this.#become({ name: 'reopening', done: data.done, total: data.total });
            case 'waiting':
              return this.#waits(data.waiting);
            case 'form-key':
              return void refreshSession().then((now) => (now === 'same' || now === undefined ? again() : sessionEnded(now === 'other')));
            case 'plain':
              taken = taken.then(() => take?.(data.bytes)).then(() => say({ type: 'more' }));
              return void taken.catch(fail);
            case 'done':
              return void taken.then(() => done(data.sealed), fail);
            case 'refused':
              return fail(new Problem(data.status, said(data.body) ?? sentence('failed', { status: data.status }), data.body));
            case 'failed':
              return fail(data.fault === 'file-unreadable' || data.fault === 'not-saved' || data.fault === 'kept-damaged' ? new TransferError(data.fault) : new SealError(data.fault));
          }
        });
        this.#say = say;
        if (this.#paused) say({ type: 'pause' });
        say(start);
        for (let ahead = 0; take && ahead < 3; ahead++) say({ type: 'more' });
      });
    } finally {
      this.#say = undefined;
      this.#nudges.removeEventListener('again', again);
      worker.terminate();
    }
  }

  get #patience(): Persistence {
    return {
      signal: this.#ending.signal,
      nudges: this.#nudges,
      waiting: (waiting) => this.#waits(waiting),
      passing: (failure) => (!(failure instanceof Problem) ? undefined : failure.status === 401 ? 'session' : failure.passing ? 'connection' : undefined),
    };
  }

  async #run(): Promise<T> {
    const nudge = (): boolean => this.#nudges.dispatchEvent(new Event('again'));
    const over = new AbortController();
    addEventListener('online', nudge, { signal: over.signal });
    document.addEventListener('enlace:session-renewed', nudge, { signal: over.signal });
    try {
      this.#ending.signal.throwIfAborted();
      this.#become(this.#running());
      const result = await this.transfer(this.#ending.signal);
      this.#become({ name: 'done' });
      return result;
    } catch (failure) {
      await this.abandon(failure).catch(() => undefined);
      this.#become(this.#ending.signal.aborted ? { name: 'cancelled' } : { name: 'failed', failure });
      throw failure;
    } finally {
      over.abort();
    }
  }

  #progressed(done: number): void {
    this.#done = done;
    const now = performance.now();
    this.#samples.push({ at: now, done });
    while (this.#samples.length > 2 && now - this.#samples[0]!.at > 10_000) this.#samples.shift();
    this.#become(this.#running());
  }

  #waits(waiting: Waiting | undefined): void {
    this.#samples.length = 0;
    if (!waiting || this.#paused) return this.#become(this.#running());
    if (waiting.reason === 'session' && this.#state.name !== 'waiting') sessionEnded();
    this.#become({ name: 'waiting', waiting, done: this.#done, total: this.total });
  }

  #running(): TransferState {
    if (this.#paused) return { name: 'paused', done: this.#done, total: this.total };
    const first = this.#samples[0];
    const seconds = first ? (performance.now() - first.at) / 1000 : 0;
    const rate = first && seconds > 0.5 ? (this.#done - first.done) / seconds : undefined;
    const secondsLeft = rate ? (this.total - this.#done) / rate : undefined;
    return { name: 'running', done: this.#done, total: this.total, rate, secondsLeft };
  }

  #become(state: TransferState): void {
    this.#state = state;
    this.dispatchEvent(new Event('state'));
  }
}

function said(body: Readonly<Record<string, unknown>>): string | undefined {
  return typeof body['detail'] === 'string' && body['detail'] !== '' ? body['detail'] : undefined;
}
