/**
 * What a JWS of ours may say, member by member, in the one order of `exchange.md`: the types, and the test of an object that came from elsewhere.
 *
 * Threat: a payload that is well signed and yet not what it seems: a member too many, a number as a text, a day that does not exist. `ledger` refuses the same
 * ones (`docs/protocols/vectors/signed.json`).
 */
import type { Recipient } from './age.ts';

export interface OfficerStatement {
  readonly v: 1;
  readonly account: string;
  readonly recipient: Recipient;
  /** b64u of the Ed25519 public key. */
  readonly key: string;
  readonly time: string;
}

export interface AuthorityStatement {
  readonly v: 1;
  readonly authority: string;
  readonly generation: number;
  readonly recipient: Recipient;
  /** The authority's recovery sheet that this generation is sealed to, and the key that may admit where no officer is left. */
  readonly paper: Recipient | null;
  readonly paperKey: string | null;
  readonly previous: string | null;
  readonly time: string;
}

export interface Admission {
  readonly v: 1;
  readonly authority: string;
  readonly generation: number;
  readonly account: string;
  /** Hex SHA-256 of the officer-key statement. */
  readonly officerKey: string;
  readonly time: string;
}

export interface Departure {
  readonly v: 1;
  readonly authority: string;
  readonly generation: number;
  readonly account: string;
  readonly time: string;
}

/** Proof of the officer key over the server's challenge; `origin` is what the address bar shows, so that a proof made for another site is worth nothing. */
export interface KeyProof {
  readonly v: 1;
  readonly account: string;
  readonly challenge: string;
  readonly origin: string;
  readonly time: string;
}

export type ActKind = 'send' | 'open' | 'take-in-charge' | 'preserve' | 'decline' | 'ask' | 'answer' | 'withdraw';

export interface ContentReference {
  readonly document: string;
  readonly role: 'form' | 'message' | 'attachment';
  readonly sha256: string;
  readonly size: number;
}

export interface Act {
  readonly v: 1;
  readonly request: string;
  readonly act: string;
  readonly kind: ActKind;
  readonly authority: string;
  readonly account: string;
  readonly content: readonly ContentReference[];
  readonly coded: Readonly<Record<string, string | number | null>>;
  readonly previous: string | null;
  readonly clock: string;
}

export interface Receipt {
  readonly v: 1;
  readonly receipt: string;
  readonly kind: 'delivered' | 'opened' | 'taken-in-charge';
  readonly request: string;
  readonly act: string;
  readonly digest: string;
  readonly authority: string;
  readonly recipientKey: Recipient;
  readonly generation: number;
  readonly time: string;
  readonly index: number;
}

export interface Payloads {
  'enlace-act+jws': Act;
  'enlace-officer-key+jws': OfficerStatement;
  'enlace-authority-key+jws': AuthorityStatement;
  'enlace-admission+jws': Admission;
  'enlace-departure+jws': Departure;
  'enlace-receipt+jws': Receipt;
  'enlace-sign-in+jws': KeyProof;
  'enlace-recovery+jws': KeyProof;
  'enlace-ways+jws': KeyProof;
}
export type JwsType = keyof Payloads;

/** Whether this is a payload of that type, version 1: every member in its order, none left out, none added. */
export function fits<K extends JwsType>(type: K, value: object): value is Payloads[K] {
  if (!Object.hasOwn(SHAPES, type) || !matches(SHAPES[type], value)) return false;
  if (type === 'enlace-act+jws') return isAct(value as Act);
  return type !== 'enlace-authority-key+jws' || isAuthorityStatement(value as AuthorityStatement);
}

type Test = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Test>>;

