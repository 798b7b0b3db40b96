/** Attachments of a draft: sealed to the request's key and sent while the officer goes on writing; what arrived is named in the draft. */
import type { WorkingDraft } from '../form/working-draft.ts';
import { Problem, post } from '../session.ts';
import { duration, size } from '../sentences.ts';
import type { TransferState } from '../transfer.ts';
import { TransferError } from '../transfer.ts';
import { upload } from '../upload.ts';
import type { Upload, Uploaded } from '../upload.ts';
import type { DraftElement, Step } from './form-draft.ts';

/** Uploads outlive their page: going to another group must not stop them. */
const running = new WeakMap<WorkingDraft, Map<Upload, string>>();

export class AttachmentsStep implements Step {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
    const choose = page.at<HTMLInputElement>('choose');
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
    const line = this.#line(each.name);
    line.querySelector('progress')!.remove();
    line.querySelector('.how-far')!.textContent = this.#page.words('file-done', { size: size(each.size) });
    line.querySelector<HTMLElement>('[data-part=stop]')!.hidden = true;
    line.querySelector<HTMLElement>('[data-part=take-away]')!.hidden = false;
    line.querySelector('button')!.onclick = () => {
      this.#draft.detach(each.document);
      void post(`/uploads/${each.document}/removal`, {}).catch(() => undefined); // forgotten by the host later, if not now
      this.#again();
    };
    return line;
  }

  #onItsWay(sending: Upload, name: string): HTMLElement {
    const line = this.#line(name);
    const tell = (): void => this.#tell(line, sending.state);
    sending.addEventListener('state', tell);
    line.querySelector('button')!.onclick = () => {
      sending.cancel();
      this.#uploads.delete(sending);
      this.show();
    };
    tell();
    return line;
  }

  #line(name: string): HTMLElement {
    const template = this.#page.at('file') as unknown as HTMLTemplateElement;
    const line = document.importNode(template.content, true).firstElementChild as HTMLElement;
    line.querySelector('.name')!.textContent = name;
    line.querySelector('[data-part=which]')!.textContent = name;
    line.querySelector('progress')?.setAttribute('aria-label', name);
    return line;
  }

  #tell(line: HTMLElement, state: TransferState): void {
    const progress = line.querySelector('progress');
    if (progress && (state.name === 'running' || state.name === 'waiting')) progress.value = (100 * state.done) / Math.max(1, state.total);
    const said = this.#said(state);
    const place = line.querySelector('.how-far')!;
    if (said !== '' && place.textContent !== said) place.textContent = said;
  }

  #said(state: TransferState): string {
    switch (state.name) {
      case 'queued':
        return this.#page.words('queued');
      case 'running': {
        const far = { done: size(state.done), total: size(state.total) };
        return state.secondsLeft === undefined ? this.#page.words('running', far) : this.#page.words('running-left', { ...far, left: duration(state.secondsLeft) });
      }
      case 'waiting':
        return this.#page.words(`waiting-${state.waiting.reason}`);
      case 'failed':
        return this.#page.words('file-failed', { problem: this.#why(state.failure) });
      default:
        return '';
    }
  }

  #why(failure: unknown): string {
    if (failure instanceof Problem) return failure.message;
    return failure instanceof TransferError ? this.#page.words('file-unreadable') : this.#page.words('damaged');
  }
}
