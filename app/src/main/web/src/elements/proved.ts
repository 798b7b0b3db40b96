/**
 * `<enlace-proved>`: a form that goes out with a proof of the officer key, so that a stolen session cannot send it. Everything else about it is the server's: the form
 * has a field (part `proof`) that is filled here, just before it is sent. `data-challenge` is where the challenge comes from.
 */
import { prove } from '../jws.ts';
import { Problem, post } from '../session.ts';
import { Locked, requireOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

export class ProvedElement extends Behaviour {
  protected override arrive(): void {
    const form = this.find<HTMLFormElement>('form')!;
    const proof = this.find<HTMLInputElement>('proof')!;
    form.addEventListener('submit', (event) => this.#stop(event, form, proof), { capture: true, signal: this.leaving });
    this.on(form, 'htmx:afterRequest', () => {
      proof.value = ''; // a challenge is good once
    });
  }

  #stop(event: Event, form: HTMLFormElement, proof: HTMLInputElement): void {
    if (proof.value !== '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.say('problem', '');
    this.#prove(proof)
      .then(() => form.requestSubmit())
      .catch((problem: unknown) => this.fail(problem));
  }

  async #prove(proof: HTMLInputElement): Promise<void> {
    const officer = requireOfficer();
    const { challenge } = await post<{ readonly challenge: string }>(this.dataset['challenge']!, {});
    proof.value = prove('enlace-case-system+jws', officer, challenge);
  }

  protected override fail(problem: unknown): void {
    if (problem instanceof Problem) this.say('problem', problem.message);
    else if (problem instanceof Locked) this.say('problem', this.sentence('locked'));
    else super.fail(problem);
  }
}

customElements.define('enlace-proved', ProvedElement);
