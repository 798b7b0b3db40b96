/**
 * A form's answers as somebody reads them: coded parts in the reader's language, free text as it was written with the language it is in, times as their source
 * had them and in the reader's own zone. Gives data, not markup: what was sealed by another program reaches the page as text only.
 */
import type { Basis, Choice, Field, Form, Group, Language } from './definition.ts';
import { city } from './cities.ts';
import { choice } from './definition.ts';
import { instant, offsetOf, sayDay, sayMoment, sayThere } from './time.ts';
import type { Context, Item, Scope, Values } from './values.ts';
import { codes, given, isAsked, isMoment, items, join, omitted, text, withDerived } from './values.ts';

/** One piece of an answer. `written` is what a person typed, `said` is ours in the reader's language, `time` has the reader's own time beside it. */
export type Piece =
  | { readonly kind: 'written'; readonly text: string; readonly lang: string }
  | { readonly kind: 'said'; readonly text: string; readonly note?: string }
  | { readonly kind: 'time'; readonly text: string; readonly at?: Date; readonly yours?: string };

export interface Entry {
  readonly path: string;
  readonly label: string;
  readonly rests: readonly Basis[];
  readonly section?: number;
  readonly pieces: readonly Piece[];
  /** Of a list: each item with its heading and entries. */
  readonly items: readonly { readonly title: string; readonly entries: readonly Entry[] }[];
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** What was recommended and left out, with the writer's reason. */
  readonly omitted: readonly Omitted[];
}

export interface Omitted {
  readonly label: string;
  readonly reason: string;
  readonly lang: string;
}

export interface Reader {
  readonly language: Language;
  /** The language the writer's interface was in: that of free text. */
  readonly written: string;
  /** The reader's own zone. */
  readonly zone: string;
  readonly yes: string;
}

/** @param groups ids of the groups wanted; all when not given. Groups without any answer are left out. */
export function read(form: Form, values: Values, context: Context, reader: Reader, groups?: readonly string[]): Chapter[] {
  const all = withDerived(form, values, context);
  const chapters: Chapter[] = [];
  for (const group of form.groups) {
    if (groups && !groups.includes(group.id)) continue;
    const entries = entriesOf(form, group.fields, [all], '', context, reader);
    const left = reasons(group, values, all, reader);
    if (chapters.length === 0) left.unshift(...inAnotherLanguage(form, values, reader));
    if (entries.length + left.length > 0) chapters.push({ id: group.id, title: group.title[reader.language], entries, omitted: left });
  }
  return chapters;
}

function entriesOf(form: Form, fields: readonly Field[], scope: Scope, path: string, context: Context, reader: Reader): Entry[] {
  return fields
    .filter((field) => isAsked(field, scope, context) && isThere(field, scope[0]![field.id]))
    .map((field) => entry(form, field, scope, join(path, field.id), context, reader));
}

/** Where a file is asked for, requests of earlier versions have a tick that it is attached. */
function isThere(field: Field, value: unknown): boolean {
  return given(field, value) || (field.type === 'files' && value === true);
}

function entry(form: Form, field: Field, scope: Scope, path: string, context: Context, reader: Reader): Entry {
  const value = scope[0]![field.id];
  const inner = field.type === 'list' ? items(value) : [];
  return {
    path,
    label: (field.short ?? field.label)[reader.language],
    rests: (field.rests ?? []).filter((basis) => basis.instrument === undefined || context.facts?.[`instrument:${basis.instrument}`] === true),
    ...(field.section === undefined ? {} : { section: field.section }),
    pieces: field.type === 'list' ? [] : pieces(form, field, value, reader),
    items: inner.map((item: Item, i) => ({
      title: field.item!.one[reader.language].replace('{0}', String(i + 1)),
      entries: entriesOf(form, field.fields!, [item, ...scope], join(path, i), context, reader),
    })),
  };
}

function pieces(form: Form, field: Field, value: unknown, reader: Reader): Piece[] {
  switch (field.type) {
    case 'tick':
      return [{ kind: 'said', text: field.short ? field.label[reader.language] : reader.yes }];
    case 'choice':
      return [coded(form, field, text(value), reader)];
    case 'choices':
      return codes(value).map((code) => coded(form, field, code, reader));
    case 'date':
      return [{ kind: 'time', text: sayDay(text(value), reader.language) }];
    case 'moment':
      return [moment(value, reader)];
    case 'zone':
      return [{ kind: 'said', text: city(text(value)), note: text(value) }];
    case 'files':
      return value === true ? [{ kind: 'said', text: reader.yes }] : codes(value).map((name) => ({ kind: 'written', text: name, lang: '' }));
    case 'derived':
      return [field.list === undefined ? { kind: 'said', text: text(value) } : coded(form, field, text(value), reader)];
    default:
      return [{ kind: 'written', text: text(value), lang: reader.written }];
  }
}

/** A code that this reader's program does not know, of a later version or another's making, is shown as it is. */
function coded(form: Form, field: Field, code: string, reader: Reader): Piece {
  const chosen = choice(form, field, code);
  return { kind: 'said', text: chosen ? sayChoice(chosen, form, reader.language) : code };
}

export function sayChoice(chosen: Choice, form: Form, language: Language): string {
  const label = chosen.label[language];
  return chosen.article === undefined || form.lists['offence']?.includes(chosen) !== true ? label : `${label} (art. ${chosen.article})`;
}

function moment(value: unknown, reader: Reader): Piece {
  const typed = isMoment(value) ? value : {};
  const at = instant(typed);
  if (!at) return { kind: 'time', text: sayMoment(typed, reader.language) };
  if (offsetOf(reader.zone, at) === typed.offset) return { kind: 'time', text: sayMoment(typed, reader.language), at };
  return { kind: 'time', text: sayMoment(typed, reader.language), at, yours: sayThere(typed, at, reader.zone, reader.language) };
}

/** Why it is in a language that the requested state did not say it takes. */
function inAnotherLanguage(form: Form, values: Values, reader: Reader): Omitted[] {
  const reason = text(omitted(values)['language']);
  const label = form.sentences['language']?.[reader.language];
  return reason && label ? [{ label, reason, lang: reader.written }] : [];
}

function reasons(group: Group, values: Values, all: Readonly<Record<string, unknown>>, reader: Reader): Omitted[] {
  const left: Omitted[] = [];
  const within = (fields: readonly Field[], path: string): void => {
    for (const field of fields) {
      const here = join(path, field.id);
      const reason = text(omitted(values)[here]);
      if (reason && !given(field, all[here])) left.push({ label: field.label[reader.language], reason, lang: reader.written });
      within(field.fields ?? [], here);
    }
  };
  within(group.fields, '');
  return left;
}
