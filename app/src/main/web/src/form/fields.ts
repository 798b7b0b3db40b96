/**
 * The questions of one group on the page, and what was typed into them. The server drew them empty (`forms/FormGroup.jte`); here they are filled, read,
 * shown or hidden as the rules say, and told what is wrong. Knows nothing of drafts: the forms of acts use it as well.
 *
 * Threat: values may come from another program. They reach the page only as `value`, `checked` and `textContent`.
 */
import type { Field, Form, Group, Language, Multilingual, Need } from './definition.ts';
import { choice, group } from './definition.ts';
import type { Finding } from './examine.ts';
import { isSieve, showSieve, sift } from './sieve.ts';
import { OFFSETS, instant, offsetOf, sayMoment, sayOffset, sayThere } from './time.ts';
import type { Context, Moment, Scope, Value, Values } from './values.ts';
import { applies, codes, given, isAsked, isMoment, items, join, needOf, text } from './values.ts';

/** Sentences of the page. */
export interface FieldWords {
  readonly language: Language;
  /** The reader's own zone. */
  readonly zone: string;
  /** What ids on the page begin with, where it has several forms: `progress/`. */
  readonly within?: string;
  /** "{time} (your time)" with the place filled in. */
  yours(time: string): string;
  /** "{state} asks: {note}", where there is a requested state that declared something. */
  theirs?(note: string): string;
}

type Typed = Record<string, Value>;

export class FormFields {
  readonly #root: HTMLElement;
  readonly #form: Form;
  readonly #group: Group;
  readonly #words: FieldWords;
  readonly #within: string;

