/**
 * `<enlace-act data-kind>`: the form of one act within `<enlace-request>`. The coded answers go into the signed act, the others into a message sealed to the
 * request's key; then both go to the server, once. States: `waiting` (for the key), `ready`, `sending`.
 */
import { recipientOf } from '../age.ts';
import type { Recipient } from '../age.ts';
import { CASE_TYPE, describe } from '../exchange/case.ts';
import { codedOf, conditionsOf, hasMessage } from '../exchange/coded.ts';
import type { Around, FormKind } from '../exchange/coded.ts';
import { deliver, reference, signAct, withKeys } from '../exchange/deliver.ts';
import { markingOf, termsOf } from '../exchange/terms.ts';
import { unsignedAct } from '../exchange/unsigned.ts';
import type { Written } from '../exchange/written.ts';
import { group, loadForm } from '../form/definition.ts';
import type { Form } from '../form/definition.ts';
import { examine, obstacles } from '../form/examine.ts';
import type { Finding } from '../form/examine.ts';
import { FormFields } from '../form/fields.ts';
import type { FieldWords } from '../form/fields.ts';
import { finished } from '../form/finished.ts';
import { dayIn, plusDays } from '../form/time.ts';
import { withDerived } from '../form/values.ts';
import type { Context, Values } from '../form/values.ts';
import type { ContentReference } from '../jws.ts';
import { sealRequestKey } from '../keys.ts';
import { navigate } from '../page.ts';
import type { Waiting } from '../persist.ts';
import { trustedAuthority } from '../trust.ts';
import type { TrustedAuthority } from '../trust.ts';
import { Upload, uploadJson } from '../upload.ts';
import type { Uploaded } from '../upload.ts';
import { requireOfficer } from '../vault.ts';
import { ActFiles } from './act-files.ts';
import { Repairs } from './act-repairs.ts';
import { UnsignedForm } from './act-unsigned.ts';
import { Behaviour } from './behaviour.ts';
import type { RequestElement } from './request.ts';

/** When who says "no news" is heard of again, unless they choose otherwise. */
const NEWS_DAYS = 7;

export class ActElement extends Behaviour {
  #form: Form | undefined;
  #fields: FormFields | undefined;
  #repairs: Repairs | undefined;
  #files: ActFiles | undefined;
  #unsigned: UnsignedForm | undefined;
  #tried = false;

  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:request-open', () => this.#ready());
    this.on(document, 'enlace:locked', () => this.become('waiting'));
    const form = this.querySelector('form')!;
    this.instead(form, 'submit', () => this.#submit());
    for (const name of ['input', 'change']) this.on(form, name, () => this.#typed());
    for (const quick of this.own<HTMLElement>('[data-quick]')) this.on(quick, 'click', () => this.#quick(quick.dataset['quick']!));
    this.#awaitFiles();
    this.#form = await loadForm(this.#page.dataset['answerForm']!);
    this.#fields = new FormFields(this.querySelector<HTMLElement>(`[data-scope][data-form="${this.#form.form}"]`)!, this.#form, this.#fieldWords);
    this.#fields.fill(this.#presets());
    this.#refresh();
    if (this.#repairRoots.length === 0) this.#keep();
    if (this.#page.key) this.#ready();
    else this.become('waiting');
  }

  get #page(): RequestElement {
    return this.closest<RequestElement>('enlace-request')!;
  }

  get #kind(): FormKind {
    return this.dataset['kind'] as FormKind;
  }

  get #context(): Context {
    const page = this.#page;
    return { derived: { function: page.dataset['function'] ?? '' }, facts: page.facts, zone: page.requestedZone, now: new Date() };
  }

  get #fieldWords(): FieldWords {
    const { language, zone } = this.#page;
    return { language, zone, within: `${this.dataset['within']!}/`, yours: (time) => this.#page.words('yours', { time }) };
  }

  get #repairRoots(): HTMLElement[] {
    return this.own<HTMLElement>('[data-repair] > [data-scope]');
  }

  #ready(): void {
    const { sent } = this.#page;
    const roots = this.#repairRoots;
    if (roots.length > 0 && sent && !this.#repairs) this.#repairs = new Repairs(roots, sent.form, sent.values, this.#page.sentContext, this.#fieldWords, () => this.#files?.described ?? []);
    this.#keep();
    for (const item of this.findAll('item')) item.hidden = !this.#page.asks(item.querySelector('input')!.value);
    this.#refresh();
    void this.#files?.look(this.#page.key!);
    this.#takeFiles();
    if (this.dataset['state'] !== 'sending') this.become('ready');
  }

