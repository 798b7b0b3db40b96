/**
 * `<enlace-evidence>` within `<enlace-request>`: takes the evidence package away. Without the request's key it is an ordinary download; with it, the key is put
 * into the package here, in the browser: the server never sees it.
 */
import { unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { utf8 } from '../encoding.ts';
import { getBytes } from '../session.ts';
import { Behaviour } from './behaviour.ts';
import type { RequestElement } from './request.ts';

export class EvidenceElement extends Behaviour {
  protected override arrive(): void {
    const content = this.find<HTMLInputElement>('with-content')!;
    const key = this.find<HTMLInputElement>('with-key');
    const fetching = this.find<HTMLAnchorElement>('fetch')!;
    const print = this.find<HTMLButtonElement>('print');
    const ready = (): void => {
      if (key && this.#page.key) key.disabled = false;
      if (print) print.hidden = !this.#page.key;
    };
    this.on(document, 'enlace:request-open', ready);
    ready();
    const address = (): string => `/requests/${this.#page.request}/evidence${content.checked ? '?content=true' : ''}`;
    this.on(content, 'change', () => void (fetching.href = address()));
    this.on(fetching, 'click', async (event: MouseEvent) => {
      if (!key?.checked) return;
      event.preventDefault();
      await this.#withKey(address());
    });
    if (print) this.on(print, 'click', () => globalThis.print());
  }

  get #page(): RequestElement {
    return this.closest<RequestElement>('enlace-request')!;
  }

  async #withKey(address: string): Promise<void> {
    const key = this.#page.key;
    if (!key) return this.say('problem', this.sentence('locked'));
    this.say('problem', '');
    this.say('status', this.sentence('making'));
    try {
      // In one piece on this page: the library's own workers come from blob addresses, which the policy of these pages forbids.
      const files: Zippable = {};
      for (const [name, bytes] of Object.entries(unzipSync(await getBytes(address)))) {
        files[name] = [bytes, { level: name.endsWith('.age') ? 0 : 6 }];
      }
      files['request-key.txt'] = utf8(`${key.identity}\n`);
      save(zipSync(files), `enlace-evidence-${this.dataset['reference']!}.zip`);
    } finally {
      this.say('status', '');
    }
  }
}

function save(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

customElements.define('enlace-evidence', EvidenceElement);
