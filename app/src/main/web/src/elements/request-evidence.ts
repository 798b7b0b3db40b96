/**
 * `<enlace-evidence>`: what goes into the evidence package. The package itself is an ordinary download; only when the officer wants the request's key in it does
 * this browser fetch it, add the key with what was opened and its conditions, and offer the result for saving.
 *
 * Threat: what must not be passed on leaves with the key. The conditions come from the signed acts that `<enlace-request>` checked; while they are not known, or
 * forbid it, no key goes in.
 */
import { exported } from '../exchange/export.ts';
import type { OpenedMessage } from '../exchange/export.ts';
import { withFile } from '../exchange/package.ts';
import { offer } from '../offer.ts';
import { getBlob } from '../session.ts';
import { Locked } from '../vault.ts';
import { Behaviour } from './behaviour.ts';
import type { RequestElement } from './request.ts';

export class EvidenceElement extends Behaviour {
  protected override arrive(): void {
    const fetching = this.find<HTMLAnchorElement>('fetch')!;
    const address = fetching.getAttribute('href')!;
    const withContent = this.find<HTMLInputElement>('with-content')!;
    const withKey = this.find<HTMLInputElement>('with-key');
    const print = this.find<HTMLButtonElement>('print')!;
    const ready = (): void => this.#sayBarred(withKey, print);
    this.on(document, 'enlace:request-open', ready);
    if (this.#page.key) ready();
    this.on(withContent, 'change', () => void (fetching.href = withContent.checked ? `${address}?content=true` : address));
    fetching.addEventListener(
      'click',
      (event) => {
        if (!withKey?.checked) return;
        event.preventDefault();
        this.#withKey(fetching.getAttribute('href')!).catch((problem: unknown) => this.fail(problem));
      },
      { signal: this.leaving },
    );
    print.hidden = false;
    this.on(print, 'click', () => window.print());
  }

  get #page(): RequestElement {
    return this.closest<RequestElement>('enlace-request')!;
  }

  /** Why something may not leave, and what may. */
  #sayBarred(withKey: HTMLInputElement | undefined, print: HTMLButtonElement): void {
    const bars = this.#page.bars('handing-over');
    print.hidden = this.#page.bars('keeping').length > 0;
    if (withKey) withKey.disabled = bars.length > 0;
    const place = this.find('barred')!;
    place.hidden = bars.length === 0;
    place.querySelector('ul')!.replaceChildren(
      ...bars.map((bar) => Object.assign(document.createElement('li'), { textContent: this.sentence(`barred-${bar}`) })),
    );
  }

  protected override fail(problem: unknown): void {
    this.say('status', '');
    if (problem instanceof Locked) this.say('problem', this.sentence('locked'));
    else super.fail(problem);
  }

  async #withKey(address: string): Promise<void> {
    const page = this.#page;
    if (!page.key) throw new Locked();
    if (page.bars('handing-over').length > 0) return;
    this.say('problem', '');
    this.say('status', this.sentence('making'));
    const asked: OpenedMessage = { title: this.sentence('export-request', { reference: this.dataset['reference']! }), terms: page.requestTerms, chapters: page.asked, files: [], description: undefined };
    let complete = await withFile(await getBlob(address), 'request-key.txt', `${page.key.identity}\n`);
    for (const { name, text } of exported([asked, ...(await page.openedResults())], this.sentence('export-conditions'), page.language)) complete = await withFile(complete, name, text);
    offer(complete, `enlace-evidence-${this.dataset['reference']!}.zip`);
    this.say('status', '');
  }
}

customElements.define('enlace-evidence', EvidenceElement);
