/**
 * How an authority's key passes from one generation to the next, and who belongs to which (`exchange.md`, "Statements about keys").
 *
 * Threat: somebody who left, or was never admitted, makes the next generation or admits a friend, with or without the host's help. The order of the log decides:
 * who had not been admitted, or had departed, before a statement was entered cannot have made it.
 */
import { digest, fromB64u } from './encoding.ts';
import type { Admission, AuthorityStatement, Departure, OfficerStatement, Signed } from './jws.ts';
import { TrustError } from './trust-fault.ts';

/** A statement, verified, and proved to be at this index of the log. */
export interface Placed<T> extends Signed<T> {
  readonly index: number;
}

export interface KnownOfficer extends Placed<OfficerStatement> {
  readonly publicKey: Uint8Array;
}

export interface History {
  readonly statements: readonly Placed<AuthorityStatement>[];
  readonly admissions: readonly Placed<Admission>[];
  readonly departures: readonly Placed<Departure>[];
  /** By the digest of their statement. */
  readonly officers: ReadonlyMap<string, KnownOfficer>;
}

/**
 * Generations run 1…n, each naming the one before and, from the second on, made by somebody who belonged to the one before; whoever admitted somebody belonged
 * to that generation, or held its recovery sheet. @returns the last generation's statement. @throws TrustError
 */
export function checkGenerations(history: History, generation: number): Placed<AuthorityStatement> {
  const { statements } = history;
  if (generation === 0 && statements.length === 0) throw new TrustError('no-key');
  if (statements.length !== generation) throw new TrustError('generation-chain');
  let before: Placed<AuthorityStatement> | undefined;
  for (const statement of statements) {
    const { payload, index, keyId } = statement;
    const follows = before ? payload.generation === before.payload.generation + 1 && index > before.index : payload.generation === 1;
    if (!follows || payload.previous !== (before?.digest ?? null)) throw new TrustError('generation-chain');
    if (before && !members(history, before.payload.generation, index).has(keyId)) throw new TrustError('signer-not-admitted');
    before = statement;
  }
  for (const admission of history.admissions) {
    const { payload, index, keyId } = admission;
    if (!history.officers.has(payload.officerKey)) throw new TrustError('signer-unknown');
    const { paperKey } = history.statements[payload.generation - 1]?.payload ?? { paperKey: null };
    const bySheet = paperKey !== null && keyIdOf(paperKey) === keyId;
    if (!bySheet && !members(history, payload.generation, index).has(keyId)) throw new TrustError('signer-not-admitted');
  }
  return before!;
}

/**
 * Key ids of the officers who belong to a generation just before a place in the log: its maker, and who was admitted to it by one who belonged, less those whose
 * departure was entered. An admission by somebody who did not belong counts for nothing here, and fails the answer as a whole elsewhere.
 */
export function members(history: History, generation: number, before: number): Set<string> {
  const inside = new Set<string>();
  const maker = history.statements[generation - 1];
  if (!maker || maker.index >= before) return inside;
  const { paperKey } = maker.payload;
  const sheet = paperKey === null ? undefined : keyIdOf(paperKey);
  inside.add(maker.keyId);
  const then = (event: Placed<{ readonly generation: number }>) => event.index > maker.index && event.index < before && event.payload.generation === generation;
  const admitted = history.admissions.filter(then).map((each) => {
    const officer = history.officers.get(each.payload.officerKey);
    const whom = officer?.payload.account === each.payload.account ? [officer.keyId] : [];
    return { index: each.index, by: each.keyId, whom, enter: true };
  });
  const departed = history.departures.filter(then).map((each) => {
    const whom = [...history.officers.values()].filter((officer) => officer.payload.account === each.payload.account).map((officer) => officer.keyId);
    return { index: each.index, by: each.keyId, whom, enter: false };
  });
  for (const { by, whom, enter } of [...admitted, ...departed].sort((a, b) => a.index - b.index)) {
    if (!inside.has(by) && !(enter && by === sheet)) continue;
    for (const keyId of whom) {
      if (enter) inside.add(keyId);
      else inside.delete(keyId);
    }
  }
  return inside;
}

export function keyIdOf(publicKey: string): string {
  return digest(fromB64u(publicKey));
}
