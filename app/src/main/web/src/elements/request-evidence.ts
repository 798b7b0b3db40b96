/**
 * `<enlace-evidence>`: what goes into the evidence package. The package itself is an ordinary download; only when the officer wants the request's key in it does
 * this browser fetch it, add the key, and offer the result for saving.
 */
import { keyOf } from '../exchange/content.ts';
import { withFile } from '../exchange/package.ts';
import { getBlob } from '../session.ts';
import { Locked, unlockedOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

export class EvidenceElement extends Behaviour {
  protected override arrive(): void {
    const fetching = this.find<HTMLAnchorElement>('fetch')!;
    const address = fetching.getAttribute('href')!;
    const withContent = this.find<HTMLInputElement>('with-content')!;
    const withKey = this.find<HTMLInputElement>('with-key');
    const print = this.find<HTMLButtonElement>('print')!;
    if (withKey) withKey.disabled = false;
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

  protected override fail(problem: unknown): void {
    this.say('status', '');
    if (problem instanceof Locked) this.say('problem', this.sentence('locked'));
    else super.fail(problem);
  }

  async #withKey(address: string): Promise<void> {
    if (!unlockedOfficer()) throw new Locked();
    this.say('problem', '');
    this.say('status', this.sentence('making'));
    const key = await keyOf(this.dataset['request']!);
    const complete = await withFile(await getBlob(address), 'request-key.txt', `${key.identity}\n`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(complete);
    link.download = `enlace-evidence-${this.dataset['reference']!}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.say('status', '');
  }
}

customElements.define('enlace-evidence', EvidenceElement);
