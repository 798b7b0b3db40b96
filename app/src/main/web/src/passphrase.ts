/**
 * Sealing with a passphrase: age's scrypt recipient, one to a file.
 *
 * Threats: the passphrase is guessed from a stolen file (hence scrypt, and one-time codes before the file is handed out at all); the host names a work factor that freezes
 * the browser; the same passphrase gives other bytes on another keyboard (hence NFKC). It never leaves this browser.
 */
import { Decrypter, Encrypter, Stanza } from 'age-encryption';
import type { Identity as Unwrapper, Recipient as Wrapper } from 'age-encryption';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { base64nopad } from '@scure/base';
import { SealError, opened, parseJson } from './age.ts';
import type { Bytes, Enveloped } from './age.ts';
import { stretch } from './stretch.ts';

/** Work factor 2^17 as `exchange.md` has it: 128 MiB and about half a second. */
const WORK_FACTOR = 17;
/** A hostile host must not be able to freeze a browser with a work factor of its choice. */
const HIGHEST_WORK_FACTOR = 18;

export async function sealJsonWithPassphrase(value: Enveloped, passphrase: string): Promise<Bytes> {
  const age = new Encrypter();
  age.addRecipient(new PassphraseWrapper(passphrase));
  return (await age.encrypt(JSON.stringify(value))) as Bytes;
}

export async function openJsonWithPassphrase<T extends Enveloped>(kind: T['kind'], sealed: Uint8Array, passphrase: string): Promise<T> {
  const age = new Decrypter();
  age.addIdentity(new PassphraseUnwrapper(passphrase));
  return parseJson<T>(kind, await opened(age.decrypt(sealed)));
}

/** The library's own scrypt would freeze the page; this makes the same stanza with a key stretched elsewhere. */
class PassphraseWrapper implements Wrapper {
  readonly #passphrase: string;

  constructor(passphrase: string) {
    this.#passphrase = passphrase;
  }

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const salt = randomBytes(16);
    const key = await stretch(this.#passphrase, salt, WORK_FACTOR);
    const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
    key.fill(0);
    return [new Stanza(['scrypt', base64nopad.encode(salt), String(WORK_FACTOR)], body)];
  }
}

class PassphraseUnwrapper implements Unwrapper {
  readonly #passphrase: string;

  constructor(passphrase: string) {
    this.#passphrase = passphrase;
  }

  async unwrapFileKey(stanzas: Stanza[]): Promise<Uint8Array> {
    const [stanza] = stanzas;
    if (stanzas.length !== 1 || stanza?.args[0] !== 'scrypt') throw new SealError('wrong-key');
    const [, salt, factor] = stanza.args;
    if (stanza.args.length !== 3 || stanza.body.length !== 32 || !/^[1-9][0-9]?$/.test(factor ?? '')) throw new SealError('damaged');
    if (Number(factor) > HIGHEST_WORK_FACTOR) throw new SealError('not-age');
    const key = await stretch(this.#passphrase, base64nopad.decode(salt ?? ''), Number(factor));
    try {
      return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
    } catch (cause) {
      throw new SealError('wrong-passphrase', cause);
    } finally {
      key.fill(0);
    }
  }
}
