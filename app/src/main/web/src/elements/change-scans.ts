/**
 * `<enlace-scans data-change data-largest>`: sends the scan of a paper as soon as it is chosen, tells how far it is, and has its block of the page shown anew when
 * it is there. Without this script the form sends the file in one piece.
 */
import { ScanUpload } from '../scan-upload.ts';
import { Behaviour } from './behaviour.ts';
import { TransferLine } from './transfer-line.ts';

/** By change: uploads outlive their page, and going to another one must not stop them. What failed stays until it was read. */
const running = new Map<string, Set<ScanUpload>>();

export class ScansElement extends Behaviour {
  protected override arrive(): void {
    const chooser = this.find<HTMLInputElement>('choose')!;
    this.find('send')!.hidden = true;
    this.on(chooser, 'change', () => {
      const files = [...(chooser.files ?? [])];
      chooser.value = '';
      for (const file of files) this.#begin(file);
    });
    for (const upload of this.#uploads) this.#show(upload);
  }

  get #uploads(): Set<ScanUpload> {
    const change = this.dataset['change']!;
    const there = running.get(change) ?? new Set<ScanUpload>();
    running.set(change, there);
    return there;
  }

  #begin(file: File): void {
    this.say('problem', '');
    if (file.size > Number(this.dataset['largest'])) {
      this.say('problem', this.sentence('too-large'));
      return;
    }
    const upload = new ScanUpload(file, this.dataset['change']!);
    this.#uploads.add(upload);
    this.#show(upload);
  }

  #show(upload: ScanUpload): void {
    const line = new TransferLine(this.find<HTMLTemplateElement>('file')!, upload.name, (name, values) => this.sentence(name, values), () => {
      upload.cancel();
      this.#uploads.delete(upload);
      this.#showAnew();
    });
    const list = this.find('files')!;
    list.append(line.element);
    list.hidden = false;
    line.follow(upload);
    upload.result.then(
      () => {
        this.#uploads.delete(upload);
        this.#said(this.sentence('stored', { name: upload.name }));
        this.#showAnew();
      },
      () => {
        if (upload.state.name === 'failed') line.over('');
      },
    );
  }

  /** The server's own list; lines of what is still on its way come back with the new element. */
  #showAnew(): void {
    if (this.isConnected) this.dispatchEvent(new CustomEvent('scans-changed', { bubbles: true }));
  }

  /** Outside of what is shown anew, so that it is heard. */
  #said(text: string): void {
    const place = document.getElementById('scan-said');
    if (place) place.textContent = text;
  }
}

customElements.define('enlace-scans', ScansElement);
