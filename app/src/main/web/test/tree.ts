/** A log of our own for the tests: RFC 6962 written as the RFC defines it, recursively, and not as the checked code walks it. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { b64, hex, newId, utf8 } from '../src/encoding.ts';
import { digest } from '../src/encoding.ts';
import type { Logged } from '../src/trust.ts';

export class Tree {
  readonly entries: Uint8Array[] = [];
  readonly seed = new Uint8Array(32).fill(7);
  readonly name: string;

  constructor(name = 'enlace.test/log') {
    this.name = name;
  }

  add(kind: string, subject: string | undefined, thing: string): number {
    const lines = ['enlace-entry/v1', `kind ${kind}`, `id ${newId()}`, 'time 2026-03-14T12:00:00.000Z'];
    if (subject !== undefined) lines.push(`subject ${subject}`);
    lines.push(`digest sha256:${digest(thing)}`);
    this.entries.push(utf8(lines.join('\n') + '\n'));
    return this.entries.length - 1;
  }

  logged(jws: string, index: number, size = this.entries.length): Logged {
    const proof = path(index, this.leaves(size)).map(b64);
    return { jws, index, entry: b64(this.entries[index]!), proof };
  }

  leaves(size = this.entries.length): Uint8Array[] {
    return this.entries.slice(0, size).map((entry) => sha256(new Uint8Array([0, ...entry])));
  }

  get logKey(): string {
    const publicKey = ed25519.getPublicKey(this.seed);
    return `${this.name}+${hex(keyHash(this.name, publicKey))}+${b64(new Uint8Array([1, ...publicKey]))}`;
  }

  checkpoint(size = this.entries.length): string {
    const body = `${this.name}\n${size}\n${b64(root(this.leaves(size)))}\n`;
    const signature = ed25519.sign(utf8(body), this.seed);
    const line = b64(new Uint8Array([...keyHash(this.name, ed25519.getPublicKey(this.seed)), ...signature]));
    return `${body}\n— ${this.name} ${line}\n`;
  }

  consistency(from: number, to = this.entries.length): string[] {
    return consistency(from, this.leaves(to)).map(b64);
  }
}

function keyHash(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(new Uint8Array([...utf8(name), 0x0a, 0x01, ...publicKey])).subarray(0, 4);
}

export function root(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return sha256(new Uint8Array([1, ...root(leaves.slice(0, k)), ...root(leaves.slice(k))]));
}

/** RFC 6962 §2.1.1, PATH(m, D[n]). */
export function path(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return m < k ? [...path(m, leaves.slice(0, k)), root(leaves.slice(k))] : [...path(m - k, leaves.slice(k)), root(leaves.slice(0, k))];
}

/** RFC 6962 §2.1.2, PROOF(m, D[n]). */
export function consistency(m: number, leaves: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (m === 0) return [];
  if (m === leaves.length) return whole ? [] : [root(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...consistency(m, leaves.slice(0, k), whole), root(leaves.slice(k))]
    : [...consistency(m - k, leaves.slice(k), false), root(leaves.slice(0, k))];
}

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