  /** From here on what is typed is kept; what was kept before stands in the form. */
  #keep(): void {
    if (this.#unsigned) return;
    const at = <E extends HTMLElement>(name: string): E => this.find<E>(name)!;
    const parts = {
      place: at('unsigned'),
      colleague: at('colleague'),
      whose: at('whose'),
      throwAway: at('throw-away'),
      clash: at('clash'),
      answers: at('clash-answers'),
      mine: at('mine'),
      theirs: at('theirs'),
      sure: at<HTMLDialogElement>('sure'),
    };
    const typing = {
      read: () => this.#read(),
      write: (written: Written) => this.#write(written),
      words: (name: string, values?: Readonly<Record<string, string | number>>) => this.#page.words(name, values),
      listen: (target: EventTarget, name: string, handler: () => void | Promise<void>) => this.on(target, name, handler),
      zone: this.#page.zone,
      forms: [this.#form!, ...(this.#page.sent ? [this.#page.sent.form] : [])],
    };
    this.#unsigned = new UnsignedForm(unsignedAct(this.#page.request, this.dataset['within']!), this.#read(), typing, parts);
  }

  #read(): Written {
    return { values: this.#fields!.read(), items: this.#ticked, chosen: this.#chosen, repairs: this.#repairs?.read() ?? {}, attachments: [] };
  }

  /** Only what differs: the field that somebody types in keeps its caret. */
  #write({ values, items, chosen, repairs }: Written): void {
    if (JSON.stringify(values) !== JSON.stringify(this.#fields!.read())) this.#fields!.fill(values);
    for (const tick of this.own<HTMLInputElement>('[data-part=item] input')) tick.checked = items.includes(tick.value);
    const to = this.find<HTMLSelectElement>('to');
    if (to && [...to.options].some((option) => option.value === chosen)) to.value = chosen;
    if (this.#repairs && JSON.stringify(repairs) !== JSON.stringify(this.#repairs.read())) this.#repairs.fill(repairs);
    this.#refresh();
  }

  get #ticked(): string[] {
    return this.own<HTMLInputElement>('[data-part=item] input:checked').map((each) => each.value);
  }

  #typed(): void {
    this.#refresh();
    this.#unsigned?.changed();
  }

  #awaitFiles(): void {
    const choose = this.find<HTMLInputElement>('choose');
    if (!choose) return;
    const parts = { list: this.find('files')!, file: this.find<HTMLTemplateElement>('file')!, unfinished: this.find<HTMLTemplateElement>('unfinished')!, limits: this.find('limits')! };
    this.#files = new ActFiles(this.#page, this.#kind, parts, () => this.#refresh());
    this.on(choose, 'change', () => this.#takeFiles());
  }

  /** What was chosen while the request was still being opened stays in the field until it is. */
  #takeFiles(): void {
    const choose = this.find<HTMLInputElement>('choose');
    if (choose?.files?.length && this.#page.key) this.#files!.add(choose, this.#page.key);
  }

  #presets(): Values {
    const { fields } = group(this.#form!, this.#kind);
    const values = fields.filter((field) => field.preset !== undefined).map((field) => [field.id, field.preset!] as const);
    const news = plusDays(dayIn(this.#page.requestedZone, new Date()), NEWS_DAYS);
    return Object.fromEntries(this.#kind === 'progress' ? [...values, ['nextDate', news] as const] : values);
  }

  #refresh(): void {
    if (!this.#form || !this.#fields) return;
    const values = this.#fields.read();
    this.#fields.refresh(withDerived(this.#form, values, this.#context), this.#context);
    this.#repairs?.refresh();
    if (this.#tried) this.#tell(this.#obstacles(values));
  }

  /** What stands against signing. A recommended answer may be left out here without a reason: an answer tonight is worth more than a complete one tomorrow. */
  #obstacles(values: Values): Finding[] {
    const { findings } = examine(this.#form!, values, this.#context, [this.#kind]);
    const open = obstacles(findings).filter((finding) => finding.kind === 'wrong' || finding.need === 'blocking');
    return [...(this.#repairs?.findings() ?? []), ...open];
  }

  #tell(open: readonly Finding[]): void {
    this.#fields!.tell(open);
    this.#repairs?.tell(open);
    const place = this.find('obstacles')!;
    place.hidden = open.length === 0;
    place.querySelector('ul')!.replaceChildren(
      ...open.map((finding) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = `#${encodeURI(this.#fieldWords.within + finding.path)}`;
        link.textContent = finding.says[this.#page.language];
        item.append(link);
        return item;
      }),
    );
  }

  /** One click: the reason is chosen and the act signed. */
  #quick(reason: string): Promise<void> {
    this.#fields!.set('reason', reason);
    this.#refresh();
    return this.#submit();
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

  async #send(typed: Values): Promise<void> {
    const page = this.#page;
    const officer = requireOfficer();
    const kept = this.#unsigned?.kept();
    const next = await this.#newAuthority();
    const values = finished(this.#form!, typed, this.#context, [this.#kind]);
    const changed = this.#repairs?.changed() ?? {};
    const { content, made } = await this.#content(values, changed);
    this.say('status', page.words('sending'));
    const act = signAct(officer, {
      request: page.request,
      kind: this.#kind,
      authority: page.authority,
      content,
      coded: codedOf(this.#kind, values, this.#around([...Object.keys(changed), ...(this.#repairs?.attached() ?? [])], next), this.#form!),
      previous: page.last!.digest,
      made,
    });
    const copies = next ? [{ authority: next.authority, generation: next.generation, file: await sealRequestKey(page.key!, next.recipient) }] : [];
    await kept;
    const answered = await deliver(withKeys(act, copies), this.leaving, (waiting) => this.#sayWaiting(waiting));
    await this.#unsigned?.signed();
    navigate(`/requests/${page.request}?done=${answered.act}`);
  }

  /** Whoever gets the request, or may read it from now on: nothing is sealed to a key that did not pass every check. */
  async #newAuthority(): Promise<TrustedAuthority | undefined> {
    return this.#kind === 'transfer' || this.#kind === 'share' ? trustedAuthority(requireOfficer(), this.#chosen) : undefined;
  }

  /** Of a transfer and of a sharing the authority, of an assignment the function. */
  get #chosen(): string {
    return this.find<HTMLSelectElement>('to')?.value ?? '';
  }

  #around(repaired: readonly string[], next: TrustedAuthority | undefined): Around {
    const subject = this.dataset['subject'] ?? '';
    const conditions = this.#page.conditionsOf(subject);
    return {
      function: this.#page.dataset['function'] ?? '',
      assigned: this.#chosen,
      items: this.#repairs ? repaired : this.#ticked,
      subject,
      ...(conditions ? { conditions } : {}),
      ...(next ? { to: next } : {}),
    };
  }

  /** The files, and what was typed and is for the other side only; nothing where nothing was. */
  async #content(values: Values, changed: Values): Promise<{ readonly content: ContentReference[]; readonly made: string[] }> {
    const page = this.#page;
    this.say('status', page.words('uploading'));
    const attachments = (await this.#files?.arrived()) ?? [];
    const fields = this.#kind === 'receive' ? [] : group(this.#form!, this.#kind).fields;
    const nothing = attachments.length === 0 && !hasMessage(fields, values) && Object.keys(changed).length === 0;
    if (nothing && this.#kind !== 'accept') return { content: [], made: [] }; // who accepts always says so to the other side alone, too
    this.say('status', page.words('sealing'));
    const repaired = Object.keys(changed).length > 0 ? { repaired: changed } : {};
    const recipient = await recipientOf(page.key!.identity);
    const description = this.#kind === 'result' && attachments.length > 0 ? await this.#described(values, attachments, recipient) : undefined;
    const all = description ? [...attachments, description] : attachments;
    const describing = description ? { description: description.document } : {};
    const message = { v: 1, kind: 'message', act: this.#kind, language: page.language, values, attachments: all, ...describing, ...repaired };
    const sealed = await uploadJson(message, page.request, recipient).result;
    const content = [reference('message', sealed), ...all.map((each) => reference('attachment', each))];
    return { content, made: description ? [description.document] : [] };
  }

  /** The files of a result described for forensic tools, sealed and sent as one more of them. */
  #described(values: Values, files: readonly Uploaded[], recipient: Recipient): Promise<Uploaded> {
    const { request, dataset, language } = this.#page;
    const conditions = conditionsOf(values);
    const given = {
      request,
      reference: dataset['reference']!,
      from: { id: dataset['requested']!, name: dataset['requestedName']! },
      to: { id: dataset['requesting']!, name: dataset['requestingName']! },
      marking: markingOf(conditions),
      terms: termsOf(this.#form!, conditions, language).join('. '),
      files,
      at: new Date(),
    };
    const text = JSON.stringify(describe(given), null, 1);
    return new Upload({ file: new Blob([text]), name: `${given.reference}-case.jsonld`, type: CASE_TYPE, request, recipient }).result;
  }

  #sayWaiting(waiting: Waiting | undefined): void {
    this.say('status', this.#page.words(waiting === undefined ? 'sending' : `waiting-${waiting.reason}`));
  }
}

customElements.define('enlace-act', ActElement);
