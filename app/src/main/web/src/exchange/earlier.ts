/**
 * What an extension, or a follow-up, takes over from the request it cites: opened here with that request's own key, put into the new draft, sealed again. The host hands over
 * sealed files and learns nothing, not even whether anything was taken over.
 *
 * Threat: the host hands out another record than the one that was agreed on. Nothing is taken from a record in which any act does not check.
 */
import { loadForm } from '../form/definition.ts';
import type { Field, Form } from '../form/definition.ts';
import { omitted, text } from '../form/values.ts';
import type { Values } from '../form/values.ts';
import { dayIn } from '../form/time.ts';
import type { Act } from '../jws.ts';
import type { RequestKey } from '../keys.ts';
import { requireOfficer } from '../vault.ts';
import { keyOf, openForm, openMessage } from './content.ts';
import { providersIn } from './disclosed.ts';
import type { Provider } from './disclosed.ts';
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
  /** The state that is asked now, where it is another than the one that was asked before. */
  readonly third?: string;
}

export interface TakenOver {
  readonly values: Values;
  /** The language the free text was written in. */
  readonly language: string;
}

/** @param cites whether the new request names it; one that was taken back is only copied. @throws Locked, NoCopy, EarlierError, TrustError, SealError, Problem */
export async function takeOver(cited: Cited, into: Form, cites = true, now: Date = new Date()): Promise<TakenOver> {
  const acts = await checkedRecord(requireOfficer(), cited.request);
  if (acts.some((each) => each.verdict === 'broken' || each.receipt === 'broken')) throw new EarlierError();
  const key = await keyOf(cited.request);
  const sealed = await openForm(acts[0]!.act, key);
  if (!cites) return { language: sealed.language, values: stillTrue(into, sealed.values, now, false) };
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
  const disclosed = cited.third === undefined ? {} : await disclosedIn(cited.third, await loadForm((await loadForm(sealed.form)).answers!), acts.map((each) => each.act), key);
  return {
    language: sealed.language,
    values: {
      ...stillTrue(into, sealed.values, now, cited.third !== undefined),
      ...filled(into, {
        ...named('earlier', known),
        ...named(preservation ? 'preserved' : 'asked', { is: true, date: dayIn(cited.zone, sent), ...known }),
        ...named('disclosed', disclosed),
      }),
    },
  };
}

/** Of the providers in that state, what the results say whose conditions were accepted. */
async function disclosedIn(state: string, answers: Form, acts: readonly Act[], key: RequestKey): Promise<Known> {
  const received = new Set(acts.flatMap((act) => (act.kind === 'receive' ? [act.coded.result] : [])));
  const found: Provider[] = [];
  for (const act of acts.filter((each) => each.kind === 'result' && received.has(each.act))) {
    const message = await openMessage(act, key);
    if (message) found.push(...providersIn(message.values, answers).filter((each) => each.state === state));
  }
  const all = (said: (provider: Provider) => string): string => [...new Set(found.map(said).filter((each) => each !== ''))].join('; ');
  const known = { provider: all((each) => each.name), place: all((each) => each.place), contact: all((each) => each.contact) };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
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
 * What the new form asks as well, less what has to be decided anew, days that have passed, and files, which belong to their own request. A reason for leaving something out stands where that is asked. What the earlier
 * request said of one before it (the preservation before the subscriber data) goes on being true. Who has the data does not, in another state.
 */
function stillTrue(form: Form, values: Values, now: Date, elsewhere: boolean): Values {
  const today = now.toISOString().slice(0, 10);
  const takes = Object.entries(form.takes ?? {});
  const there = (field: Field): Values[string] | undefined => values[takes.find(([, here]) => here === field.id)?.[0] ?? field.id];
  const fields = form.groups.flatMap((group) => group.fields);
  const kept = fields
    .filter((field) => field.type !== 'derived' && field.type !== 'files' && field.fresh !== true && !field.fills?.startsWith('earlier.') && field.coded === undefined && there(field) !== undefined)
    .filter((field) => !elsewhere || !field.fills?.startsWith('disclosed.'))
    .filter((field) => field.type !== 'date' || field.fills !== undefined || text(there(field)) > today)
    .map((field) => [field.id, there(field)!] as const);
  const reasons = Object.entries(omitted(values)).filter(([path]) => fields.some((field) => field.type !== 'files' && field.id === path.split('/')[0]));
  return Object.fromEntries(reasons.length === 0 ? kept : [...kept, ['omitted', Object.fromEntries(reasons)]]);
}
