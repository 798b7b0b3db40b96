/**
 * The pattern of our custom elements: no shadow DOM, no markup of their own. The server renders everything, in the reader's language; an element finds its
 * parts by attributes, shows and hides them, and listens. What it must do when it comes and goes with navigation is done once, here.
 *
 * | attribute | on | means |
 * |---|---|---|
 * | `data-when="locked busy"` | anything inside | visible only in these states of the element |
 * | `data-part="progress"` | anything inside | found by {@link find} |
 * | `data-sentence="wrong-passphrase"` | inside a `<template>` | a sentence with `{placeholders}`, said by {@link say} |
 *
 * Set `data-when` parts `hidden` in the server's markup, except what should be seen where scripts do not run.
 *
 * A button that was pressed waits for what it began (`pressed.ts`): pressed again before that it does nothing.
 */
import { isPressed, press, pressedBy } from '../pressed.ts';
import { noteProof } from '../proof-note.ts';
import type { Proof } from '../proof-note.ts';
import { sentence } from '../sentences.ts';

export abstract class Behaviour extends HTMLElement {
  #leaving = new AbortController();

  /** Called when the element is on the page, its children present. */
  protected abstract arrive(): void | Promise<void>;

  connectedCallback(): void {
    this.#leaving = new AbortController();
    Promise.resolve()
      .then(() => this.arrive())
      .catch((problem: unknown) => this.fail(problem));
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
  }

  /** Aborted when the element leaves the page: pass it to whatever should end then. */
  protected get leaving(): AbortSignal {
    return this.#leaving.signal;
  }

  /** Listens until the element leaves. A handler that fails is reported by {@link fail}. */
  protected on<E extends Event>(target: EventTarget, name: string, handler: (event: E) => void | Promise<void>): void {
    target.addEventListener(name, (event) => this.#handle(handler, event as E), { signal: this.leaving });
  }

  /**
   * As {@link on}, for forms and buttons: their own doing must not happen, nor what htmx would make of it. Threat: a form that is boosted after all sends what was typed,
   * a passphrase perhaps, to the server. (Inputs for secrets have no `name` either, so that no form can ever carry them.)
   */
  protected instead<E extends Event>(target: EventTarget, name: string, handler: (event: E) => void | Promise<void>): void {
    const stop = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#handle(handler, event as E);
    };
    target.addEventListener(name, stop, { signal: this.leaving, capture: true });
  }

  /** The part of that name, or undefined where the page has none. */
  protected find<E extends HTMLElement = HTMLElement>(name: string): E | undefined {
    return this.findAll<E>(name)[0];
  }

  protected findAll<E extends HTMLElement = HTMLElement>(name: string): E[] {
    return this.own<E>(`[data-part="${name}"]`);
  }

  /** What is inside this element and not inside another of ours within it. */
  protected own<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.querySelectorAll<E>(selector)].filter((each) => {
      let owner = each.parentElement;
      while (owner && !owner.localName.startsWith('enlace-')) owner = owner.parentElement;
      return owner === this;
    });
  }

  /** Shows what belongs to a state and hides the rest; the state is also the element's `data-state`, for styles. */
  protected become(state: string): void {
    this.dataset['state'] = state;
    for (const each of this.own('[data-when]')) {
      each.hidden = !each.dataset['when']!.split(' ').includes(state);
    }
  }

  /** A sentence of this element, or of the page. */
  protected sentence(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return sentence(name, values, this);
  }

  /** Puts a sentence where the reader, or the screen reader, finds it: the part `problem` (role=alert) or `status` (role=status). Empty text clears it. */
  protected say(where: 'problem' | 'status', text: string): void {
    const part = this.find(where);
    if (!part) return;
    part.textContent = text;
    part.hidden = text === '';
  }

  /** A failure that nothing else caught: its fault's sentence if the page has one, else what it says itself. */
  protected fail(problem: unknown): void {
    if (problem instanceof DOMException && problem.name === 'AbortError') return;
    const { fault, message, name } = problem as { fault?: string; message?: string; name?: string };
    const text = fault === undefined ? (message ?? '') : this.sentence(fault, problem as Readonly<Record<string, string | number>>);
    this.say('problem', text);
    this.note(problem);
    if (fault === undefined && name !== 'Problem') console.error(problem); // a Problem is said already, and is no bug
  }

  /** Puts the host's signature on a refusal, where there is one, behind the sentence. */
  protected note(problem: unknown): void {
    const { proof } = problem as { proof?: Proof };
    const part = this.find('problem');
    if (proof && part) noteProof(part, proof);
  }

  #handle<E extends Event>(handler: (event: E) => void | Promise<void>, event: E): void {
    const button = pressedBy(event);
    if (button && isPressed(button)) return;
    const over = button && press(button);
    Promise.resolve()
      .then(() => handler(event))
      .catch((problem: unknown) => this.fail(problem))
      .finally(over);
  }
}
