/** One group of questions: filled from the draft, read back into it at each keystroke. */
import { group } from '../form/definition.ts';
import type { Field } from '../form/definition.ts';
import type { Examination, Finding } from '../form/examine.ts';
import { FormFields } from '../form/fields.ts';
import { isAsked, presets, withDerived } from '../form/values.ts';
import type { Values } from '../form/values.ts';
import type { WorkingDraft } from '../form/working-draft.ts';
import { link, navigate } from '../page.ts';
import { get } from '../session.ts';
import type { DraftElement, Step } from './form-draft.ts';

export class QuestionsStep implements Step {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;
  readonly #fields: FormFields;
  readonly #group: string;
  readonly #ids: readonly string[];
  /** Fields that were left: what is wrong in them is said; before that it would only disturb. */
  readonly #left = new Set<string>();

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
    const root = page.querySelector<HTMLElement>('[data-scope]')!;
    this.#group = root.dataset['group']!;
    this.#ids = group(draft.form, this.#group).fields.map((field) => field.id);
    this.#fields = new FormFields(root, draft.form, { language: page.language, zone: page.zone, yours: (time) => page.words('yours', { time }), theirs: (note) => page.words('theirs', { state: draft.named.requested.stateName, note }) });
    this.#leadToAttachments(root);
    const example = page.querySelector<HTMLElement>('[data-part=example]');
    if (example) page.listen(example, 'click', () => this.#fillWith(example.dataset['from']!));
    page.listen(root, 'input', () => this.#typed());
    page.listen(root, 'change', (event) => this.#leftField(event.target as HTMLElement));
    page.listen(root, 'focusout', (event) => this.#leftField(event.target as HTMLElement));
  }

  /** A question that files answer says where they are attached. */
  #leadToAttachments(root: HTMLElement): void {
    for (const { id, type } of group(this.#draft.form, this.#group).fields) {
      if (type !== 'files') continue;
      const place = document.createElement('p');
      place.append(link(`/drafts/${this.#draft.id}/attachments`, this.#page.words('attach')));
      root.querySelector(`[data-field="${CSS.escape(id)}"]`)?.append(place);
    }
  }

  show(): void {
    this.#fields.fill(this.#draft.values);
    this.#sayTakenOver();
    this.#refresh();
    const target = decodeURIComponent(location.hash.slice(1));
    if (target) this.#lead(target);
  }

  /** Which answers of this page came from the request that is extended, and on the first page also what did not. */
  #sayTakenOver(): void {
    const { earlier, form, values, context } = this.#draft;
    const taken = (field: Field): boolean => earlier?.taken.includes(field.id) === true && values[field.id] !== undefined;
    const asked = (field: Field): boolean => isAsked(field, [withDerived(form, values, context)], context);
    const place = this.#page.at('taken-over');
    const fields = group(form, this.#group).fields.filter((field) => taken(field) && asked(field));
    place.hidden = fields.length === 0;
    if (place.hidden) return;
    const labels = new Intl.ListFormat(this.#page.language).format(fields.map((field) => (field.short ?? field.label)[this.#page.language]));
    place.querySelector('p')!.textContent = this.#page.words('taken-over', { reference: earlier!.reference, labels });
    if (form.groups[0]!.id !== this.#group || place.children.length > 1) return;
    const rest = document.createElement('p');
    rest.textContent = this.#page.words('not-taken-over');
    place.append(rest);
  }

  found({ findings }: Examination): void {
    this.#fields.tell(findings.filter((finding) => finding.group === this.#group && finding.reason === undefined && this.#mayBeSaid(finding)));
  }

  /** Invented answers, where an installation has some: they replace what is there, and the page to check them comes next. */
  async #fillWith(address: string): Promise<void> {
    const { language, values } = await get<{ language: string; values: Values }>(address);
    this.#draft.answer(Object.keys(this.#draft.values), { ...presets(this.#draft.form), ...values });
    this.#draft.writtenIn(language);
    navigate(`/drafts/${this.#draft.id}/check`);
  }

  /** What is missing is said on the second visit, or when a link led here; what is wrong as soon as the field is left. */
  #mayBeSaid(finding: Finding): boolean {
    return this.#draft.visited.has(this.#group) || (finding.kind === 'wrong' && this.#left.has(finding.path));
  }

  #typed(): void {
    this.#draft.answer(this.#ids, this.#fields.read());
    this.#refresh();
    this.#page.changed();
  }

  #leftField(target: HTMLElement): void {
    const path = target.closest<HTMLElement>('[data-path]')?.dataset['path'];
    if (path === undefined) return;
    this.#left.add(path);
    // Choosing a suggested class and the like changes other fields without an `input` of their own.
    this.#typed();
  }

  #refresh(): void {
    const { form, values, context } = this.#draft;
    this.#fields.refresh(withDerived(form, values, context), context);
  }

  #lead(path: string): void {
    this.#draft.visited.add(this.#group);
    const element = document.getElementById(path);
    const control = element?.matches('input, select, textarea') ? element : (element?.querySelector<HTMLElement>('input, select, textarea, button') ?? element);
    requestAnimationFrame(() => {
      element?.closest('[data-field]')?.scrollIntoView({ block: 'center' });
      control?.focus({ preventScroll: true });
    });
  }
}
