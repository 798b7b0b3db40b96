/**
 * Tickets: what an officer needs to go on with an upload after the page was closed, on this computer or another. The host keeps them; nothing is in browser storage.
 *
 * Threat: the host makes a ticket of its own, with a seed that it knows, and could then open what is uploaded with it. Anybody can seal to an officer's public
 * recipient, so tickets are sealed to one that is drawn from the officer's key and written down nowhere: only this officer can make one. What does not open, or
 * is of another upload or request than the host says, is as if it were not there.
 */
import { openJson, recipientOf, sealJson } from './age.ts';
import type { Enveloped, Identity, Recipient } from './age.ts';
import { b64, fromB64 } from './encoding.ts';
import { ticketIdentity } from './keys.ts';
import type { OfficerKey } from './keys.ts';
import { CHUNK } from './sealing-pipe.ts';
import type { Sealed } from './sealing-pipe.ts';
import { get, post, put } from './session.ts';

export interface Ticket extends Enveloped {
  readonly kind: 'upload-ticket';
  readonly document: string;
  readonly request: string;
  /** `draft`, or the kind of the act in whose form the file was chosen. */
  readonly place: string;
  readonly name: string;
  readonly type: string;
  /** Of the file itself. */
  readonly size: number;
  /** Hex: what the file is recognised by. */
  readonly content: string;
  /** b64u, 32 bytes; null once the file is there. */
  readonly seed: string | null;
  /** Hash and size of the sealed bytes and of the file, once it is there. */
  readonly arrived: Sealed | null;
}

/** An upload that was begun, and is not attached to anything as far as the host knows. */
export interface Begun {
  readonly ticket: Ticket;
  /** Sealed bytes that are there, without a gap; and all. */
  readonly there: number;
  readonly total: number;
  /** When the host forgets it; undefined when all of it is there and something half written may need it. */
  readonly until: Date | undefined;
}

/** One line of the host's answer. */
interface Line {
  readonly id: string;
  readonly size: number;
  readonly missing: readonly number[];
  readonly until: string | null;
  readonly ticket: string;
}

/** Whom tickets are sealed to. Asked for while the key is unlocked; sealing needs nothing else. */
export function ticketRecipient(officer: OfficerKey): Promise<Recipient> {
  return recipientOf(ticketIdentity(officer));
}

export async function keepTicket(ticket: Ticket, recipient: Recipient): Promise<void> {
  await put(`/uploads/${ticket.document}/ticket`, { sealed: b64(await sealJson(ticket, recipient)) });
}

/** What this officer began there, oldest first. @throws Problem */
export async function begunUploads(request: string, place: string, officer: OfficerKey): Promise<Begun[]> {
  const identity = ticketIdentity(officer);
  const { uploads } = await get<{ readonly uploads: readonly Line[] }>(`/uploads?request=${request}`);
  const begun: Begun[] = [];
  for (const line of uploads) {
    const ticket = await opened(line.ticket, identity).catch(() => undefined);
    if (ticket?.document !== line.id || ticket.request !== request || ticket.place !== place) continue;
    const there = Math.min(line.size, (line.missing[0] ?? Infinity) * CHUNK);
    begun.push({ ticket, there, total: line.size, until: line.until === null ? undefined : new Date(line.until) });
  }
  return begun;
}

/** What is not there any more, or belongs to an act, is nothing to remove; what cannot be removed now, the host removes later. */
export async function removeUpload(document: string): Promise<void> {
  await post(`/uploads/${document}/removal`, {}).catch(() => undefined);
}

async function opened(sealed: string, identity: Identity): Promise<Ticket> {
  return openJson<Ticket>('upload-ticket', fromB64(sealed), identity);
}
