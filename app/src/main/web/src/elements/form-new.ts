/**
 * `<enlace-new-request draft form state requesting earlier reference from>`: makes a draft of what was chosen, sealed to the own authority, and goes to its first page.
 * The server gave the draft's id with the page, so that pressing twice makes one.
 */
import { newIdentity, sealJson } from '../age.ts';
import type { DraftFile } from '../drafts.ts';
import { b64 } from '../encoding.ts';
import { takeOver } from '../exchange/earlier.ts';
import type { TakenOver } from '../exchange/earlier.ts';
import { loadForm } from '../form/definition.ts';
import type { Route } from '../form/working-draft.ts';
import { navigate } from '../page.ts';
import { Problem, put } from '../session.ts';
import { language } from '../sentences.ts';
import { NoCopy, currentAuthorityKey, unlockedOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

export class NewRequestElement extends Behaviour {
  protected override arrive(): void {
    const begin = this.find<HTMLButtonElement>('begin')!;
    const ready = (): void => void (begin.disabled = !unlockedOfficer());
    this.on(document, 'enlace:unlocked', ready);
    this.on(document, 'enlace:locked', ready);
    this.on(begin, 'click', async () => {
      begin.disabled = true;
      try {
        await this.#begin();
      } finally {
        ready();
      }
    });
    ready();
  }

  protected override fail(problem: unknown): void {
    if (problem instanceof NoCopy) return this.say('problem', this.sentence('no-copy'));
    super.fail(problem);
  }

  async #begin(): Promise<void> {
    this.say('problem', '');
    const id = this.getAttribute('draft')!;
    const earlier = await this.#earlier();
    const draft: DraftFile = {
      v: 1,
      kind: 'draft',
      form: this.getAttribute('form')!,
      request: id,
      key: await newIdentity(),
      language: earlier?.taken?.language ?? language(),
      route: this.#route() as unknown as Readonly<Record<string, unknown>>,
      values: earlier?.taken?.values ?? {},
      attachments: [],
      ...(earlier && { earlier: { reference: earlier.reference, taken: Object.keys(earlier.taken?.values ?? {}) } }),
    };
    const { recipient } = await currentAuthorityKey();
    try {
      await put(`/drafts/${id}`, { version: 0, sealed: b64(await sealJson(draft, recipient)) });
    } catch (problem) {
      // Pressed twice, or the first answer was lost: the draft is there.
      if (!(problem instanceof Problem) || problem.code !== 'CHANGED_MEANWHILE') throw problem;
    }
    navigate(`/drafts/${id}/${(await loadForm(draft.form)).groups[0]!.id}`);
  }

  /** Of an extension, what it cites; with its answers unless the officer would rather write anew. */
  async #earlier(): Promise<{ readonly reference: string; readonly taken?: TakenOver } | undefined> {
    const request = this.getAttribute('earlier');
    if (!request) return undefined;
    const reference = this.getAttribute('reference')!;
    if (!this.find<HTMLInputElement>('take-over')!.checked) return { reference };
    const { name, zone } = this.#chosen.dataset;
    this.say('status', this.sentence('taking-over'));
    try {
      return { reference, taken: await takeOver({ request, reference, from: this.getAttribute('from')!, to: name!, zone: zone! }) };
    } finally {
      this.say('status', '');
    }
  }

  get #chosen(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[name=authority]:checked')!;
  }

  #route(): Route {
    const chosen = this.#chosen;
    const earlier = this.getAttribute('earlier');
    return {
      instrument: chosen.dataset['instrument']!,
      requestingAuthority: this.getAttribute('requesting')!,
      requestedState: this.getAttribute('state')!,
      requestedAuthority: chosen.value,
      status: earlier ? 'extension' : 'new',
      earlier: earlier || null,
    };
  }
}

customElements.define('enlace-new-request', NewRequestElement);
