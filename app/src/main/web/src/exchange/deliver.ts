/**
 * Bringing a signed act to the server, once. The bytes are signed one time and posted as often as it takes; the server makes one act of them and gives its first
 * answer again (`exchange.md`, "Acts").
 *
 * Threat: the line breaks after the act arrived and before its answer did. Whoever then signs again makes a second act; whoever gives up believes that nothing
 * happened. Hence: ask for the act by its id first, and post only what the server does not have.
 */
import { b64, newId, time } from '../encoding.ts';
import { sign } from '../jws.ts';
import type { Act, ActKind, Coded, ContentReference, Jws } from '../jws.ts';
import type { OfficerKey } from '../keys.ts';
import { persist } from '../persist.ts';
import type { Waiting } from '../persist.ts';
import { Problem, get, post } from '../session.ts';
import { removeUpload } from '../tickets.ts';
import type { Uploaded } from '../upload.ts';
import { withProof } from './refused.ts';

/** The server's answer to an act. Index and receipt are null while the log is late. */
export interface Answered {
  readonly request: string;
  readonly reference: string;
  readonly act: string;
  readonly digest: string;
  readonly index: number | null;
  readonly receipt: Jws | null;
  readonly at: string;
}

/** A copy of the request's key for one authority. */
export interface SealedKey {
  readonly authority: string;
  readonly generation: number;
  /** base64 of the age file. */
  readonly sealed: string;
}

export interface SignedAct {
  readonly request: string;
  readonly act: string;
  readonly kind: ActKind;
  readonly jws: Jws;
  readonly keys: readonly SealedKey[];
  /** Documents that were sealed for this act alone: of no use to anybody when it is refused. */
  readonly own: readonly string[];
}

/** What is said of an act; the rest is who signs it and when. */
export interface ActDraft<K extends ActKind> {
  readonly request: string;
  readonly kind: K;
  readonly authority: string;
  readonly content: readonly ContentReference[];
  readonly coded: Readonly<Coded[K]>;
  /** Hex SHA-256 of the last act seen; null for `send`. */
  readonly previous: string | null;
  /** Attachments that were made for this act and chosen by nobody. */
  readonly made?: readonly string[];
}

/** Signs it, with the members in the order of `exchange.md`. */
export function signAct<K extends ActKind>(officer: OfficerKey, draft: ActDraft<K>, now: Date = new Date()): SignedAct {
  const { request, kind, authority, content, coded, previous, made = [] } = draft;
  const act = newId(now);
  const payload = { v: 1, request, act, kind, authority, account: officer.account, content, coded, previous, clock: time(now) };
  const own = [...content.filter(({ role }) => role !== 'attachment').map(({ document }) => document), ...made];
  return { request, act, kind, jws: sign('enlace-act+jws', payload as Act, officer), keys: [], own };
}

export function withKeys(act: SignedAct, keys: readonly { authority: string; generation: number; file: Uint8Array }[]): SignedAct {
  return { ...act, keys: keys.map(({ authority, generation, file }) => ({ authority, generation, sealed: b64(file) })) };
}

/** A document as an act names it. */
export function reference(role: ContentReference['role'], { document, sha256, size }: Uploaded): ContentReference {
  return { document, role, sha256, size };
}

/**
 * Posts until the server has it; there is no last attempt. @param waiting told when the connection or the session is missing, and with undefined when it goes on.
 * @throws Problem with the server's reason when it refuses, and its signature on that; then nothing was recorded, and what was sealed for this act alone is gone.
 */
export async function deliver(act: SignedAct, signal: AbortSignal, waiting: (waiting: Waiting | undefined) => void = () => undefined): Promise<Answered> {
  const nudges = new EventTarget();
  const nudge = (): boolean => nudges.dispatchEvent(new Event('again'));
  const over = new AbortController();
  addEventListener('online', nudge, { signal: over.signal });
  document.addEventListener('enlace:session-renewed', nudge, { signal: over.signal });
  let posted = false;
  const once = async (): Promise<Answered> => {
    const there = posted ? await find(act) : undefined;
    if (there) return there;
    posted = true;
    return post<Answered>(act.kind === 'send' ? '/requests' : `/requests/${act.request}/acts`, { jws: act.jws, keys: act.keys });
  };
  try {
    return await persist(once, { signal, nudges, passing, waiting });
  } catch (refused) {
    // Signed again, the act gets a message of its own. While the answer is only lost nobody knows yet; then the act is looked up.
    if (refused instanceof Problem) await Promise.all(act.own.map((document) => removeUpload(document)));
    throw withProof(refused, act.jws);
  } finally {
    over.abort();
  }
}

/** Whether an act arrived: its first answer, or undefined when the server does not have it. @throws Problem when it cannot be asked */
export async function find({ request, act }: Pick<SignedAct, 'request' | 'act'>): Promise<Answered | undefined> {
  try {
    return await get<Answered>(`/requests/${request}/acts/${act}`);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return undefined;
    throw problem;
  }
}

function passing(failure: unknown): 'connection' | 'session' | undefined {
  if (!(failure instanceof Problem)) return undefined;
  if (failure.status === 401) return 'session';
  return failure.passing ? 'connection' : undefined;
}
