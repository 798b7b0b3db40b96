/**
 * `<enlace-act data-kind>`: the form of one act within `<enlace-request>`. The coded answers go into the signed act, the others into a message sealed to the
 * request's key; then both go to the server, once. States: `waiting` (for the key), `ready`, `sending`.
 */
import { deliver, reference, signAct } from '../exchange/deliver.ts';
import { loadForm } from '../form/definition.ts';
import type { Form } from '../form/definition.ts';
import { examine, obstacles } from '../form/examine.ts';
import type { Finding } from '../form/examine.ts';
import { FormFields } from '../form/fields.ts';
import { finished } from '../form/outgoing.ts';
import { instant } from '../form/time.ts';
import { isMoment, withDerived } from '../form/values.ts';
import type { Context, Values } from '../form/values.ts';
import { time } from '../encoding.ts';
import type { ActKind, Coded } from '../payloads.ts';
import { recipientOf } from '../age.ts';
import { navigate } from '../page.ts';
import type { Waiting } from '../persist.ts';
import { size } from '../sentences.ts';
import { TransferError } from '../transfer.ts';
import { upload, uploadJson } from '../upload.ts';
import type { Upload, Uploaded } from '../upload.ts';
import { requireOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';
import type { RequestElement } from './request.ts';

export class ActElement extends Behaviour {
  #form: Form | undefined;
  #fields: FormFields | undefined;
  readonly #uploads: Upload[] = [];
  #tried = false;

  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:request-open', () => this.#ready());
    this.on(document, 'enlace:locked', () => this.become('waiting'));
    const form = this.querySelector('form')!;
    this.instead(form, 'submit', () => this.#submit());
    this.on(form, 'input', () => this.#refresh());
    this.on(form, 'change', () => this.#refresh());
    const choose = this.find<HTMLInputElement>('choose');
    if (choose) this.on(choose, 'change', () => this.#attach(choose));
    this.#form = await loadForm(this.#page.dataset['answerForm']!);
    const { language, zone } = this.#page;
    this.#fields = new FormFields(this.querySelector<HTMLElement>('[data-scope]')!, this.#form, { language, zone, yours: (time) => this.#page.words('yours', { time }) });
    this.#fields.fill({});
    this.#refresh();
    if (this.#page.key) this.#ready();
    else this.become('waiting');
  }

  get #page(): RequestElement {
    return this.closest<RequestElement>('enlace-request')!;
  }

  get #kind(): ActKind {
    return this.dataset['kind'] as ActKind;
  }

  get #context(): Context {
    const page = this.#page;
    return { derived: { function: page.dataset['function'] ?? '' }, facts: page.facts, zone: page.requestedZone, now: new Date() };
  }

  #ready(): void {
    if (this.dataset['state'] !== 'sending') this.become('ready');
  }

  #refresh(): void {
    if (!this.#form || !this.#fields) return;
    const values = this.#fields.read();
    this.#fields.refresh(withDerived(this.#form, values, this.#context), this.#context);
    if (this.#tried) this.#tell(this.#obstacles(values));
  }

  /** What stands against signing. A recommended answer may be left out here without a reason: an answer tonight is worth more than a complete one tomorrow. */
  #obstacles(values: Values): Finding[] {
    const { findings } = examine(this.#form!, values, this.#context, [this.#kind]);
    return obstacles(findings).filter((finding) => finding.kind === 'wrong' || finding.need === 'blocking');
  }

  #tell(open: readonly Finding[]): void {
    this.#fields!.tell(open);
    const place = this.find('obstacles')!;
    place.hidden = open.length === 0;
    place.querySelector('ul')!.replaceChildren(
      ...open.map((finding) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = `#${encodeURI(finding.path)}`;
        link.textContent = finding.says[this.#page.language];
        item.append(link);
        return item;
      }),
    );
  }

  async #submit(): Promise<void> {
    const page = this.#page;
    if (!page.key || this.dataset['state'] === 'sending') return;
    this.#tried = true;
    const values = this.#fields!.read();
    const open = this.#obstacles(values);
    this.#tell(open);
    if (open.length > 0) return this.find('obstacles')!.focus();
    this.say('problem', '');
    this.become('sending');
    try {
      await this.#send(values);
    } catch (problem) {
      this.become('ready');
      this.say('status', '');
      throw problem;
    }
  }

  async #send(values: Values): Promise<void> {
    const page = this.#page;
    const officer = requireOfficer();
    const recipient = await recipientOf(page.key!.identity);
    this.say('status', this.#page.words('uploading'));
    const attachments: Uploaded[] = [];
    for (const each of this.#uploads) attachments.push(await each.result);
    this.say('status', this.#page.words('sealing'));
    const answers = finished(this.#form!, values, this.#context, [this.#kind]);
    const message = { v: 1, kind: 'message', act: this.#kind, language: page.language, values: answers, attachments };
    const sealed = await uploadJson(message, page.request, recipient).result;
    this.say('status', this.#page.words('sending'));
    const act = signAct(officer, {
      request: page.request,
      kind: this.#kind,
      authority: page.authority,
      content: [reference('message', sealed), ...attachments.map((each) => reference('attachment', each))],
      coded: this.#coded(answers),
      previous: page.last!.digest,
    });
    const answered = await deliver(act, this.leaving, (waiting) => this.#sayWaiting(waiting));
    navigate(`/requests/${page.request}?done=${answered.act}`);
  }

  /** What the host may see, in the order of `exchange.md`. */
  #coded(values: Values): Coded[ActKind] {
    const text = (id: string): string => String(values[id] ?? '');
    switch (this.#kind) {
      case 'take-in-charge':
        return { function: this.#page.dataset['function'] ?? '', nextDate: text('nextDate') };
      case 'preserve': {
        const from = values['from'];
        return { from: time(isMoment(from) ? instant(from)! : new Date(NaN)), until: text('until'), extent: text('extent') as 'full' | 'part' };
      }
      case 'decline': {
        const ground = text('ground');
        return { ground, kind: this.#form!.lists['ground']!.find((each) => each.code === ground)?.kind ?? 'refusal', extent: 'whole' };
      }
      case 'ask':
        return { due: text('due'), items: [] };
      case 'answer':
        return { items: [] };
      default:
        return {};
    }
  }

  #sayWaiting(waiting: Waiting | undefined): void {
    this.say('status', this.#page.words(waiting === undefined ? 'sending' : `waiting-${waiting.reason}`));
  }

  async #attach(choose: HTMLInputElement): Promise<void> {
    const files = [...(choose.files ?? [])];
    choose.value = '';
    const recipient = await recipientOf(this.#page.key!.identity);
    for (const file of files) this.#showUpload(upload(file, this.#page.request, recipient), file.name);
  }

  #showUpload(sending: Upload, name: string): void {
    this.#uploads.push(sending);
    const template = this.find('file') as unknown as HTMLTemplateElement;
    const line = document.importNode(template.content, true).firstElementChild as HTMLElement;
    line.querySelector('.name')!.textContent = name;
    line.querySelectorAll('[data-part=which]').forEach((each) => (each.textContent = ` ${name}`));
    const progress = line.querySelector('progress')!;
    progress.setAttribute('aria-label', name);
    this.on(line.querySelector('button')!, 'click', () => {
      sending.cancel();
      this.#uploads.splice(this.#uploads.indexOf(sending), 1);
      line.remove();
    });
    this.on(sending, 'state', () => {
      const { state } = sending;
      if (state.name === 'running' || state.name === 'waiting') progress.value = (100 * state.done) / Math.max(1, state.total);
      if (state.name === 'done') progress.remove();
      line.querySelector('.how-far')!.textContent = this.#said(sending);
    });
    this.find('files')!.append(line);
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

customElements.define('enlace-act', ActElement);
