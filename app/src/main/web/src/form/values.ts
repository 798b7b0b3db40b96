/**
 * What was typed, as it stands in a draft, in a form and in a message. A value that is empty is left out, so that "not there" has one shape.
 *
 * Threat: values of a received form were written by another program. Nothing is assumed of their shape: what does not fit counts as not there.
 */
import type { Uploaded } from '../upload.ts';
import type { Condition, Field, Form, Multilingual, Need } from './definition.ts';

/** A day, a time and the offset it was read with; each part may still be missing while it is typed. */
export interface Moment {
  readonly date?: string;
  readonly time?: string;
  readonly offset?: string;
}

export type Item = Readonly<Record<string, Value>>;
export type Value = string | boolean | readonly string[] | Moment | readonly Item[];
/** Field id → value. `omitted` holds the reasons for what is recommended and left out: path of the field → reason. */
export type Values = Readonly<Record<string, Value | Readonly<Record<string, string>>>>;

/** What the rules need to know besides the values. */
export interface Context {
  /** What fills derived fields: `status`, `requestedAuthority`, `requestingAuthority`, `function` … */
  readonly derived?: Readonly<Record<string, string>>;
  /** Facts by the names conditions use: `instrument:budapest`, `status:extension`, `bound:oas-a55`, `reservation29(4)`, `offenceOutside2to11`. */
  readonly facts?: Readonly<Record<string, boolean>>;
  /** What is attached: it answers the fields that ask for files. */
  readonly files?: readonly AttachedFile[];
  /** What the requested state declared of single fields, by id. */
  readonly asks?: Readonly<Record<string, Ask>>;
  /** The language the free text is in, those the requested state takes (none: no source says), and those there is an official translation into. */
  readonly language?: { readonly written: string; readonly accepted: readonly string[]; readonly translated: readonly string[] };
  /** The zone in which days are counted: the requested authority's for a preservation, else the writer's. */
  readonly zone: string;
  readonly now: Date;
}

/** What whoever attached a file said of it. */
export type AttachedFile = Pick<Uploaded, 'name' | 'kind' | 'version'>;

/** What a requested state declared of a field; its note is in one to four languages. */
export interface Ask {
  readonly need: Need | 'not-accepted';
  readonly note: Partial<Multilingual>;
}

/** Where a field looks for others: the item it stands in, then what surrounds it. */
export type Scope = readonly Readonly<Record<string, unknown>>[];

export function isMoment(value: unknown): value is Moment {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

export function codes(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

export function items(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter((each): each is Item => typeof each === 'object' && each !== null && !Array.isArray(each)) : [];
}

/** Whether there is anything at all; half a moment is something. */
export function given(field: Field, value: unknown): boolean {
  switch (field.type) {
    case 'tick':
      return value === true;
    case 'choices':
    case 'files':
      return codes(value).length > 0;
    case 'moment':
      return isMoment(value) && [value.date, value.time, value.offset].some((part) => text(part) !== '');
    case 'list':
      return items(value).length > 0;
    default:
      return text(value) !== '';
  }
}

/** The values with the derived ones among them, as rules see them, and the names of the files that are asked for. */
export function withDerived(form: Form, values: Values, context: Context): Record<string, unknown> {
  const all: Record<string, unknown> = { ...values };
  for (const group of form.groups) {
    for (const field of group.fields) {
      if (field.from !== undefined) all[field.id] = context.derived?.[field.from];
      const files = filesOf(field, context);
      if (files.length > 0) all[field.id] = files.map((file) => file.name);
    }
  }
  return all;
}

/** The files that a field asks for, of those that are attached. */
export function filesOf(field: Field, context: Context): readonly AttachedFile[] {
  return field.type === 'files' ? (context.files ?? []).filter((file) => file.kind === field.annex) : [];
}

/** The languages there is an official translation of the request itself into. A draft from before files said what they are keeps what it had. */
export function translations(files: readonly Uploaded[]): readonly string[] {
  return files.filter(({ relation, kind }) => relation === 'official' && (kind === undefined || kind === 'request')).flatMap((each) => each.language ?? []);
}

/** Choices that a draft begins with; the officer sees them and may change them. */
export function presets(form: Form): Values {
  const preset = form.groups.flatMap((group) => group.fields).filter((field) => field.preset !== undefined);
  return Object.fromEntries(preset.map((field) => [field.id, field.preset!]));
}

/** The answers that the host may see, by the names of the act's members. */
export function coded(form: Form, values: Values): Readonly<Record<string, string>> {
  const stated = form.groups
    .flatMap((group) => group.fields)
    .filter((field) => field.coded !== undefined && field.type === 'choice' && given(field, values[field.id]))
    .map((field) => [field.coded!, text(values[field.id])] as const);
  return Object.fromEntries(stated);
}

export function look(scope: Scope, id: string): unknown {
  return scope.find((each) => Object.hasOwn(each, id) && each[id] !== undefined)?.[id];
}

export function applies(condition: Condition | undefined, scope: Scope, context: Context): boolean {
  if (!condition) return true;
  if (condition.any) return condition.any.some((each) => applies(each, scope, context));
  if (condition.all) return condition.all.every((each) => applies(each, scope, context));
  if (condition.not) return !applies(condition.not, scope, context);
  if (condition.context !== undefined) return context.facts?.[condition.context] === true;
  const value = look(scope, condition.field!);
  return condition.is!.some((wanted) => value === wanted || (value === undefined && wanted === false) || codes(value).some((each) => each === wanted));
}

/** Whether a field is asked on this route: it applies, and the requested state takes it. */
export function isAsked(field: Field, scope: Scope, context: Context): boolean {
  return context.asks?.[field.id]?.need !== 'not-accepted' && applies(field.when, scope, context);
}

/** How much a field is needed on this route: what the requested state declared prevails over what the form says for everybody. */
export function needOf(field: Field, scope: Scope, context: Context): Need {
  const declared = context.asks?.[field.id]?.need;
  if (declared !== undefined && declared !== 'not-accepted') return declared;
  return field.demands?.find((demand) => applies(demand.when, scope, context))?.need ?? field.need;
}

/** Path of a field for links and element ids: `P-10/0/selectors/1/value`. */
export function join(...parts: (string | number)[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** The same for every item: `P-10/selectors/value`. A reason for leaving something out is given once. */
export function general(path: string): string {
  return path.replace(/\/\d+(?=\/)/g, '');
}

export function omitted(values: Values): Readonly<Record<string, string>> {
  const reasons = values['omitted'];
  return typeof reasons === 'object' && !Array.isArray(reasons) ? (reasons as Record<string, string>) : {};
}
