/**
 * `<enlace-new-request draft form state requesting earlier>`: makes a draft of what was chosen, sealed to the own authority, and goes to its first page.
 * The server gave the draft's id with the page, so that pressing twice makes one.
 */
import { newIdentity, sealJson } from '../age.ts';
import type { DraftFile } from '../drafts.ts';
import { b64 } from '../encoding.ts';
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
    const draft: DraftFile = {
      v: 1,
      kind: 'draft',
      form: this.getAttribute('form')!,
      request: id,
      key: await newIdentity(),
      language: language(),
      route: this.#route() as unknown as Readonly<Record<string, unknown>>,
      values: {},
      attachments: [],
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

  #route(): Route {
    const chosen = this.querySelector<HTMLInputElement>('input[name=authority]:checked')!;
    const earlier = this.getAttribute('earlier');
    return {
      instrument: chosen.dataset['instrument']!,
      requestingAuthority: this.getAttribute('requesting')!,
      requestedState: this.getAttribute('state')!,
      requestedAuthority: chosen.value,
      status: earlier ? 'extension' : 'new',
      extends: earlier || null,
    };
  }
}

customElements.define('enlace-new-request', NewRequestElement);
