/** The files of a request on its page: what each is, and what may be done with it. A file is never given a type the browser would run. */
import type { Identity } from '../age.ts';
import { download, safeName } from '../download.ts';
import type { Download, Saved } from '../download.ts';
import { MOST_SHOWN, Viewing, canBeShown, showIn } from '../exchange/viewing.ts';
import { sayInstant } from '../form/time.ts';
import { Keeping, keptOf } from '../keeping.ts';
import { duration, language, size } from '../sentences.ts';
import type { Transfer } from '../transfer.ts';
import { TransferError } from '../transfer.ts';
import type { Uploaded } from '../upload.ts';
import { pausing, saidOf, whyFailed } from './transfer-line.ts';
import type { FileWords } from './transfer-line.ts';
import { kindOf } from './file-kind.ts';

export interface FileOnPage {
  readonly file: Uploaded;
  /** Whether it describes the others, and was made by the browser that sent them. */
  readonly describes: boolean;
  /** Why it may not be saved; empty where it may. */
  readonly barred: string;
}

/** What a line needs of its page. */
export interface FilePage {
  readonly template: HTMLTemplateElement;
  readonly words: FileWords;
  /** The reader's own. */
  readonly zone: string;
  key(): Identity;
  /** Called with each button's handler: the page reports what fails. */
  press(button: HTMLElement, handler: () => Promise<void>): void;
}

export function fileLine(given: FileOnPage, page: FilePage): HTMLElement {
  return new IncomingLine(given, page).element;
}

class IncomingLine {
  readonly element: HTMLElement;
  readonly #given: FileOnPage;
  readonly #page: FilePage;
  readonly #name: string;
  #coming: Transfer<unknown> | undefined;

  constructor(given: FileOnPage, page: FilePage) {
    this.#given = given;
    this.#page = page;
    this.element = document.importNode(page.template.content, true).firstElementChild as HTMLElement;
    this.#name = given.file.name ? safeName(given.file.name) : page.words('unnamed');
    this.#describe();
    const save = this.#at('[data-part=fetch]');
    save.hidden = given.barred !== '';
    page.press(save, () => this.#save());
    page.press(this.#at('[data-part=throw-away]'), () => this.#throwAway());
    void this.#lookForKept();
    const view = this.#at('[data-part=view]');
    view.hidden = given.barred === '' || !canBeShown(given.file) || given.file.size > MOST_SHOWN;
    page.press(view, () => this.#view());
  }

  #describe(): void {
    const { file, describes } = this.#given;
    const { words } = this.#page;
    this.#at('.name').textContent = this.#name;
    this.element.querySelectorAll('[data-part=which]').forEach((each) => (each.textContent = ` ${this.#name}`));
    this.#at('progress').setAttribute('aria-label', this.#name);
    this.#tell(this.#atRest);
    const kind = describes ? words('description') : kindOf(file, words);
    this.#at('[data-part=kind]').textContent = kind;
    this.#at('[data-part=kind]').hidden = kind === '';
    if (!file.plain) return;
    this.#at('[data-part=hashes]').hidden = false;
    this.#at('[data-part=plain]').textContent = file.plain.sha256;
    this.#at('[data-part=sealed]').textContent = file.sha256;
  }

  /** What the line says while nothing is on its way. */
  get #atRest(): string {
    const { file, barred } = this.#given;
    const large = this.#page.words('how-large', { size: size(file.size) });
    return barred === '' ? large : `${large}. ${barred} ${this.#whyNotShown()}`.trim();
  }

  #whyNotShown(): string {
    const { file } = this.#given;
    if (!canBeShown(file)) return this.#page.words('view-not');
    return file.size > MOST_SHOWN ? this.#page.words('view-too-large', { size: size(MOST_SHOWN) }) : '';
  }

  async #save(): Promise<void> {
    if (this.#coming) return this.#coming.cancel();
    try {
      const coming = await download(this.#given.file, this.#page.key(), this.#name);
      if (coming) void this.#untilSaved(coming); // not waited for: the same button stops it
    } catch (failure) {
      if (!(failure instanceof TransferError)) throw failure;
      this.#tell(this.#page.words(failure.fault, { room: size(failure.room), size: size(this.#given.file.size) }));
    }
  }

  /** Says how much of it came before, where it may be saved. */
  async #lookForKept(): Promise<void> {
    const { file, barred } = this.#given;
    const kept = barred === '' ? await keptOf(file.document) : undefined;
    const here = this.#at('[data-part=here]');
    here.hidden = kept === undefined || this.#coming !== undefined;
    if (!kept) return;
    const until = sayInstant(kept.until, this.#page.zone, language());
    this.#at('[data-part=how-much]').textContent = this.#page.words('kept', { done: size(Math.min(kept.bytes, file.size)), total: size(file.size), until });
  }

  async #throwAway(): Promise<void> {
    const keeping = await Keeping.take(this.#given.file.document);
    if (keeping === 'elsewhere') return this.#tell(this.#page.words('elsewhere'));
    await keeping?.throwAway();
    await this.#lookForKept();
    this.#tell(this.#atRest);
    this.#at('[data-part=fetch]').focus();
  }

  async #untilSaved(coming: Download): Promise<void> {
    const saved = await this.#follow(coming);
    if (saved) this.#tell(this.#saved(saved));
  }

  async #view(): Promise<void> {
    if (this.#coming) return;
    const content = await this.#follow(new Viewing(this.#given.file, this.#page.key()));
    if (!content) return;
    const place = this.#at('[data-part=viewed]');
    await showIn(place, this.#given.file, content);
    place.hidden = false;
  }

  /** What came, or undefined where it was stopped or failed, which the line says. */
  async #follow<T>(coming: Transfer<T>): Promise<T | undefined> {
    this.#coming = coming;
    pausing(this.element, coming);
    coming.addEventListener('state', () => this.#show());
    this.#show();
    try {
      return await coming.result;
    } catch {
      return undefined;
    }
  }

  #show(): void {
    const { state } = this.#coming!;
    const { words } = this.#page;
    const over = state.name === 'done' || state.name === 'failed' || state.name === 'cancelled';
    const progress = this.#at('progress') as HTMLProgressElement;
    progress.hidden = over;
    if ('done' in state && state.name !== 'reopening') progress.value = (100 * state.done) / Math.max(1, state.total);
    this.#at('[data-part=save]').hidden = !over;
    this.#at('[data-part=stop]').hidden = over;
    if (over) this.#coming = undefined;
    if (over) void this.#lookForKept();
    else this.#at('[data-part=here]').hidden = true;
    if (state.name === 'failed') this.#tell(whyFailed(state.failure, words));
    else if (over) this.#tell(this.#atRest);
    else this.#tell(saidOf(state, words));
  }

  #saved({ kept }: Saved): string {
    return kept > 0 ? this.#page.words('saved-kept', { left: duration(kept) }) : this.#page.words('saved');
  }

  #tell(said: string): void {
    const place = this.#at('.how-far');
    if (place.textContent !== said) place.textContent = said;
  }

  #at(selector: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(selector)!;
  }
}

