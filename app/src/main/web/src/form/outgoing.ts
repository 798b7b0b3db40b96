/** What of a draft becomes a request: its form, and the coded choices that the host may see. */
import { newIdentity } from '../age.ts';
import { newId } from '../encoding.ts';
import type { Conditions } from '../jws.ts';
import type { Outgoing } from '../exchange/send.ts';
import type { Form } from './definition.ts';
import { finished } from './finished.ts';
import type { Values } from './values.ts';
import { coded } from './values.ts';
import type { WorkingDraft } from './working-draft.ts';

export function outgoing(draft: WorkingDraft): Outgoing {
  const { form, route, values, context } = draft;
  return {
    request: draft.id,
    key: draft.key,
    form: form.form,
    language: draft.language,
    values: finished(form, values, context),
    attachments: draft.attachments,
    measure: route.measure,
    instrument: route.instrument,
    requestedState: route.requestedState,
    requestedAuthority: route.requestedAuthority,
    urgency: coded(form, values)['urgency'] === 'urgent' ? 'urgent' : 'ordinary',
    status: route.status,
    earlier: route.earlier,
    conditions: conditions(form, values),
  };
}

/** The same for comment only: a request of its own that asks for nothing and starts no clock, sealed to a key of its own. Files belong to the request to come and stay with it. */
export async function forComment(draft: WorkingDraft): Promise<Outgoing> {
  return { ...outgoing(draft), request: newId(), key: await newIdentity(), attachments: [], status: 'comment', earlier: null };
}

/** What a form does not ask is given as a request usually is: for the authority it goes to, and for the proceedings it names. */
const USUAL: Conditions = { tlp: 'amber', handling: null, purpose: 'proceedings', onward: 'ask', court: 'free' };

/** The conditions as the form's fields state them: those whose `coded` is the name of one. */
export function conditions(form: Form, values: Values): Conditions {
  const stated = Object.entries(coded(form, values)).filter(([name]) => Object.hasOwn(USUAL, name));
  return { ...USUAL, ...Object.fromEntries(stated) };
}
