/**
 * The record of a request, checked before any of it is shown: who signed what, that it stands in the log, that the acts follow one another.
 *
 * Threat: the host adds, alters or leaves out an act, or puts another officer's name to it. Signers come from the authorities' logged keys (`trust.ts`), never
 * from the record itself. What cannot be checked yet because the log is late is said to be late, not to be well.
 */
import { digest, fromB64 } from '../encoding.ts';
import { read, verify } from '../jws.ts';
import type { Act, Jws, Receipt } from '../jws.ts';
import type { OfficerKey } from '../keys.ts';
import { checkInclusion, leafHash, openCheckpoint, parseEntry, parseLogKey, proofFrom } from '../log.ts';
import type { Checkpoint, LogKey } from '../log.ts';
import { withMemory } from '../memory.ts';
import { get } from '../session.ts';
import { TrustError, checkContinued, trustedAuthority } from '../trust.ts';
import type { TrustedAuthority } from '../trust.ts';

interface Logged {
  readonly act: string;
  readonly jws: Jws;
  readonly index: number | null;
  readonly entry: string | null;
  readonly proof: readonly string[] | null;
}

interface Answer {
  readonly request: string;
  readonly acts: readonly Logged[];
  readonly receipts: readonly Logged[];
  readonly checkpoint: string;
  readonly consistency: { readonly from: number; readonly proof: readonly string[] };
}

export type Verdict = 'verified' | 'late' | 'broken';

export interface CheckedAct {
  readonly act: Act;
  /** Hex SHA-256 of its JWS: what the next act names as `previous`. */
  readonly digest: string;
  readonly verdict: Verdict;
  /** Of the receipt for this act, if there is one. */
  readonly receipt: Verdict | undefined;
}

/** The acts in the order of the server. @throws TrustError when an authority's keys do not pass, Problem, Locked */
export async function checkedRecord(officer: OfficerKey, request: string): Promise<readonly CheckedAct[]> {
  const told = await get<Answer>(`/requests/${request}/acts`);
  const parties = new Map<string, TrustedAuthority>();
  for (const authority of involved(told.acts)) parties.set(authority, await trustedAuthority(officer, authority));
  const [answer, checkpoint, logKey] = await continued(officer, request);
  const inLog = (logged: Logged, kind: string): boolean => {
    const bytes = fromB64(logged.entry!);
    const entry = parseEntry(bytes);
    checkInclusion(leafHash(bytes), logged.index!, checkpoint.size, proofFrom(logged.proof!), checkpoint.root);
    return entry.kind === kind && entry.digest === digest(logged.jws);
  };
  const receipts = new Map(answer.receipts.map((each) => [each.act, each]));
  const before = new Set<string>();
  const sides = new Sides();
  return answer.acts.map((logged, position) => {
    const { payload } = read('enlace-act+jws', logged.jws);
    const own = digest(logged.jws);
    const signed = soundly(() => {
      const { keyId } = read('enlace-act+jws', logged.jws);
      const signer = parties.get(payload.authority)?.officer(keyId, logged.index ?? undefined);
      if (!signer || signer.account !== payload.account) return false;
      verify('enlace-act+jws', logged.jws, signer.publicKey);
      if (!sides.admit(payload)) return false;
      const follows = position === 0 ? payload.previous === null : payload.previous !== null && before.has(payload.previous);
      return follows && payload.request === request && payload.act === logged.act;
    });
    before.add(own);
    const verdict = judge(logged, signed, () => inLog(logged, 'act'));
    const receipt = receipts.get(logged.act);
    return { act: payload, digest: own, verdict, receipt: receipt && judge(receipt, soundly(() => binds(receipt, logged, own, logKey.publicKey) && sides.isRecipient(payload, receipt.jws)), () => inLog(receipt, 'receipt')) };
  });
}

/** Who acts on a request: the authority that asks, and the one that has it; a transfer by that one gives it to another. Only the one that asks shares it. Conditions are refused by the side that they bind, and upheld by the one that set them. */
class Sides {
  #requesting: string | undefined;
  #requested: string | undefined;
  readonly #results = new Set<string>();

  /** Whether its author's authority has a part in the request when it comes; from then on whoever it went to has. */
  admit(act: Act): boolean {
    if (act.kind === 'send' && this.#requesting === undefined) [this.#requesting, this.#requested] = [act.authority, act.coded.requestedAuthority];
    const entitled = act.authority === this.#requesting || (act.authority === this.#requested && act.kind !== 'share');
    if (act.kind === 'transfer' && act.authority === this.#requested) this.#requested = act.coded.to;
    if (act.kind === 'result') this.#results.add(act.act);
    return entitled && this.#isAboutItsConditions(act);
  }

  #isAboutItsConditions(act: Act): boolean {
    const requesting = act.authority === this.#requesting;
    if (act.kind === 'refuse-conditions') return this.#areSetBy(!requesting, act.coded.result);
    return act.kind !== 'uphold-conditions' || this.#areSetBy(requesting, act.coded.result);
  }

  /** Those of the request by the requesting side, those of a result that came before by the other. */
  #areSetBy(requesting: boolean, result: string | null): boolean {
    return result === null ? requesting : !requesting && this.#results.has(result);
  }

  /** Whether the receipt for the act that was just admitted names the authority it is for. */
  isRecipient(act: Act, receipt: Jws): boolean {
    return read('enlace-receipt+jws', receipt).payload.authority === (act.kind === 'result' ? this.#requesting : this.#requested);
  }
}

/** The authorities that the acts themselves name, whatever the host says of them. */
function involved(acts: readonly Logged[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { jws } of acts) {
    const { payload } = read('enlace-act+jws', jws);
    if (payload.kind === 'send') all.add(payload.authority).add(payload.coded.requestedAuthority);
    if (payload.kind === 'transfer') all.add(payload.coded.to);
  }
  return all;
}

/** The record under a checkpoint that continues the log this officer has seen: the host cannot keep a second log for one reader. @throws TrustError */
async function continued(officer: OfficerKey, request: string): Promise<readonly [Answer, Checkpoint, LogKey]> {
  return withMemory(officer, async (memory) => {
    if (!memory) throw new TrustError('memory-missing'); // the authorities' keys were just remembered
    const key = parseLogKey(memory.logKey);
    const answer = await get<Answer>(`/requests/${request}/acts?from=${openCheckpoint(memory.checkpoint, key).size}`);
    const checkpoint = checkContinued(answer, memory.logKey, memory);
    return [{ ...memory, checkpoint: answer.checkpoint }, [answer, checkpoint, key]] as const;
  });
}

function binds(receipt: Logged, act: Logged, digestOfAct: string, publicKey: Uint8Array): boolean {
  const { payload } = verify('enlace-receipt+jws', receipt.jws, publicKey) as { payload: Receipt };
  return payload.act === act.act && payload.digest === digestOfAct && payload.index === act.index;
}

function judge(logged: Logged, signed: boolean, inLog: () => boolean): Verdict {
  if (!signed) return 'broken';
  if (logged.index === null || logged.entry === null || logged.proof === null) return 'late';
  return soundly(inLog) ? 'verified' : 'broken';
}

function soundly(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

