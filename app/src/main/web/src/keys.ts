/**
 * The four keys, each sealed to the next: officer ⊃ authority ⊃ request ⊃ content (`exchange.md`, "The four keys").
 *
 * Threats: the host stores every sealed key and may hand out another one than was asked for. Whatever is opened is therefore checked to be what it
 * claims: this account's, this authority's generation, this request's. Nothing is kept in browser storage. {@link wipe} overwrites what JavaScript lets us
 * overwrite (bytes); identities are texts and stay in memory until the engine collects them, so the real protection is that a tab dies.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32 } from '@scure/base';
import { SealError, newIdentity, open, openJson, recipientOf, sealJson } from './age.ts';
import type { Bytes, Enveloped, Identity, Recipient } from './age.ts';
import { b64u, digest, fromB64, fromB64u, time, utf8 } from './encoding.ts';
import { openJsonWithPassphrase, sealJsonWithPassphrase } from './passphrase.ts';

/** An officer's unlocked key. */
export interface OfficerKey {
  readonly account: string;
  readonly identity: Identity;
  readonly recipient: Recipient;
  /** Ed25519, 32 bytes. */
  readonly seed: Bytes;
  readonly publicKey: Bytes;
  /** Hex SHA-256 of the public key: the `kid` of everything it signs. */
  readonly keyId: string;
  readonly made: string;
  /** How it was opened in this tab; absent for one that was made here. */
  readonly unlockedBy?: LockKind;
}

/** One generation of an authority's key, opened. */
export interface AuthorityKey {
  readonly authority: string;
  readonly generation: number;
  readonly identity: Identity;
  readonly recipient: Recipient;
}

/** A request's key, opened. */
export interface RequestKey {
  readonly request: string;
  readonly identity: Identity;
  readonly recipient: Recipient;
}

export type LockKind = 'passkey' | 'passphrase' | 'paper' | 'demo';

/** A sealed officer key as the server keeps it, one for each way to unlock. */
export interface Lock {
  readonly id: string;
  readonly kind: LockKind;
  /** base64 of the age file. */
  readonly sealed: string;
  /** `passkey` only: the credential's id, b64u. */
  readonly credential?: string | null;
  /** `demo` only: what opens it. */
  readonly identity?: Identity | null;
}

interface OfficerKeyFile extends Enveloped {
  readonly kind: 'officer-key';
  readonly account: string;
  readonly identity: Identity;
  readonly seed: string;
  readonly made: string;
}

interface AuthorityKeyFile extends Enveloped {
  readonly kind: 'authority-key';
  readonly authority: string;
  readonly generation: number;
  readonly identity: Identity;
}

interface RequestKeyFile extends Enveloped {
  readonly kind: 'request-key';
  readonly request: string;
  readonly identity: Identity;
}

export async function newOfficerKey(account: string, now: Date = new Date()): Promise<OfficerKey> {
  return officerKey({
    v: 1,
    kind: 'officer-key',
    account,
    identity: await newIdentity(),
    seed: b64u(crypto.getRandomValues(new Uint8Array(32))),
    made: time(now),
  });
}

/** @param prf the 32 bytes that the passkey gave for {@link PRF_INPUT}. */
export async function lockWithPasskey(officer: OfficerKey, prf: Bytes): Promise<Bytes> {
  return sealJson(fileOf(officer), await recipientOf(passkeyIdentity(prf)));
}

export async function lockWithPassphrase(officer: OfficerKey, passphrase: string): Promise<Bytes> {
  return sealJsonWithPassphrase(fileOf(officer), passphrase);
}

/** For the printed recovery code and for the demo's identity. */
export async function lockWithIdentity(officer: OfficerKey, identity: Identity): Promise<Bytes> {
  return sealJson(fileOf(officer), await recipientOf(identity));
}

/** @throws SealError `wrong-key` when this passkey is not the one it was locked with. */
export async function unlockWithPasskey(lock: Lock, prf: Bytes, account: string): Promise<OfficerKey> {
  return unlockWithIdentity(lock, passkeyIdentity(prf), account);
}

/** Takes about half a second. @throws SealError `wrong-passphrase` */
export async function unlockWithPassphrase(lock: Lock, passphrase: string, account: string): Promise<OfficerKey> {
  return unlocked(await openJsonWithPassphrase<OfficerKeyFile>('officer-key', fromB64(lock.sealed), passphrase), lock, account);
}

