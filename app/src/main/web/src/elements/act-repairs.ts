/** The questions of the request's own form that the other side ticked, filled with what was sent, to be repaired within the answer. */
import type { Field, Form, Group } from '../form/definition.ts';
import { examine, obstacles } from '../form/examine.ts';
import type { Finding } from '../form/examine.ts';
import { FormFields } from '../form/fields.ts';
import type { FieldWords } from '../form/fields.ts';
import { finished } from '../form/finished.ts';
import { filesOf, withDerived } from '../form/values.ts';
import type { AttachedFile, Context, Values } from '../form/values.ts';

export class Repairs {
  readonly #form: Form;
  readonly #sent: Values;
  readonly #around: Context;
  readonly #files: () => readonly AttachedFile[];
  readonly #scopes: readonly { readonly group: Group; readonly fields: FormFields }[];
  readonly #asked: readonly Field[];

  /**
   * @param roots the `[data-scope]` of each group that has something to repair.
   * @param files that come with the answer: those of the request were not enough
   */
  constructor(roots: readonly HTMLElement[], form: Form, sent: Values, context: Context, words: FieldWords, files: () => readonly AttachedFile[]) {
    this.#form = form;
    this.#sent = sent;
    this.#around = context;
    this.#files = files;
    this.#scopes = roots.map((root) => ({ group: form.groups.find((each) => each.id === root.dataset['group'])!, fields: new FormFields(root, form, words) }));
    const drawn = new Set(roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(':scope > [data-field]')].map((each) => each.dataset['field']!)));
    this.#asked = this.#scopes.flatMap(({ group }) => group.fields.filter((field) => drawn.has(field.id)));
    for (const { fields } of this.#scopes) fields.fill(sent);
    this.refresh();
  }

  get #context(): Context {
    return { ...this.#around, files: this.#files() };
  }

  refresh(): void {
    const all = withDerived(this.#form, this.#now(), this.#context);
    for (const { fields } of this.#scopes) fields.refresh(all, this.#context);
  }

  /** What the page holds now, to be filled in again later. */
  read(): Values {
    return Object.assign({}, ...this.#scopes.map(({ fields }) => fields.read())) as Values;
  }

  fill(values: Values): void {
    for (const { fields } of this.#scopes) fields.fill(values);
    this.refresh();
  }

  /** What would be wrong or missing in the fields that were asked for. */
  findings(): Finding[] {
    const asked = new Set(this.#asked.map((field) => field.id));
    const { findings } = examine(this.#form, this.#now(), this.#context);
    return obstacles(findings).filter((finding) => asked.has(finding.path.split('/')[0]!) && (finding.kind === 'wrong' || (finding.need === 'blocking' && !this.#annexes.has(finding.path))));
  }

  tell(findings: readonly Finding[]): void {
    for (const { fields } of this.#scopes) fields.tell(findings);
  }

  /** Asked for as files, and now there. */
  attached(): string[] {
    return this.#asked.filter((field) => filesOf(field, this.#context).length > 0).map((field) => field.id);
  }

  /** A file that is not attached may have been sent before, or travel otherwise: the answer says so in words. */
  get #annexes(): ReadonlySet<string> {
    return new Set(this.#asked.filter((field) => field.type === 'files').map((field) => field.id));
  }

  /** What differs from what was sent. */
  changed(): Values {
    const now = finished(this.#form, this.#now(), this.#context);
    const before = finished(this.#form, this.#sent, this.#context);
    const differing = this.#asked.map((field) => field.id).filter((id) => now[id] !== undefined && JSON.stringify(now[id]) !== JSON.stringify(before[id]));
    return Object.fromEntries(differing.map((id) => [id, now[id]!]));
  }

  /** The form as it would stand after this answer. */
  #now(): Values {
    const left = Object.fromEntries(Object.entries(this.#sent).filter(([id]) => !this.#asked.some((field) => field.id === id)));
    return Object.assign(left, ...this.#scopes.map(({ fields }) => fields.read())) as Values;
  }
}