const one: Test = (value) => value === 1;
const text = (pattern: RegExp): Test => (value) => typeof value === 'string' && pattern.test(value);
const word = (...words: string[]): Test => (value) => words.includes(value as string);
const orNull = (test: Test): Test => (value) => value === null || test(value);
const whole = (least: number, most = Number.MAX_SAFE_INTEGER): Test => (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const uuid = text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const hash = text(/^[0-9a-f]{64}$/);
const key = text(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
const recipient = text(/^age1[02-9ac-hj-np-z]{58}$/);
const authority = text(/^[a-z0-9][a-z0-9._-]{0,99}$/);
const code = text(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/);
const generation = whole(1, 2 ** 31 - 1);
const day: Test = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && exists(value, `${value}T00:00:00.000Z`);
const instant: Test = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) && exists(value, value);
const line: Test = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200 && !/[\u0000-\u001f\u007f-\u009f]/.test(value);

const proof: Shape = { v: one, account: uuid, challenge: text(/^[A-Za-z0-9_-]{43}$/), origin: text(/^https?:\/\/[^/\s]+$/), time: instant };
const content: Shape = { document: uuid, role: word('form', 'message', 'attachment'), sha256: hash, size: whole(1) };

const SHAPES: Readonly<Record<JwsType, Shape>> = {
  'enlace-officer-key+jws': { v: one, account: uuid, recipient, key, time: instant },
  'enlace-authority-key+jws': {
    v: one,
    authority,
    generation,
    recipient,
    paper: orNull(recipient),
    paperKey: orNull(key),
    previous: orNull(hash),
    time: instant,
  },
  'enlace-admission+jws': { v: one, authority, generation, account: uuid, officerKey: hash, time: instant },
  'enlace-departure+jws': { v: one, authority, generation, account: uuid, time: instant },
  'enlace-act+jws': {
    v: one,
    request: uuid,
    act: uuid,
    kind: (value) => typeof value === 'string' && Object.hasOwn(CODED, value),
    authority,
    account: uuid,
    content: (value) => Array.isArray(value) && value.length <= 500 && value.every((each) => matches(content, each)),
    coded: (value) => typeof value === 'object',
    previous: orNull(hash),
    clock: instant,
  },
  'enlace-receipt+jws': {
    v: one,
    receipt: uuid,
    kind: word('delivered', 'opened', 'taken-in-charge'),
    request: uuid,
    act: uuid,
    digest: hash,
    authority,
    recipientKey: recipient,
    generation,
    time: instant,
    index: whole(0),
  },
  'enlace-sign-in+jws': proof,
  'enlace-recovery+jws': proof,
  'enlace-ways+jws': proof,
};

const CODED: Readonly<Record<ActKind, Shape>> = {
  send: {
    measure: code,
    instrument: code,
    requestedState: text(/^[A-Z]{3}$/),
    requestedAuthority: authority,
    recipientGeneration: generation,
    urgency: word('urgent', 'ordinary'),
    status: word('new', 'extension'),
    extends: orNull(uuid),
    form: code,
  },
  open: {},
  'take-in-charge': { function: line, nextDate: day },
  preserve: { from: instant, until: day, extent: word('full', 'part') },
  decline: { ground: text(/^[a-z0-9][a-z0-9._-]{0,99}$/), kind: word('refusal', 'notice') },
  ask: { due: day },
  answer: {},
  withdraw: {},
};

/** What no single member can tell. */
function isAct(act: Act): boolean {
  const documents = new Set(act.content.map((each) => each.document));
  const extension = act.coded['status'] === 'extension';
  return (
    matches(CODED[act.kind], act.coded) &&
    documents.size === act.content.length &&
    (act.kind === 'send') === (act.previous === null) &&
    (act.kind !== 'send' || extension === (act.coded['extends'] !== null))
  );
}

function isAuthorityStatement({ generation: n, previous, paper, paperKey }: AuthorityStatement): boolean {
  return (n === 1) === (previous === null) && (paper === null) === (paperKey === null);
}

function matches(shape: Shape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(shape);
  const members = Object.entries(value);
  return members.length === names.length && members.every(([name, member], i) => name === names[i] && shape[name]!(member));
}

/** The calendar has this day, and the day this hour: written again, it reads the same. */
function exists(written: string, moment: string): boolean {
  const at = new Date(moment);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
}
