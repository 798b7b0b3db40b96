/**
 * `<enlace-new-request draft measure state requesting status redirected earlier reference from earlier-state executor executor-zone>`: makes a draft of what was chosen, sealed to the own authority, and
 * goes to its first page; or gives the draft that is there another addressee.
 * The server gave the draft's id with the page, so that pressing twice makes one.
 */
import { newIdentity, sealJson } from '../age.ts';
import type { DraftFile } from '../drafts.ts';
import { b64 } from '../encoding.ts';
import { takeOver } from '../exchange/earlier.ts';
import type { TakenOver } from '../exchange/earlier.ts';
import { loadForm } from '../form/definition.ts';
import type { Form } from '../form/definition.ts';
import { presets } from '../form/values.ts';
import { workOn } from '../form/working-draft.ts';
import type { Route } from '../form/working-draft.ts';
import { navigate } from '../page.ts';
import { Problem, put } from '../session.ts';
import { language } from '../sentences.ts';
import { NoCopy, currentAuthorityKey, unlockedOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

export class NewRequestElement extends Behaviour {
  protected override arrive(): void {
    const begin = this.find<HTMLButtonElement>('begin')!;
    const ready = (): void => void (begin.disabled = !unlockedOfficer() || !this.querySelector('input[name=authority]:checked'));
    this.on(document, 'enlace:unlocked', ready);
    this.on(document, 'enlace:locked', ready);
    this.on(this, 'change', ready);
    this.on(begin, 'click', async () => {
      begin.disabled = true;
      try {
        await (this.hasAttribute('redirected') ? this.#redirect() : this.#begin());
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

  async #redirect(): Promise<void> {
    this.say('problem', '');
    const id = this.getAttribute('draft')!;
    const draft = await workOn(id);
    await draft.redirect(this.#route());
    const { name } = await draft.flush();
    if (name === 'saved') navigate(`/drafts/${id}/check`);
    else navigate(`/drafts/${id}/${draft.form.groups[0]!.id}`); // where a colleague's saving is met
  }

  async #begin(): Promise<void> {
    this.say('problem', '');
    const id = this.getAttribute('draft')!;
    const form = await loadForm(this.#chosen.dataset['form']!);
    const earlier = await this.#earlier(form);
    const draft: DraftFile = {
      v: 1,
      kind: 'draft',
      form: form.form,
      request: id,
      key: await newIdentity(),
      language: earlier?.taken?.language ?? language(),
      route: this.#route() as unknown as Readonly<Record<string, unknown>>,
      values: { ...presets(form), ...earlier?.taken?.values },
      attachments: [],
      ...(earlier && { earlier: { reference: earlier.reference, taken: Object.keys(earlier.taken?.values ?? {}) } }),
    };
    const { recipient } = await currentAuthorityKey();
    try {
      await put(`/drafts/${id}`, { version: 0, form: form.form, sealed: b64(await sealJson(draft, recipient)) });
    } catch (problem) {
      // Pressed twice, or the first answer was lost: the draft is there.
      if (!(problem instanceof Problem) || problem.code !== 'CHANGED_MEANWHILE') throw problem;
    }
    navigate(`/drafts/${id}/${form.groups[0]!.id}`);
  }

  /** Of an extension or a follow-up what it cites, and of one that was taken back what it said; with its answers unless the officer would rather write anew. */
  async #earlier(form: Form): Promise<{ readonly reference: string; readonly taken?: TakenOver } | undefined> {
    const request = this.getAttribute('earlier');
    if (!request) return undefined;
    const reference = this.getAttribute('reference')!;
    if (!this.find<HTMLInputElement>('take-over')!.checked) return { reference };
    const [from, to, zone] = ['from', 'executor', 'executor-zone'].map((name) => this.getAttribute(name)!) as [string, string, string];
    const state = this.getAttribute('state')!;
    const third = state === this.getAttribute('earlier-state') ? {} : { third: state };
    this.say('status', this.sentence('taking-over'));
    try {
      return { reference, taken: await takeOver({ request, reference, from, to, zone, ...third }, form, this.getAttribute('status') !== 'new') };
    } finally {
      this.say('status', '');
    }
  }

  get #chosen(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[name=authority]:checked')!;
  }

  #route(): Route {
    const chosen = this.#chosen;
    const status = this.getAttribute('status') as Route['status'];
    return {
      measure: this.getAttribute('measure')!,
      instrument: chosen.dataset['instrument'] || null,
      requestingAuthority: this.getAttribute('requesting')!,
      requestedState: this.getAttribute('state')!,
      requestedAuthority: chosen.value,
      status,
      earlier: (status !== 'new' && this.getAttribute('earlier')) || null, // one that was taken back is written again and not cited
    };
  }
}

customElements.define('enlace-new-request', NewRequestElement);
