/**
 * Sealing and opening in the age v1 format, over the age-encryption library.
 *
 * Threats: whatever arrives from the host may have been altered, cut short, swapped for another file or made to cost dearly to open.
 * Everything that fails here fails with a {@link SealError} that names the fault, and no plaintext of a damaged chunk is ever handed on.
 * A stream hands on the chunks that verified before a damaged one: whoever streams must throw away what came when the end never did.
 */
import './native-x25519.ts';
import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** `AGE-SECRET-KEY-1…`: opens. */
export type Identity = `AGE-SECRET-KEY-1${string}`;
/** `age1…`: seals. */
export type Recipient = `age1${string}`;
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * - `not-age`: not an age file, or of a version or kind that is not known here
 * - `wrong-key`: none of the identities given opens it
 * - `wrong-passphrase`
 * - `damaged`: altered or cut short after it was sealed
 * - `unknown-content`: it opened, and what is inside is not what was expected there
 */
export type SealFault = 'not-age' | 'wrong-key' | 'wrong-passphrase' | 'damaged' | 'unknown-content';

export class SealError extends Error {
  readonly fault: SealFault;

  constructor(fault: SealFault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'SealError';
    this.fault = fault;
  }
}

export async function newIdentity(): Promise<Identity> {
  return (await generateX25519Identity()) as Identity;
}

/** @throws SealError `not-age` when the text is no X25519 identity. */
export async function recipientOf(identity: Identity): Promise<Recipient> {
  try {
    return (await identityToRecipient(identity)) as Recipient;
  } catch (cause) {
    throw new SealError('not-age', cause);
  }
}

/** The point on the curve that a recipient's text stands for. @throws SealError `not-age` */
export function pointOf(recipient: Recipient): Uint8Array {
  requirePlain(recipient);
  try {
    return bech32.decodeToBytes(recipient).bytes;
  } catch (cause) {
    throw new SealError('not-age', cause);
  }
}

export async function seal(plain: Uint8Array, ...recipients: Recipient[]): Promise<Bytes> {
  return (await encrypter(recipients).encrypt(plain)) as Bytes;
}

export async function open(sealed: Uint8Array, ...identities: Identity[]): Promise<Bytes> {
  return opened(decrypter(identities).decrypt(sealed));
}

/** Opens while it flows. The header is read before the promise resolves; damage further on errors the stream with a {@link SealError}. */
export async function openStream(sealed: ReadableStream<Uint8Array>, ...identities: Identity[]): Promise<ReadableStream<Bytes>> {
  const reader = (await opened(decrypter(identities).decrypt(sealed))).getReader();
  return new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value as Bytes);
      } catch (cause) {
        controller.error(fault(cause));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Size of the sealed file of a plaintext of `size` bytes with one X25519 recipient: header and nonce, and 16 bytes for each chunk of 64 KiB. */
export function sealedSize(size: number): number {
  return SEALED_HEADER + size + 16 * Math.max(1, Math.ceil(size / (64 * 1024)));
}

const SEALED_HEADER = 184;

/** What is sealed as JSON carries its version and kind; a reader refuses what it does not know. */
export interface Enveloped {
  readonly v: 1;
  readonly kind: string;
}

export async function sealJson(value: Enveloped, ...recipients: Recipient[]): Promise<Bytes> {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  try {
    return await seal(plain, ...recipients);
  } finally {
    plain.fill(0);
  }
}

export async function openJson<T extends Enveloped>(kind: T['kind'], sealed: Uint8Array, ...identities: Identity[]): Promise<T> {
  return parseJson<T>(kind, await open(sealed, ...identities));
}

/** Reads JSON that was sealed, overwrites it, and refuses what is not of that kind and version. */
export function parseJson<T extends Enveloped>(kind: T['kind'], plain: Bytes): T {
  let value: Enveloped;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as Enveloped;
  } catch (cause) {
    throw new SealError('unknown-content', cause);
  } finally {
    plain.fill(0);
  }
  if (value?.v !== 1 || value.kind !== kind) throw new SealError('unknown-content');
  return value as T;
}

function encrypter(recipients: Recipient[]): Encrypter {
  if (recipients.length === 0) throw new SealError('wrong-key');
  const age = new Encrypter();
  for (const recipient of recipients) {
    requirePlain(recipient);
    age.addRecipient(recipient);
  }
  return age;
}

/** Only recipients that every age program can open; the library would take others too. */
function requirePlain(recipient: Recipient): void {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(recipient)) throw new SealError('not-age');
}

function decrypter(identities: Identity[]): Decrypter {
  const age = new Decrypter();
  for (const identity of identities) age.addIdentity(identity);
  return age;
}

/** What the library throws, named. */
export async function opened<T>(promise: Promise<T>): Promise<T extends Uint8Array ? Bytes : T> {
  try {
    return (await promise) as T extends Uint8Array ? Bytes : T;
  } catch (cause) {
    throw fault(cause);
  }
}

/** The library throws plain errors; their texts are the only way to tell one from another. What is not known is damage. */
function fault(cause: unknown): SealError {
  if (cause instanceof SealError) return cause;
  const message = cause instanceof Error ? cause.message : '';
  if (message.startsWith('no identity matched')) return new SealError('wrong-key', cause);
  if (message.startsWith('invalid version')) return new SealError('not-age', cause);
  return new SealError('damaged', cause);
}
