/** The files that go with an act: each is sealed to the request's key and sent as soon as it is chosen. */
import type { Identity } from '../age.ts';
import { recipientOf } from '../age.ts';
import { size } from '../sentences.ts';
import { TransferError } from '../transfer.ts';
import { upload } from '../upload.ts';
import type { Upload, Uploaded } from '../upload.ts';

export interface FilesPage {
  readonly request: string;
  words(name: string, values?: Readonly<Record<string, string | number>>): string;
}

export class ActFiles {
  readonly #page: FilesPage;
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #leaving: AbortSignal;
  readonly #uploads: Upload[] = [];

  constructor(page: FilesPage, list: HTMLElement, template: HTMLTemplateElement, leaving: AbortSignal) {
    this.#page = page;
    this.#list = list;
    this.#template = template;
    this.#leaving = leaving;
  }

  async add(chosen: HTMLInputElement, key: Identity): Promise<void> {
    const files = [...(chosen.files ?? [])];
    chosen.value = '';
    const recipient = await recipientOf(key);
    for (const file of files) this.#show(upload(file, this.#page.request, recipient), file.name);
  }

  /** Once every one of them is there. @throws what the first failure was */
  async arrived(): Promise<Uploaded[]> {
    const arrived: Uploaded[] = [];
    for (const each of this.#uploads) arrived.push(await each.result);
    return arrived;
  }

  #show(sending: Upload, name: string): void {
    this.#uploads.push(sending);
    const line = document.importNode(this.#template.content, true).firstElementChild as HTMLElement;
    line.querySelector('.name')!.textContent = name;
    line.querySelectorAll('[data-part=which]').forEach((each) => (each.textContent = ` ${name}`));
    const progress = line.querySelector('progress')!;
    progress.setAttribute('aria-label', name);
    const until = { signal: this.#leaving };
    line.querySelector('button')!.addEventListener(
      'click',
      () => {
        sending.cancel();
        this.#uploads.splice(this.#uploads.indexOf(sending), 1);
        line.remove();
      },
      until,
    );
    sending.addEventListener(
      'state',
      () => {
        const { state } = sending;
        if (state.name === 'running' || state.name === 'waiting') progress.value = (100 * state.done) / Math.max(1, state.total);
        if (state.name === 'done') progress.remove();
        line.querySelector('.how-far')!.textContent = this.#said(sending);
      },
      until,
    );
    this.#list.append(line);
  }

  #said(sending: Upload): string {
    const { state } = sending;
    switch (state.name) {
      case 'queued':
        return this.#page.words('queued');
      case 'running':
        return this.#page.words('how-far', { done: size(state.done), total: size(state.total) });
      case 'waiting':
        return this.#page.words(`waiting-${state.waiting.reason}`);
      case 'done':
        return this.#page.words('uploaded', { size: size(sending.total) });
      case 'failed':
        return state.failure instanceof TransferError ? this.#page.words(state.failure.fault) : (state.failure as Error).message;
      default:
        return '';
    }
  }
}
