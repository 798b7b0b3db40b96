/**
 * The officer's memory: which log this officer trusts, how far it has been seen, and which key each authority was seen to have. Sealed to the officer's own key.
 *
 * Threat: the host serves another history, or an older one. Only something the host cannot write can tell. It may still serve an old copy of the memory, which
 * only means that consistency is proved from an older point, or none at all: none is believed only of an officer whose key says, inside its seal, that it was
 * made within the last day. (In the demo the host holds every key; there it is always believed.)
 */
import { openJson, sealJson } from './age.ts';
import type { Enveloped } from './age.ts';
import { b64, fromB64 } from './encoding.ts';
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

interface StoredMemory {
  readonly version: number;
  readonly sealed: string | null;
}

const ADDRESS = '/keys/memory';

/**
 * Reads the memory, lets `act` look at it and say what it becomes, and stores that. When another tab stored something meanwhile, `act` runs again on the newer one,
 * so that what it checks is always checked against all that was seen.
 */
export async function withMemory<T>(officer: OfficerKey, act: (memory: Memory | undefined) => Promise<readonly [Memory, T]>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const stored = await get<StoredMemory>(ADDRESS);
    const before = stored.sealed === null ? undefined : await openJson<Memory>('officer-memory', fromB64(stored.sealed), officer.identity);
    if (before === undefined && !isNew(officer)) throw new MemoryMissing();
    const [after, result] = await act(before);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) return result;
    const sealed = b64(await sealJson(after, officer.recipient));
    try {
      await put(ADDRESS, { version: stored.version, sealed });
      return result;
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 409 && attempt < 5)) throw problem;
    }
  }
}

function isNew(officer: OfficerKey): boolean {
  return officer.unlockedBy === 'demo' || Date.now() - Date.parse(officer.made) < 24 * 60 * 60 * 1000;
}
