/** The form of an act and what is kept of it: fills it, reads it, and says whose words these are, whether they are kept, and what a colleague wrote at the same time. */
import type { Clash, Hand, UnsignedAct } from '../exchange/unsigned.ts';
import { flat } from '../exchange/written.ts';
import type { Written } from '../exchange/written.ts';
import type { Form } from '../form/definition.ts';
import { choice } from '../form/definition.ts';
import { locale } from '../form/time.ts';
import { language } from '../sentences.ts';

/** What the element of the act does. */
export interface Typing {
  /** What the page holds now. */
  read(): Written;
  write(written: Written): void;
  words(name: string, values?: Readonly<Record<string, string | number>>): string;
  listen(target: EventTarget, name: string, handler: () => void | Promise<void>): void;
  readonly zone: string;
  /** The form of the answers and, where questions are repaired, of the request. */
  readonly forms: readonly Form[];
}

/** `desk/ActSection.jte` */
export interface NoteParts {
  readonly place: HTMLElement;
  /** Above the form: somebody else is writing in it. */
  readonly colleague: HTMLElement;
  /** Below it: whether it is kept. */
  readonly whose: HTMLElement;
  readonly throwAway: HTMLElement;
  readonly clash: HTMLElement;
  readonly answers: HTMLElement;
  readonly mine: HTMLElement;
  readonly theirs: HTMLElement;
  readonly sure: HTMLDialogElement;
}

export class UnsignedForm {
  readonly #act: UnsignedAct;
  readonly #typing: Typing;
  readonly #parts: NoteParts;
  /** As the form stood before anything was typed. */
  readonly #before: Written;

  constructor(act: UnsignedAct, before: Written, typing: Typing, parts: NoteParts) {
    this.#act = act;
    this.#before = before;
    this.#typing = typing;
    this.#parts = parts;
    typing.listen(this.#act, 'state', () => this.#tell());
    typing.listen(this.#act, 'content', () => this.#show());
    typing.listen(parts.throwAway, 'click', () => parts.sure.showModal());
    typing.listen(parts.sure, 'close', () => (parts.sure.returnValue === 'throw-away' ? this.#throwAway() : undefined));
    typing.listen(parts.mine, 'click', () => this.#act.settle('mine'));
    typing.listen(parts.theirs, 'click', () => this.#act.settle('theirs'));
    if (this.#act.written) this.#show();
    this.#tell();
  }

  /** Something was typed, ticked, chosen or attached. */
  changed(): void {
    this.#act.change(this.#typing.read(), this.#before);
  }

  /** Saves what is not saved yet, or tries to: once the act is signed there may be nothing left to save it for. */
  async kept(): Promise<void> {
    await this.#act.flush();
  }

  /** The act was signed. What cannot be taken away now is not shown any more. */
  signed(): Promise<void> {
    return this.#act.forgetAll().catch(() => undefined);
  }

  async #throwAway(): Promise<void> {
    this.#parts.sure.returnValue = '';
    this.#typing.write(this.#before);
    await this.#act.forgetAll();
  }

  #show(): void {
    const { written } = this.#act;
    if (written) this.#typing.write(written);
    const section = this.#parts.place.closest('details');
    if (section) section.open = true;
    this.#tell();
  }

  #tell(): void {
    const { clash, written } = this.#act;
    this.#parts.place.hidden = written === undefined;
    this.#parts.throwAway.hidden = clash !== undefined;
    this.#parts.clash.hidden = clash === undefined;
    const said = clash ? this.#typing.words('unsigned-clash', { by: clash.hand.by }) : this.#said();
    put(this.#parts.whose, said);
    put(this.#parts.colleague, this.#saidOfColleague());
    if (clash) this.#showClash(clash);
  }

  #saidOfColleague(): string {
    const { hand } = this.#act;
    return hand && !hand.mine ? this.#saidOf(hand) : '';
  }

  #said(): string {
    const { state, hand } = this.#act;
    if (hand?.mine) return this.#saidOf(hand);
    if (hand && state === undefined) return this.#typing.words('unsigned-saved');
    switch (state?.name) {
      case 'saved':
        return this.#typing.words('unsigned-saved');
      case 'waiting':
      case 'refused':
        return this.#typing.words(`unsigned-${state.name}`, { problem: state.problem.message });
      default:
        return this.#typing.words('unsigned-saving');
    }
  }

  #saidOf({ by, mine, since, at }: Hand): string {
    return this.#typing.words(mine ? 'unsigned-mine' : 'unsigned-theirs', { by, since: this.#time(since), at: this.#time(at) });
  }

  #time(at: Date): string {
    const how = { timeZone: this.#typing.zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
    return new Intl.DateTimeFormat(locale(language()), how).format(at);
  }

  /** What the colleague wrote in those answers in which both wrote; what is here stands in the form itself. */
  #showClash({ both, theirs }: Clash): void {
    const other = flat(theirs);
    this.#parts.answers.replaceChildren(
      ...both.flatMap((id) => {
        const term = document.createElement('dt');
        term.textContent = this.#label(id);
        const said = document.createElement('dd');
        said.textContent = this.#value(id, other[id]);
        return [term, said];
      }),
    );
  }

  #label(id: string): string {
    return this.#field(id)?.label[language() as 'en'] ?? this.#typing.words('unsigned-other');
  }

  #value(id: string, value: unknown): string {
    const field = this.#field(id);
    const form = this.#typing.forms.find((each) => each.groups.some((group) => group.fields.some((one) => one === field)));
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return this.#typing.words('unsigned-nothing');
    if (typeof value === 'string') return (field && form && choice(form, field, value)?.label[language() as 'en']) ?? value;
    if (typeof value === 'boolean') return this.#typing.words('yes');
    const name = (value as { readonly name?: unknown }).name;
    return typeof name === 'string' ? name : Object.values(value as object).map(String).join(', ');
  }

  #field(id: string) {
    const plain = id.replace(/^repair:/, '');
    return this.#typing.forms.flatMap((form) => form.groups.flatMap((group) => group.fields)).find((each) => each.id === plain);
  }
}

/** Only what is new: a screen reader would say the same again. */
function put(place: HTMLElement, said: string): void {
  if (place.textContent !== said) place.textContent = said;
  place.hidden = said === '';
}
