/**
 * Sealing that can be done again to the same bytes, so that an upload goes on after its page was closed: an ordinary age file with one X25519 recipient, whose
 * randomness is drawn from a seed (`exchange.md`, "Going on later"). The library draws its own, so header and payload are written here, after the age v1 specification.
 *
 * Threat: two contents under one key give each other away where they differ. The keys are therefore drawn from the seed and from the digest of the whole content:
 * another file, or a changed one, is sealed with keys that have nothing in common with these, whatever the host claims to have or not to have.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64nopad } from '@scure/base';
import { pointOf } from './age.ts';
import type { Bytes, Recipient } from './age.ts';
import { utf8 } from './encoding.ts';

/** Of an age payload. */
const PIECE = 64 * 1024;
const LAST = 11;

/** Writes one age file, piece by piece, in order. */
export class Sealer {
  /** What comes first: the header and the payload's nonce. */
  readonly beginning: Bytes;
  readonly #key: Uint8Array;
  /** The number of the piece in eleven bytes, then whether it is the last. */
  readonly #nonce = new Uint8Array(12);

  /** @param seed 32 random bytes, made for this upload. @param content SHA-256 that stands for all that will be sealed, and for nothing else */
  constructor(seed: Uint8Array, content: Uint8Array, recipient: Recipient) {
    const drawn = hkdf(sha256, seed, content, utf8(`enlace/upload/v1 ${recipient}`), 64);
    const [fileKey, secret, nonce] = [drawn.subarray(0, 16), drawn.subarray(16, 48), drawn.subarray(48)];
    this.beginning = joined(headerOf(fileKey, secret, recipient), nonce);
    this.#key = hkdf(sha256, fileKey, nonce, utf8('payload'), 32);
    drawn.fill(0);
  }

  /** A block of plaintext, whose length is a multiple of 64 KiB unless it is the last one. */
  *seal(block: Uint8Array, isLast: boolean): Generator<Uint8Array> {
    for (let at = 0; at === 0 || at < block.length; at += PIECE) {
      if (isLast && at + PIECE >= block.length) this.#nonce[LAST] = 1;
      yield chacha20poly1305(this.#key, this.#nonce).encrypt(block.subarray(at, at + PIECE));
      this.#count();
    }
  }

  #count(): void {
    for (let place = LAST - 1; place >= 0; place--) {
      this.#nonce[place]!++;
      if (this.#nonce[place] !== 0) return;
    }
  }
}

function headerOf(fileKey: Uint8Array, secret: Uint8Array, recipient: Recipient): Bytes {
  const point = pointOf(recipient);
  const share = x25519.scalarMultBase(secret);
  const wrapping = hkdf(sha256, x25519.scalarMult(secret, point), joined(share, point), utf8('age-encryption.org/v1/X25519'), 32);
  const wrapped = chacha20poly1305(wrapping, new Uint8Array(12)).encrypt(fileKey);
  const lines = `age-encryption.org/v1\n-> X25519 ${base64nopad.encode(share)}\n${base64nopad.encode(wrapped)}\n---`;
  const mac = hmac(sha256, hkdf(sha256, fileKey, undefined, utf8('header'), 32), utf8(lines));
  return utf8(`${lines} ${base64nopad.encode(mac)}\n`);
}

function joined(first: Uint8Array, second: Uint8Array): Bytes {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