  /** @param root the `[data-scope]` that the server drew. */
  constructor(root: HTMLElement, form: Form, words: FieldWords) {
    this.#root = root;
    this.#form = form;
    this.#group = group(form, root.dataset['group']!);
    this.#words = words;
    this.#within = words.within ?? '';
    root.addEventListener('click', (event) => this.#pressed(event.target as Element));
    root.addEventListener('change', (event) => this.#suggest(event.target as Element));
    root.addEventListener('input', (event) => this.#narrow(event.target as Element));
    root.addEventListener('keydown', (event) => {
      // Whoever narrows a list does not mean to sign.
      if (event.key === 'Enter' && isSieve(event.target as Element)) event.preventDefault();
    });
  }

  fill(values: Values): void {
    this.#fill(this.#root, this.#group.fields, values, '');
  }

  /** One answer, as if it had been typed. */
  set(id: string, value: Value): void {
    const wrapper = find(this.#root, id);
    const field = this.#group.fields.find((each) => each.id === id);
    if (wrapper && field) write(wrapper, field, value);
  }

  /** What the page holds now; empty answers are left out. */
  read(): Typed {
    return this.#read(this.#root, this.#group.fields);
  }

  /** Shows what applies, hides what does not, and reads times back in both zones. @param all the values of the whole form, derived ones included */
  refresh(all: Readonly<Record<string, unknown>>, context: Context): void {
    this.#refresh(this.#root, this.#group.fields, [all], context);
  }

  /** Tells each field what is wrong with it, and the others that nothing is. */
  tell(findings: readonly Finding[]): void {
    const told = new Set<Element>();
    for (const finding of findings) {
      const control = document.getElementById(this.#within + finding.path);
      const wrapper = control?.closest<HTMLElement>('[data-field]');
      if (!control || !wrapper || !this.#root.contains(wrapper) || told.has(wrapper)) continue;
      told.add(wrapper);
      mark(wrapper, finding.says[this.#words.language]);
    }
    for (const wrapper of this.#root.querySelectorAll<HTMLElement>('[data-field]')) {
      if (!told.has(wrapper)) mark(wrapper, '');
    }
  }

  #fill(container: Element, fields: readonly Field[], values: Readonly<Record<string, unknown>>, path: string): void {
    for (const field of fields) {
      const wrapper = find(container, field.id);
      if (!wrapper) continue;
      const here = join(path, field.id);
      name(wrapper, field, here, this.#within);
      if (field.type === 'list') this.#fillList(wrapper, field, values[field.id], here);
      else write(wrapper, field, values[field.id]);
    }
  }

  #fillList(wrapper: HTMLElement, field: Field, value: unknown, path: string): void {
    const place = itemsOf(wrapper);
    place.replaceChildren();
    const there = items(value);
    // What is needed is asked at once; what is optional waits for its button.
    const shown = there.length > 0 || field.need !== 'blocking' ? there : [{}];
    for (const item of shown) this.#fill(this.#append(wrapper), field.fields!, item, join(path, place.children.length - 1));
    this.#number(wrapper, field);
  }

  #append(wrapper: HTMLElement): HTMLElement {
    const template = wrapper.querySelector<HTMLTemplateElement>(':scope > template')!;
    const item = document.importNode(template.content, true).firstElementChild as HTMLElement;
    itemsOf(wrapper).append(item);
    return item;
  }

  #number(wrapper: HTMLElement, field: Field): void {
    [...itemsOf(wrapper).children].forEach((item, i) => {
      const say = (pattern: string): string => pattern.replace('{0}', String(i + 1));
      const legend = item.querySelector<HTMLElement>(':scope > legend')!;
      legend.textContent = say(legend.dataset['legend']!);
      const remove = item.querySelector<HTMLElement>(':scope > p > [data-remove]')!;
      remove.textContent = say(remove.dataset['remove']!);
      remove.hidden = field.need === 'blocking' && itemsOf(wrapper).children.length === 1;
    });
    wrapper.querySelector<HTMLElement>(':scope > p > [data-add]')!.hidden = itemsOf(wrapper).children.length >= (field.max ?? Infinity);
  }

  #read(container: Element, fields: readonly Field[]): Typed {
    const values: Typed = {};
    for (const field of fields) {
      const wrapper = find(container, field.id);
      if (!wrapper || field.type === 'derived' || field.type === 'files') continue;
      const value = field.type === 'list' ? this.#readList(wrapper, field) : typed(wrapper, field);
      if (value !== undefined && given(field, value)) values[field.id] = value;
    }
    return values;
  }

  /** An item without any answer is not there, unless one behind it is: numbers must not move under the writer's hands. */
  #readList(wrapper: HTMLElement, field: Field): Value {
    const all = [...itemsOf(wrapper).children].map((item) => this.#read(item, field.fields!));
    while (all.length > 0 && Object.keys(all.at(-1)!).length === 0) all.pop();
    return all;
  }

  #pressed(target: Element): void {
    const button = target.closest<HTMLElement>('[data-add], [data-remove]');
    if (!button) return;
    const wrapper = button.closest<HTMLElement>('[data-field]')!;
    const field = this.#fieldOf(wrapper)!;
    if ('add' in button.dataset) this.#add(wrapper, field);
    else this.#remove(wrapper, field, button.closest<HTMLElement>('[data-scope]')!);
    this.#root.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #add(wrapper: HTMLElement, field: Field): void {
    const item = this.#append(wrapper);
    this.#fill(item, field.fields!, {}, join(pathOf(wrapper), itemsOf(wrapper).children.length - 1));
    this.#number(wrapper, field);
    item.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  #remove(wrapper: HTMLElement, field: Field, item: HTMLElement): void {
    item.remove();
    this.#fillList(wrapper, field, this.#readList(wrapper, field), pathOf(wrapper));
    wrapper.querySelector<HTMLElement>(':scope > p > [data-add]')!.focus();
  }

  /** The crime class that goes with an article is offered where none was chosen; for statistics only. */
  #suggest(target: Element): void {
    const wrapper = target.closest<HTMLElement>('[data-field]');
    const field = wrapper && this.#fieldOf(wrapper);
    if (!wrapper || field?.suggests === undefined) return;
    const other = find(wrapper.parentElement!.closest('[data-scope]')!, field.suggests)?.querySelector<HTMLSelectElement>('[data-control]');
    const suggested = choice(this.#form, field, (target as HTMLSelectElement).value)?.iccs;
    if (other && other.value === '' && suggested !== undefined) other.value = suggested;
  }

  #narrow(target: Element): void {
    if (isSieve(target)) sift(target.closest<HTMLElement>('[data-field]')!);
  }

  #fieldOf(wrapper: HTMLElement): Field | undefined {
    const path = pathOf(wrapper).split('/').filter((part) => !/^\d+$/.test(part));
    let fields = this.#group.fields;
    let found: Field | undefined;
    for (const id of path) {
      found = fields.find((field) => field.id === id);
      fields = found?.fields ?? [];
    }
    return found;
  }

  #refresh(container: Element, fields: readonly Field[], scope: Scope, context: Context): void {
    for (const field of fields) {
      const wrapper = find(container, field.id);
      if (!wrapper) continue;
      wrapper.hidden = !isAsked(field, scope, context);
      if (container === this.#root) this.#sayTheirs(wrapper, context.asks?.[field.id]?.note);
      sayNeed(wrapper, needOf(field, scope, context));
      sayBasis(wrapper, context);
      this.#refreshOne(wrapper, field, scope, context);
    }
  }

  /** What the requested state wants to be known of this question, in the reader's language where it said so. */
  #sayTheirs(wrapper: HTMLElement, note: Partial<Multilingual> | undefined): void {
    const said = note?.[this.#words.language] ?? Object.values(note ?? {})[0];
    const there = wrapper.querySelector<HTMLElement>(':scope > [data-theirs]');
    if (said === undefined || !this.#words.theirs) return there?.remove();
    const place = there ?? document.createElement('p');
    place.className = 'hint';
    place.dataset['theirs'] = '';
    place.textContent = this.#words.theirs(said);
    if (!there) wrapper.querySelector(':scope > [data-problem]')!.before(place);
  }

  #refreshOne(wrapper: HTMLElement, field: Field, scope: Scope, context: Context): void {
    const value = scope[0]![field.id];
    if (field.type === 'list') {
      const there = items(value);
      [...itemsOf(wrapper).children].forEach((item, i) => this.#refresh(item, field.fields!, [there[i] ?? {}, ...scope], context));
    } else if (field.type === 'derived') {
      const said = choice(this.#form, field, value)?.label[this.#words.language] ?? text(value);
      wrapper.querySelector('[data-control]')!.textContent = said;
    } else if (field.type === 'files') {
      const place = wrapper.querySelector<HTMLElement>('[data-control]')!;
      place.textContent = codes(value).join(', ') || place.dataset['none']!;
    } else if (field.type === 'moment') {
      note(wrapper, this.#readBack(value));
    } else if (field.type === 'choice' || field.type === 'choices') {
      this.#offer(wrapper, field, value, scope, context);
    }
  }

  /** A choice that does not apply is not offered; one that is chosen already stays to be seen, and is found wrong. */
  #offer(wrapper: HTMLElement, field: Field, value: unknown, scope: Scope, context: Context): void {
    for (const each of this.#form.lists[field.list!]!) {
      if (!each.when) continue;
      const offered = applies(each.when, scope, context) || value === each.code;
      const element = wrapper.querySelector<HTMLElement>(`[data-choice="${CSS.escape(each.code)}"], option[value="${CSS.escape(each.code)}"]`);
      if (element) element.hidden = !offered;
    }
    sift(wrapper);
    if (wrapper.querySelector('select')) note(wrapper, choice(this.#form, field, value)?.note?.[this.#words.language] ?? '');
  }

  #readBack(value: unknown): string {
    const at = isMoment(value) ? instant(value) : undefined;
    if (!at || !isMoment(value)) return '';
    const { language, zone } = this.#words;
    const there = sayMoment(value, language);
    if (offsetOf(zone, at) === value.offset) return there;
    return `${there} · ${this.#words.yours(sayThere(value, at, zone, language))}`;
  }
}

/** The field of that id in this scope, not one of the same id in an item within. */
function find(container: Element, id: string): HTMLElement | undefined {
  return [...container.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(id)}"]`)].find((each) => each.parentElement!.closest('[data-scope]') === container);
}

function itemsOf(wrapper: Element): Element {
  return wrapper.querySelector(':scope > [data-items]')!;
}

function pathOf(wrapper: HTMLElement): string {
  return wrapper.dataset['path'] ?? '';
}

/** Gives a field's parts the ids by which labels, links and screen readers find them. */
function name(wrapper: HTMLElement, field: Field, here: string, within: string): void {
  wrapper.dataset['path'] = here;
  const path = within + here;
  const control = wrapper.querySelector<HTMLInputElement>(':scope > [data-control], :scope > label > [data-control]');
  const labelled = control ?? wrapper;
  labelled.id = path;
  const label = wrapper.querySelector<HTMLLabelElement>(':scope > label[data-label]');
  if (label) label.htmlFor = path;
  for (const radio of wrapper.querySelectorAll<HTMLInputElement>('input[type=radio]')) radio.name = path;
  const described: string[] = [];
  for (const part of ['basis', 'hint', 'problem', 'note']) {
    const element = wrapper.querySelector<HTMLElement>(`:scope > [data-${part}]`);
    if (!element) continue;
    element.id = `${path}/${part}`;
    described.push(element.id);
  }
  if (described.length > 0) labelled.setAttribute('aria-describedby', described.join(' '));
  for (const part of wrapper.querySelectorAll<HTMLLabelElement>(':scope > .together label[data-for]')) {
    part.htmlFor = `${path}/${part.dataset['for']!}`;
    part.nextElementSibling!.id = part.htmlFor;
  }
  showSieve(wrapper, path);
  if (field.type === 'moment') offsets(wrapper.querySelector<HTMLSelectElement>('[data-part=offset]')!);
  if (control?.dataset['zones']) zones(control);
}

function offsets(select: HTMLSelectElement): void {
  if (select.options.length > 1) return;
  select.append(...OFFSETS.map((offset) => new Option(sayOffset(offset), offset)));
}

function zones(input: HTMLInputElement): void {
  if (!document.getElementById('zones')) {
    const list = document.createElement('datalist');
    list.id = 'zones';
    list.append(...Intl.supportedValuesOf('timeZone').map((zone) => new Option(zone)));
    input.after(list);
  }
  input.setAttribute('list', 'zones');
}

function write(wrapper: HTMLElement, field: Field, value: unknown): void {
  const control = wrapper.querySelector<HTMLInputElement>('[data-control]');
  if (field.type === 'derived' || field.type === 'files') return;
  if (field.type === 'tick') control!.checked = value === true;
  else if (field.type === 'moment') {
    for (const part of ['date', 'time', 'offset'] as const) {
      wrapper.querySelector<HTMLInputElement>(`[data-part=${part}]`)!.value = isMoment(value) ? text(value[part]) : '';
    }
  } else if (control) control.value = typeof value === 'string' ? value : '';
  else {
    const chosen = Array.isArray(value) ? value : [value];
    for (const input of wrapper.querySelectorAll<HTMLInputElement>('input')) input.checked = chosen.includes(input.value);
  }
}

function typed(wrapper: HTMLElement, field: Field): Value | undefined {
  const control = wrapper.querySelector<HTMLInputElement>('[data-control]');
  if (field.type === 'tick') return control!.checked;
  if (field.type === 'moment') {
    const moment: Record<string, string> = {};
    for (const part of ['date', 'time', 'offset'] as const) {
      const { value } = wrapper.querySelector<HTMLInputElement>(`[data-part=${part}]`)!;
      if (value) moment[part] = value;
    }
    return moment as Moment;
  }
  if (control) return control.value;
  const chosen = [...wrapper.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
  return field.type === 'choices' ? chosen : chosen[0];
}

/** The definition alone could not tell: it may depend on the instrument or on what the receiving state declared. */
function sayNeed(wrapper: HTMLElement, need: Need): void {
  const place = wrapper.querySelector<HTMLElement>('[data-need]');
  if (!place || place.closest('[data-field]') !== wrapper) return;
  const said = need === 'blocking' ? '' : place.dataset[need]!;
  if (place.textContent !== said) place.textContent = said;
}

/** An article is shown under its own instrument only. */
function sayBasis(wrapper: HTMLElement, context: Context): void {
  const place = wrapper.querySelector<HTMLElement>(':scope > [data-basis]');
  if (!place) return;
  const bases = [...place.querySelectorAll<HTMLElement>('[data-instrument]')];
  for (const basis of bases) basis.hidden = context.facts?.[`instrument:${basis.dataset['instrument']}`] !== true;
  place.hidden = place.childElementCount === bases.length && bases.every((basis) => basis.hidden);
}

function note(wrapper: HTMLElement, said: string): void {
  const element = wrapper.querySelector<HTMLElement>(':scope > [data-note]');
  if (!element) return;
  element.textContent = said;
  element.hidden = said === '';
}

function mark(wrapper: HTMLElement, problem: string): void {
  const element = wrapper.querySelector<HTMLElement>(':scope > [data-problem]');
  if (!element) return;
  if (element.textContent !== problem) element.textContent = problem;
  element.hidden = problem === '';
  wrapper.classList.toggle('wrong', problem !== '');
  const control = wrapper.querySelector(':scope > [data-control], :scope > label > [data-control]');
  if (problem === '') control?.removeAttribute('aria-invalid');
  else control?.setAttribute('aria-invalid', 'true');
}
