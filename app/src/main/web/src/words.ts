/**
 * A key's fingerprint in six words of the BIP-39 list of the reader's language, to be compared by telephone at enrolment.
 *
 * Threat: the host hands out its own key under an authority's name. 66 bits cannot be matched by trying: the attacker would need some 2^66 keys.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { fetchAsset } from './assets.ts';
import { utf8 } from './encoding.ts';

export type WordLanguage = 'en' | 'es' | 'fr' | 'pt';

/** The first 66 bits of SHA-256 of the recipient's text, eleven for each word. */
export function fingerprint(recipient: string, list: readonly string[]): string[] {
  return [0, 1, 2, 3, 4, 5].map((position) => wordAt(sha256(utf8(recipient)), position, list));
}

/** One word that depends on the whole text: tells a mistyped or swapped code from the right one at a glance. */
export function checkWord(text: string, list: readonly string[]): string {
  return wordAt(sha256(utf8(text)), 0, list);
}

const lists = new Map<WordLanguage, Promise<readonly string[]>>();

/** 2,048 words, fetched once, only in the language asked for. */
export function wordList(language: WordLanguage): Promise<readonly string[]> {
  let list = lists.get(language);
  if (!list) {
    list = fetchAsset(`words-${language}.txt`).then(async (response) => (await response.text()).trimEnd().split('\n'));
    list.catch(() => lists.delete(language));
    lists.set(language, list);
  }
  return list;
}

function wordAt(hash: Uint8Array, position: number, list: readonly string[]): string {
  let index = 0;
  for (let bit = position * 11; bit < position * 11 + 11; bit++) {
    index = index * 2 + ((hash[bit >> 3]! >> (7 - (bit & 7))) & 1);
  }
  // The lists of BIP-39 hold letters and accents apart; people and screens want them together.
  return list[index]!.normalize('NFC');
}
