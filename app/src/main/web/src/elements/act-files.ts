/** The files that go with an act: each is sealed to the request's key and sent as soon as it is chosen, and said what it is. */
import type { Identity } from '../age.ts';
import { recipientOf } from '../age.ts';
import { upload } from '../upload.ts';
import type { Upload, Uploaded } from '../upload.ts';
import { sayLimits } from './file-limits.ts';
import { TransferLine } from './transfer-line.ts';
import type { Described, FileWords } from './transfer-line.ts';
import { size } from '../sentences.ts';

export interface FilesPage {
  readonly request: string;
  /** The interface's, which a file is taken to be in until it is said otherwise. */
  readonly language: string;
  words(name: string, values?: Readonly<Record<string, string | number>>): string;
}

export class ActFiles {
  readonly #page: FilesPage;
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #uploads = new Map<Upload, Described>();

  constructor(page: FilesPage, list: HTMLElement, template: HTMLTemplateElement, limits: HTMLElement) {
    this.#page = page;
    this.#list = list;
    this.#template = template;
    void sayLimits(limits, page.request, this.#words);
  }

  async add(chosen: HTMLInputElement, key: Identity): Promise<void> {
    const files = [...(chosen.files ?? [])];
    chosen.value = '';
    const recipient = await recipientOf(key);
    for (const file of files) this.#show(upload(file, this.#page.request, recipient), file.name);
  }

  /** Once every one of them is there, as they were described by then. @throws what the first failure was */
  async arrived(): Promise<Uploaded[]> {
    const arrived: Uploaded[] = [];
    for (const each of this.#uploads.keys()) {
      const uploaded = await each.result;
      arrived.push({ ...uploaded, ...this.#uploads.get(each)! });
    }
    return arrived;
  }

  readonly #words: FileWords = (name, values) => this.#page.words(name, values);

  #show(sending: Upload, name: string): void {
    const line = new TransferLine(this.#template, name, this.#words, () => {
      sending.cancel();
      this.#uploads.delete(sending);
      line.element.remove();
    });
    const first: Described = { language: this.#page.language, relation: 'original' };
    this.#uploads.set(sending, first);
    line.describe(first, (told) => void this.#uploads.set(sending, told));
    line.follow(sending);
    sending.result.then(
      () => line.over(this.#words('file-done', { size: size(sending.total) })),
      () => undefined, // the line says why
    );
    this.#list.append(line.element);
  }
}
