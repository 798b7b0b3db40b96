/**
 * What an extension, or a follow-up, takes over from the request it cites: opened here with that request's own key, put into the new draft, sealed again. The host hands over
 * sealed files and learns nothing, not even whether anything was taken over.
 *
 * Threat: the host hands out another record than the one that was agreed on. Nothing is taken from a record in which any act does not check.
 */
import type { Field, Form } from '../form/definition.ts';
import { omitted, text } from '../form/values.ts';
import type { Values } from '../form/values.ts';
import { dayIn } from '../form/time.ts';
import { requireOfficer } from '../vault.ts';
import { keyOf, openForm, openMessage } from './content.ts';
import { checkedRecord } from './record.ts';

/** `earlier-unsound`: an act or receipt of the earlier request does not check. */
export class EarlierError extends Error {
  readonly fault = 'earlier-unsound';

  constructor() {
    super('earlier-unsound');
    this.name = 'EarlierError';
  }
}

/** What the draft says of the earlier request in words, for the receiver too. */
export interface Cited {
  readonly request: string;
  readonly reference: string;
  /** The names of the two authorities. */
  readonly from: string;
  readonly to: string;
  /** The requested authority's, in which days are counted. */
  readonly zone: string;
}

export interface TakenOver {
  readonly values: Values;
  /** The language the free text was written in. */
  readonly language: string;
}

/** @throws Locked, NoCopy, EarlierError, TrustError, SealError, Problem */
export async function takeOver(cited: Cited, into: Form, now: Date = new Date()): Promise<TakenOver> {
  const acts = await checkedRecord(requireOfficer(), cited.request);
  if (acts.some((each) => each.verdict === 'broken' || each.receipt === 'broken')) throw new EarlierError();
  const key = await keyOf(cited.request);
  const sealed = await openForm(acts[0]!.act, key);
  const preserved = acts.map((each) => each.act).findLast((act) => act.kind === 'preserve');
  const told = preserved && (await openMessage(preserved, key));
  const ticket = text(told?.values['ticket']) || cited.reference;
  const from = preserved && new Date(preserved.coded.from);
  const sent = new Date(acts[0]!.act.clock);
  const preservation = sealed.form.startsWith('preservation/');
  const known = {
    ticket,
    ...(from ? { date: dayIn(cited.zone, from) } : {}),
    reference: cited.reference,
    askedBy: cited.from,
    executedBy: cited.to,
    channel: `Enlace, ${cited.reference}`,
  };
  return {
    language: sealed.language,
    values: {
      ...stillTrue(into, sealed.values, now),
      ...filled(into, { ...named('earlier', known), ...named(preservation ? 'preserved' : 'asked', { is: true, date: dayIn(cited.zone, sent), ...known }) }),
    },
  };
}

type Known = Readonly<Record<string, string | boolean>>;

const named = (kind: string, known: Known): Known => Object.fromEntries(Object.entries(known).map(([name, value]) => [`${kind}.${name}`, value]));

/** What the new form asks of the earlier request itself. */
function filled(form: Form, known: Known): Values {
  const answers = form.groups
    .flatMap((group) => group.fields)
    .map((field) => [field.id, field.fills === undefined ? undefined : known[field.fills]] as const)
    .filter((answer): answer is readonly [string, string | boolean] => answer[1] !== undefined);
  return Object.fromEntries(answers);
}

/**
 * What the new form asks as well, less what has to be decided anew and days that have passed. A reason for leaving something out stands where that is asked. What the earlier
 * request said of one before it (the preservation before the subscriber data) goes on being true.
 */
function stillTrue(form: Form, values: Values, now: Date): Values {
  const today = now.toISOString().slice(0, 10);
  const takes = Object.entries(form.takes ?? {});
  const there = (field: Field): Values[string] | undefined => values[takes.find(([, here]) => here === field.id)?.[0] ?? field.id];
  const fields = form.groups.flatMap((group) => group.fields);
  const kept = fields
    .filter((field) => field.type !== 'derived' && field.fresh !== true && !field.fills?.startsWith('earlier.') && field.coded === undefined && there(field) !== undefined)
    .filter((field) => field.type !== 'date' || field.fills !== undefined || text(there(field)) > today)
    .map((field) => [field.id, there(field)!] as const);
  const reasons = Object.entries(omitted(values)).filter(([path]) => fields.some((field) => field.id === path.split('/')[0]));
  return Object.fromEntries(reasons.length === 0 ? kept : [...kept, ['omitted', Object.fromEntries(reasons)]]);
}
