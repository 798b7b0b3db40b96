/** A draft as it would be read, on paper: what each answer rests on, and on every sheet that it was not sent. */
import { read } from '../form/reading.ts';
import type { Entry } from '../form/reading.ts';
import { show } from '../form/show.ts';
import { size } from '../sentences.ts';
import type { WorkingDraft } from '../form/working-draft.ts';
import type { DraftElement, Step } from './form-draft.ts';

export class PrintStep implements Step {
  readonly #page: DraftElement;
  readonly #draft: WorkingDraft;

  constructor(page: DraftElement, draft: WorkingDraft) {
    this.#page = page;
    this.#draft = draft;
    page.listen(page.at('print'), 'click', () => print());
  }

  show(): void {
    const { form, values, context, language } = this.#draft;
    const reader = { language: this.#page.language, written: language, zone: this.#page.zone, yes: this.#page.words('yes') };
    show(read(form, values, context, reader), this.#page.at('answers'), {
      yours: (time) => this.#page.words('yours', { time }),
      omitted: this.#page.words('omitted'),
      basis: (entry) => this.#basis(entry),
    });
    this.#page.at('effect').replaceChildren(...this.#draft.named.effect.map((said) => Object.assign(document.createElement('p'), { textContent: said })));
    const attached = this.#draft.attachments.map((each) => this.#page.words('attached', { name: each.name, size: size(each.size), kind: this.#page.fileKind(each) }));
    this.#page.at('attached').replaceChildren(
      ...(attached.length > 0 ? attached : [this.#page.words('no-attachments')]).map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
  }

  /** Only what was compared with the Convention is printed as its article; a section number only as far as the template is known. */
  #basis({ path, rests, section }: Entry): string {
    if (path.includes('/')) return ''; // what a list rests on is said of the list
    const known = this.#draft.form.template?.lastKnownSection ?? 0;
    const said: string[] = [];
    for (const { article, mark } of rests) {
      if (article !== undefined && mark === 'V') said.push(this.#page.words('basis-law', { article }));
    }
    if (section !== undefined && section <= known) said.push(this.#page.words('basis-section', { section: String(section) }));
    return said.join(' · ');
  }
}
