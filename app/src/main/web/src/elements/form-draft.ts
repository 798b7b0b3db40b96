/**
 * `<enlace-draft draft form step zone>`: around every page of a draft. Opens it, shows where one is and what is missing, saves, meets colleagues; what is particular
 * to a step is in `form-questions.ts`, `form-attachments.ts`, `form-check.ts` and `form-print.ts`. States: `locked`, `opening`, `open`, `conflict`.
 */
import type { Language, Multilingual } from '../form/definition.ts';
import { obstacles } from '../form/examine.ts';
import type { Examination } from '../form/examine.ts';
import { coded } from '../form/values.ts';
import { inMemory, workOn } from '../form/working-draft.ts';
import type { WorkingDraft } from '../form/working-draft.ts';
import { ago, language } from '../sentences.ts';
import type { Uploaded } from '../upload.ts';
import { NoCopy, unlockedOfficer } from '../vault.ts';
import { AttachmentsStep } from './form-attachments.ts';
import { Behaviour } from './behaviour.ts';
import { kindOf } from './file-kind.ts';
import { CheckStep } from './form-check.ts';
import { ConflictStep } from './form-conflict.ts';
import { PrintStep } from './form-print.ts';
import { QuestionsStep } from './form-questions.ts';
import { unfinishedOf } from './unfinished.ts';
import type { Unfinished } from './unfinished.ts';

/** What a step does with the opened draft. */
export interface Step {
  /** Puts the draft on the page; again when it was changed from elsewhere. */
  show(): void;
  /** After each change: what was found. */
  found?(examination: Examination): void;
}

const LOOK_FOR_COLLEAGUES = 30_000;

