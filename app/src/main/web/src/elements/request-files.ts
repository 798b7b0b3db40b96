/** The files of a request on its page: each can be opened and kept, with what of it has come so far. A file is never given a type the browser would run. */
import type { Identity } from '../age.ts';
import { download, safeName } from '../download.ts';
import { size } from '../sentences.ts';
import { TransferError } from '../transfer.ts';
import type { TransferState } from '../transfer.ts';
import type { Uploaded } from '../upload.ts';

export interface FileWords {
  (name: string, values?: Readonly<Record<string, string | number>>): string;
}

/** @param press called with the button's handler: the page reports what fails. */
export function fileLine(file: Uploaded, key: () => Identity, template: HTMLTemplateElement, words: FileWords, press: (button: HTMLElement, handler: () => Promise<void>) => void): HTMLElement {
  const line = document.importNode(template.content, true).firstElementChild as HTMLElement;
  const name = file.name ? safeName(file.name) : words('unnamed');
  line.querySelector('.name')!.textContent = name;
  line.querySelectorAll('[data-part=which]').forEach((each) => (each.textContent = ` ${name}`));
  const progress = line.querySelector('progress')!;
  progress.setAttribute('aria-label', name);
  const told = line.querySelector<HTMLElement>('.how-far')!;
  told.textContent = words('how-large', { size: size(file.size) });
  const save = line.querySelector<HTMLElement>('[data-part=save]')!;
  const stop = line.querySelector<HTMLElement>('[data-part=stop]')!;
  let stopping: (() => void) | undefined;
  press(line.querySelector('button')!, async () => {
    if (stopping) return stopping();
    const coming = await download(file, key(), name);
    if (!coming) return;
    stopping = () => coming.cancel();
    const tell = (state: TransferState): void => {
      const over = state.name === 'done' || state.name === 'failed' || state.name === 'cancelled';
      progress.hidden = over;
      save.hidden = !over;
      stop.hidden = over;
      if (over) stopping = undefined;
      if (state.name === 'running' || state.name === 'waiting') progress.value = (100 * state.done) / Math.max(1, state.total);
      const text = said(state, file, words);
      if (text !== '' && told.textContent !== text) told.textContent = text;
    };
    coming.addEventListener('state', () => tell(coming.state));
    tell(coming.state);
  });
  return line;
}

function said(state: TransferState, file: Uploaded, words: FileWords): string {
  switch (state.name) {
    case 'queued':
      return words('queued');
    case 'running':
      return words('how-far', { done: size(state.done), total: size(state.total) });
    case 'waiting':
      return words(`waiting-${state.waiting.reason}`);
    case 'done':
      return words('saved');
    case 'cancelled':
      return words('how-large', { size: size(file.size) });
    case 'failed':
      return words(state.failure instanceof TransferError ? state.failure.fault : 'damaged');
  }
}
