/** Trying again: a connection that is lost for a minute must not cost an upload of an hour. Used by pages and by the worker. */

/** Why something waits: no connection (or the server is not well), or nobody is signed in any more. */
export type WaitingFor = 'connection' | 'session';

export interface Waiting {
  readonly reason: WaitingFor;
  /** Seconds until it is tried again; undefined where it waits for somebody to sign in. */
  readonly seconds: number | undefined;
}

export interface Persistence {
  /** Ends the waiting and the trying with an AbortError. */
  readonly signal: AbortSignal;
  /** What a failure means: a reason to wait, or undefined when trying again is of no use. */
  passing(failure: unknown): WaitingFor | undefined;
  /** Told before each wait, and with undefined when it goes on. */
  waiting(waiting: Waiting | undefined): void;
  /** Dispatches `again` when waiting has lost its reason: the connection is back, somebody signed in. */
  readonly nudges: EventTarget;
}

const LONGEST = 30;

/** Repeats `act` until it succeeds, fails for good or is ended; waits 1, 2, 4 … 30 seconds between. There is no last attempt: the officer sees it wait and may cancel. */
export async function persist<T>(act: () => Promise<T>, how: Persistence): Promise<T> {
  for (let failures = 0; ; failures++) {
    how.signal.throwIfAborted();
    try {
      const result = await act();
      if (failures > 0) how.waiting(undefined);
      return result;
    } catch (failure) {
      how.signal.throwIfAborted();
      const reason = how.passing(failure);
      if (!reason) throw failure;
      const seconds = reason === 'session' ? undefined : Math.min(LONGEST, 2 ** failures);
      how.waiting({ reason, seconds });
      await pause(seconds, how);
    }
  }
}

function pause(seconds: number | undefined, { signal, nudges }: Persistence): Promise<void> {
  return new Promise((done, fail) => {
    const timer = seconds === undefined ? undefined : setTimeout(finish, seconds * 1000);
    function finish(): void {
      clearTimeout(timer);
      nudges.removeEventListener('again', finish);
      signal.removeEventListener('abort', stop);
      done();
    }
    function stop(): void {
      finish();
      fail(signal.reason as Error);
    }
    nudges.addEventListener('again', finish);
    signal.addEventListener('abort', stop);
  });
}
