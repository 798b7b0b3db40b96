/**
 * Whose key is this, before anything is sealed to it: the checks of `GET /keys/authorities/{id}` as `exchange.md` lists them. Any that fails has a name, and there is
 * no "continue anyway".
 *
 * Threats: the host answers with a key of its own, an old key, a key whose maker was not of the authority, or a history that nobody else sees.
 * What these checks cannot tell is whether the very first officer of an authority is who they say: that is what the fingerprint, compared by telephone, is for.
 */
import { fromB64, fromB64u } from './encoding.ts';
import type { Recipient } from './age.ts';
import { SignatureError, read, verify, verifyOfficerStatement } from './jws.ts';
import type { Jws, Payloads, Signed } from './jws.ts';
import type { OfficerKey } from './keys.ts';
import { LogError, checkConsistency, checkInclusion, leafHash, openCheckpoint, parseEntry, parseLogKey, proofFrom } from './log.ts';
import type { Checkpoint } from './log.ts';
import { MemoryMissing, withMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { get, getText } from './session.ts';
import { checkGenerations, keyIdOf, members } from './succession.ts';
import type { History, KnownOfficer, Placed } from './succession.ts';
import { TrustError } from './trust-fault.ts';

export { TrustError } from './trust-fault.ts';
export type { TrustFault } from './trust-fault.ts';

/** A statement with its place in the log. */
export interface Logged {
  readonly jws: Jws;
  readonly index: number;
  /** base64 of the entry's bytes. */
  readonly entry: string;
  readonly proof: readonly string[];
}

/** The answer of `GET /keys/authorities/{id}`. */
export interface AuthorityAnswer {
  readonly authority: string;
  readonly generation: number;
  readonly statements: readonly Logged[];
  readonly officers: readonly Logged[];
  readonly admissions: readonly Logged[];
  readonly departures: readonly Logged[];
  readonly checkpoint: string;
  readonly consistency: { readonly from: number; readonly proof: readonly string[] };
}

/** Somebody who belonged to an authority when they signed. */
export interface TrustedOfficer {
  readonly account: string;
  readonly publicKey: Uint8Array;
  readonly recipient: Recipient;
  /** Hex SHA-256 of their officer-key statement: what an admission names. */
  readonly statement: string;
}

/** An authority's key that passed every check. */
export interface TrustedAuthority {
  readonly authority: string;
  readonly generation: number;
  readonly recipient: Recipient;
  /** Hex SHA-256 of the statement of this generation: what the next one must name as `previous`. */
  readonly statement: string;
  /** The log's public key line that everything was checked against. */
  readonly logKey: string;
  /** The recovery sheet that this generation is sealed to, and the key it signs with. */
  readonly paper: Recipient | null;
  readonly paperKey: string | null;
  /** Everybody who belongs to it today. */
  readonly belonging: readonly TrustedOfficer[];
  /** The officer with that key id, if they belonged to the authority when something was entered at that index of the log; without index: today. */
  officer(keyId: string, index?: number): TrustedOfficer | undefined;
}

/** Asks the host for an authority's key, checks it against the officer's memory, and remembers what was seen. @throws TrustError */
export function trustedAuthority(officer: OfficerKey, authority: string): Promise<TrustedAuthority> {
  return remembering<AuthorityAnswer, TrustedAuthority>(officer, `/keys/authorities/${encodeURIComponent(authority)}`, (answer, logKey, memory) => {
    const trusted = checkAuthority(answer, authority, logKey, memory);
    const { generation, statement } = trusted;
    return [trusted, { [authority]: { generation, statement } }];
  });
}

/** The officers who wait to be admitted to the own authority's key, by account, each with a statement that is proved to be in the log. @throws TrustError */
export function waitingOfficers(officer: OfficerKey): Promise<ReadonlyMap<string, TrustedOfficer>> {
  return remembering<WaitingAnswer, ReadonlyMap<string, TrustedOfficer>>(officer, '/keys/authority/waiting', (answer, logKey, memory) => {
    try {
      const known = knownOfficers(answer.officers, checkedCheckpoint(answer, logKey, memory));
      return [new Map([...known.values()].map((each) => [each.payload.account, trustedOfficer(each)])), {}];
    } catch (cause) {
      throw named(cause);
    }
  });
}

type WaitingAnswer = Pick<AuthorityAnswer, 'officers' | 'checkpoint' | 'consistency'>;

async function remembering<A extends WaitingAnswer, T>(
  officer: OfficerKey,
  path: string,
  check: (answer: A, logKey: string, memory: Memory | undefined) => readonly [T, Memory['authorities']],
): Promise<T> {
  try {
    return await withMemory(officer, async (memory) => {
      const logKey = memory?.logKey ?? (await getText('/log/key')).trimEnd();
      const from = memory ? openCheckpoint(memory.checkpoint, parseLogKey(logKey)).size : 0;
      const answer = await get<A>(`${path}?from=${from}`);
      const [result, seen] = check(answer, logKey, memory);
      const authorities = { ...memory?.authorities, ...seen };
      return [{ v: 1, kind: 'officer-memory', logKey, checkpoint: answer.checkpoint, authorities }, result] as const;
    });
  } catch (problem) {
    if (problem instanceof MemoryMissing) throw new TrustError('memory-missing', problem);
    throw problem;
  }
}

/** The checks alone. @throws TrustError naming the first that fails, in the order of `exchange.md`. */
export function checkAuthority(answer: AuthorityAnswer, authority: string, logKey: string, memory: Memory | undefined): TrustedAuthority {
  try {
    return checked(answer, authority, logKey, memory);
  } catch (cause) {
    throw named(cause);
  }
}

/** A checkpoint that continues the log this officer has seen; what every answer with proofs comes under. @throws TrustError */
export function checkContinued(answer: Pick<AuthorityAnswer, 'checkpoint' | 'consistency'>, logKey: string, memory: Memory): Checkpoint {
  try {
    return checkedCheckpoint(answer, logKey, memory);
  } catch (cause) {
    throw named(cause);
  }
}

function checked(answer: AuthorityAnswer, authority: string, logKey: string, memory: Memory | undefined): TrustedAuthority {
  if (answer.authority !== authority) throw new TrustError('other-authority');
  const checkpoint = checkedCheckpoint(answer, logKey, memory);

  const officers = knownOfficers(answer.officers, checkpoint);
  const sheets = new Map<string, Uint8Array>();
  const by = <K extends 'enlace-authority-key+jws' | 'enlace-admission+jws' | 'enlace-departure+jws'>(type: K, kind: string, logged: Logged): Placed<Payloads[K]> => {
    const { keyId, payload } = read(type, logged.jws);
    if (payload.authority !== authority) throw new TrustError('other-authority');
    const publicKey = officers.get(keyId)?.publicKey ?? (type === 'enlace-admission+jws' ? sheets.get(keyId) : undefined);
    if (!publicKey) throw new TrustError('signer-unknown');
    return placed(logged, verify(type, logged.jws, publicKey), checkpoint, kind, `authority:${authority}`);
  };
  const statements = answer.statements.map((each) => by('enlace-authority-key+jws', 'authority-key', each));
  for (const { payload } of statements) {
    if (payload.paperKey !== null) sheets.set(keyIdOf(payload.paperKey), fromB64u(payload.paperKey));
  }
  const history: History = {
    statements,
    admissions: answer.admissions.map((each) => by('enlace-admission+jws', 'admission', each)),
    departures: answer.departures.map((each) => by('enlace-departure+jws', 'departure', each)),
    officers: new Map([...officers.values()].map((officer) => [officer.digest, officer])),
  };

  const last = checkGenerations(history, answer.generation);
  const seen = memory?.authorities[authority];
  if (seen && statements[seen.generation - 1]?.digest !== seen.statement) throw new TrustError('contradicts-memory');
  return {
    authority,
    generation: answer.generation,
    recipient: last.payload.recipient,
    statement: last.digest,
    logKey,
    paper: last.payload.paper,
    paperKey: last.payload.paperKey,
    belonging: [...members(history, answer.generation, Infinity)].map((keyId) => trustedOfficer(officers.get(keyId)!)),
    officer(keyId, index = Infinity) {
      const current = statements.filter((statement) => statement.index < index).length;
      const officer = members(history, current, index).has(keyId) ? officers.get(keyId) : undefined;
      return officer && trustedOfficer(officer);
    },
  };
}

function trustedOfficer({ payload, publicKey, digest }: KnownOfficer): TrustedOfficer {
  return { account: payload.account, publicKey, recipient: payload.recipient, statement: digest };
}

function knownOfficers(answer: readonly Logged[], checkpoint: Checkpoint): Map<string, KnownOfficer> {
  const officers = new Map<string, KnownOfficer>();
  for (const logged of answer) {
    const statement = verifyOfficerStatement(logged.jws);
    officers.set(statement.keyId, { ...statement, ...placed(logged, statement, checkpoint, 'officer-key', `officer:${statement.payload.account}`) });
  }
  return officers;
}

function checkedCheckpoint(answer: Pick<AuthorityAnswer, 'checkpoint' | 'consistency'>, logKey: string, memory: Memory | undefined): Checkpoint {
  const key = parseLogKey(logKey);
  const now = openCheckpoint(answer.checkpoint, key);
  if (!memory) return now;
  const seen = openCheckpoint(memory.checkpoint, key);
  if (now.size < seen.size) throw new TrustError('checkpoint-older');
  if (answer.consistency.from !== seen.size) throw new TrustError('not-consistent');
  checkConsistency(seen.size, seen.root, now.size, now.root, proofFrom(answer.consistency.proof, 'not-consistent'));
  return now;
}

function placed<T>(logged: Logged, statement: Signed<T>, checkpoint: Checkpoint, kind: string, subject: string): Placed<T> {
  const bytes = fromB64(logged.entry);
  const entry = parseEntry(bytes);
  if (entry.digest !== statement.digest || entry.kind !== kind || entry.subject !== subject) throw new TrustError('entry-mismatch');
  checkInclusion(leafHash(bytes), logged.index, checkpoint.size, proofFrom(logged.proof), checkpoint.root);
  return { ...statement, index: logged.index };
}

function named(cause: unknown): TrustError {
  if (cause instanceof TrustError) return cause;
  if (cause instanceof SignatureError) return new TrustError('statement-signature', cause);
  if (cause instanceof LogError) {
    if (cause.fault === 'not-included' || cause.fault === 'not-consistent') return new TrustError(cause.fault, cause);
    if (cause.fault === 'entry-unreadable') return new TrustError('entry-mismatch', cause);
    return new TrustError('checkpoint-signature', cause);
  }
  return new TrustError('answer-unreadable', cause);
}
