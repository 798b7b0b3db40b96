/**
 * Talking to the server from a page: JSON with the form key (CSRF token), problems as plain sentences, and the end of a session noticed without losing what was typed.
 *
 * Threats: another site posts in the officer's name (the form key is required on everything but GET and is never put into an address);
 * a session that ended goes on being used by an open tab (`enlace:session-ended` makes the vault forget; typed text stays on the page).
 */
import { meta, setMeta } from './page.ts';
import type { Proof } from './proof-note.ts';
import { sentence } from './sentences.ts';

/** The server said no, or could not be reached. `message` is a sentence in the reader's language, to be shown as it is. */
export class Problem extends Error {
  /** HTTP status; 0 when the server could not be reached. */
  readonly status: number;
  /** What the server's answer carried, such as the newer version in a 409. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The host's signature on its refusal, where it gave one that holds. */
  readonly proof: Proof | undefined;

  constructor(status: number, message: string, body: Readonly<Record<string, unknown>> = {}, proof?: Proof) {
    super(message);
    this.proof = proof;
    this.name = 'Problem';
    this.status = status;
    this.body = body;
  }

  /** The same, with that. */
  provedBy(proof: Proof): Problem {
    return new Problem(this.status, this.message, this.body, proof);
  }

  /** The server's own name for it, such as `SIGN_IN_REFUSED`; empty when it gave none. */
  get code(): string {
    return typeof this.body['code'] === 'string' ? this.body['code'] : '';
  }

  /** Worth trying again later: no connection, too many at once, or the server is not well. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** The account signed in on this page; undefined when nobody is. */
export function account(): string | undefined {
  return meta('account') || undefined;
}

/** Whether this page says who is signed in at all; a page of a proxy or an emergency page does not. */
export function saysAccount(): boolean {
  return meta('account') !== null;
}

/** Headers that every changing request carries. */
export function formKey(): Record<string, string> {
  const header = meta('csrf-header');
  return header ? { [header]: meta('csrf') ?? '' } : {};
}

/** What the server says of the session; the answers to a sign-in have the same members. */
export interface Session {
  readonly account: string | null;
  readonly csrf: { readonly header: string; readonly token: string };
  readonly expires: string | null;
  /** Seconds until it ends, by the server's own clock. */
  readonly left?: number;
  /** Whether that end comes however much it is used. */
  readonly last?: boolean;
}

/** Takes over what the server said of the session: after signing in or out without loading a page. */
export function useSession(session: Session): void {
  setMeta('account', session.account ?? '');
  setMeta('csrf-header', session.csrf.header);
  setMeta('csrf', session.csrf.token);
}

/** Who is signed in now, for a page that was made for somebody. */
export type Renewed = 'same' | 'other' | 'nobody';

/**
 * Asks who is signed in, without prolonging the session. Taken over for the person for whom this page is, and on a page of nobody for whoever it is. Threat: a key of
 * somebody else's session on this page, and what was typed here is sent and saved in their name. Undefined when the server cannot be reached.
 */
export async function refreshSession(): Promise<Renewed | undefined> {
  const session = await lookAtSession();
  if (!session) return undefined;
  const [here, now] = [account(), session.account ?? undefined];
  if (here === undefined || here === now) useSession(session);
  if (here === now) return 'same';
  return now === undefined ? 'nobody' : 'other';
}

/** The same without taking it over; undefined when the server cannot be reached. */
export async function lookAtSession(): Promise<Session | undefined> {
  try {
    const response = await fetch('/session', { headers: { accept: 'application/json' }, credentials: 'same-origin', redirect: 'error' });
    return response.ok ? ((await response.json()) as Session) : undefined;
  } catch {
    return undefined;
  }
}

/** Says that somebody is here, which prolongs the session as far as it can be. @throws Problem */
export function prolongSession(): Promise<Session> {
  return post<Session>('/session/prolongation', {});
}

/** By how many minutes this device's clock differs from the server's; 0 where nobody can tell. Acts and statements carry the time of the device. */
export async function clockOff(): Promise<number> {
  try {
    const { headers } = await fetch('/session', { headers: { accept: 'application/json' }, credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
    const theirs = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(theirs) ? 0 : Math.round(Math.abs(Date.now() - theirs) / 60_000);
  } catch {
    return 0;
  }
}

export function get<T>(path: string): Promise<T> {
  return json<T>('GET', path);
}

/** What a page asks for by itself, while nobody need be there: it does not keep the session alive. */
export function poll<T>(path: string): Promise<T> {
  return json<T>('GET', path, undefined, false, { 'x-poll': '1' });
}

export async function getText(path: string): Promise<string> {
  return (await send('GET', path)).text();
}

/** For what may be large: browsers keep a large blob on disk. */
export async function getBlob(path: string): Promise<Blob> {
  return (await send('GET', path)).blob();
}

export async function getBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await send('GET', path)).arrayBuffer());
}

export function post<T>(path: string, body: unknown): Promise<T> {
  return json<T>('POST', path, body);
}

export function put<T>(path: string, body: unknown, keepalive = false): Promise<T> {
  return json<T>('PUT', path, body, keepalive);
}

async function json<T>(method: string, path: string, body?: unknown, keepalive = false, saying: Record<string, string> = {}): Promise<T> {
  const response = await send(method, path, body, keepalive, saying);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(method: string, path: string, body?: unknown, keepalive = false, saying: Record<string, string> = {}): Promise<Response> {
  const attempt = async (): Promise<Response> => {
    const headers: Record<string, string> = { accept: 'application/json', ...saying };
    const init: RequestInit = { method, headers, credentials: 'same-origin', redirect: 'error', keepalive };
    if (method !== 'GET') Object.assign(headers, formKey(), { 'content-type': 'application/json' });
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      return await fetch(path, init);
    } catch {
      throw new Problem(0, sentence('unreachable'));
    }
  };
  const asked = account();
  let response = await attempt();
  // Signing in again in another tab changes the form key of this one. Once, and for the same person only.
  if (response.status === 403 && method !== 'GET') {
    const now = await refreshSession();
    if (now === 'same') response = await attempt();
    else if (now !== undefined && asked !== undefined) throw lost(now);
  }
  if (!response.ok) throw await problem(response);
  return response;
}

/** Signed out in another tab, or somebody else signed in: for what is typed on this page that is a session that ended, and it waits for the same person. */
function lost(now: Renewed): Problem {
  sessionEnded(now === 'other');
  return new Problem(401, sentence(now === 'other' ? 'other-account' : 'session-ended'));
}

/** The server's own sentence where it gave one (`detail` or `title` of RFC 9457), else the page's for this status. */
async function problem(response: Response): Promise<Problem> {
  const ended = response.status === 401 && account() !== undefined;
  if (ended) sessionEnded();
  let body: Record<string, unknown> = {};
  try {
    body = (await response.json()) as Record<string, unknown>;
  } catch {
    // Not JSON: a page, or a proxy's own words. Neither is shown.
  }
  const said = [body['detail'], body['title']].find((text) => typeof text === 'string' && text !== '') as string | undefined;
  return new Problem(response.status, said ?? sentence(ended ? 'session-ended' : 'failed', { status: response.status }), body);
}

/** Tells the page that whoever it was made for is signed in no more; `<enlace-session>` offers signing in again on top of it. @param other whether somebody else is */
export function sessionEnded(other = false): void {
  document.dispatchEvent(new CustomEvent('enlace:session-ended', { detail: { other } }));
}
