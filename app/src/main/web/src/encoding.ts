/**
 * Text forms of bytes, exactly as `docs/protocols/exchange.md` writes them. Decoders are strict: what is not the one canonical form is refused,
 * so that two programs never read different bytes from the same text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, base64urlnopad, hex as hexCoder } from '@scure/base';
import type { Bytes } from './age.ts';

export const hex = (bytes: Uint8Array): string => hexCoder.encode(bytes);
export const b64 = (bytes: Uint8Array): string => base64.encode(bytes);
export const b64u = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);
/** @throws Error when the text is not canonical base64 with padding. */
export const fromB64 = (text: string): Bytes => base64.decode(text) as Bytes;
/** @throws Error when the text is not canonical base64url without padding. */
export const fromB64u = (text: string): Bytes => base64urlnopad.decode(text) as Bytes;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
/** @throws TypeError when the bytes are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** SHA-256 in lowercase hex; a text is taken as UTF-8. */
export function digest(of: Uint8Array | string): string {
  return hex(sha256(typeof of === 'string' ? utf8(of) : of));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A UUIDv7: ids sort by the time they were made. */
export function newId(now: Date = new Date()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(now.getTime() / 0x10000));
  new DataView(bytes.buffer).setUint16(4, now.getTime() % 0x10000);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** RFC 3339, UTC, milliseconds, Z. */
export const time = (at: Date = new Date()): string => at.toISOString();
