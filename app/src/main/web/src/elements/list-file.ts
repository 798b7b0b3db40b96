/**
 * `<enlace-list-file largest>`: reads a chosen table into the text field beneath it, where it can be looked at before it is sent, and shows how far the sending is.
 * Nothing here is secret. Without this script the text is pasted.
 */
import { Behaviour } from './behaviour.ts';

interface Progress {
  readonly lengthComputable: boolean;
  readonly loaded: number;
  readonly total: number;
}

export class ListFileElement extends Behaviour {
  protected override arrive(): void {
    const chooser = this.find<HTMLInputElement>('file')!;
    const progress = this.find<HTMLProgressElement>('progress')!;
    this.find('chooser')!.hidden = false;
    this.on(chooser, 'change', () => this.#read(chooser.files?.[0]));
    this.on(this.closest('form')!, 'htmx:xhr:progress', (event: CustomEvent<Progress>) => {
      const { lengthComputable, loaded, total } = event.detail;
      progress.hidden = !lengthComputable;
      if (lengthComputable) progress.value = (100 * loaded) / total;
    });
  }

  async #read(file: File | undefined): Promise<void> {
    if (!file) return;
    this.say('problem', '');
    this.say('status', '');
    if (file.size > Number(this.getAttribute('largest'))) {
      // What was there before stays.
      this.say('problem', this.sentence('too-large'));
      return;
    }
    const bytes = await file.arrayBuffer();
    const [text, how] = decoded(bytes);
    this.querySelector('textarea')!.value = text;
    this.find<HTMLInputElement>('name')!.value = file.name;
    this.say('status', this.sentence(how));
  }
}

/** Spreadsheet programs of the region still write Windows-1252; a wrong guess would turn every accent into two letters, so UTF-8 must fit exactly. */
function decoded(bytes: ArrayBuffer): [string, 'read' | 'read-windows'] {
  try {
    return [new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'read'];
  } catch {
    return [new TextDecoder('windows-1252').decode(bytes), 'read-windows'];
  }
}

customElements.define('enlace-list-file', ListFileElement);
