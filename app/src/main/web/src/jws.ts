/**
 * Acts and statements: compact JWS (RFC 7515) with Ed25519 (RFC 8037), one algorithm, one header shape.
 *
 * Threats: a header that names another algorithm or another key; a second spelling of the same bytes; a payload that two programs read differently
 * (a member twice); a small-order key that signs everything. All are refused. The bytes that were signed are the thing: nothing here parses and writes again.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { b64u, digest, fromB64u, fromUtf8, time, utf8 } from './encoding.ts';
import type { OfficerKey } from './keys.ts';
import { fits } from './payloads.ts';
import type { JwsType, OfficerStatement, Payloads } from './payloads.ts';

export type * from './payloads.ts';

export type Jws = string;

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
  return signText(type, JSON.stringify(payload), signer);
}

/** The counterpart of {@link verifyText}. */
export function signText(type: string, text: string, signer: Signer): Jws {
  const header = JSON.stringify({ alg: 'EdDSA', kid: signer.keyId, typ: type });
  const signed = `${b64u(utf8(header))}.${b64u(utf8(text))}`;
  return `${signed}.${b64u(ed25519.sign(utf8(signed), signer.seed))}`;
}

/** Signs the server's challenge. */
export function prove(type: 'enlace-sign-in+jws' | 'enlace-recovery+jws' | 'enlace-ways+jws' | 'enlace-case-system+jws', officer: OfficerKey, challenge: string, now: Date = new Date()): Jws {
  return sign(type, { v: 1, account: officer.account, challenge, origin: location.origin, time: time(now) }, officer);
}

/** What an officer publishes of their own key at enrolment. */
export function officerStatement(officer: OfficerKey, now: Date = new Date()): Jws {
  return sign('enlace-officer-key+jws', { v: 1, account: officer.account, recipient: officer.recipient, key: b64u(officer.publicKey), time: time(now) }, officer);
}

/** Reads without believing: who is it said to be by? Use {@link verify} before acting on anything in it. @throws SignatureError */
export function read<K extends JwsType>(type: K, jws: Jws): Signed<Payloads[K]> {
  const { keyId, payload } = parse(type, jws);
  const value = parseObject(payload);
  // JSON.stringify keeps one of two members of the same name and drops white space: whatever differs could be read in two ways.
  if (JSON.stringify(value) !== payload || !fits(type, value)) throw new SignatureError('unreadable');
  return { jws, type, keyId, payload: value, digest: digest(jws) };
}

/** @param publicKey 32 bytes, Ed25519. @throws SignatureError */
export function verify<K extends JwsType>(type: K, jws: Jws, publicKey: Uint8Array): Signed<Payloads[K]> {
  const signed = read(type, jws);
  verifyText(type, jws, publicKey);
  return signed;
}

/** The text that was signed, whatever it says. @throws SignatureError */
export function verifyText(type: string, jws: Jws, publicKey: Uint8Array): string {
  const { keyId, payload, signature } = parse(type, jws);
  if (keyId !== digest(publicKey)) throw new SignatureError('wrong-signature');
  let good: boolean;
  try {
    good = ed25519.verify(signature, utf8(jws.slice(0, jws.lastIndexOf('.'))), publicKey, { zip215: false });
  } catch (cause) {
    throw new SignatureError('wrong-signature', cause);
  }
  if (!good) throw new SignatureError('wrong-signature');
  return payload;
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

const HEADER = /^\{"alg":"EdDSA","kid":"([0-9a-f]{64})","typ":"([a-z0-9+-]{1,64})"\}$/;

/** Three parts, canonical base64url, and the one spelling of the header. */
function parse(type: string, jws: Jws): { readonly keyId: string; readonly payload: string; readonly signature: Uint8Array } {
  const [first, second, third, more] = jws.split('.');
  if (first === undefined || second === undefined || third === undefined || more !== undefined) throw new SignatureError('unreadable');
  let header, payload, signature;
  try {
    [header, payload, signature] = [fromUtf8(fromB64u(first)), fromUtf8(fromB64u(second)), fromB64u(third)];
  } catch (cause) {
    throw new SignatureError('unreadable', cause);
  }
  const match = HEADER.exec(header);
  if (!match || signature.length !== 64) throw new SignatureError('unreadable');
  if (match[2] !== type) throw new SignatureError('wrong-type');
  return { keyId: match[1]!, payload, signature };
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
