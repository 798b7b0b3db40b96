/**
 * The files that go with an act: each is sealed to the request's key and sent as soon as it is chosen, and said what it is. What was begun or had arrived before the
 * page was closed stands there to go on with; nothing of it goes with the act until the officer says so.
 */
import { describedAs } from '../exchange/attached.ts';
import type { AttachedFile } from '../form/values.ts';
import type { RequestKey } from '../keys.ts';
import { size } from '../sentences.ts';
import type { Begun } from '../tickets.ts';
import { goOn, upload } from '../upload.ts';
import type { Described, Upload, Uploaded } from '../upload.ts';
import { unlockedOfficer } from '../vault.ts';
import { sayLimits } from './file-limits.ts';
import { TransferLine, whyFailed } from './transfer-line.ts';
import type { FileWords } from './transfer-line.ts';
import { unfinishedLine } from './unfinished-line.ts';
import { Unfinished } from './unfinished.ts';

export interface FilesPage {
  readonly request: string;
  /** The interface's, which a file is taken to be in until it is said otherwise. */
  readonly language: string;
  readonly zone: string;
  words(name: string, values?: Readonly<Record<string, string | number>>): string;
}

/** Where they are shown. */
export interface FileParts {
  readonly list: HTMLElement;
  readonly file: HTMLTemplateElement;
  readonly unfinished: HTMLTemplateElement;
  readonly limits: HTMLElement;
}

interface Attached {
  readonly document: string;
  readonly name: string;
  readonly result: Promise<Uploaded>;
  described: Described;
}

export class ActFiles {
  readonly #page: FilesPage;
  readonly #kind: string;
  readonly #parts: FileParts;
  readonly #unfinished: Unfinished;
  readonly #attached = new Set<Attached>();
  readonly #changed: () => void;

  /** @param changed told when a file was added, taken away, or said to be something else */
  constructor(page: FilesPage, kind: string, parts: FileParts, changed: () => void) {
    this.#page = page;
    this.#changed = changed;
    this.#kind = kind;
    this.#parts = parts;
    this.#unfinished = new Unfinished(page.request, kind);
    void sayLimits(parts.limits, page.request, this.#words);
  }

  add(chosen: HTMLInputElement, key: RequestKey): void {
    const files = [...(chosen.files ?? [])];
    chosen.value = '';
    for (const file of files) this.#send(upload(file, this.#kind, this.#page.request, key.recipient), key);
  }

  /** What was begun earlier; once the request is open. */
  async look(key: RequestKey): Promise<void> {
    await this.#unfinished.look();
    this.#parts.list.querySelectorAll('.unfinished').forEach((each) => each.remove());
    this.#parts.list.append(...this.#unfinished.others(this.#attached).map((each) => this.#begun(each, key)));
  }

  /** Once every one of them is there, as they were described by then. @throws what the first failure was */
  async arrived(): Promise<Uploaded[]> {
    const arrived: Uploaded[] = [];
    for (const each of this.#attached) arrived.push(describedAs(await each.result, each.described));
    return arrived;
  }

  /** What there is by now, arrived or on its way. */
  get described(): readonly AttachedFile[] {
    return [...this.#attached].map(({ name, described }) => ({ name, ...described }));
  }

  readonly #words: FileWords = (name, values) => this.#page.words(name, values);

  #send(sending: Upload, key: RequestKey): void {
    const line = this.#line(sending.name, sending, () => {
      this.#unfinished.forget(sending.document);
      if (sending.state.name === 'done') this.#unfinished.remove(sending.document);
      else sending.cancel();
    });
    line.follow(sending);
    sending.result.then(
      () => line.over(this.#words('file-done', { size: size(sending.total) })),
      (failure: unknown) => sending.isKept && this.#later(sending, line, whyFailed(failure, this.#words), key),
    );
  }

  /** It did not go on, and can: the line gives way to one that says so. */
  #later(sending: Upload, line: TransferLine, why: string, key: RequestKey): void {
    line.element.remove();
    for (const each of this.#attached) if (each.document === sending.document) this.#attached.delete(each);
    this.#changed();
    this.#unfinished.say(sending.document, why);
    void this.look(key);
  }

  #begun(begun: Begun, key: RequestKey): HTMLElement {
    const { document } = begun.ticket;
    const line = unfinishedLine(this.#parts.unfinished, begun, {
      words: this.#words,
      zone: this.#page.zone,
      why: this.#unfinished.why(document),
      goOn: (file) => {
        if (!unlockedOfficer()) return;
        line.remove();
        this.#unfinished.say(document, '');
        this.#send(goOn(begun, file, key.recipient), key);
      },
      attach: (arrived) => {
        line.remove();
        this.#line(arrived.name, { document, name: arrived.name, result: Promise.resolve(arrived) }, () => this.#unfinished.remove(document)).over(this.#words('file-done', { size: size(arrived.size) }));
      },
      remove: () => {
        line.remove();
        this.#unfinished.remove(document);
      },
    });
    return line;
  }

  #line(name: string, { document, result }: Omit<Attached, 'described'>, end: () => void): TransferLine {
    const attached: Attached = { document, name, result, described: { language: this.#page.language, relation: 'original', kind: 'other' } };
    const line = new TransferLine(this.#parts.file, name, this.#words, () => {
      end();
      this.#attached.delete(attached);
      line.element.remove();
      this.#changed();
    });
    this.#attached.add(attached);
    line.describe(attached.described, (told) => {
      attached.described = told;
      this.#changed();
    });
    this.#parts.list.append(line.element);
    this.#changed();
    return line;
  }
}
