/** One line of a list of files: what it is called, how far it is, and a button that stops it or takes it away. Used wherever files come and go. */
import { Problem } from '../session.ts';
import { duration, size } from '../sentences.ts';
import type { Transfer, TransferState } from '../transfer.ts';
import { TransferError } from '../transfer.ts';

type Words = (name: string, values?: Readonly<Record<string, string | number>>) => string;

export class TransferLine {
  readonly element: HTMLElement;
  readonly #words: Words;

  /** @param template of the line, with `.name`, a button, a progress and `.how-far`. @param words the sentences `queued`, `running`, `running-left`, `waiting-…`, `file-…` */
  constructor(template: HTMLTemplateElement, name: string, words: Words, press: () => void) {
    this.element = document.importNode(template.content, true).firstElementChild as HTMLElement;
    this.#words = words;
    this.#at('.name').textContent = name;
    this.#at('[data-part=which]').textContent = name;
    this.#at('progress').setAttribute('aria-label', name);
    this.#at('button').onclick = press;
  }

  /** Tells how far it is, until it is over. */
  follow(transfer: Transfer<unknown>): void {
    const tell = (): void => this.#tell(transfer.state);
    transfer.addEventListener('state', tell);
    tell();
  }

  /** Nothing is on its way any more; the button takes away what the line says. */
  over(said: string): void {
    this.element.querySelector('progress')?.remove();
    this.#say(said);
    this.#at('[data-part=stop]').hidden = true;
    this.#at('[data-part=take-away]').hidden = false;
  }

  #tell(state: TransferState): void {
    const progress = this.element.querySelector('progress');
    if (progress && (state.name === 'running' || state.name === 'waiting')) progress.value = (100 * state.done) / Math.max(1, state.total);
    this.#say(this.#said(state));
  }

  /** Only what is new: a screen reader would say the same again. */
  #say(said: string): void {
    const place = this.#at('.how-far');
    if (said !== '' && place.textContent !== said) place.textContent = said;
  }

  #said(state: TransferState): string {
    switch (state.name) {
      case 'queued':
        return this.#words('queued');
      case 'running': {
        const far = { done: size(state.done), total: size(state.total) };
        return state.secondsLeft === undefined ? this.#words('running', far) : this.#words('running-left', { ...far, left: duration(state.secondsLeft) });
      }
      case 'waiting':
        return this.#words(`waiting-${state.waiting.reason}`);
      case 'failed':
        return this.#words('file-failed', { problem: this.#why(state.failure) });
      default:
        return '';
    }
  }

  #why(failure: unknown): string {
    if (failure instanceof Problem) return failure.message;
    return failure instanceof TransferError ? this.#words('file-unreadable') : this.#words('damaged');
  }

  #at(selector: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(selector)!;
  }
}
