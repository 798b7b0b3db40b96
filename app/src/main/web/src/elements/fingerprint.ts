/**
 * `<enlace-fingerprint recipient="age1…">`: the six words of a key, for comparing by telephone, in the part `words`.
 * With `language` the list of that language is used instead of the reader's: both ends must use the same one.
 */
import { language } from '../sentences.ts';
import { fingerprint, wordList } from '../words.ts';
import type { WordLanguage } from '../words.ts';
import { Behaviour } from './behaviour.ts';

export class FingerprintElement extends Behaviour {
  static readonly observedAttributes = ['recipient', 'language'];

  protected override arrive(): Promise<void> {
    return this.#show();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#show().catch((problem: unknown) => this.fail(problem));
  }

  async #show(): Promise<void> {
    const recipient = this.getAttribute('recipient');
    const words = this.find('words');
    if (!recipient || !words) return;
    const list = await wordList((this.getAttribute('language') ?? language()) as WordLanguage);
    words.replaceChildren(
      ...fingerprint(recipient, list).map((word) => {
        const item = document.createElement(words.matches('ol, ul') ? 'li' : 'span');
        item.textContent = word;
        return item;
      }),
    );
  }
}

customElements.define('enlace-fingerprint', FingerprintElement);
