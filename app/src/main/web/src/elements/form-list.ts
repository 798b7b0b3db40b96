/** `<enlace-drafts zone>`: the authority's drafts. The server's list says when and by whom; to whom and about what is opened here, one after the other. */
import type { DraftFile, StoredDraft } from '../drafts.ts';
import { loadForm } from '../form/definition.ts';
import { examine } from '../form/examine.ts';
import { text } from '../form/values.ts';
import type { Values } from '../form/values.ts';
import { contextOf, nameRoute, openDraftFile } from '../form/working-draft.ts';
import type { Route } from '../form/working-draft.ts';
import { get, post } from '../session.ts';
import { language } from '../sentences.ts';
import { NoCopy, unlockedOfficer } from '../vault.ts';
import { navigate } from '../page.ts';
import { Behaviour } from './behaviour.ts';

export class DraftsElement extends Behaviour {
  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:unlocked', () => this.#openAll());
    await this.#openAll();
  }

  protected override fail(problem: unknown): void {
    if (problem instanceof NoCopy) return this.say('problem', this.sentence('no-copy'));
    super.fail(problem);
  }

  async #openAll(): Promise<void> {
    if (!unlockedOfficer()) return;
    for (const row of this.querySelectorAll<HTMLElement>('[data-draft]')) {
      if (this.leaving.aborted) return;
      // One that cannot be opened must not hide the others.
      await this.#open(row).catch((problem: unknown) => this.fail(problem));
    }
  }

  async #open(row: HTMLElement): Promise<void> {
    const id = row.dataset['draft']!;
    const file = await openDraftFile(id, (await get<StoredDraft>(`/drafts/${id}`)).sealed);
    const [form, route] = await Promise.all([loadForm(file.form), nameRoute(file.route as unknown as Route, file.form)]);
    const values = file.values as Values;
    const { requesting, requested, instrument } = route;
    const { percent } = examine(form, values, contextOf(file, route));
    const put = (part: string, said: string): void => void (row.querySelector(`[data-part=${part}]`)!.textContent = said);
    put('percent', new Intl.NumberFormat(language(), { style: 'percent' }).format(percent / 100));
    put('route', this.sentence('route', { from: requesting.stateName, to: requested.stateName, instrument: instrument.name }));
    const name = text(values['P-02']) || this.sentence('untitled');
    put('name', name);
    put('which', ` ${name}`);
    this.#removal(row, file);
  }

  #removal(row: HTMLElement, file: DraftFile): void {
    const button = row.querySelector<HTMLButtonElement>('[data-part=remove]')!;
    button.hidden = false;
    button.onclick = () => {
      const sure = this.find<HTMLElement>('sure') as HTMLDialogElement;
      sure.returnValue = '';
      sure.onclose = () => {
        if (sure.returnValue === 'remove') void this.#remove(file).catch((problem: unknown) => this.fail(problem));
      };
      sure.showModal();
    };
  }

  async #remove(file: DraftFile): Promise<void> {
    await post(`/drafts/${file.request}/removal`, {});
    navigate('/drafts');
  }
}

customElements.define('enlace-drafts', DraftsElement);
