/**
 * What an extension takes over from the request it prolongs: opened here with that request's own key, put into the new draft, sealed again. The host hands over
 * sealed files and learns nothing, not even whether anything was taken over.
 *
 * Threat: the host hands out another record than the one that was agreed on. Nothing is taken from a record in which any act does not check.
 */
import { loadForm } from '../form/definition.ts';
import type { Form } from '../form/definition.ts';
import { text } from '../form/values.ts';
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

/** Urgency and the statement of 29(2)(f) are declared anew each time; the rest of these is about the earlier request itself. */
const FRESH = new Set(['P-14', 'P-17', 'P-17.reason', 'P-03.ticket', 'P-18.earlier', 'P-18.date', 'P-18.ticket', 'P-18.askedBy', 'P-18.executedBy', 'P-18.channel']);

/** @throws Locked, NoCopy, EarlierError, TrustError, SealError, Problem */
export async function takeOver(cited: Cited, now: Date = new Date()): Promise<TakenOver> {
  const acts = await checkedRecord(requireOfficer(), cited.request);
  if (acts.some((each) => each.verdict === 'broken' || each.receipt === 'broken')) throw new EarlierError();
  const key = await keyOf(cited.request);
  const sealed = await openForm(acts[0]!.act, key);
  const form = await loadForm(sealed.form);
  const preserved = acts.map((each) => each.act).findLast((act) => act.kind === 'preserve');
  const told = preserved && (await openMessage(preserved, key));
  const ticket = text(told?.values['ticket']) || cited.reference;
  const from = preserved && new Date(preserved.coded.from);
  return {
    language: sealed.language,
    values: {
      ...stillTrue(form, sealed.values, now),
      'P-03.ticket': ticket,
      ...(from && { 'P-18.date': dayIn(cited.zone, from) }),
      'P-18.askedBy': cited.from,
      'P-18.executedBy': cited.to,
      'P-18.channel': `Enlace, ${cited.reference}`,
    },
  };
}

/** What the form of today still asks, less what has to be said anew and days that have passed. */
function stillTrue(form: Form, values: Values, now: Date): Values {
  const today = now.toISOString().slice(0, 10);
  const kept = form.groups
    .flatMap((group) => group.fields)
    .filter((field) => field.type !== 'derived' && !FRESH.has(field.id) && values[field.id] !== undefined)
    .filter((field) => field.type !== 'date' || text(values[field.id]) > today)
    .map((field) => [field.id, values[field.id]!] as const);
  return Object.fromEntries(values['omitted'] === undefined ? kept : [...kept, ['omitted', values['omitted']]]);
}
