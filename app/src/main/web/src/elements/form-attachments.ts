/** Attachments of a draft: sealed to the request's key and sent while the officer goes on writing; what arrived is named in the draft, what was cut off goes on later. */
import type { Field } from '../form/definition.ts';
import type { Examination, Finding } from '../form/examine.ts';
import { codes, isAsked, withDerived } from '../form/values.ts';
import type { WorkingDraft } from '../form/working-draft.ts';
import { size } from '../sentences.ts';
import type { Begun } from '../tickets.ts';
import { goOn, upload } from '../upload.ts';
import type { Upload, Uploaded } from '../upload.ts';
import type { DraftElement, Step } from './form-draft.ts';
import { sayLimits } from './file-limits.ts';
import { TransferLine, whyFailed } from './transfer-line.ts';
import type { FileWords } from './transfer-line.ts';
import { unfinishedLine } from './unfinished-line.ts';
import { unfinishedOf } from './unfinished.ts';
import type { Unfinished } from './unfinished.ts';

/** Uploads outlive their page: going to another group must not stop them. */
const running = new WeakMap<WorkingDraft, Set<Upload>>();

export class AttachmentsStep implements Step {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;
  readonly #unfinished: Unfinished;
  #led = false;

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
    this.#unfinished = unfinishedOf(draft);
    const choose = page.at<HTMLInputElement>('choose');
    void sayLimits(page.at('limits'), draft.id, this.#words);
    page.listen(choose, 'change', async () => {
      const files = [...(choose.files ?? [])];
      choose.value = '';
      const recipient = await draft.recipient;
      for (const file of files) this.#follow(upload(file, 'draft', draft.id, recipient));
    });
    page.listen(this.#unfinished, 'found', () => this.show());
  }

  show(): void {
    const { attachments } = this.#draft;
    const list = this.#page.at('files');
    list.replaceChildren(
      ...attachments.map((each) => this.#arrived(each)),
      ...[...this.#uploads].map((each) => this.#onItsWay(each)),
      ...this.#unfinished.others([...attachments, ...this.#uploads]).map((each) => this.#begun(each)),
    );
    this.#page.at('no-files').hidden = list.children.length > 0;
  }

  /** What the form, or the requested state, wants to find attached, and whether it is. */
  found({ findings }: Examination): void {
    const { form, values, context } = this.#draft;
    const all = withDerived(form, values, context);
    const wanted = form.groups.flatMap((group) => group.fields).filter((field) => field.type === 'files' && isAsked(field, [all], context));
    const place = this.#page.at('annexes');
    place.hidden = wanted.length === 0;
    const held = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
    place.querySelector('ul')!.replaceChildren(...wanted.map((field) => this.#wanted(field, codes(all[field.id]), findings.find((finding) => finding.path === field.id))));
    if (held) document.getElementById(held)?.focus();
    this.#lead();
  }

  /** To what a link of the check named, once; by its id, since the list may be made anew before the frame. */
  #lead(): void {
    if (this.#led) return;
    this.#led = true;
    const target = decodeURIComponent(location.hash.slice(1));
    if (target) requestAnimationFrame(() => document.getElementById(target)?.focus());
  }

  #wanted(field: Field, names: readonly string[], finding: Finding | undefined): HTMLElement {
    const item = document.createElement('li');
    const label = document.createElement('strong');
    label.textContent = field.label[this.#page.language];
    const left = finding?.reason === undefined ? finding?.says[this.#page.language] : `${this.#page.words('omitted')} ${finding.reason}`;
    item.id = field.id;
    item.tabIndex = -1;
    item.append(label, ` · ${[...names, left].filter(Boolean).join(' · ')}`);
    return item;
  }

  get #uploads(): Set<Upload> {
    const there = running.get(this.#draft) ?? new Set<Upload>();
    running.set(this.#draft, there);
    return there;
  }

  readonly #words: FileWords = (name, values) => this.#page.words(name, values);

  #follow(sending: Upload): void {
    this.#uploads.add(sending);
    this.#draft.uploads.add(sending);
    sending.result.then(
      (uploaded) => {
        this.#uploads.delete(sending);
        this.#draft.uploads.delete(sending);
        this.#draft.attach(uploaded);
        this.#again();
      },
      async (failure: unknown) => {
        // A failure stays on the page to be read; nothing of it is in the draft.
        this.#draft.uploads.delete(sending);
        if (sending.state.name === 'cancelled' || sending.isKept) this.#uploads.delete(sending);
        if (sending.isKept) {
          this.#unfinished.say(sending.document, whyFailed(failure, this.#words));
          await this.#unfinished.look();
        }
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
      this.#unfinished.remove(each.document);
      this.#again();
    });
    line.over(this.#page.words('file-done', { size: size(each.size) }));
    const { language, relation, kind, version } = each;
    line.describe({ language: language ?? this.#draft.language, relation: relation ?? 'original', kind: kind ?? 'other', ...(version ? { version } : {}) }, (told) => {
      this.#draft.describe(each.document, told);
      this.#page.changed();
    });
    return line.element;
  }

  #onItsWay(sending: Upload): HTMLElement {
    const line = this.#line(sending.name, () => {
      sending.cancel();
      this.#unfinished.forget(sending.document);
      this.#uploads.delete(sending);
      this.show();
    });
    line.undescribed();
    line.follow(sending);
    return line.element;
  }

  #begun(begun: Begun): HTMLElement {
    const { document } = begun.ticket;
    return unfinishedLine(this.#page.at('unfinished') as unknown as HTMLTemplateElement, begun, {
      words: this.#words,
      zone: this.#page.zone,
      why: this.#unfinished.why(document),
      goOn: (file) => {
        this.#unfinished.say(document, '');
        void this.#draft.recipient.then((recipient) => this.#follow(goOn(begun, file, recipient))).catch(() => this.show());
      },
      attach: (arrived) => {
        this.#draft.attach(arrived);
        this.#again();
      },
      remove: () => {
        this.#unfinished.remove(document);
        this.show();
      },
    });
  }

  #line(name: string, press: () => void): TransferLine {
    return new TransferLine(this.#page.at('file') as unknown as HTMLTemplateElement, name, this.#words, press);
  }
}
