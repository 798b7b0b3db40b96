/**
 * The printed recovery code: an age identity that never was anywhere but in this browser and on paper. Any age program can use it as it is printed.
 *
 * Threats: a sheet copied by hand with mistakes (found by the checksum that every identity carries, and shown as a word to compare);
 * a sheet that was seen by somebody (the account's owner prints a new one and the old lock is removed).
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32 } from '@scure/base';
import { newIdentity, recipientOf } from './age.ts';
import type { Bytes, Identity, Recipient } from './age.ts';
import { digest, utf8 } from './encoding.ts';
import type { Signer } from './jws.ts';
import { checkWord } from './words.ts';

const PREFIX = 'AGE-SECRET-KEY-1';
const LENGTH = 58;

export interface PaperCode {
  readonly identity: Identity;
  readonly recipient: Recipient;
  /** The 58 characters after `AGE-SECRET-KEY-1`, in groups of four, the last of two. */
  readonly groups: readonly string[];
}

/** `too-short` and `too-long` count characters; `mistyped`: the right number of them, and at least one is wrong. */
export type PaperFault = 'too-short' | 'too-long' | 'mistyped';

export class PaperError extends Error {
  readonly fault: PaperFault;
  /** How many characters were typed, of {@link LENGTH}. */
  readonly typed: number;

  constructor(fault: PaperFault, typed: number) {
    super(fault);
    this.name = 'PaperError';
    this.fault = fault;
    this.typed = typed;
  }
}

export async function newPaperCode(): Promise<PaperCode> {
  return paperCode(await newIdentity());
}

export async function paperCode(identity: Identity): Promise<PaperCode> {
  const groups = identity.slice(PREFIX.length).match(/.{1,4}/g) ?? [];
  return { identity, recipient: await recipientOf(identity), groups };
}

/** The signing key of an authority's recovery sheet: it can admit an officer where none is left. */
export function paperSigner(identity: Identity): Signer & { readonly seed: Bytes; readonly publicKey: Bytes } {
  const { bytes } = bech32.decodeToBytes(identity);
  const seed = hkdf(sha256, bytes, new Uint8Array(0), utf8('enlace/paper-signing/v1'), 32) as Bytes;
  const publicKey = ed25519.getPublicKey(seed) as Bytes;
  return { seed, publicKey, keyId: digest(publicKey) };
}

/** Printed beside the code, and shown when it has been typed, in the reader's language. */
export function paperCheckWord(identity: Identity, list: readonly string[]): string {
  return checkWord(`enlace/paper-code/v1\n${identity}`, list);
}

/**
 * Reads a code as people type it: upper or lower case, with or without the prefix, spaces and hyphens anywhere, and letters that the alphabet does not have
 * for those they look like (O for 0, I or 1 for L, B for 8). @throws PaperError
 */
export function typedPaperCode(text: string): Identity {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const rest = letters.replace(/^AGE[S5]ECRETKEY[1IL]/, '');
  const code = rest.replaceAll('O', '0').replace(/[I1]/g, 'L').replaceAll('B', '8');
  if (code.length < LENGTH) throw new PaperError('too-short', code.length);
  if (code.length > LENGTH) throw new PaperError('too-long', code.length);
  const identity = (PREFIX + code) as Identity;
  try {
    bech32.decodeToBytes(identity);
  } catch {
    throw new PaperError('mistyped', code.length);
  }
  return identity;
}