/** @throws SealError `wrong-key` when the printed code (or demo identity) is not the one it was locked with. */
export async function unlockWithIdentity(lock: Lock, identity: Identity, account: string): Promise<OfficerKey> {
  return unlocked(await openJson<OfficerKeyFile>('officer-key', fromB64(lock.sealed), identity), lock, account);
}

export async function newAuthorityKey(authority: string, generation: number): Promise<AuthorityKey> {
  return withRecipient({ authority, generation, identity: await newIdentity() });
}

/** A copy of an authority's key for one officer, or for the authority's recovery sheet. */
export async function sealAuthorityKey(key: AuthorityKey, recipient: Recipient): Promise<Bytes> {
  const { authority, generation, identity } = key;
  return sealJson({ v: 1, kind: 'authority-key', authority, generation, identity } as AuthorityKeyFile, recipient);
}

/** @throws SealError `unknown-content` when the copy is of another authority or generation than asked for. */
export async function openAuthorityKey(sealed: Uint8Array, identity: Identity, authority: string, generation: number): Promise<AuthorityKey> {
  const file = await openJson<AuthorityKeyFile>('authority-key', sealed, identity);
  if (file.authority !== authority || file.generation !== generation) throw new SealError('unknown-content');
  return withRecipient({ authority, generation, identity: file.identity });
}

export async function newRequestKey(request: string): Promise<RequestKey> {
  return withRecipient({ request, identity: await newIdentity() });
}

export async function sealRequestKey(key: RequestKey, recipient: Recipient): Promise<Bytes> {
  return sealJson({ v: 1, kind: 'request-key', request: key.request, identity: key.identity } as RequestKeyFile, recipient);
}

/** @throws SealError `unknown-content` when the copy is of another request than asked for. */
export async function openRequestKey(sealed: Uint8Array, authority: AuthorityKey, request: string): Promise<RequestKey> {
  const file = await openJson<RequestKeyFile>('request-key', sealed, authority.identity);
  if (file.request !== request) throw new SealError('unknown-content');
  return withRecipient({ request, identity: file.identity });
}

/** Opens a document sealed to a request's key and checks that it is the one the act names. @throws SealError `damaged` */
export async function openDocument(sealed: Uint8Array, sha256Hex: string, key: RequestKey): Promise<Bytes> {
  if (digest(sealed) !== sha256Hex) throw new SealError('damaged');
  return open(sealed, key.identity);
}

/** Overwrites what can be overwritten. */
export function wipe(officer: OfficerKey): void {
  officer.seed.fill(0);
}

/** What every passkey is asked for, so that one touch signs in and unlocks. */
export const PRF_INPUT: Bytes = sha256(utf8('enlace/passkey-lock/v1')) as Bytes;

/** What tickets of uploads are sealed to and opened with: its recipient is known to this officer alone. */
export function ticketIdentity({ seed }: Pick<OfficerKey, 'seed'>): Identity {
  return derived(seed, 'enlace/upload-ticket/v1');
}

function passkeyIdentity(prf: Bytes): Identity {
  return derived(prf, 'enlace/passkey-lock/v1');
}

function derived(from: Uint8Array, purpose: string): Identity {
  const scalar = hkdf(sha256, from, new Uint8Array(0), utf8(purpose), 32);
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase() as Identity;
  scalar.fill(0);
  return identity;
}

function fileOf(officer: OfficerKey): OfficerKeyFile {
  const { account, identity, seed, made } = officer;
  return { v: 1, kind: 'officer-key', account, identity, seed: b64u(seed), made };
}

async function unlocked(file: OfficerKeyFile, lock: Lock, account: string): Promise<OfficerKey> {
  // A host that hands out somebody else's sealed key must not make this officer sign with it.
  if (file.account !== account) throw new SealError('unknown-content');
  return { ...(await officerKey(file)), unlockedBy: lock.kind };
}

async function officerKey(file: OfficerKeyFile): Promise<OfficerKey> {
  const seed = fromB64u(file.seed);
  if (seed.length !== 32) throw new SealError('unknown-content');
  const publicKey = ed25519.getPublicKey(seed) as Bytes;
  return {
    account: file.account,
    identity: file.identity,
    recipient: await recipientOf(file.identity),
    seed,
    publicKey,
    keyId: digest(publicKey),
    made: file.made,
  };
}

async function withRecipient<T extends { readonly identity: Identity }>(key: T): Promise<T & { readonly recipient: Recipient }> {
  return { ...key, recipient: await recipientOf(key.identity) };
}
