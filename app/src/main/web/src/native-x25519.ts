/**
 * WebKitGTK 2.50 (what Epiphany runs on) does not take an X25519 private key whose first byte is zero, one in 256: it says DataError, and whoever has such a key, or
 * meets one made for a single file, could open or seal nothing. The age library computes with its own code where the browser says that it knows no X25519 at all;
 * so that is what it is told of such a key. Imported for its effect, before the library is used, in pages and worker.
 */
type ImportKey = SubtleCrypto['importKey'];

export function toldPlainly(importKey: ImportKey): ImportKey {
  const told = async (...given: Parameters<ImportKey>): Promise<CryptoKey> => {
    try {
      return await importKey(...given);
    } catch (cause) {
      const [format, , algorithm] = given;
      const refused = cause instanceof DOMException && cause.name === 'DataError' && format === 'pkcs8';
      if (refused && typeof algorithm === 'object' && algorithm.name === 'X25519') throw new DOMException('this key is not taken', 'NotSupportedError');
      throw cause;
    }
  };
  return told as ImportKey;
}

const subtle = globalThis.crypto?.subtle; // absent where the page is not secure; the page says so
if (subtle) subtle.importKey = toldPlainly(subtle.importKey.bind(subtle) as ImportKey);
