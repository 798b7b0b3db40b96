/**
 * Acts and statements: compact JWS (RFC 7515) with Ed25519 (RFC 8037), one algorithm, one header shape.
 *
 * Threats: a header that names another algorithm or another key; a second spelling of the same bytes; a payload that two programs read differently
 * (a member twice); a small-order key that signs everything. All are refused. The bytes that were signed are the thing: nothing here parses and writes again.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import type { Recipient } from './age.ts';
import { b64u, digest, fromB64u, fromUtf8, time, utf8 } from './encoding.ts';
import type { OfficerKey } from './keys.ts';

export type Jws = string;

export interface OfficerStatement {
  readonly v: 1;
  readonly account: string;
  readonly recipient: Recipient;
  /** b64u of the Ed25519 public key. */
  readonly key: string;
  readonly time: string;
}

export interface AuthorityStatement {
  readonly v: 1;
  readonly authority: string;
  readonly generation: number;
  readonly recipient: Recipient;
  /** The authority's recovery sheet that this generation is sealed to, and the key that may admit where no officer is left. */
  readonly paper: Recipient | null;
  readonly paperKey: string | null;
  readonly previous: string | null;
  readonly time: string;
}

export interface Admission {
  readonly v: 1;
  readonly authority: string;
  readonly generation: number;
  readonly account: string;
  /** Hex SHA-256 of the officer-key statement. */
  readonly officerKey: string;
  readonly time: string;
}

export interface Departure {
  readonly v: 1;
  readonly authority: string;
  readonly generation: number;
  readonly account: string;
  readonly time: string;
}

/** Proof of the officer key over the server's challenge; `origin` is what the address bar shows, so that a proof made for another site is worth nothing. */
export interface KeyProof {
  readonly v: 1;
  readonly account: string;
  readonly challenge: string;
  readonly origin: string;
  readonly time: string;
}

export type ActKind = 'send' | 'open' | 'take-in-charge' | 'preserve' | 'decline' | 'ask' | 'answer' | 'withdraw';

export interface ContentReference {
  readonly document: string;
  readonly role: 'form' | 'message' | 'attachment';
  readonly sha256: string;
  readonly size: number;
}

export interface Act {
  readonly v: 1;
  readonly request: string;
  readonly act: string;
  readonly kind: ActKind;
  readonly authority: string;
  readonly account: string;
  readonly content: readonly ContentReference[];
  readonly coded: Readonly<Record<string, string | number | null>>;
  readonly previous: string | null;
  readonly clock: string;
}

export interface Receipt {
  readonly v: 1;
  readonly receipt: string;
  readonly kind: 'delivered' | 'opened' | 'taken-in-charge';
  readonly request: string;
  readonly act: string;
  readonly digest: string;
  readonly authority: string;
  readonly recipientKey: Recipient;
  readonly generation: number;
  readonly time: string;
  readonly index: number;
}

export interface Payloads {
  'enlace-act+jws': Act;
  'enlace-officer-key+jws': OfficerStatement;
  'enlace-authority-key+jws': AuthorityStatement;
  'enlace-admission+jws': Admission;
  'enlace-departure+jws': Departure;
  'enlace-receipt+jws': Receipt;
  'enlace-sign-in+jws': KeyProof;
  'enlace-recovery+jws': KeyProof;
  'enlace-ways+jws': KeyProof;
}
export type JwsType = keyof Payloads;

/** An officer's key, or that of an authority's recovery sheet. */
export interface Signer {
  /** Ed25519, 32 bytes. */
  readonly seed: Uint8Array;
  /** Hex SHA-256 of the public key. */
  readonly keyId: string;
}

export interface Signed<T> {
  readonly jws: Jws;
  readonly type: JwsType;
  /** Hex SHA-256 of the signer's public key. */
  readonly keyId: string;
  readonly payload: T;
  /** Hex SHA-256 over the compact JWS: how the log and other acts name it. */
  readonly digest: string;
}

/** `unreadable`: not a JWS of this shape or version; `wrong-type`: another kind of statement; `wrong-signature`: not by that key, or altered. */
export type SignatureFault = 'unreadable' | 'wrong-type' | 'wrong-signature';

