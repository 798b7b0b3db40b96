/** Two saved the same draft: both versions of every answer that both changed, side by side, and nothing goes on until the officer has chosen. */
import { ago } from '../sentences.ts';
import { read } from '../form/reading.ts';
import { showAnswer } from '../form/show.ts';
import type { Value, Values } from '../form/values.ts';
import type { Conflict, WorkingDraft } from '../form/working-draft.ts';
import type { DraftElement } from './form-draft.ts';

export class ConflictStep {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
  }

  async show(): Promise<void> {
    const conflict = await this.#draft.conflict();
    // Nothing that both changed: there is nothing to choose, and nobody has to be asked.
    if (conflict.both.length === 0) return this.#draft.settle(conflict, conflict.merged as Values);
    this.#page.at('conflict-who').textContent = this.#page.words('conflict-who', { by: conflict.by, ago: ago((Date.now() - conflict.at.getTime()) / 1000) });
    this.#page.at('conflict-fields').replaceChildren(...conflict.both.map((id) => this.#field(id, conflict)));
    const goOn = this.#page.at<HTMLButtonElement>('go-on');
    const chosen = (): HTMLInputElement[] => [...this.#page.at('conflict-fields').querySelectorAll<HTMLInputElement>('input:checked')];
    const fields = this.#page.at('conflict-fields');
    goOn.disabled = true;
    fields.onchange = () => (goOn.disabled = chosen().length < conflict.both.length);
    goOn.onclick = () => this.#settle(conflict, chosen());
    this.#page.at('conflict').focus();
  }

  #settle(conflict: Conflict, chosen: readonly HTMLInputElement[]): void {
    const values: Record<string, Value> = { ...(conflict.merged as Record<string, Value>) };
    for (const input of chosen) {
      const id = input.name.slice('conflict:'.length);
      const value = (input.value === 'mine' ? this.#draft.values : (conflict.theirs.values as Values))[id];
      if (value === undefined) delete values[id];
      else values[id] = value as Value;
    }
    this.#draft.settle(conflict, values);
  }

  #field(id: string, conflict: Conflict): HTMLElement {
    const template = this.#page.at('conflict-field') as unknown as HTMLTemplateElement;
    const element = document.importNode(template.content, true).firstElementChild as HTMLElement;
    element.querySelector('legend')!.textContent = this.#label(id);
    for (const input of element.querySelectorAll('input')) input.name = `conflict:${id}`;
    this.#put(element.querySelector('[data-part=mine]')!, id, this.#draft.values, this.#draft.language);
    this.#put(element.querySelector('[data-part=theirs]')!, id, conflict.theirs.values as Values, conflict.theirs.language);
    return element;
  }

  #label(id: string): string {
    const fields = this.#draft.form.groups.flatMap((group) => group.fields);
    return fields.find((field) => field.id === id)?.label[this.#page.language] ?? id;
  }

  #put(place: HTMLElement, id: string, values: Values, written: string): void {
    const { form, context } = this.#draft;
    const reader = { language: this.#page.language, written, zone: this.#page.zone, yes: this.#page.words('yes') };
    const entry = read(form, values, context, reader)
      .flatMap((chapter) => chapter.entries)
      .find((each) => each.path === id);
    if (entry) showAnswer(entry, place, { yours: (time) => this.#page.words('yours', { time }), omitted: '' });
    else place.textContent = this.#page.words('nothing');
  }
}
