/**
 * A file on its way to the server, sealed to a request's key before its first byte leaves this browser (`exchange.md`, "Sealed files: upload").
 * The worker gets the recipient and the seed of this one file, never a key.
 */
import { sealedSize } from './age.ts';
import type { Recipient } from './age.ts';
import { contentOf, digestsOf } from './content.ts';
import { b64u, fromB64u, hex, newId } from './encoding.ts';
import { CHUNK } from './sealing-pipe.ts';
import type { Digested, Sealed } from './sealing-pipe.ts';
import { Problem, formKey, post } from './session.ts';
import { keepTicket, ticketRecipient } from './tickets.ts';
import type { Begun, Ticket } from './tickets.ts';
import { Transfer, TransferError } from './transfer.ts';
import { requireOfficer, unlockedOfficer } from './vault.ts';

/** What a form or a message says of an attachment, and an act of a document. */
export interface Uploaded {
  readonly document: string;
  readonly name: string;
  readonly type: string;
  /** Hex SHA-256 and size of the sealed bytes. */
  readonly sha256: string;
  readonly size: number;
  /** The same of the file itself, as whoever attached it had it. Files of earlier versions do not say it. */
  readonly plain?: Digested;
  /** The language of what is in it, and what that is to the text: said by whoever attached it to a form. */
  readonly language?: string;
  readonly relation?: Relation;
  /** What it is itself; files of earlier versions do not say it. */
  readonly kind?: FileKind;
  /** Of a legal provision: `YYYY-MM-DD`, a day on which that text was in force. */
  readonly version?: string;
}

/** How a file stands to the text it comes with. */
export const RELATIONS = ['original', 'official', 'courtesy', 'machine'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What a file is: what forms ask for by its name, or anything else. */
export type FileKind = 'request' | 'provision' | 'order' | 'power' | 'other';

/** What a person says of a file. */
export type Described = Required<Pick<Uploaded, 'language' | 'relation' | 'kind'>> & Pick<Uploaded, 'version'>;

/** What is sent, and for which request; it need not have been sent yet. The recipient is of that request's key. */
export interface Sending {
  readonly file: Blob;
  readonly name: string;
  readonly type: string;
  readonly request: string;
  readonly recipient: Recipient;
}

/** What makes it go on later: where the file was chosen, and whom its ticket is sealed to. With a ticket it goes on now. */
interface Keeping {
  readonly place: string;
  readonly recipient: Promise<Recipient>;
  readonly ticket?: Ticket;
}

export class Upload extends Transfer<Uploaded> {
  readonly document: string;
  readonly #what: Sending;
  readonly #keeping: Keeping | undefined;
  readonly #seed: Uint8Array;
  #announced = false;
  #kept: boolean;

  constructor(what: Sending, keeping?: Keeping) {
    super(sealedSize(what.file.size));
    this.#what = what;
    this.#keeping = keeping;
    this.#kept = keeping?.ticket !== undefined;
    this.document = keeping?.ticket?.document ?? newId();
    this.#seed = keeping?.ticket?.seed ? fromB64u(keeping.ticket.seed) : crypto.getRandomValues(new Uint8Array(32));
  }

  get name(): string {
    return this.#what.name;
  }

  /** Whether what arrived is kept, so that it can go on later; known once {@link result} has failed. */
  get isKept(): boolean {
    return this.#kept;
  }

  protected override async transfer(signal: AbortSignal): Promise<Uploaded> {
    const { document, total } = this;
    const { file, name, type, request, recipient } = this.#what;
    const { missing } = await this.persistently(() => post<{ readonly missing: readonly number[] }>('/uploads', { id: document, request, size: total }));
    this.#announced = true;
    const digests = await this.#read(signal);
    await this.persistently(() => this.#keep(contentOf(digests), null));
    const from = missing[0] ?? Math.ceil(total / CHUNK);
    const how = { recipient, seed: this.#seed, digests };
    const { sha256, size, plain } = await this.inWorker({ type: 'seal', file, how, upload: document, from, formKey: formKey() });
    this.checking();
    await this.persistently(() => post(`/uploads/${document}/completion`, { sha256 }));
    const arrived = { sha256, size, ...(plain ? { plain } : {}) };
    await this.#keep(contentOf(digests), arrived).catch(() => undefined); // without it the file is chosen once more if the page is closed now
    return { document, name, type, ...arrived };
  }

  /** Only what is of no more use goes: an officer who was cut off, or chose another file, goes on later. */
  protected override async abandon(failure: unknown): Promise<void> {
    const passing = failure instanceof TransferError || (failure instanceof Problem && failure.passing);
    if (this.#kept && passing) return;
    this.#kept = false;
    if (this.#announced) await post(`/uploads/${this.document}/removal`, {});
  }

  /** @throws TransferError `other-file` before anything of it is sealed */
  async #read(signal: AbortSignal): Promise<Uint8Array> {
    const { file } = this.#what;
    const digests = await digestsOf(file, signal, (done) => this.reading(done, file.size)).catch((failure: unknown) => {
      throw signal.aborted ? failure : new TransferError('file-unreadable', failure);
    });
    const begun = this.#keeping?.ticket;
    if (begun && (begun.size !== file.size || begun.content !== hex(contentOf(digests)))) throw new TransferError('other-file');
    return digests;
  }

  async #keep(content: Uint8Array, arrived: Sealed | null): Promise<void> {
    if (!this.#keeping) return;
    const { document } = this;
    const { request, name, type, file } = this.#what;
    const seed = arrived ? null : b64u(this.#seed);
    const ticket: Ticket = { v: 1, kind: 'upload-ticket', document, request, place: this.#keeping.place, name, type, size: file.size, content: hex(content), seed, arrived };
    await keepTicket(ticket, await this.#keeping.recipient);
    this.#kept = true;
  }
}

/** Starts as soon as the uploads before it are done. Whoever is locked out goes on typing and attaching; only that file cannot go on after its page was closed. */
export function upload(file: File, place: string, request: string, recipient: Recipient): Upload {
  return new Upload({ file, name: file.name, type: file.type || 'application/octet-stream', request, recipient }, keeping(place));
}

/** The same file, chosen again. @throws Locked */
export function goOn({ ticket }: Begun, file: File, recipient: Recipient): Upload {
  const { name, type, request, place } = ticket;
  return new Upload({ file, name, type, request, recipient }, { place, recipient: ticketRecipient(requireOfficer()), ticket });
}

/** A form or a message: sealed and sent as any other document. */
export function uploadJson(value: object, request: string, recipient: Recipient): Upload {
  const type = 'application/json';
  return new Upload({ file: new Blob([JSON.stringify(value)], { type }), name: '', type, request, recipient });
}

function keeping(place: string): Keeping | undefined {
  const officer = unlockedOfficer();
  return officer && { place, recipient: ticketRecipient(officer) };
}