export class DraftElement extends Behaviour {
  #draft: WorkingDraft | undefined;
  #step: Step | undefined;

  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:unlocked', () => this.#open());
    // Not by `on`, which answers a moment later: then it is too late to hold a navigation.
    document.addEventListener('htmx:confirm', (event) => this.#leave(event as LeaveEvent), { signal: this.leaving });
    this.on(window, 'focus', () => this.#lookForColleague());
    const clock = setInterval(() => this.#sayState(), 1_000);
    const look = setInterval(() => void this.#lookForColleague().catch(() => undefined), LOOK_FOR_COLLEAGUES);
    this.leaving.addEventListener('abort', () => [clock, look].forEach(clearInterval));
    await this.#open();
  }

  get language(): Language {
    return language() as Language;
  }

  /** The reader's own zone. */
  get zone(): string {
    return this.getAttribute('zone')!;
  }

  at<E extends HTMLElement = HTMLElement>(name: string): E {
    return this.find<E>(name)!;
  }

  all(name: string): HTMLElement[] {
    return this.findAll(name);
  }

  words(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.sentence(name, values);
  }

  /** "1 missing", "2 missing": the sentence `<name>-one` or `<name>-other`. */
  counted(name: string, count: number): string {
    const plural = new Intl.PluralRules(language()).select(count) === 'one' ? 'one' : 'other';
    return this.sentence(`${name}-${plural}`, { count });
  }

  /** "original, Spanish": what a file is to the text, and what it is. */
  fileKind(file: Uploaded): string {
    return kindOf({ ...file, language: file.language ?? this.#draft!.language, relation: file.relation ?? 'original' }, (name, values) => this.words(name, values));
  }

  /** Listens until this page is left; for the steps. */
  listen(target: EventTarget, name: string, handler: (event: Event) => void | Promise<void>): void {
    this.on(target, name, handler);
  }

  /** For the steps: after each change of the draft by what is on this page. */
  changed(): void {
    const examination = this.#draft!.examine();
    this.#sayLeft(examination);
    this.#step?.found?.(examination);
  }

  /** @param why what it came from, where the host may have signed it */
  problem(text: string, why?: unknown): void {
    this.say('problem', text);
    if (why) this.note(why);
  }

  protected override fail(problem: unknown): void {
    if (problem instanceof NoCopy) return this.say('problem', this.sentence('no-copy'));
    super.fail(problem);
  }

  /** A draft that this tab has in memory needs no key: the officer may be locked out and go on typing. */
  async #open(): Promise<void> {
    if (this.#draft) return;
    const id = this.getAttribute('draft')!;
    if (!inMemory(id) && !unlockedOfficer()) return this.become('locked');
    this.become('opening');
    const draft = await workOn(id);
    if (this.leaving.aborted) return;
    this.#draft = draft;
    this.leaving.addEventListener('abort', () => {
      draft.visited.add(this.getAttribute('step')!);
      void draft.flush(); // at each change of page, not only when the typing pauses
    });
    this.on(draft, 'state', () => this.#state());
    this.on(draft, 'content', () => this.#content());
    this.#lookForUnfinished(unfinishedOf(draft));
    await draft.rename().catch(() => undefined);
    this.#step ??= this.#newStep(draft);
    this.#state();
    this.#content();
    await this.#lookForColleague();
  }

  /** Begun in this tab, or yesterday on another computer. */
  #lookForUnfinished(unfinished: Unfinished): void {
    this.on(unfinished, 'found', () => this.changed());
    for (const change of ['enlace:unlocked', 'enlace:locked']) this.on(document, change, () => unfinished.look());
    void unfinished.look();
  }

  #content(): void {
    const draft = this.#draft!;
    const { requesting, requested, instrument } = draft.named;
    this.at('route').textContent = this.words('route', { from: requesting.stateName, to: requested.stateName, instrument: instrument.name });
    this.#step ??= this.#newStep(draft);
    this.#step.show();
    this.changed();
    this.#sayMarking(draft);
    this.#sayRedirected(draft);
  }

  #sayRedirected({ redirected }: WorkingDraft): void {
    const place = this.at('redirected');
    place.hidden = redirected === undefined;
    if (!redirected) return;
    const labels = (all: readonly Multilingual[]): string => new Intl.ListFormat(this.language).format(all.map((each) => each[this.language]));
    const said = (['missing', 'asked', 'sent', 'dropped', 'gone'] as const)
      .filter((what) => redirected[what].length > 0)
      .map((what) => this.words(`redirected-${what}`, { labels: labels(redirected[what]) }));
    place.querySelector('ul')!.replaceChildren(
      ...(said.length > 0 ? said : [this.words('redirected-same')]).map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
  }

  #newStep(draft: WorkingDraft): Step {
    switch (this.getAttribute('step')) {
      case 'attachments':
        return new AttachmentsStep(this, draft);
      case 'check':
        return new CheckStep(this, draft);
      case 'print':
        return new PrintStep(this, draft);
      default:
        return new QuestionsStep(this, draft);
    }
  }

  #state(): void {
    if (!this.#step) return; // what is typed before the draft is on the page would be written over
    const { name } = this.#draft!.state;
    if (name === 'saved') this.problem('');
    if (name !== 'conflict') this.become('open');
    else if (this.dataset['state'] !== 'conflict') {
      this.become('conflict');
      void new ConflictStep(this, this.#draft!).show().catch((problem: unknown) => this.fail(problem));
    }
    this.#sayState();
  }

  #sayState(): void {
    const state = this.#draft?.state;
    const saved = this.find('saved');
    if (!state || !saved) return;
    saved.classList.toggle('wrong', state.name === 'waiting' || state.name === 'refused' || state.name === 'conflict');
    const text =
      state.name === 'saved'
        ? this.words('saved', { ago: ago((Date.now() - state.at.getTime()) / 1000) })
        : state.name === 'waiting' || state.name === 'refused'
          ? this.words(state.problem.status === 401 ? 'refused' : state.name, { problem: state.problem.message })
          : this.words(state.name);
    if (saved.textContent !== text) saved.textContent = text;
  }

  /** The rail and the bar. */
  #sayLeft({ findings, settled, total, percent, asked }: Examination): void {
    const bar = this.find<HTMLProgressElement>('completeness');
    if (!bar) return;
    bar.value = percent;
    this.at('completeness-words').textContent = this.words('completeness', { settled, total, percent });
    const open = obstacles(findings);
    for (const line of this.querySelectorAll<HTMLElement>('[data-step]')) {
      const id = line.dataset['step']!;
      const left = open.filter((finding) => finding.group === id).length;
      const asks = asked[id];
      line.classList.toggle('missing', left > 0);
      line.classList.toggle('complete', left === 0 && asks !== undefined && asks > 0);
      const said = left > 0 ? this.counted('missing', left) : asks === undefined ? this.#count(id) : this.words(asks > 0 ? 'complete' : 'none');
      line.querySelector('[data-part=left]')!.textContent = said;
    }
  }

  #count(step: string): string {
    if (step !== 'attachments') return '';
    const { attachments, uploads } = this.#draft!;
    const left = unfinishedOf(this.#draft!).others([...attachments, ...uploads]).length;
    return [attachments.length || '', left > 0 ? this.counted('unfinished', left) : ''].filter(Boolean).join(' · ');
  }

  #sayMarking(draft: WorkingDraft): void {
    const code = coded(draft.form, draft.values)['tlp'];
    const tlp = this.find('tlp');
    const name = code !== undefined ? draft.form.lists['tlp']?.find((each) => each.code === code)?.label.en.split(': ')[0] : undefined;
    if (tlp) {
      tlp.hidden = name === undefined;
      tlp.textContent = name ?? '';
      tlp.className = `tlp ${/^tlp:(red|amber|green)/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''}`;
    }
    const marking = [name, this.getAttribute('marking')].filter(Boolean).join(' · ');
    if (marking) document.documentElement.dataset['marking'] = marking;
  }

  async #lookForColleague(): Promise<void> {
    if (!this.#draft || document.hidden || !unlockedOfficer()) return;
    const stored = await this.#draft.refresh();
    if (!stored) return;
    const note = this.at('colleague');
    note.textContent = this.words('colleague', { by: stored.by ?? '', ago: ago((Date.now() - Date.parse(stored.at)) / 1000) });
    note.hidden = false;
  }

  /** Going to another page waits for the last saving; signing out is refused while something is not saved. */
  #leave(event: LeaveEvent): void {
    const draft = this.#draft;
    const { path, issueRequest } = event.detail;
    if (!draft || draft.isSaved) return;
    const { state } = draft;
    if (state.name === 'waiting' && state.problem.status === 401) {
      // The next page would be the one to sign in: what is typed here waits for that in another tab.
      event.preventDefault();
      return this.problem(state.problem.message);
    }
    if (path.startsWith(`/drafts/${draft.id}/`)) return;
    event.preventDefault();
    void draft.flush().then((state) => {
      if (state.name !== 'saved' && path.startsWith('/sign-out')) this.problem(this.words('signing-out'));
      else issueRequest(true);
    });
  }
}

type LeaveEvent = CustomEvent<{ readonly path: string; issueRequest(skipConfirmation: boolean): void }>;

customElements.define('enlace-draft', DraftElement);
