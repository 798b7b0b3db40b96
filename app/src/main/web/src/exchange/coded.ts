/** What an act says openly, from what was typed into its form: the members of `coded`, in the order of `exchange.md`. The rest of the form is sealed. */
import { time } from '../encoding.ts';
import type { Field, Form } from '../form/definition.ts';
import { instant } from '../form/time.ts';
import { isMoment, text } from '../form/values.ts';
import type { Values } from '../form/values.ts';
import type { ActKind, Coded, Conditions } from '../jws.ts';

/** The acts that have a form of their own. */
export type FormKind = Exclude<ActKind, 'send' | 'open'>;

/** What the page knows and nobody types. */
export interface Around {
  /** The officer's function, as the directory has it. */
  readonly function: string;
  /** The function that gets the request within the authority. */
  readonly assigned: string;
  /** Of a question: what was ticked. Of an answer: what was repaired. */
  readonly items: readonly string[];
  /** The act that this one is about: a result, or what was asked of one; empty where it is about the request itself. */
  readonly subject: string;
  /** Of the result that is received: signed again, they are accepted. */
  readonly conditions?: Conditions;
  /** Who gets the request, and the generation of the key it is sealed to. */
  readonly to?: { readonly authority: string; readonly generation: number };
}

type Coder<K extends FormKind> = (values: Values, around: Around, form: Form) => Coded[K];

const CODERS: { readonly [K in FormKind]: Coder<K> } = {
  'take-in-charge': (values, around) => ({ function: around.function, nextDate: next(values) }),
  accept: (values) => ({ nextDate: next(values) }),
  postpone: (values) => ({ ground: said(values, 'ground'), until: said(values, 'until') }),
  decline: (values, _, form) => ({ ground: said(values, 'ground'), kind: manner(form, said(values, 'ground')), extent: said(values, 'extent', 'whole') }),
  ask: (values, around) => ({ due: said(values, 'due'), items: around.items }),
  answer: (_, around) => ({ items: around.items }),
  assign: (_, around) => ({ function: around.assigned }),
  transfer: (values, around) => ({ to: around.to!.authority, generation: around.to!.generation, reason: said(values, 'reason') }),
  progress: (values) => ({ reason: said(values, 'reason'), nextDate: next(values) }),
  preserve: (values) => ({ from: moment(values['from']), until: said(values, 'until'), extent: said(values, 'extent') }),
  execute: (values) => ({ extent: said(values, 'extent') }),
  result: (values) => ({ part: said(values, 'part'), conditions: conditionsOf(values) }),
  receive: (_, around) => ({ result: around.subject, conditions: around.conditions! }),
  'refuse-conditions': (values, around) => ({ result: around.subject || null, reason: said(values, 'reason') }),
  'uphold-conditions': (_, around) => ({ result: around.subject || null }),
  'ask-use': (values, around) => ({ result: around.subject, use: said(values, 'use'), due: said(values, 'due') }),
  'grant-use': (values, around) => ({ asked: around.subject, decision: said(values, 'decision'), ground: text(values['ground']) || null }),
  withdraw: () => ({}),
  'ask-destruction': () => ({}),
  destroy: (values) => ({ outcome: said(values, 'outcome') }),
  share: (_, around) => ({ to: around.to!.authority, generation: around.to!.generation }),
  enquire: () => ({}),
  add: () => ({}),
  'let-lapse': (values) => ({ reason: said(values, 'reason') }),
  close: (values) => ({ outcome: said(values, 'outcome') }),
  call: (values) => ({ at: moment(values['at']) }),
  comment: () => ({}),
};

/** @param values that passed the examination of the form: what is needed is there. */
export function codedOf<K extends FormKind>(kind: K, values: Values, around: Around, form: Form): Coded[K] {
  return CODERS[kind](values, around, form);
}

/** Whether anything is left to be sealed, once the coded choices are taken out. */
export function hasMessage(fields: readonly Field[], values: Values): boolean {
  return fields.some((field) => field.coded === undefined && values[field.id] !== undefined);
}

function said<T extends string>(values: Values, id: string, otherwise = ''): T {
  return (text(values[id]) || otherwise) as T;
}

/** Of values that passed the examination, so that there is one. */
function moment(value: unknown): string {
  return time(isMoment(value) ? instant(value)! : new Date(NaN));
}

/** By the end of a day, or within some hours from now. */
function next(values: Values): string {
  const hours = Number(said(values, 'within'));
  return hours ? time(new Date(Date.now() + hours * 3_600_000)) : said(values, 'nextDate');
}

/** What kind of answer a ground is stands with the ground. */
function manner(form: Form, ground: string): Coded['decline']['kind'] {
  const kind = form.lists['ground']!.find((each) => each.code === ground)?.kind;
  return kind === 'notice' || kind === 'cannot' ? kind : 'refusal';
}

/** Of a result, as they were chosen. */
export function conditionsOf(values: Values): Conditions {
  return {
    tlp: said(values, 'tlp'),
    handling: said<'H0'>(values, 'handling') || null,
    purpose: said(values, 'purpose'),
    onward: said(values, 'onward'),
    court: said(values, 'court'),
  };
}
