/**
 * `<enlace-request>`: a request as either side sees it. Checks its record, opens what was sealed, puts it on the page. States: `locked`, `checking`, `unopened`,
 * `opening`, `open`, `closed` (a request that this side can no longer read).
 *
 * Threat: what is shown was written by another program. It reaches the page as text only. Conditions are taken from the signed acts, never from the page: what
 * is accepted is what the other side wrote.
 */
import { attachmentsOf } from '../exchange/attached.ts';
import { barsHandingOver, barsKeeping, underWhich } from '../exchange/bars.ts';
import type { Bar, Under } from '../exchange/bars.ts';
import { keyOf, openForm, openMessage, openText } from '../exchange/content.ts';
import type { SealedForm, SealedMessage } from '../exchange/content.ts';
import { deliver, signAct } from '../exchange/deliver.ts';
import { nameOfState, providersIn } from '../exchange/disclosed.ts';
import { checkedRecord } from '../exchange/record.ts';
import type { CheckedAct } from '../exchange/record.ts';
import type { OpenedMessage } from '../exchange/export.ts';
import { repaired } from '../exchange/repairs.ts';
import { termsOf } from '../exchange/terms.ts';
import { openUnsigned } from '../exchange/unsigned.ts';
import { loadForm } from '../form/definition.ts';
import type { Form, Language } from '../form/definition.ts';
import { read } from '../form/reading.ts';
import type { Chapter, Entry } from '../form/reading.ts';
import { show } from '../form/show.ts';
import { applies, items, withDerived } from '../form/values.ts';
import type { Context, Values } from '../form/values.ts';
import type { RequestKey } from '../keys.ts';
import type { Act, ActOf, Coded, Conditions } from '../jws.ts';
import { navigate } from '../page.ts';
import { language } from '../sentences.ts';
import { TrustError } from '../trust.ts';
import type { Uploaded } from '../upload.ts';
import { Locked, NoCopy, requireOfficer, unlockedOfficer } from '../vault.ts';
import { askToo } from './ask-too.ts';
import { Behaviour } from './behaviour.ts';
import { fileLine } from './request-files.ts';
import type { FilePage } from './request-files.ts';

/** Read first, at three in the morning: which data, where, for what, how soon. Who asks and whom to call follows, in the order of the form. */
const MATTER: readonly string[] = ['data', 'custodian', 'offence', 'need', 'handling'];

const LOOK_FOR_COLLEAGUES = 30_000;

