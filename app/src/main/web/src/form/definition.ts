/**
 * What a form asks, as data: the same definition that the server draws pages from (`forms/*.json`, put together and checked there at start). Rules are evaluated here
 * and only here, because the server never sees a value.
 */
import type { FileKind } from '../upload.ts';
import { learnCities } from './cities.ts';

export type Language = 'en' | 'es' | 'fr' | 'pt';
export type Multilingual = Readonly<Record<Language, string>>;
/** V: compared with the text of the treaty or template. V2: told by another source. D: our own reading or practice. U: not verified. */
export type Mark = 'V' | 'V2' | 'D' | 'U';
export type Need = 'blocking' | 'recommended' | 'optional';
export type FieldType =
  | 'text' | 'long' | 'tick' | 'choice' | 'choices' | 'date' | 'moment' | 'port' | 'email' | 'phone' | 'zone' | 'list' | 'files' | 'derived';

export interface Basis {
  /** Whose article it is, where the profile serves several instruments. */
  readonly instrument?: string;
  readonly article?: string;
  readonly mark: Mark;
}

export interface Condition {
  readonly field?: string;
  readonly is?: readonly (string | boolean)[];
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
  readonly not?: Condition;
  /** `instrument:<id>` (`instrument:none` without a treaty), `measure:<code>`, `status:<status>`, `bound:<id>`, or a fact by its name. */
  readonly context?: string;
}

export interface Choice {
  readonly code: string;
  readonly label: Multilingual;
  readonly note?: Multilingual;
  readonly article?: string;
  readonly mark?: Mark;
  readonly iccs?: string;
  readonly pattern?: string;
  readonly kind?: 'refusal' | 'notice' | 'cannot' | 'postponement' | 'condition' | 'outcome';
  readonly when?: Condition;
}

export interface Rule {
  readonly kind: 'oneOf' | 'order' | 'days' | 'notPast' | 'notFuture';
  readonly fields: readonly string[];
  readonly need: Need;
  readonly rests?: readonly Basis[];
  readonly section?: number;
  readonly days?: number;
  readonly says: Multilingual;
}

export interface Field {
  readonly id: string;
  readonly type: FieldType;
  readonly need: Need;
  /** Where the need is another: the first one whose condition holds decides. */
  readonly demands?: readonly { readonly when: Condition; readonly need: Need }[];
  readonly rests?: readonly Basis[];
  readonly section?: number;
  readonly when?: Condition;
  readonly list?: string;
  readonly like?: string;
  readonly suggests?: string;
  readonly coded?: string;
  readonly from?: string;
  /** Of `files`: what a file has to be said to be. */
  readonly annex?: FileKind;
  /** What of the earlier request it holds where one is cited: `earlier.ticket`, `earlier.date`, `earlier.reference`, `earlier.askedBy`, `earlier.executedBy`, `earlier.channel`. */
  readonly fills?: string;
  /** Decided anew each time: never taken over. */
  readonly fresh?: boolean;
  /** The choice that a new draft begins with. */
  readonly preset?: string;
  readonly max?: number;
  readonly label: Multilingual;
  /** What an answer is listed under where the label is a whole statement. */
  readonly short?: Multilingual;
  readonly hint?: Multilingual;
  readonly missing?: Multilingual;
  readonly item?: { readonly one: Multilingual; readonly add: Multilingual; readonly remove: Multilingual };
  readonly fields?: readonly Field[];
  readonly rules?: readonly Rule[];
}

export interface Group {
  readonly id: string;
  readonly title: Multilingual;
  readonly intro: Multilingual;
  readonly fields: readonly Field[];
  readonly rules?: readonly Rule[];
}

export interface Form {
  readonly form: string;
  /** What a profile asks for; the messages of acts have none of these. */
  readonly measure?: string;
  /** Other measures that it serves. */
  readonly also?: readonly string[];
  readonly answers?: string;
  readonly serves?: readonly { readonly instrument: string | null; readonly article?: string; readonly mark: Mark }[];
  readonly follows?: readonly string[];
  /** Where a field is called otherwise in the form that is followed: its name there → its name here. */
  readonly takes?: Readonly<Record<string, string>>;
  readonly template?: { readonly symbol: string; readonly date: string; readonly lastKnownSection: number };
  readonly title: Multilingual;
  readonly groups: readonly Group[];
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
  readonly sentences: Readonly<Record<string, Multilingual>>;
}

const known = new Map<string, Promise<Form>>();

/** By name and version as acts carry it, such as `preservation/1`. Fetched once. @throws TypeError when the server does not have it */
export async function loadForm(name: string): Promise<Form> {
  const [form] = await Promise.all([once(name), learnCities()]);
  return form;
}

function once(name: string): Promise<Form> {
  let form = known.get(name);
  if (!form) {
    form = fetchForm(name);
    form.catch(() => known.delete(name));
    known.set(name, form);
  }
  return form;
}

async function fetchForm(name: string): Promise<Form> {
  if (!/^[a-z-]+\/[0-9]+$/.test(name)) throw new TypeError(`not the name of a form: ${name}`);
  const response = await fetch(`/forms/${name.replace('/', '-')}.json`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new TypeError(`${name}: ${response.status}`);
  return (await response.json()) as Form;
}

export function group(form: Form, id: string): Group {
  const found = form.groups.find((each) => each.id === id);
  if (!found) throw new TypeError(`${form.form} has no ${id}`);
  return found;
}

export function choice(form: Form, field: Field, code: unknown): Choice | undefined {
  return field.list === undefined ? undefined : form.lists[field.list]?.find((each) => each.code === code);
}
