/**
 * The officer's memory: which log this officer trusts, how far it has been seen, and which key each authority was seen to have. Signed by the officer, and sealed to the
 * officer's own key.
 *
 * Threat: the host serves another history, or an older one. Only something the host cannot write can tell. Anybody can seal to a recipient, so what the officer did not
 * sign is no memory. It may still serve an old copy of the memory, which
 * only means that consistency is proved from an older point, or none at all: none is believed only of an officer whose key says, inside its seal, that it was
 * made within the last day. (In the demo the host holds every key; there it is always believed.)
 */
import { SealError, openJson, sealJson } from './age.ts';
import type { Enveloped } from './age.ts';
import { b64, fromB64 } from './encoding.ts';
import { SignatureError, signText, verifyText } from './jws.ts';
import type { Jws } from './jws.ts';
import type { OfficerKey } from './keys.ts';
import { Problem, get, put } from './session.ts';

/** The host says there is no memory of an officer who must have one. */
export class MemoryMissing extends Error {
  constructor() {
    super('memory-missing');
    this.name = 'MemoryMissing';
  }
}

export interface Memory extends Enveloped {
  readonly kind: 'officer-memory';
  /** The verifier key line of the log, as first seen. */
  readonly logKey: string;
  /** The last checkpoint seen, a signed note. */
  readonly checkpoint: string;
  readonly authorities: Readonly<Record<string, RememberedAuthority>>;
}

export interface RememberedAuthority {
  readonly generation: number;
  /** Hex SHA-256 of the statement of that generation. */
  readonly statement: string;
}

/** As it is sealed. */
interface SignedMemory extends Enveloped {
  readonly kind: 'officer-memory-signed';
  readonly signed: Jws;
}

interface StoredMemory {
  readonly version: number;
  readonly sealed: string | null;
}

const ADDRESS = '/keys/memory';
const TYPE = 'enlace-officer-memory+jws';

/**
 * Reads the memory, lets `act` look at it and say what it becomes, and stores that. When another tab stored something meanwhile, `act` runs again on the newer one,
 * so that what it checks is always checked against all that was seen.
 */
export async function withMemory<T>(officer: OfficerKey, act: (memory: Memory | undefined) => Promise<readonly [Memory, T]>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const stored = await get<StoredMemory>(ADDRESS);
    const before = stored.sealed === null ? undefined : await recall(stored.sealed, officer);
    if (before === undefined && !isNew(officer)) throw new MemoryMissing();
    const [after, result] = await act(before);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) return result;
    const signed: SignedMemory = { v: 1, kind: 'officer-memory-signed', signed: signText(TYPE, JSON.stringify(after), officer) };
    const sealed = b64(await sealJson(signed, officer.recipient));
    try {
      await put(ADDRESS, { version: stored.version, sealed });
      return result;
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 409 && attempt < 5)) throw problem;
    }
  }
}

/** Nothing where it is not what this officer signed. @throws SealError if it is damaged, or sealed to somebody else */
async function recall(sealed: string, officer: OfficerKey): Promise<Memory | undefined> {
  try {
    const { signed } = await openJson<SignedMemory>('officer-memory-signed', fromB64(sealed), officer.identity);
    return JSON.parse(verifyText(TYPE, signed, officer.publicKey)) as Memory;
  } catch (fault) {
    if (fault instanceof SignatureError || (fault instanceof SealError && fault.fault === 'unknown-content')) return undefined;
    throw fault;
  }
}

function isNew(officer: OfficerKey): boolean {
  return officer.unlockedBy === 'demo' || Date.now() - Date.parse(officer.made) < 24 * 60 * 60 * 1000;
}
