/**
 * `<enlace-request>`: a request as either side sees it. Checks its record, opens what was sealed, puts it on the page. States: `locked`, `checking`, `unopened`,
 * `opening`, `open`, `closed` (a request that this side can no longer read).
 *
 * Threat: what is shown was written by another program. It reaches the page as text only; a file is never given a type the browser would run.
 */
import { download, safeName } from '../download.ts';
import { attachmentsOf, keyOf, openForm, openMessage } from '../exchange/content.ts';
import type { SealedForm, SealedMessage } from '../exchange/content.ts';
import { deliver, signAct } from '../exchange/deliver.ts';
import { checkedRecord } from '../exchange/record.ts';
import type { CheckedAct } from '../exchange/record.ts';
import { loadForm } from '../form/definition.ts';
import type { Form, Language } from '../form/definition.ts';
import { read } from '../form/reading.ts';
import { show } from '../form/show.ts';
import { items } from '../form/values.ts';
import type { Context } from '../form/values.ts';
import type { RequestKey } from '../keys.ts';
import type { ActOf } from '../jws.ts';
import { navigate } from '../page.ts';
import { language, size } from '../sentences.ts';
import { TransferError } from '../transfer.ts';
import type { TransferState } from '../transfer.ts';
import { TrustError } from '../trust.ts';
import type { Uploaded } from '../upload.ts';
import { NoCopy, requireOfficer, unlockedOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

/** Read first, at three in the morning: which data, where, for what, how soon. Who asks and whom to call follows, in the order of the form. */
const MATTER: readonly string[] = ['data', 'custodian', 'offence', 'need', 'handling'];

export class RequestElement extends Behaviour {
  #acts: readonly CheckedAct[] = [];
  #key: RequestKey | undefined;
  #busy = false;
  #offenceOutside = false;

  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:unlocked', () => this.#read());
    this.on(document, 'enlace:locked', () => this.become('locked'));
    const opening = this.find<HTMLButtonElement>('open-request');
    if (opening) this.on(opening, 'click', () => this.#open(opening));
    for (const link of this.querySelectorAll<HTMLElement>('[data-reveal]')) this.on(link, 'click', () => this.#reveal(link.dataset['reveal']!));
    await this.#read();
  }

  get request(): string {
    return this.dataset['request']!;
  }

  get language(): Language {
    return language() as Language;
  }

  get zone(): string {
    return this.dataset['zone']!;
  }

  get requestedZone(): string {
    return this.dataset['requestedZone']!;
  }

  /** The reader's authority. */
  get authority(): string {
    return this.dataset['own']!;
  }

  /** Facts that conditions of an answer ask for: a ground that the Convention does not give here is not offered. */
  get facts(): Readonly<Record<string, boolean>> {
    return { 'reservation29(4)': this.dataset['reservation'] === 'yes', offenceOutside2to11: this.#offenceOutside };
  }

  /** The last act that was seen and checked. */
  get last(): CheckedAct | undefined {
    return this.#acts.at(-1);
  }

  /** The request's key, once it is open. */
  get key(): RequestKey | undefined {
    return this.#key;
  }

  /** What it begins with; the record was checked to begin so. */
  get #send(): ActOf<'send'> {
    return this.#acts[0]!.act as ActOf<'send'>;
  }

  words(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.sentence(name, values);
  }

  protected override fail(problem: unknown): void {
    if (problem instanceof NoCopy) return this.say('problem', this.sentence('no-copy'));
    if (problem instanceof TrustError) return this.say('problem', this.sentence('untrusted', { fault: problem.fault }));
    super.fail(problem);
  }

  async #read(): Promise<void> {
    const officer = unlockedOfficer();
    if (!officer) return this.become('locked');
    if (this.#busy || this.#key) return;
    this.#busy = true;
    try {
      this.become('checking');
      this.#acts = await checkedRecord(officer, this.request);
      this.#sayVerdicts();
      if (this.find('open-request')) return this.become('unopened');
      if (this.dataset['readable'] !== 'yes') return this.become('closed');
      this.become('opening');
      this.#key = await keyOf(this.request);
      await this.#showContent(this.#key);
      this.become('open');
      document.dispatchEvent(new CustomEvent('enlace:request-open'));
    } finally {
      this.#busy = false;
    }
  }

  /** Signs `open` first: nothing can be read without the receipt that says so. */
  async #open(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      const { conditions } = this.#send.coded;
      const act = signAct(requireOfficer(), { request: this.request, kind: 'open', authority: this.authority, content: [], coded: { conditions }, previous: this.last!.digest });
      const answered = await deliver(act, this.leaving);
      navigate(`/requests/${this.request}?done=${answered.act}`);
    } catch (problem) {
      button.disabled = false;
      throw problem;
    }
  }

  #reveal(kind: string): void {
    const section = document.getElementById(kind);
    if (!(section instanceof HTMLDetailsElement)) return;
    section.open = true;
    requestAnimationFrame(() => section.querySelector<HTMLElement>('input:not([type=file]), textarea, select')?.focus());
  }

  async #showContent(key: RequestKey): Promise<void> {
    const send = this.#send;
    const form = await openForm(send, key);
    await this.#showForm(form);
    this.#showFiles(this.find('attachments')!, this.find('files')!, attachmentsOf(send, form.attachments));
    const answers = await loadForm(this.dataset['answerForm']!);
    for (const { act } of this.#acts) {
      const message = await openMessage(act, key);
      const line = this.#lines(act.act).map((each) => each.querySelector<HTMLElement>('[data-part=message]')).find((each) => each !== null);
      if (message && line) this.#showMessage(line, message, answers, attachmentsOf(act, message.attachments));
    }
  }

  async #showForm(sealed: SealedForm): Promise<void> {
    const form = await loadForm(sealed.form);
    const status = this.#send.coded.status;
    const derived = { status, requestingAuthority: this.dataset['requestingName']!, requestedAuthority: this.dataset['requestedName']! };
    const chapters = this.#chapters(form, sealed, { derived, zone: this.zone, now: new Date() });
    const place = (id: string): number => (MATTER.includes(id) ? MATTER.indexOf(id) : MATTER.length);
    chapters.sort((a, b) => place(a.id) - place(b.id));
    show(chapters, this.find('asked')!, this.#showWords());
    this.#offenceOutside = items(sealed.values['P-08']).some((offence) => offence['article'] === 'other');
    this.#sayMarking(form);
  }

  #showMessage(line: HTMLElement, message: SealedMessage, answers: Form, files: readonly Uploaded[]): void {
    const chapters = this.#chapters(answers, message, { zone: this.requestedZone, now: new Date() }, [message.act]);
    show(chapters.map((chapter) => ({ ...chapter, title: '' })), line, this.#showWords());
    line.querySelectorAll('.heading').forEach((heading) => heading.remove());
    if (files.length > 0) {
      const list = document.createElement('ul');
      list.className = 'files';
      line.append(list);
      this.#showFiles(line, list, files);
    }
    line.hidden = false;
  }

  #chapters(form: Form, sealed: SealedForm | SealedMessage, context: Context, groups?: readonly string[]) {
    const reader = { language: this.language, written: sealed.language, zone: this.zone, yes: this.words('yes') };
    return read(form, sealed.values, context, reader, groups);
  }

  #showWords() {
    return { yours: (time: string) => this.words('yours', { time }), omitted: this.words('omitted') };
  }

  #sayMarking(form: Form): void {
    const code = this.#send.coded.conditions.tlp;
    const name = form.lists['tlp']?.find((each) => each.code === code)?.label.en.split(': ')[0];
    const tlp = this.find('tlp');
    if (!tlp || name === undefined) return;
    tlp.hidden = false;
    tlp.textContent = name;
    tlp.className = `tlp ${/^tlp:(red|amber|green)/i.exec(name)?.[1]?.toLowerCase() ?? ''}`;
    document.documentElement.dataset['marking'] = `${name} · ${this.dataset['reference']!}`;
  }

  #sayVerdicts(): void {
    for (const { act, verdict, receipt } of this.#acts) {
      for (const line of this.#lines(act.act)) {
        const judged = line.dataset['what'] === 'delivered' ? receipt : verdict;
        const place = line.querySelector<HTMLElement>('[data-part=verdict]');
        if (!place || !judged) continue;
        place.className = judged === 'verified' ? 'verified' : judged === 'late' ? 'quiet' : 'broken';
        place.textContent = this.words(judged);
        if (judged === 'verified') place.title = this.words('verified-how');
      }
    }
    const broken = this.#acts.some((each) => each.verdict === 'broken' || each.receipt === 'broken');
    const late = this.#acts.some((each) => each.verdict === 'late' || each.receipt === 'late');
    if (broken) this.say('problem', this.words('some-broken'));
    else if (!late) this.find('checked')!.textContent = this.words('all-verified');
  }

  /** The lines of an act on the page: its own, and for `send` also that it was delivered. */
  #lines(act: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`[data-act="${CSS.escape(act)}"]`)];
  }

  #showFiles(section: HTMLElement, list: HTMLElement, files: readonly Uploaded[]): void {
    if (files.length === 0) return;
    list.replaceChildren(...files.map((each) => this.#file(each)));
    section.hidden = false;
  }

  #file(file: Uploaded): HTMLElement {
    const template = this.find('file') as unknown as HTMLTemplateElement;
    const line = document.importNode(template.content, true).firstElementChild as HTMLElement;
    const name = file.name ? safeName(file.name) : this.words('unnamed');
    line.querySelector('.name')!.textContent = name;
    line.querySelectorAll('[data-part=which]').forEach((each) => (each.textContent = ` ${name}`));
    const progress = line.querySelector('progress')!;
    progress.setAttribute('aria-label', name);
    const told = line.querySelector<HTMLElement>('.how-far')!;
    told.textContent = this.words('how-large', { size: size(file.size) });
    const button = line.querySelector('button')!;
    const save = line.querySelector<HTMLElement>('[data-part=save]')!;
    const stop = line.querySelector<HTMLElement>('[data-part=stop]')!;
    let stopping: (() => void) | undefined;
    this.on(button, 'click', async () => {
      if (stopping) return stopping();
      const coming = await download(file, this.#key!.identity, name);
      if (!coming) return;
      stopping = () => coming.cancel();
      const tell = (state: TransferState): void => {
        const over = state.name === 'done' || state.name === 'failed' || state.name === 'cancelled';
        progress.hidden = over;
        save.hidden = !over;
        stop.hidden = over;
        if (over) stopping = undefined;
        if (state.name === 'running' || state.name === 'waiting') progress.value = (100 * state.done) / Math.max(1, state.total);
        const text = this.#said(state, file);
        if (text !== '' && told.textContent !== text) told.textContent = text;
      };
      coming.addEventListener('state', () => tell(coming.state));
      tell(coming.state);
    });
    return line;
  }

  #said(state: TransferState, file: Uploaded): string {
    switch (state.name) {
      case 'queued':
        return this.words('queued');
      case 'running':
        return this.words('how-far', { done: size(state.done), total: size(state.total) });
      case 'waiting':
        return this.words(`waiting-${state.waiting.reason}`);
      case 'done':
        return this.words('saved');
      case 'cancelled':
        return this.words('how-large', { size: size(file.size) });
      case 'failed':
        return this.words(state.failure instanceof TransferError ? state.failure.fault : 'damaged');
    }
  }
}

customElements.define('enlace-request', RequestElement);