export class SignatureError extends Error {
  readonly fault: SignatureFault;

  constructor(fault: SignatureFault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'SignatureError';
    this.fault = fault;
  }
}

/** The order of members is that of the object given: write them in the order of `exchange.md`. */
export function sign<K extends JwsType>(type: K, payload: Payloads[K], signer: Signer): Jws {
  const header = JSON.stringify({ alg: 'EdDSA', kid: signer.keyId, typ: type });
  const signed = `${b64u(utf8(header))}.${b64u(utf8(JSON.stringify(payload)))}`;
  return `${signed}.${b64u(ed25519.sign(utf8(signed), signer.seed))}`;
}

/** Signs the server's challenge. */
export function prove(type: 'enlace-sign-in+jws' | 'enlace-recovery+jws' | 'enlace-ways+jws', officer: OfficerKey, challenge: string, now: Date = new Date()): Jws {
  return sign(type, { v: 1, account: officer.account, challenge, origin: location.origin, time: time(now) }, officer);
}

/** What an officer publishes of their own key at enrolment. */
export function officerStatement(officer: OfficerKey, now: Date = new Date()): Jws {
  return sign('enlace-officer-key+jws', { v: 1, account: officer.account, recipient: officer.recipient, key: b64u(officer.publicKey), time: time(now) }, officer);
}

/** Reads without believing: who is it said to be by? Use {@link verify} before acting on anything in it. @throws SignatureError */
export function read<K extends JwsType>(type: K, jws: Jws): Signed<Payloads[K]> {
  const { header, payload } = parts(jws);
  const { alg, kid, typ } = parseObject(header) as { alg?: unknown; kid?: unknown; typ?: unknown };
  if (alg !== 'EdDSA' || typeof kid !== 'string' || !/^[0-9a-f]{64}$/.test(kid)) throw new SignatureError('unreadable');
  if (typ !== type) throw new SignatureError('wrong-type');
  if (header !== JSON.stringify({ alg, kid, typ })) throw new SignatureError('unreadable');
  const value = parseObject(payload) as { v?: unknown };
  // JSON.stringify keeps one of two members of the same name and drops white space: whatever differs could be read in two ways.
  if (value.v !== 1 || JSON.stringify(value) !== payload) throw new SignatureError('unreadable');
  return { jws, type, keyId: kid, payload: value as unknown as Payloads[K], digest: digest(jws) };
}

/** @param publicKey 32 bytes, Ed25519. @throws SignatureError */
export function verify<K extends JwsType>(type: K, jws: Jws, publicKey: Uint8Array): Signed<Payloads[K]> {
  const signed = read(type, jws);
  if (signed.keyId !== digest(publicKey)) throw new SignatureError('wrong-signature');
  const { signature } = parts(jws);
  const covered = jws.slice(0, jws.lastIndexOf('.'));
  let good: boolean;
  try {
    good = ed25519.verify(signature, utf8(covered), publicKey, { zip215: false });
  } catch (cause) {
    throw new SignatureError('wrong-signature', cause);
  }
  if (!good) throw new SignatureError('wrong-signature');
  return signed;
}

/** An officer-key statement vouches for its own key: it must be signed by the key it carries. */
export function verifyOfficerStatement(jws: Jws): Signed<OfficerStatement> & { readonly publicKey: Uint8Array } {
  const { payload } = read('enlace-officer-key+jws', jws);
  let publicKey: Uint8Array;
  try {
    publicKey = fromB64u(payload.key);
  } catch (cause) {
    throw new SignatureError('unreadable', cause);
  }
  return { ...verify('enlace-officer-key+jws', jws, publicKey), publicKey };
}

function parts(jws: Jws): { header: string; payload: string; signature: Uint8Array } {
  const [header, payload, signature, more] = jws.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more !== undefined) throw new SignatureError('unreadable');
  try {
    return { header: fromUtf8(fromB64u(header)), payload: fromUtf8(fromB64u(payload)), signature: fromB64u(signature) };
  } catch (cause) {
    throw new SignatureError('unreadable', cause);
  }
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new SignatureError('unreadable', cause);
  }
  throw new SignatureError('unreadable');
}
