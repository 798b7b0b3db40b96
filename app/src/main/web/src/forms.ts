/**
 * Forms that go to the server as they are typed (those that are sealed first are the elements' own). While an answer is on its way the pressed button waits; when none
 * comes, or one that is no page to go on with, what was typed stays and the reason stands beside the button. A session that ended, a line that broke and a server that
 * fails cost a second press and nothing else.
 */
import { account, refreshSession, sessionEnded } from './session.ts';
import { meta, parsePage } from './page.ts';
import { press, sayFailed } from './pressed.ts';
import { sentence } from './sentences.ts';

/** A line that died without a word: a page of text is through in this time on any line that is one. */
const PATIENCE = 60_000;
const KEY = 'input[type=hidden][name=_csrf]';

interface Sending {
  readonly elt: Element;
  readonly xhr: XMLHttpRequest;
  readonly requestConfig: { readonly verb: string; readonly triggeringEvent?: Event };
}

interface Configuring {
  readonly elt: Element;
  timeout: number;
}

/** What ends the waiting of a form. */
const waiting = new WeakMap<HTMLFormElement, () => void>();
/** The button that was pressed last. */
const pressed = new WeakMap<HTMLFormElement, HTMLElement>();
/** Sent once more with a new form key; not a third time. */
const again = new WeakSet<HTMLFormElement>();

export function watchForms(): void {
  document.addEventListener('submit', (event) => isWaiting(event.target) && stop(event), true);
  document.addEventListener('submit', leave);
  listen<Configuring>('htmx:configRequest', (config, form) => {
    if (form.enctype !== 'multipart/form-data') config.timeout = PATIENCE;
  });
  listen<Sending>('htmx:beforeSend', ({ requestConfig }, form) => wait(form, (requestConfig.triggeringEvent as SubmitEvent | undefined)?.submitter));
  listen<Sending>('htmx:beforeOnLoad', (sending, form, event) => answered(sending, form, event));
  listen<Sending>('htmx:afterRequest', (_, form) => go(form));
  for (const name of ['htmx:sendError', 'htmx:timeout']) listen<Sending>(name, (sending, form) => say(form, lost(sending, form)));
  document.addEventListener('enlace:session-renewed', renewKeys);
  addEventListener('pageshow', ({ persisted }) => persisted && [...document.forms].forEach(go));
}

function listen<D extends { readonly elt: Element }>(name: string, handler: (detail: D, form: HTMLFormElement, event: Event) => void): void {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<D>;
    if (detail.elt instanceof HTMLFormElement) handler(detail, detail.elt, event);
  });
}

function isWaiting(form: EventTarget | null): boolean {
  return form instanceof HTMLFormElement && waiting.has(form);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A form that takes the whole page along. What is fetched (`get`) may be a file, and then the page stays. */
function leave(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!event.defaultPrevented && form.method === 'post') wait(form, event.submitter);
}

function wait(form: HTMLFormElement, submitter: HTMLElement | null | undefined): void {
  const button = submitter ?? form.querySelector<HTMLElement>('button:not([type=button])');
  if (button) pressed.set(form, button);
  waiting.set(form, button ? press(button) : () => undefined);
}

function go(form: HTMLFormElement): void {
  waiting.get(form)?.();
  waiting.delete(form);
}

function say(form: HTMLFormElement, text: string): void {
  const button = pressed.get(form);
  if (button) sayFailed(button, text);
}

function lost({ requestConfig }: Sending, form: HTMLFormElement): string {
  if (requestConfig.verb === 'get') return sentence('unreachable');
  return sentence(account() !== undefined && form.enctype !== 'multipart/form-data' ? 'line-lost' : 'line-lost-unsure');
}

/** What came back that is no page to go on with: the page that is there stays, with what was typed. */
function answered({ xhr, requestConfig }: Sending, form: HTMLFormElement, event: Event): void {
  if (requestConfig.verb === 'get' || xhr.status < 400) return;
  const refused = xhr.status === 401 || xhr.status === 403;
  const said = refused ? '' : refusal(xhr);
  if (said === undefined) return;
  event.preventDefault();
  // A moment later: htmx is done with it then, and the button free again.
  queueMicrotask(() => void (refused ? signedOut(xhr, form) : say(form, said)));
}

/** Undefined for a form that comes back with its problems marked. */
function refusal(xhr: XMLHttpRequest): string | undefined {
  const page = parsePage(xhr.responseText);
  if (!page.getElementById('main')) return sentence('failed', { status: xhr.status }); // a proxy's own words
  const said = [...page.querySelectorAll('[data-problem]')].map((each) => each.textContent!.trim());
  return said.length > 0 ? said.join(' ') : undefined;
}

/** The form key changes when the same person signs in again: then it is sent once more. When nobody is signed in, or somebody else, what was typed waits for the same person. */
async function signedOut(xhr: XMLHttpRequest, form: HTMLFormElement): Promise<void> {
  const asked = account();
  const now = xhr.status === 403 && !again.has(form) ? await refreshSession() : undefined;
  if (now === 'same') {
    renewKeys();
    again.add(form);
    const button = pressed.get(form);
    return form.requestSubmit(button instanceof HTMLButtonElement && button.form === form ? button : null);
  }
  again.delete(form);
  if (asked !== undefined && (xhr.status === 401 || now !== undefined)) {
    sessionEnded(now === 'other');
    return say(form, sentence(now === 'other' ? 'other-account' : 'form-session-ended'));
  }
  say(form, refusal(xhr) ?? sentence('failed', { status: xhr.status }));
}

/** Every form of this page gets the key of the session that there is now. */
function renewKeys(): void {
  const key = meta('csrf');
  if (!key) return;
  for (const input of document.querySelectorAll<HTMLInputElement>(KEY)) input.value = key;
}
