/** Attachments of a draft: sealed to the request's key and sent while the officer goes on writing; what arrived is named in the draft. */
import type { WorkingDraft } from '../form/working-draft.ts';
import { size } from '../sentences.ts';
import { post } from '../session.ts';
import { upload } from '../upload.ts';
import type { Upload, Uploaded } from '../upload.ts';
import type { DraftElement, Step } from './form-draft.ts';
import { sayLimits } from './file-limits.ts';
import { TransferLine } from './transfer-line.ts';

/** Uploads outlive their page: going to another group must not stop them. */
const running = new WeakMap<WorkingDraft, Map<Upload, string>>();

export class AttachmentsStep implements Step {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
    const choose = page.at<HTMLInputElement>('choose');
    void sayLimits(page.at('limits'), draft.id, (name, values) => page.words(name, values));
    page.listen(choose, 'change', async () => {
      const files = [...(choose.files ?? [])];
      choose.value = '';
      for (const file of files) await this.#begin(file);
    });
  }

  show(): void {
    const list = this.#page.at('files');
    list.replaceChildren(...this.#draft.attachments.map((each) => this.#arrived(each)), ...[...this.#uploads].map(([each, name]) => this.#onItsWay(each, name)));
    this.#page.at('no-files').hidden = list.children.length > 0;
  }

  get #uploads(): Map<Upload, string> {
    const there = running.get(this.#draft) ?? new Map<Upload, string>();
    running.set(this.#draft, there);
    return there;
  }

  async #begin(file: File): Promise<void> {
    const sending = upload(file, this.#draft.id, await this.#draft.recipient);
    this.#uploads.set(sending, file.name);
    this.#draft.uploads.add(sending);
    const over = (): void => {
      this.#uploads.delete(sending);
      this.#draft.uploads.delete(sending);
    };
    sending.result.then(
      (uploaded) => {
        over();
        this.#draft.attach(uploaded);
        this.#again();
      },
      () => {
        // A failure stays on the page to be read; nothing of it is in the draft.
        this.#draft.uploads.delete(sending);
        if (sending.state.name === 'cancelled') over();
        this.#again();
      },
    );
    this.show();
  }

  /** Whichever page of this draft is there by now shows it. */
  #again(): void {
    this.#draft.dispatchEvent(new Event('content'));
  }

  #arrived(each: Uploaded): HTMLElement {
    const line = this.#line(each.name, () => {
      this.#draft.detach(each.document);
      void post(`/uploads/${each.document}/removal`, {}).catch(() => undefined); // forgotten by the host later, if not now
      this.#again();
    });
    line.over(this.#page.words('file-done', { size: size(each.size) }));
    line.describe({ language: each.language ?? this.#draft.language, relation: each.relation ?? 'original' }, (told) => {
      this.#draft.describe(each.document, told);
      this.#page.changed();
    });
    return line.element;
  }

  #onItsWay(sending: Upload, name: string): HTMLElement {
    const line = this.#line(name, () => {
      sending.cancel();
      this.#uploads.delete(sending);
      this.show();
    });
    line.undescribed();
    line.follow(sending);
    return line.element;
  }

  #line(name: string, press: () => void): TransferLine {
    const template = this.#page.at('file') as unknown as HTMLTemplateElement;
    return new TransferLine(template, name, (sentence, values) => this.#page.words(sentence, values), press);
  }
}
