/**
 * `<enlace-release>`: the form by which the second officer of an authority gives up what it keeps of requests that are over. What is signed stands in the markup, where
 * it can be read: `data-release`, `data-authority`, `data-proposer`, `data-ground`, `data-requests` (ids, separated by spaces). The form has a field (part `signed`)
 * that is filled here, just before it is sent.
 *
 * Threat: a host that deletes and says that the authority wanted it. Nothing goes without this signature, and the log has its digest.
 */
import { time } from '../encoding.ts';
import { sign } from '../jws.ts';
import type { Release } from '../jws.ts';
import { Locked, requireOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

export class ReleaseElement extends Behaviour {
  protected override arrive(): void {
    const form = this.find<HTMLFormElement>('form')!;
    const signed = this.find<HTMLInputElement>('signed')!;
    // Before whoever reads the form to send it. Pressed again, it is signed again, at its time.
    form.addEventListener('submit', (event) => this.#fill(event, signed), { capture: true, signal: this.leaving });
  }

  #fill(event: Event, signed: HTMLInputElement): void {
    this.say('problem', '');
    try {
      signed.value = this.#sign();
    } catch (problem) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.fail(problem);
    }
  }

  #sign(): string {
    const officer = requireOfficer();
    const said = this.dataset;
    return sign(
      'enlace-release+jws',
      {
        v: 1,
        release: said['release']!,
        authority: said['authority']!,
        account: officer.account,
        proposer: said['proposer']!,
        ground: said['ground'] as Release['ground'],
        requests: said['requests']!.split(' '),
        time: time(),
      },
      officer,
    );
  }

  protected override fail(problem: unknown): void {
    if (problem instanceof Locked) this.say('problem', this.sentence('locked'));
    else super.fail(problem);
  }
}

customElements.define('enlace-release', ReleaseElement);
