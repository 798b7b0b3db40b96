/** What a page and its worker say to each other. One worker serves one transfer, or stretches one passphrase, and is ended with it. */
import type { Bytes, Identity, SealFault } from './age.ts';
import type { Waiting } from './persist.ts';
import type { Sealed, Sealing } from './sealing-pipe.ts';

export type ToWorker =
  | { readonly type: 'stretch'; readonly passphrase: string; readonly salt: Uint8Array; readonly factor: number }
  /** From that chunk on to an upload that was announced; the chunks before are there. */
  | { readonly type: 'seal'; readonly file: Blob; readonly how: Sealing; readonly upload: string; readonly from: number; readonly formKey: Readonly<Record<string, string>> }
  /** As it is, from that chunk on, to an upload that was announced at that address. */
  | { readonly type: 'send'; readonly file: Blob; readonly address: string; readonly from: number; readonly sent: Sealed; readonly formKey: Readonly<Record<string, string>> }
  /** `park`: the name of the parked file that it is written to; else the pieces go to the page. `keep`: the document of which the sealed bytes are kept. */
  | { readonly type: 'open'; readonly address: string; readonly identity: Identity; readonly expected: Sealed; readonly park?: string; readonly keep?: string }
  /** The page is ready for another piece of plaintext. */
  | { readonly type: 'more' }
  /** Nothing more is sent or fetched, and no connection held, until it goes on. */
  | { readonly type: 'pause' }
  | { readonly type: 'go-on' }
  /** Try again now: the connection is back, or somebody signed in (with another form key). */
  | { readonly type: 'again'; readonly formKey: Readonly<Record<string, string>> };

export type FromWorker =
  | { readonly type: 'stretched'; readonly key: Uint8Array }
  /** Bytes done so far: bytes that the server has, or sealed bytes read. */
  | { readonly type: 'progress'; readonly done: number }
  /** Bytes of what the server has that were sealed again, for the hash over everything. */
  | { readonly type: 'resealed'; readonly done: number; readonly total: number }
  /** Bytes of what was kept that were opened again. */
  | { readonly type: 'reopened'; readonly done: number; readonly total: number }
  | { readonly type: 'waiting'; readonly waiting: Waiting | undefined }
  /** The server asks for another form key. */
  | { readonly type: 'form-key' }
  | { readonly type: 'plain'; readonly bytes: Bytes }
  | { readonly type: 'done'; readonly sealed: Sealed }
  | { readonly type: 'refused'; readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  | { readonly type: 'failed'; readonly fault: SealFault | 'file-unreadable' | 'not-saved' | 'kept-damaged' };
