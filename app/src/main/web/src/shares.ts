/**
 * An authority's recovery sheet, divided among custodians of its state (`exchange.md`, "Shares of a recovery sheet"): the printed identity is split after Shamir with the
 * audited library `shamir-secret-sharing`, and any `threshold` of the shares give it back. Of one custodian the sheet is the identity itself.
 *
 * Threats: a share copied with mistakes (each carries a checksum, looked at before anything is combined); one of another sheet or an older one (each names its sheet by a
 * digest of what is public anyway); a custodian who alters theirs and sets the checksum right (what comes out must be the identity of that very sheet).
 */
import { bech32 } from '@scure/base';
import { combine, split } from 'shamir-secret-sharing';
import type { Bytes, Identity, Recipient } from './age.ts';
import { digest, utf8 } from './encoding.ts';
import { paperCode, typedPaperCode } from './paper.ts';
import type { PaperCode } from './paper.ts';

const PREFIX = 'ENLACE-SHARE-1';
const LENGTH = 70;
const VERSION = 1;
const TAG = 4;
const HEAD = 3 + TAG;

/** Nobody brings more than these together, and half a byte holds them. */
export const MOST_CUSTODIANS = 7;

/**
 * - `share-short`, `share-long`, `share-mistyped`: as of a printed code
 * - `share-unknown`: made by a later version
 * - `share-elsewhere`: of another sheet than the one that is asked for
 * - `share-twice`: this one was typed already
 * - `shares-unfit`: each is well formed, and together they are not the sheet: one was altered
 */
export type ShareFault = 'share-short' | 'share-long' | 'share-mistyped' | 'share-unknown' | 'share-elsewhere' | 'share-twice' | 'shares-unfit';

export class ShareError extends Error {
  readonly fault: ShareFault;
  /** How many characters were typed, of {@link LENGTH}; or which share it is about. */
  readonly typed: number;

  constructor(fault: ShareFault, typed: number) {
    super(fault);
    this.name = 'ShareError';
    this.fault = fault;
    this.typed = typed;
  }
}

/** How many shares there are, and how many of them are needed. */
export interface Division {
  readonly shares: number;
  readonly threshold: number;
}

export interface Share extends Division {
  /** From 1. */
  readonly number: number;
  /** The first bytes of the digest of the sheet's recipient, hex. */
  readonly sheet: string;
  /** As the library made it. */
  readonly part: Bytes;
}

/** What is printed, one text for each custodian. */
export async function divide(code: PaperCode, { shares, threshold }: Division): Promise<string[]> {
  if (shares === 1) return [code.identity];
  const secret = bech32.decodeToBytes(code.identity).bytes as Bytes;
  const parts = (await split(secret, shares, threshold)) as Bytes[];
  secret.fill(0);
  const sheet = tag(code.recipient);
  return parts.map((part, i) => shareText({ number: i + 1, shares, threshold, sheet, part }));
}

/** One share as it is printed. */
export function shareText({ number, shares, threshold, sheet, part }: Share): string {
  const head = [VERSION, (threshold << 4) | shares, number, ...sheet.match(/../g)!.map((pair) => parseInt(pair, 16))];
  return bech32.encodeFromBytes('enlace-share-', Uint8Array.from([...head, ...part])).toUpperCase();
}

/** The prefix of a printed text, and what follows it in groups of four. */
export function shareGroups(text: string): string[] {
  const prefix = text.startsWith(PREFIX) ? PREFIX : text.slice(0, text.lastIndexOf('1') + 1);
  return [prefix, ...(text.slice(prefix.length).match(/.{1,4}/g) ?? [])];
}

/** Reads a share as people type it, like a printed code. @throws ShareError */
export function typedShare(text: string): Share {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const code = letters.replace(/^ENLACE[S5]HARE[1IL]/, '').replaceAll('O', '0').replace(/[I1]/g, 'L').replaceAll('B', '8');
  if (code.length < LENGTH) throw new ShareError('share-short', code.length);
  if (code.length > LENGTH) throw new ShareError('share-long', code.length);
  const bytes = decoded(PREFIX + code);
  const [version, division, number] = [bytes[0]!, bytes[1]!, bytes[2]!];
  if (version !== VERSION) throw new ShareError('share-unknown', number);
  const sheet = [...bytes.slice(3, HEAD)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { number, shares: division & 15, threshold: division >> 4, sheet, part: bytes.slice(HEAD) };
}

/** Shares of one sheet as they are typed, in any order, until they suffice. The single sheet of an authority with one custodian is enough at once. */
export class Gathering {
  readonly #recipient: Recipient;
  readonly #division: Division;
  readonly #taken = new Map<number, Share>();

  constructor(recipient: Recipient, division: Division) {
    this.#recipient = recipient;
    this.#division = division;
  }

  get missing(): number {
    return this.#division.threshold - this.#taken.size;
  }

  get taken(): number[] {
    return [...this.#taken.keys()].sort((a, b) => a - b);
  }

  /** Takes what was typed. Gives the sheet once nothing is missing. @throws ShareError, PaperError; what was taken before stays, except after `shares-unfit` */
  async take(text: string): Promise<PaperCode | undefined> {
    if (this.#division.shares === 1) return this.#fitting(typedPaperCode(text), 'share-elsewhere');
    const share = typedShare(text);
    const { shares, threshold } = this.#division;
    if (share.sheet !== tag(this.#recipient) || share.shares !== shares || share.threshold !== threshold) throw new ShareError('share-elsewhere', share.number);
    if (this.#taken.has(share.number)) throw new ShareError('share-twice', share.number);
    this.#taken.set(share.number, share);
    if (this.missing > 0) return undefined;
    const parts = [...this.#taken.values()].map(({ part }) => part);
    this.#taken.clear();
    return this.#fitting(await combined(parts), 'shares-unfit');
  }

  async #fitting(identity: Identity, fault: ShareFault): Promise<PaperCode> {
    const code = await paperCode(identity);
    if (code.recipient !== this.#recipient) throw new ShareError(fault, 0);
    return code;
  }
}

/** @throws ShareError `shares-unfit` when two of them are the same point under two numbers */
async function combined(parts: Bytes[]): Promise<Identity> {
  try {
    const secret = await combine(parts);
    return bech32.encodeFromBytes('age-secret-key-', secret).toUpperCase() as Identity;
  } catch {
    throw new ShareError('shares-unfit', 0);
  }
}

function decoded(text: string): Bytes {
  try {
    return bech32.decodeToBytes(text).bytes as Bytes;
  } catch {
    throw new ShareError('share-mistyped', LENGTH);
  }
}

function tag(recipient: Recipient): string {
  return digest(utf8(recipient)).slice(0, 2 * TAG);
}
