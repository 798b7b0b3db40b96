/**
 * What was typed into the plain forms of a page, when the same page is asked for in another language: put back where it stood. In memory, from one page to the next and no
 * longer, and for the same person only. Forms that are sealed keep what is typed themselves.
 */
import { account } from './session.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const LEFT_OUT = ['hidden', 'password', 'file', 'submit', 'button'];

let kept: ReadonlyMap<string, readonly (string | boolean)[]> = new Map();
let keptFor: string | undefined;

export function keepTyped(): void {
  document.addEventListener('htmx:beforeRequest', (event) => {
    const { elt, target } = (event as CustomEvent<{ elt: Element; target: Element }>).detail;
    if (target !== document.body) return;
    keptFor = account();
    kept = elt.closest('.tongues') ? new Map([...forms()].map((form) => [nameOf(form), controls(form).map(read)])) : new Map();
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    if ((event as CustomEvent<{ target: Element }>).detail.target !== document.body || kept.size === 0) return;
    if (account() === keptFor) for (const form of forms()) putBack(form, kept.get(nameOf(form)));
    kept = new Map();
  });
}

/** Nothing is put back into a form that is not the one it came from. */
function putBack(form: HTMLFormElement, values: readonly (string | boolean)[] | undefined): void {
  const all = controls(form);
  if (!values || values.length !== all.length) return;
  all.forEach((control, i) => write(control, values[i]!));
}

function forms(): NodeListOf<HTMLFormElement> {
  return document.querySelectorAll<HTMLFormElement>('form[method=post][action]');
}

function nameOf(form: HTMLFormElement): string {
  return `${form.getAttribute('action')!} ${controls(form).map((each) => each.name).join(' ')}`;
}

function controls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[name], select[name], textarea[name]')].filter((each) => !LEFT_OUT.includes(each.type));
}

function read(control: Control): string | boolean {
  return isTick(control) ? control.checked : control.value;
}

function write(control: Control, value: string | boolean): void {
  if (read(control) === value) return;
  if (isTick(control)) control.checked = value === true;
  else control.value = String(value);
  for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}
