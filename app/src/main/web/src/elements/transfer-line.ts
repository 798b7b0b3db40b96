/**
 * One line of a list of files on their way to the host: what it is called, how far it is, buttons that pause it, stop it or take it away, and what is said of it.
 */
import { SealError } from '../age.ts';
import { Problem } from '../session.ts';
import { duration, labelled, language, size } from '../sentences.ts';
import type { Transfer, TransferState } from '../transfer.ts';
import { TransferError } from '../transfer.ts';
import type { Described, FileKind, Relation } from '../upload.ts';

export type FileWords = (name: string, values?: Readonly<Record<string, string | number>>) => string;

export class TransferLine {
  readonly element: HTMLElement;
  readonly #words: FileWords;
  readonly #name: string;

  /** @param template `documents/FileOutgoing.jte`. @param press stops it or takes it away */
  constructor(template: HTMLTemplateElement, name: string, words: FileWords, press: () => void) {
    this.element = document.importNode(template.content, true).firstElementChild as HTMLElement;
    this.#words = words;
    this.#name = name;
    this.#at('.name').textContent = name;
    this.#at('[data-part=which]').textContent = name;
    this.#at('progress').setAttribute('aria-label', name);
    this.#at('[data-part=end]').onclick = press;
  }

  /** Tells how far it is, until it is over. */
  follow(transfer: Transfer<unknown>): void {
    pausing(this.element, transfer);
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

  /** Asks what the file is, in which language, what it is to the text, and of a legal provision of which day. @param changed told when one of them was chosen anew */
  describe(described: Described, changed: (told: Described) => void): void {
    const [is, tongue, relation] = ['is', 'language', 'relation'].map((part) => this.#at(`[data-part=${part}]`) as HTMLSelectElement) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];
    const version = this.#at('[data-part=version] input') as HTMLInputElement;
    is.value = described.kind;
    tongue.value = described.language;
    relation.value = described.relation;
    version.value = described.version ?? '';
    this.#at('[data-part=version] [data-part=which]').textContent = ` ${this.#name}`;
    const told = (): Described => ({
      language: tongue.value,
      relation: relation.value as Relation,
      kind: is.value as FileKind,
      ...(is.value === 'provision' && version.value ? { version: version.value } : {}),
    });
    const show = (): void => void (this.#at('[data-part=version]').hidden = is.value !== 'provision');
    for (const select of [is, tongue, relation]) select.setAttribute('aria-label', labelled(language(), select.getAttribute('aria-label')!, this.#name));
    for (const control of [is, tongue, relation, version]) {
      control.onchange = () => {
        show();
        changed(told());
      };
    }
    show();
  }

  /** Of a file that is not there yet nothing is asked. */
  undescribed(): void {
    this.element.querySelectorAll('.together').forEach((each) => each.remove());
  }

  #tell(state: TransferState): void {
    const progress = this.element.querySelector('progress');
    if (progress && 'done' in state && state.name !== 'reading' && state.name !== 'resealing') progress.value = (100 * state.done) / Math.max(1, state.total);
    this.#say(saidOf(state, this.#words));
  }

  /** Only what is new: a screen reader would say the same again. */
  #say(said: string): void {
    const place = this.#at('.how-far');
    if (said !== '' && place.textContent !== said) place.textContent = said;
  }

  #at(selector: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(selector)!;
  }
}

/** The button that pauses a transfer and lets it go on. */
export function pausing(line: HTMLElement, transfer: Transfer<unknown>): void {
  const button = line.querySelector<HTMLButtonElement>('[data-part=pause]')!;
  const tell = (): void => {
    const { name } = transfer.state;
    const paused = name === 'paused';
    button.hidden = !paused && name !== 'running' && name !== 'waiting';
    button.querySelector<HTMLElement>('[data-part=hold]')!.hidden = paused;
    button.querySelector<HTMLElement>('[data-part=resume]')!.hidden = !paused;
  };
  button.onclick = () => (transfer.state.name === 'paused' ? transfer.goOn() : transfer.pause());
  transfer.addEventListener('state', tell);
  tell();
}

/** How far it is, in words; empty where there is nothing to say. */
export function saidOf(state: TransferState, words: FileWords): string {
  switch (state.name) {
    case 'queued':
      return words('queued');
    case 'reading':
    case 'resealing':
    case 'reopening':
      return words(state.name, { done: size(state.done), total: size(state.total) });
    case 'running': {
      const far = { done: size(state.done), total: size(state.total) };
      return state.secondsLeft === undefined ? words('running', far) : words('running-left', { ...far, rate: size(state.rate!), left: duration(state.secondsLeft) });
    }
    case 'paused':
      return words('paused', { done: size(state.done), total: size(state.total) });
    case 'checking':
      return words('checking-file');
    case 'waiting':
      return words(`waiting-${state.waiting.reason}`);
    case 'failed':
      return words('file-failed', { problem: whyFailed(state.failure, words) });
    default:
      return '';
  }
}

/** What happened, whether anything was lost, what to do. */
export function whyFailed(failure: unknown, words: FileWords): string {
  if (failure instanceof Problem) return failure.message;
  if (failure instanceof TransferError) return words(failure.fault, { room: size(failure.room) });
  return failure instanceof SealError && failure.fault !== 'damaged' ? words(failure.fault) : words('file-damaged');
}
