/**
 * A file on its way to the server, sealed to a request's key before its first byte leaves this browser (`exchange.md`, "Sealed files: upload").
 * The worker gets the recipient only, never a secret.
 */
import { sealedSize } from './age.ts';
import type { Recipient } from './age.ts';
import { newId } from './encoding.ts';
import type { Digested } from './sealing-pipe.ts';
import { formKey, post } from './session.ts';
import { Transfer } from './transfer.ts';

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
}

/** How a file stands to the text it comes with. */
export const RELATIONS = ['original', 'official', 'courtesy', 'machine'] as const;
export type Relation = (typeof RELATIONS)[number];

export class Upload extends Transfer<Uploaded> {
  readonly document = newId();
  readonly #file: Blob;
  readonly #name: string;
  readonly #request: string;
  readonly #recipient: Recipient;
  #announced = false;

  /** @param request the request it is for; it need not have been sent yet. @param recipient of that request's key. */
  constructor(file: Blob, name: string, request: string, recipient: Recipient) {
    super(sealedSize(file.size));
    this.#file = file;
    this.#name = name;
    this.#request = request;
    this.#recipient = recipient;
  }

  protected override async transfer(): Promise<Uploaded> {
    const { document, total } = this;
    await this.persistently(() => post('/uploads', { id: document, request: this.#request, size: total }));
    this.#announced = true;
    const { sha256, size, plain } = await this.inWorker({ type: 'seal', file: this.#file, recipient: this.#recipient, upload: document, formKey: formKey() });
    this.checking();
    await this.persistently(() => post(`/uploads/${document}/completion`, { sha256 }));
    return { document, name: this.#name, type: this.#file.type || 'application/octet-stream', sha256, size, ...(plain ? { plain } : {}) };
  }

  protected override async abandon(): Promise<void> {
    if (this.#announced) await post(`/uploads/${this.document}/removal`, {});
  }
}

/** Starts as soon as the uploads before it are done. */
export function upload(file: File, request: string, recipient: Recipient): Upload {
  return new Upload(file, file.name, request, recipient);
}

/** A form or a message: sealed and sent as any other document. */
export function uploadJson(value: object, request: string, recipient: Recipient): Upload {
  return new Upload(new Blob([JSON.stringify(value)], { type: 'application/json' }), '', request, recipient);
}
