/**
 * What a pressed button does until its answer is there, the same for every form: it cannot be pressed again, keeps the focus, says after three seconds that the work goes
 * on, and after a failure what happened. It is not `disabled`, which would throw the focus away; it looks so and says so (`aria-disabled`).
 */
import { sentence } from './sentences.ts';

const SLOW = 3_000;
/** A place that is there before something is said in it is read out by every screen reader; a quick answer needs none. */
const PLACE = 1_000;

/** Whether its last press has no answer yet. */
export function isPressed(button: Element): boolean {
  return button.hasAttribute('data-pressed');
}

/** The button that an event is about; undefined where none was pressed. */
export function pressedBy(event: Event): HTMLElement | undefined {
  if (event.type === 'submit') return ((event as SubmitEvent).submitter ?? undefined) as HTMLElement | undefined;
  return event.type === 'click' && event.currentTarget instanceof HTMLButtonElement ? event.currentTarget : undefined;
}

/** Called when it is pressed; the function that it answers, when the answer is there. */
export function press(button: HTMLElement): () => void {
  noteOf(button)?.remove();
  button.dataset['pressed'] = '';
  button.setAttribute('aria-disabled', 'true');
  const place = setTimeout(() => !saysItself(button) && note(button, 'loading', 'status'), PLACE);
  const slow = setTimeout(() => {
    const there = noteOf(button);
    if (there) there.textContent = sentence('still-working');
  }, SLOW);
  return () => {
    clearTimeout(place);
    clearTimeout(slow);
    noteOf(button)?.remove();
    delete button.dataset['pressed'];
    button.removeAttribute('aria-disabled');
  };
}

/** Says beside the button why nothing came of it, until it is pressed again. */
export function sayFailed(button: HTMLElement, text: string): void {
  noteOf(button)?.remove();
  note(button, 'notice error', 'alert').textContent = text;
}

/** Many forms tell themselves how far they are. */
function saysItself(button: HTMLElement): boolean {
  const around = button.closest('form, dialog, section, article') ?? document.body;
  return [...around.querySelectorAll<HTMLElement>('.loading')].some((each) => each.getClientRects().length > 0);
}

function note(button: HTMLElement, style: string, role: string): HTMLElement {
  const made = document.createElement('p');
  made.className = style;
  made.setAttribute('role', role);
  made.dataset['note'] = '';
  placeOf(button).after(made);
  return made;
}

function noteOf(button: HTMLElement): HTMLElement | undefined {
  const next = placeOf(button).nextElementSibling;
  return next instanceof HTMLElement && 'note' in next.dataset ? next : undefined;
}

function placeOf(button: HTMLElement): Element {
  return button.closest('.actions') ?? button;
}
