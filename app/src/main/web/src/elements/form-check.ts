/** Before sending: what is missing, why something is left out, who receives it, what the host will see; then signing and sending, once. */
import { send } from '../exchange/send.ts';
import { obstacles } from '../form/examine.ts';
import type { Examination, Finding } from '../form/examine.ts';
import { choice } from '../form/definition.ts';
import { conditions, forComment, outgoing } from '../form/outgoing.ts';
import { read } from '../form/reading.ts';
import type { Chapter } from '../form/reading.ts';
import { show } from '../form/show.ts';
import { coded, general, omitted } from '../form/values.ts';
import type { Party, WorkingDraft } from '../form/working-draft.ts';
import { link, navigate } from '../page.ts';
import type { Waiting } from '../persist.ts';
import { Problem } from '../session.ts';
import { labelled, size } from '../sentences.ts';
import { Locked } from '../vault.ts';
import type { DraftElement, Step } from './form-draft.ts';
import { unfinishedOf } from './unfinished.ts';

const STILL_AT_WORK = 3_000;
/** Nobody reads a warning faster: whatever comes sooner is the second click of a double one. */
const TO_READ_IT = 1_000;
/** A second press, also on another page of the same tab, waits for the first. */
const sending = new WeakSet<WorkingDraft>();

export class CheckStep implements Step {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;
  /** The buttons at which the officer was told that nothing ever went to this state, and when. */
  readonly #told = new Map<HTMLButtonElement, number>();

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
    page.listen(page.at('send'), 'click', () => this.#send());
    page.listen(page.at('share'), 'click', () => this.#share());
    page.listen(unfinishedOf(draft), 'found', () => this.#attached());
    const language = page.at<HTMLSelectElement>('language');
    page.listen(language, 'change', () => {
      draft.writtenIn(language.value);
      this.show();
      page.changed();
    });
  }

  show(): void {
    const { form, values, context, language } = this.#draft;
    const reader = { language: this.#page.language, written: language, zone: this.#page.zone, yes: this.#page.words('yes') };
    show(read(form, values, context, reader), this.#page.at('answers'), {
      yours: (time) => this.#page.words('yours', { time }),
      omitted: this.#page.words('omitted'),
      change: (chapter) => this.#change(chapter),
    });
    this.#page.at<HTMLSelectElement>('language').value = language;
    this.#parties();
    this.#extends();
    this.#seen();
    this.#attached();
    this.#reasons(this.#draft.examine().findings);
  }

  found({ findings, sendable }: Examination): void {
    const open = obstacles(findings);
    const place = this.#page.at('obstacles');
    place.hidden = open.length === 0;
    place.querySelector('ul')!.replaceChildren(...open.map((finding) => this.#obstacle(finding)));
    const { designated, receives } = this.#draft.named;
    const stands = !designated ? 'undesignated' : !receives ? 'unreachable' : '';
    const why = stands
      ? this.#page.words(stands)
      : this.#draft.uploads.size > 0
        ? this.#page.words('uploading')
        : open.length > 0
          ? this.#page.counted('not-yet', open.length)
          : '';
    const button = this.#page.at<HTMLButtonElement>('send');
    button.disabled = why !== '' || sending.has(this.#draft);
    this.#page.at<HTMLButtonElement>('share').disabled = stands !== '' || sending.has(this.#draft);
    const hold = this.#page.at('hold');
    hold.textContent = why;
    this.#page.at('ready').hidden = !sendable || why !== '';
  }

  /** What goes with it, and what does not although it was begun. */
  #attached(): void {
    const { attachments, uploads } = this.#draft;
    const attached = attachments.map((each) => line('li', this.#page.words('attached', { name: each.name, size: size(each.size), kind: this.#page.fileKind(each) })));
    const left = unfinishedOf(this.#draft).others([...attachments, ...uploads]);
    const all = [...attached, ...left.map(({ ticket }) => line('li', this.#page.words('unfinished-left', { name: ticket.name })))];
    this.#page.at('attached').replaceChildren(...(all.length > 0 ? all : [line('li', this.#page.words('no-attachments'))]));
  }

  #change(chapter: Chapter): HTMLElement {
    const change = link(`/drafts/${this.#draft.id}/${chapter.id}`, this.#page.words('change'));
    change.className = 'screen-only';
    change.append(unseen(` ${chapter.title}`));
    return change;
  }

  #obstacle(finding: Finding): HTMLElement {
    const says = finding.says[this.#page.language];
    const text = finding.kind === 'missing' ? says : labelled(this.#page.language, finding.label[this.#page.language], says);
    const item = document.createElement('li');
    item.append(link(`/drafts/${this.#draft.id}/${finding.group}#${encodeURI(finding.path)}`, text));
    return item;
  }

  /** One line for each thing that is recommended and not there; it does not move while somebody types into it. */
  #reasons(findings: readonly Finding[]): void {
    const left = new Map(findings.filter((each) => each.kind === 'missing' && each.need === 'recommended').map((each) => [general(each.path), each]));
    const place = this.#page.at('reasons');
    place.hidden = left.size === 0;
    place.querySelector('div')!.replaceChildren(...[...left].map(([path, finding]) => this.#reason(path, finding)));
  }

  #reason(path: string, finding: Finding): HTMLElement {
    const template = this.#page.at('reason') as unknown as HTMLTemplateElement;
    const field = document.importNode(template.content, true).firstElementChild as HTMLElement;
    const typed = field.querySelector('input')!;
    typed.id = `reason:${path}`;
    typed.value = omitted(this.#draft.values)[path] ?? '';
    const label = field.querySelector('label')!;
    label.htmlFor = typed.id;
    label.textContent = this.#page.words('reason-for', { label: finding.label[this.#page.language] });
    typed.oninput = () => {
      const { [path]: _, ...others } = omitted(this.#draft.values);
      const reasons = typed.value.trim() === '' ? others : { ...others, [path]: typed.value };
      this.#draft.answer(['omitted'], Object.keys(reasons).length > 0 ? { omitted: reasons } : {});
      this.#page.changed();
    };
    return field;
  }

  #parties(): void {
    const { requesting, requested, instrument, designated, receives } = this.#draft.named;
    const article = this.#draft.form.serves?.find((each) => (each.instrument ?? '') === instrument.id && each.mark === 'V')?.article;
    this.#party('from', requesting);
    this.#party('to', requested);
    this.#page.at('instrument').textContent = article === undefined ? instrument.name : `${instrument.name}, art. ${article}`;
    const { measure, requestedState, requestedAuthority } = this.#draft.route;
    const other = new URLSearchParams({ draft: this.#draft.id, measure, to: requestedState, authority: requestedAuthority });
    this.#page.at('redirect').replaceChildren(link(`/requests/new?${other.toString()}`, this.#page.words('redirect')));
    this.#page.at('redirect').hidden = this.#draft.route.status === 'extension';
    this.#page.at('effect').replaceChildren(...this.#draft.named.effect.map((said) => line('p', said)));
    this.#page.at('languages').textContent = requested.languages || this.#page.words('languages-unknown');
    this.#theirs();
    const warning = this.#page.at('undesignated');
    warning.hidden = designated;
    warning.textContent = this.#page.words('undesignated');
    this.#page.at('unreachable').hidden = !designated || receives;
    this.#page.at('reach').replaceChildren(link(`/authorities/${requested.authority}`, this.#page.words('reach')));
  }

  /** What the requested state says of the whole request, such as what has to be annexed. */
  #theirs(): void {
    const { named } = this.#draft;
    const note = named.required.note[this.#page.language] ?? Object.values(named.required.note)[0];
    const place = this.#page.at('theirs');
    place.hidden = note === undefined;
    if (note !== undefined) place.textContent = this.#page.words('theirs', { state: named.requested.stateName, note });
  }

  #extends(): void {
    const { earlier, route } = this.#draft;
    this.#page.at('extends-row').hidden = route.earlier === null;
    if (route.earlier === null) return;
    this.#page.at('extends').replaceChildren(link(`/requests/${route.earlier}`, earlier?.reference ?? route.earlier));
  }

  #party(part: 'from' | 'to', party: Party): void {
    const place = this.#page.at(part);
    place.replaceChildren(`${party.name}, ${party.stateName}`);
    if (party.sample) place.append(' ', tag('sample', this.#page.words('sample')));
  }

  #seen(): void {
    const { named, form, route, values } = this.#draft;
    const { language } = this.#page;
    const stated = coded(form, values);
    const label = (name: string, code: unknown): string => {
      const field = form.groups.flatMap((group) => group.fields).find((each) => each.coded === name);
      return (field && choice(form, field, code)?.label[language]) ?? '…';
    };
    const under = new Intl.ListFormat(language).format(Object.entries(conditions(form, values)).map(([name, code]) => (code === null ? '' : label(name, code))).filter(Boolean));
    this.#page.at('seen').replaceChildren(
      line('li', this.#page.words('seen-measure', { measure: form.title[language], instrument: named.instrument.name })),
      line('li', this.#page.words('seen-who', { from: `${named.requesting.name} (${named.requesting.stateName})`, to: `${named.requested.name} (${named.requested.stateName})` })),
      line('li', this.#page.words('seen-status', { status: label('status', route.status) })),
      line('li', this.#page.words('seen-urgency', { urgency: label('urgency', stated['urgency']) })),
      line('li', this.#page.words('seen-conditions', { conditions: under })),
      line('li', this.#page.words('seen-size')),
      line('li', this.#page.words('seen-time')),
    );
  }

  /** A state that this authority never sent anything to may be a slip of the finger: it takes a second press. */
  #isToBeConfirmed(button: HTMLButtonElement, yes: 'first-yes' | 'first-yes-share'): boolean {
    const { first, requested } = this.#draft.named;
    if (!first) return false;
    const told = this.#told.get(button);
    if (told !== undefined) return performance.now() - told < TO_READ_IT;
    this.#told.set(button, performance.now());
    const place = this.#page.at('first');
    place.textContent = this.#page.words('first', { state: requested.stateName, authority: requested.name });
    place.hidden = false;
    button.textContent = this.#page.words(yes, { state: requested.stateName });
    return true;
  }

  async #send(): Promise<void> {
    if (sending.has(this.#draft)) return;
    if (!this.#draft.examine().sendable) return this.#sayWhyNot();
    if (this.#isToBeConfirmed(this.#page.at('send'), 'first-yes')) return;
    sending.add(this.#draft);
    this.#page.problem('');
    this.#page.at<HTMLButtonElement>('send').disabled = true;
    const slow = setTimeout(() => this.#say(this.#page.words('still-sending')), STILL_AT_WORK);
    try {
      await this.#draft.flush();
      const answered = await send(
        outgoing(this.#draft),
        new AbortController().signal, // going elsewhere must not stop it half-way
        (step) => this.#say(this.#page.words(step === 'sending' ? 'sending' : 'sealing')),
        (waiting) => this.#waits(waiting),
      );
      this.#arrived(answered.request);
    } catch (problem) {
      if (problem instanceof Problem && problem.code === 'ALREADY_SENT') return this.#arrived(this.#draft.id);
      this.#say('');
      this.#failed(problem);
    } finally {
      clearTimeout(slow);
      sending.delete(this.#draft);
      this.found(this.#draft.examine());
    }
  }

  /** What was true when the button was drawn need not be when it is pressed: midnight passes, a day is over. */
  #sayWhyNot(): void {
    this.#page.changed();
    this.#page.at('obstacles').focus();
  }

  /** Clearly not a request: nothing is asked, the draft stays, and whoever receives it answers with remarks. */
  async #share(): Promise<void> {
    if (sending.has(this.#draft)) return;
    if (this.#isToBeConfirmed(this.#page.at('share'), 'first-yes-share')) return;
    sending.add(this.#draft);
    this.found(this.#draft.examine());
    this.#page.problem('');
    const say = (text: string): void => void (this.#page.at('shared').textContent = text);
    try {
      await this.#draft.flush();
      const answered = await send(
        await forComment(this.#draft),
        new AbortController().signal,
        () => say(this.#page.words('sealing')),
        (waiting) => say(this.#page.words(waiting ? `waiting-${waiting.reason}` : 'sending')),
      );
      this.#page.at('shared').replaceChildren(`${this.#page.words('shared')} `, link(`/requests/${answered.request}`, this.#page.words('shared-see')));
    } catch (problem) {
      say('');
      this.#failed(problem);
    } finally {
      sending.delete(this.#draft);
      this.found(this.#draft.examine());
    }
  }

  #arrived(request: string): void {
    this.#draft.forget();
    navigate(`/requests/${request}`);
  }

  #failed(problem: unknown): void {
    if (problem instanceof Locked) return this.#page.problem(this.#page.words('locked'));
    const { fault, message } = problem as { fault?: string; message?: string };
    // Each check of the recipient's key that can fail has a name; where the page has no sentence of its own for it, the name is said.
    const text = fault === undefined ? (message ?? '') : this.#page.words('key-refused', { check: this.#page.words(fault) });
    this.#page.problem(text, problem);
  }

  #waits(waiting: Waiting | undefined): void {
    this.#say(this.#page.words(waiting ? `waiting-${waiting.reason}` : 'sending'));
  }

  #say(text: string): void {
    const place = this.#page.at('sending');
    place.textContent = text;
    place.hidden = text === '';
  }
}

function line(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function tag(kind: string, text: string): HTMLElement {
  const element = line('span', text);
  element.className = `tag ${kind}`;
  return element;
}

function unseen(text: string): HTMLElement {
  const element = line('span', text);
  element.className = 'unseen';
  return element;
}