export class RequestElement extends Behaviour {
  #acts: readonly CheckedAct[] = [];
  #key: RequestKey | undefined;
  #busy = false;
  #sent: { readonly form: Form; readonly values: Values } | undefined;
  #files: readonly Uploaded[] = [];
  #under: ReadonlyMap<string, Under> = new Map();
  #messages: ReadonlyMap<string, SealedMessage> = new Map();
  #answers: Form | undefined;
  #asked: readonly Chapter[] = [];

  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:unlocked', () => this.#read());
    this.on(document, 'enlace:locked', () => this.become('locked'));
    const opening = this.find<HTMLButtonElement>('open-request');
    if (opening) this.on(opening, 'click', () => this.#open());
    const refusing = this.find<HTMLButtonElement>('refuse-conditions');
    if (refusing) this.on(refusing, 'click', () => this.#refuse());
    const look = setInterval(() => void this.#lookForUnsigned(), LOOK_FOR_COLLEAGUES);
    this.leaving.addEventListener('abort', () => clearInterval(look));
    this.on(window, 'focus', () => this.#lookForUnsigned());
    this.on(document, 'enlace:not-kept', () => this.say('problem', this.words('unsigned-signing-out')));
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

  /** Facts that conditions of an answer ask for: a ground that the governing treaty does not give here is not offered. */
  get facts(): Readonly<Record<string, boolean>> {
    const known = this.dataset['facts']!.split(' ').map((name) => [name, true] as const);
    const offenceOutside2to11 = items(this.#sent?.values['P-08']).some((offence) => offence['article'] === 'other');
    return { ...Object.fromEntries(known), offenceOutside2to11 };
  }

  /** What was asked, as it stands after every repair, once it is open. */
  get sent(): { readonly form: Form; readonly values: Values } | undefined {
    return this.#sent;
  }

  get sentContext(): Context {
    const { status } = this.#send.coded;
    const derived = { status, requestingAuthority: this.dataset['requestingName']!, requestedAuthority: this.dataset['requestedName']! };
    return { derived, facts: this.facts, files: this.#files, zone: this.zone, now: new Date() };
  }

  /** Whether the request's form asks this here, so that it can be said to be missing. */
  asks(id: string): boolean {
    const { form, values } = this.#sent ?? {};
    const field = form?.groups.flatMap((group) => group.fields).find((each) => each.id === id);
    return !form || !values || !field || applies(field.when, [withDerived(form, values, this.sentContext)], this.sentContext);
  }

  /** Those of a result, as its signed act has them. */
  conditionsOf(act: string): Conditions | undefined {
    const found = this.#acts.map((each) => each.act).find((each) => each.act === act);
    return found?.kind === 'result' ? found.coded.conditions : undefined;
  }

  /** What may not leave this page, of all that was opened on it: by saving and printing, or in a package that opens everything. */
  bars(how: 'keeping' | 'handing-over'): readonly Bar[] {
    const bars = how === 'keeping' ? barsKeeping : barsHandingOver;
    const read = [...this.#under].filter(([act]) => act === this.#send.act || this.#messages.has(act));
    return [...new Set(read.flatMap(([, under]) => bars(under)))];
  }

  /** The results that were opened, for a package that opens everything. */
  async openedResults(): Promise<readonly OpenedMessage[]> {
    const opened: OpenedMessage[] = [];
    for (const { act } of this.#acts) {
      const message = this.#messages.get(act.act);
      if (act.kind !== 'result' || !message) continue;
      const files = attachmentsOf(act, message.attachments);
      const description = files.find((each) => each.document === message.description);
      opened.push({
        title: this.words('export-result', { reference: this.dataset['reference']!, time: act.clock }),
        terms: termsOf(this.#answers!, act.coded.conditions, this.language),
        chapters: this.#chapters(this.#answers!, message, { facts: this.facts, zone: this.requestedZone, now: new Date() }, [act.kind]),
        files: files.filter((each) => each !== description),
        description: description && (await openText(description, this.#key!)),
      });
    }
    return opened;
  }

  /** What was asked, as it is read on the page. */
  get asked(): readonly Chapter[] {
    return this.#asked;
  }

  /** In words, of the request itself. */
  get requestTerms(): readonly string[] {
    return termsOf(this.#answers!, this.#send.coded.conditions, this.language);
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
    if (problem instanceof Locked) return this.become('locked'); // the keys went while it was being opened: somebody signed out, or in, in another tab
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
      void this.#lookForUnsigned();
    } finally {
      this.#busy = false;
    }
  }

  /** What was typed into the forms of acts, by this officer elsewhere or by a colleague who is writing now. A request is read also where that cannot be had. */
  async #lookForUnsigned(): Promise<void> {
    if (!this.#key || document.hidden || !unlockedOfficer() || !this.querySelector('enlace-act')) return;
    await openUnsigned(this.request).catch(() => undefined);
  }

  /** Signs `open` first: nothing can be read without the receipt that says so, and nothing without its conditions. */
  async #open(): Promise<void> {
    const accepted = this.find<HTMLInputElement>('accept-conditions')!;
    if (!accepted.checked) {
      this.say('problem', this.words('accept-first'));
      return accepted.focus();
    }
    const { conditions } = this.#send.coded;
    await this.#sign('open', { conditions });
  }

  /** Says why, in a code: before it is opened nothing can be sealed to this request. */
  async #refuse(): Promise<void> {
    const reason = this.querySelector<HTMLInputElement>('input[name=refusal]:checked')?.value;
    if (reason === undefined) {
      this.say('problem', this.words('refuse-why'));
      return this.querySelector<HTMLInputElement>('input[name=refusal]')!.focus();
    }
    await this.#sign('refuse-conditions', { result: null, reason });
  }

  async #sign<K extends 'open' | 'refuse-conditions'>(kind: K, coded: Coded[K]): Promise<void> {
    const act = signAct(requireOfficer(), { request: this.request, kind, authority: this.authority, content: [], coded, previous: this.last!.digest });
    const answered = await deliver(act, this.leaving);
    navigate(`/requests/${this.request}?done=${answered.act}`);
  }

  #reveal(kind: string): void {
    const section = document.getElementById(kind);
    if (!(section instanceof HTMLDetailsElement)) return;
    section.open = true;
    requestAnimationFrame(() => section.querySelector<HTMLElement>('button[data-quick], input:not([type=file]), textarea, select')?.focus());
  }

  async #showContent(key: RequestKey): Promise<void> {
    const sealed = await openForm(this.#send, key);
    const form = await loadForm(sealed.form);
    const messages = (this.#messages = await this.#openMessages(key));
    const answers = (this.#answers = await loadForm(this.dataset['answerForm']!));
    this.#under = underWhich(this.#acts.map((each) => each.act), this.authority);
    this.dataset['barred'] = this.bars('keeping').join(' ');
    this.#showForm(form, sealed, messages);
    this.#showFiles(this.#send, this.find('attachments')!, this.find('files')!, attachmentsOf(this.#send, sealed.attachments));
    for (const { act } of this.#acts) {
      const message = messages.get(act.act);
      const line = this.#messagePlace(act.act);
      if (message && line) this.#showMessage(line, act, message, form, answers);
    }
    if (this.dataset['side'] === 'requesting') this.#offerThirdStates(messages, answers);
  }

  /** Where what was disclosed leads to other states, the offer to ask them too, above all that was asked. */
  #offerThirdStates(messages: ReadonlyMap<string, SealedMessage>, answers: Form): void {
    const { requestingState, askedStates, onward } = this.dataset;
    const results = this.#acts.flatMap(({ act }) => (act.kind === 'result' && messages.has(act.act) ? [act.act] : []));
    const asking = results.map((act) => document.getElementById(`ask-use-${act}`)).find((each) => each !== null) ?? null;
    const reveal = asking && Object.assign(document.createElement('a'), { href: `#${asking.id}`, textContent: this.words('do-ask-use') });
    if (reveal) this.on(reveal, 'click', () => this.#reveal(asking.id));
    const providers = results.flatMap((act) => providersIn(messages.get(act)!.values, answers));
    const offer = askToo(providers, {
      request: this.request,
      known: [requestingState!, ...askedStates!.split(' ')],
      nameOf: (state) => nameOfState(state, answers, this.language),
      words: (name, values) => this.words(name, values),
      ...(onward === 'yes' ? {} : { barred: reveal }),
    });
    this.find('ask-too')!.replaceChildren(...(offer ? [offer] : []));
  }

  /** By act. A result is not opened before it was received: its conditions come first; nor by whoever the request was shared with, where they do not let it go there. */
  async #openMessages(key: RequestKey): Promise<ReadonlyMap<string, SealedMessage>> {
    const acts = this.#acts.map((each) => each.act);
    const received = new Set(acts.flatMap((act) => (act.kind === 'receive' ? [act.coded.result] : [])));
    const confined = new Set(this.dataset['confined']?.split(' ') ?? []);
    const readable = acts.filter((act) => act.kind !== 'result' || this.dataset['side'] === 'requested' || (received.has(act.act) && !confined.has(act.act)));
    const messages = new Map<string, SealedMessage>();
    for (const act of readable) {
      const message = await openMessage(act, key);
      if (message) messages.set(act.act, message);
    }
    return messages;
  }

  #showForm(form: Form, sealed: SealedForm, messages: ReadonlyMap<string, SealedMessage>): void {
    const acts = this.#acts.map((each) => each.act);
    const { values, files, items: corrected } = repaired(form, sealed, acts, messages);
    this.#sent = { form, values };
    this.#files = files;
    for (const each of this.querySelectorAll<HTMLElement>('[data-asked]')) each.hidden = values[each.dataset['asked']!] !== true;
    const within = (entry: Entry): boolean => corrected.has(entry.path.split('/')[0]!);
    const chapters = this.#chapters(form, { ...sealed, values }, this.sentContext);
    const place = (id: string): number => (MATTER.includes(id) ? MATTER.indexOf(id) : MATTER.length);
    chapters.sort((a, b) => place(a.id) - place(b.id));
    this.#asked = chapters;
    const corrections = this.words('corrected');
    show(chapters, this.find('asked')!, { ...this.#showWords(), basis: (entry) => (within(entry) ? corrections : '') });
    this.#sayMarking(form);
    if (corrected.size === 0) return;
    const asSent = { ...this.sentContext, files: attachmentsOf(this.#send, sealed.attachments) };
    const first = this.#chapters(form, sealed, asSent).map((chapter) => ({ ...chapter, omitted: [], entries: chapter.entries.filter(within) }));
    const line = this.#messagePlace(this.#send.act);
    if (line) this.#showUntitled(line, first.filter((chapter) => chapter.entries.length > 0), this.words('as-first-sent'));
  }

  #showMessage(line: HTMLElement, act: Act, message: SealedMessage, form: Form, answers: Form): void {
    const files = attachmentsOf(act, message.attachments);
    const chapters = this.#chapters(answers, message, { facts: this.facts, zone: this.requestedZone, now: new Date() }, [message.act]);
    const repairs = message.repaired ? this.#chapters(form, { ...message, values: message.repaired }, { ...this.sentContext, files: [] }) : [];
    this.#showUntitled(line, [...chapters, ...repairs]);
    if (files.length === 0) return;
    const list = document.createElement('ul');
    list.className = 'files';
    line.append(list);
    this.#showFiles(act, line, list, files, message.description);
  }

  #showUntitled(line: HTMLElement, chapters: readonly Chapter[], title = ''): void {
    show(chapters.map((chapter) => ({ ...chapter, title: '' })), line, this.#showWords());
    line.querySelectorAll('.heading').forEach((heading) => heading.remove());
    if (title !== '') line.prepend(Object.assign(document.createElement('p'), { className: 'quiet', textContent: title }));
    line.hidden = false;
  }

  #messagePlace(act: string): HTMLElement | undefined {
    return this.#lines(act).flatMap((each) => [...each.querySelectorAll<HTMLElement>('[data-part=message]')])[0];
  }

  #chapters(form: Form, sealed: Pick<SealedForm, 'values' | 'language'>, context: Context, groups?: readonly string[]) {
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

  #showFiles(act: Act, section: HTMLElement, list: HTMLElement, files: readonly Uploaded[], description?: string): void {
    if (files.length === 0) return;
    const under = this.#under.get(act.act);
    const barred = (under ? barsKeeping(under) : []).map((bar) => this.words(`barred-file-${bar}`)).join(' ');
    const page: FilePage = {
      template: this.find('incoming') as unknown as HTMLTemplateElement,
      words: (name, values) => this.words(name, values),
      zone: this.zone,
      key: () => this.#key!.identity,
      press: (button, handler) => this.on(button, 'click', handler),
    };
    list.replaceChildren(...files.map((file) => fileLine({ file, describes: file.document === description, barred }, page)));
    section.hidden = false;
  }
}

customElements.define('enlace-request', RequestElement);
