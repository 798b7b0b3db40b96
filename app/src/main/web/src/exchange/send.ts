/**
 * Sending a request: its form sealed to the request's key, that key sealed to the two authorities, the act signed, all of it posted until the server has it.
 *
 * Threat: the host hands out a key of its own as the requested authority's. Nothing is sealed to a key that did not pass every check of `trust.ts`.
 */
import type { Identity } from '../age.ts';
import { recipientOf } from '../age.ts';
import type { Conditions, RequestStatus } from '../jws.ts';
import type { Waiting } from '../persist.ts';
import { sealRequestKey } from '../keys.ts';
import { trustedAuthority } from '../trust.ts';
import { uploadJson } from '../upload.ts';
import type { Uploaded } from '../upload.ts';
import { currentAuthorityKey, requireOfficer } from '../vault.ts';
import { deliver, reference, signAct, withKeys } from './deliver.ts';
import type { Answered } from './deliver.ts';

/** A request that is ready to be sent. */
export interface Outgoing {
  readonly request: string;
  /** The request's key, as the draft keeps it. */
  readonly key: Identity;
  /** `preservation/1` */
  readonly form: string;
  /** The language the free text was written in. */
  readonly language: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Uploaded to this request already. */
  readonly attachments: readonly Uploaded[];
  readonly measure: string;
  /** Null where it is asked without a treaty. */
  readonly instrument: string | null;
  readonly requestedState: string;
  readonly requestedAuthority: string;
  readonly urgency: 'urgent' | 'ordinary';
  readonly status: RequestStatus;
  /** The request that this one extends or follows up; null for all others. */
  readonly earlier: string | null;
  readonly conditions: Conditions;
}

/** How far it is, for whoever waits. */
export type SendingStep = 'checking' | 'sealing' | 'sending';

/**
 * @param step told as it goes on.
 * @param waiting told when the connection or the session is missing, and with undefined when it goes on.
 * @throws Locked, NoCopy, TrustError (nothing was sent), Problem with the server's reason (nothing was sent), AbortError
 */
export async function send(
  outgoing: Outgoing,
  signal: AbortSignal,
  step: (step: SendingStep) => void = () => undefined,
  waiting: (waiting: Waiting | undefined) => void = () => undefined,
): Promise<Answered> {
  const { request, form, language, values, attachments } = outgoing;
  const officer = requireOfficer();
  step('checking');
  const own = await currentAuthorityKey();
  const requested = await trustedAuthority(officer, outgoing.requestedAuthority);

  step('sealing');
  const key = { request, identity: outgoing.key, recipient: await recipientOf(outgoing.key) };
  const copies = [
    { authority: own.authority, generation: own.generation, file: await sealRequestKey(key, own.recipient) },
    { authority: requested.authority, generation: requested.generation, file: await sealRequestKey(key, requested.recipient) },
  ];
  const sealed = await uploadJson({ v: 1, kind: 'form', form, language, values, attachments }, request, key.recipient).result;

  step('sending');
  const act = signAct(officer, {
    request,
    kind: 'send',
    authority: own.authority,
    content: [reference('form', sealed), ...attachments.map((each) => reference('attachment', each))],
    coded: {
      measure: outgoing.measure,
      instrument: outgoing.instrument,
      requestedState: outgoing.requestedState,
      requestedAuthority: outgoing.requestedAuthority,
      recipientGeneration: requested.generation,
      urgency: outgoing.urgency,
      status: outgoing.status,
      earlier: outgoing.earlier,
      form,
      conditions: outgoing.conditions,
    },
    previous: null,
  });
  return deliver(withKeys(act, copies), signal, waiting);
}
