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

export type ActKind = keyof Coded;

/** Under which something is given. Whoever opens or receives signs the very same conditions again, and has accepted them by that. */
export interface Conditions {
  readonly tlp: 'clear' | 'green' | 'amber' | 'amber-strict' | 'red';
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3' | null;
  readonly purpose: 'any' | 'proceedings' | 'inform';
  readonly onward: Leave;
  readonly court: Leave;
}
export type Leave = 'free' | 'ask' | 'none';
export type RequestStatus = 'new' | 'extension' | 'follow-up' | 'comment';

/** What the host may read of an act, by its kind. */
export interface Coded {
  send: {
    readonly measure: string;
    readonly instrument: string | null;
    readonly requestedState: string;
    readonly requestedAuthority: string;
    readonly recipientGeneration: number;
    readonly urgency: 'urgent' | 'ordinary';
    readonly status: RequestStatus;
    readonly earlier: string | null;
    readonly form: string;
    readonly conditions: Conditions;
  };
  open: { readonly conditions: Conditions };
  'take-in-charge': { readonly function: string; readonly nextDate: string };
  accept: { readonly nextDate: string };
  postpone: { readonly ground: string; readonly until: string };
  decline: { readonly ground: string; readonly kind: 'refusal' | 'notice' | 'cannot'; readonly extent: 'whole' | 'part' };
  ask: { readonly due: string; readonly items: readonly string[] };
  answer: { readonly items: readonly string[] };
  assign: { readonly function: string };
  transfer: { readonly to: string; readonly generation: number; readonly reason: 'wrong-office' | 'competence' | 'other' };
  progress: { readonly reason: string; readonly nextDate: string };
  preserve: { readonly from: string; readonly until: string; readonly extent: 'full' | 'part' };
  execute: { readonly extent: 'full' | 'part' };
  result: { readonly part: 'final' | 'partial'; readonly conditions: Conditions };
  receive: { readonly result: string; readonly conditions: Conditions };
  'refuse-conditions': { readonly result: string | null; readonly reason: string };
  'uphold-conditions': { readonly result: string | null };
  'ask-use': { readonly result: string; readonly use: 'court' | 'other-case' | 'other-authority' | 'defence'; readonly due: string };
  'grant-use': { readonly asked: string; readonly decision: 'granted' | 'part' | 'conditions' | 'refused'; readonly ground: string | null };
  withdraw: object;
  'ask-destruction': object;
  destroy: { readonly outcome: 'destroyed' | 'kept' };
  'let-lapse': { readonly reason: string };
  share: { readonly to: string; readonly generation: number };
  enquire: object;
  add: object;
  close: { readonly outcome: 'used' | 'not-used' | 'no-longer-needed' | 'answered' };
  call: { readonly at: string };
  comment: object;
}

export interface ContentReference {
  readonly document: string;
  readonly role: 'form' | 'message' | 'attachment';
  readonly sha256: string;
  readonly size: number;
}

/** An act of a kind; where the kind is not known, of any. */
export type Act = { [K in ActKind]: ActOf<K> }[ActKind];

export interface ActOf<K extends ActKind> {
  readonly v: 1;
  readonly request: string;
  readonly act: string;
  readonly kind: K;
  readonly authority: string;
  readonly account: string;
  readonly content: readonly ContentReference[];
  readonly coded: Readonly<Coded[K]>;
  readonly previous: string | null;
  readonly clock: string;
}

export interface Receipt {
  readonly v: 1;
  readonly receipt: string;
  readonly kind: (typeof RECEIPTS)[number];
  readonly request: string;
  readonly act: string;
  readonly digest: string;
  readonly authority: string;
  readonly recipientKey: Recipient;
  readonly generation: number;
  readonly time: string;
  readonly index: number;
}

/** What the host signs when it does not take something. */
export interface Refusal {
  readonly v: 1;
  readonly refusal: string;
  readonly code: string;
  readonly next: 'author' | 'authority' | 'counterpart' | 'nobody';
  readonly kind: 'act' | 'chunk' | 'file';
  readonly request: string;
  readonly id: string;
  readonly digest: string;
  readonly authority: string;
  readonly account: string;
  readonly time: string;
  readonly size: number;
  readonly root: string;
  readonly entered: boolean;
}

/** What the host signs when nothing had happened by the time it should have: whom it told, or that nobody could be told. */
export interface Reminder {
  readonly v: 1;
  readonly reminder: string;
  readonly request: string;
  /** The act that is waited on. */
  readonly act: string;
  readonly digest: string;
  readonly step: (typeof STEPS)[number];
  /** Who was to act. */
  readonly authority: string;
  readonly due: string;
  readonly time: string;
  readonly letters: { readonly requested: number; readonly requesting: number };
}

const STEPS = ['deputy', 'coordinators', 'half', 'three-quarters', 'nine-tenths', 'days-14', 'days-7', 'days-3', 'day-1', 'lapsed', 'overdue'] as const;

/** Those that say that the time is over. */
const AFTERWARDS: readonly string[] = ['deputy', 'coordinators', 'lapsed', 'overdue'];

const RECEIPTS = ['delivered', 'opened', 'taken-in-charge', 'recalled', 'transferred', 'result-delivered'] as const;

/** An authority gives up what it keeps of requests that are over. */
export interface Release {
  readonly v: 1;
  /** Of the proposal that is approved. */
  readonly release: string;
  readonly authority: string;
  readonly account: string;
  /** Somebody else. */
  readonly proposer: string;
  readonly ground: (typeof GROUNDS)[number];
  readonly requests: readonly string[];
  readonly time: string;
}

const GROUNDS = ['period', 'order'] as const;

export interface Payloads {
  'enlace-act+jws': Act;
  'enlace-officer-key+jws': OfficerStatement;
  'enlace-authority-key+jws': AuthorityStatement;
  'enlace-admission+jws': Admission;
  'enlace-departure+jws': Departure;
  'enlace-receipt+jws': Receipt;
  'enlace-release+jws': Release;
  'enlace-refusal+jws': Refusal;
  'enlace-reminder+jws': Reminder;
  'enlace-sign-in+jws': KeyProof;
  'enlace-recovery+jws': KeyProof;
  'enlace-ways+jws': KeyProof;
  'enlace-case-system+jws': KeyProof;
}
export type JwsType = keyof Payloads;

/** Whether this is a payload of that type, version 1: every member in its order, none left out, none added. */
export function fits<K extends JwsType>(type: K, value: object): value is Payloads[K] {
  if (!Object.hasOwn(SHAPES, type) || !matches(SHAPES[type], value)) return false;
  if (type === 'enlace-act+jws') return isAct(value as Act);
  if (type === 'enlace-release+jws') return (value as Release).account !== (value as Release).proposer;
  if (type === 'enlace-reminder+jws') return isReminder(value as Reminder);
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
const ground = text(/^[a-z0-9][a-z0-9._-]{0,99}$/);
const generation = whole(1, 2 ** 31 - 1);
const day: Test = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && exists(value, `${value}T00:00:00.000Z`);
const instant: Test = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) && exists(value, value);
/** The end of a day at the requested authority, or a moment. */
const until: Test = (value) => day(value) || instant(value);
const line: Test = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200 && !/[\u0000-\u001f\u007f-\u009f]/.test(value);

const extent = word('full', 'part');
const leave = word('free', 'ask', 'none');
const items: Test = (value) => Array.isArray(value) && value.length <= 200 && new Set(value).size === value.length && value.every(code);
const conditions: Test = (value) =>
  matches(
    {
      tlp: word('clear', 'green', 'amber', 'amber-strict', 'red'),
      handling: orNull(word('H0', 'H1', 'H2', 'H3')),
      purpose: word('any', 'proceedings', 'inform'),
      onward: leave,
      court: leave,
    },
    value,
  );

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
    kind: word(...RECEIPTS),
    request: uuid,
    act: uuid,
    digest: hash,
    authority,
    recipientKey: recipient,
    generation,
    time: instant,
    index: whole(0),
  },
  'enlace-release+jws': {
    v: one,
    release: uuid,
    authority,
    account: uuid,
    proposer: uuid,
    ground: word(...GROUNDS),
    requests: (value) => Array.isArray(value) && value.length > 0 && value.length <= 200 && new Set(value).size === value.length && value.every(uuid),
    time: instant,
  },
  'enlace-refusal+jws': {
    v: one,
    refusal: uuid,
    code: text(/^[A-Z][A-Z0-9_]{0,63}$/),
    next: word('author', 'authority', 'counterpart', 'nobody'),
    kind: word('act', 'chunk', 'file'),
    request: uuid,
    id: uuid,
    digest: hash,
    authority,
    account: uuid,
    time: instant,
    size: whole(0),
    root: hash,
    entered: (value) => typeof value === 'boolean',
  },
  'enlace-reminder+jws': {
    v: one,
    reminder: uuid,
    request: uuid,
    act: uuid,
    digest: hash,
    step: word(...STEPS),
    authority,
    due: instant,
    time: instant,
    letters: (value) => matches({ requested: whole(0), requesting: whole(0) }, value),
  },
  'enlace-sign-in+jws': proof,
  'enlace-recovery+jws': proof,
  'enlace-ways+jws': proof,
  'enlace-case-system+jws': proof,
};

const CODED: Readonly<Record<ActKind, Shape>> = {
  send: {
    measure: code,
    instrument: orNull(code),
    requestedState: text(/^[A-Z]{3}$/),
    requestedAuthority: authority,
    recipientGeneration: generation,
    urgency: word('urgent', 'ordinary'),
    status: word('new', 'extension', 'follow-up', 'comment'),
    earlier: orNull(uuid),
    form: code,
    conditions,
  },
  open: { conditions },
  'take-in-charge': { function: line, nextDate: until },
  accept: { nextDate: until },
  postpone: { ground, until: day },
  decline: { ground, kind: word('refusal', 'notice', 'cannot'), extent: word('whole', 'part') },
  ask: { due: day, items },
  answer: { items },
  assign: { function: line },
  transfer: { to: authority, generation, reason: word('wrong-office', 'competence', 'other') },
  progress: { reason: code, nextDate: until },
  preserve: { from: instant, until: day, extent },
  execute: { extent },
  result: { part: word('final', 'partial'), conditions },
  receive: { result: uuid, conditions },
  'refuse-conditions': { result: orNull(uuid), reason: code },
  'uphold-conditions': { result: orNull(uuid) },
  'ask-use': { result: uuid, use: word('court', 'other-case', 'other-authority', 'defence'), due: day },
  'grant-use': { asked: uuid, decision: word('granted', 'part', 'conditions', 'refused'), ground: orNull(ground) },
  withdraw: {},
  'ask-destruction': {},
  destroy: { outcome: word('destroyed', 'kept') },
  'let-lapse': { reason: code },
  share: { to: authority, generation },
  enquire: {},
  add: {},
  close: { outcome: word('used', 'not-used', 'no-longer-needed', 'answered') },
  call: { at: instant },
  comment: {},
};

/** What no single member can tell. */
function isAct(act: Act): boolean {
  const documents = new Set(act.content.map((each) => each.document));
  return (
    matches(CODED[act.kind], act.coded) &&
    documents.size === act.content.length &&
    (act.kind === 'send') === (act.previous === null) &&
    (act.kind !== 'send' || (act.coded.status === 'extension' || act.coded.status === 'follow-up') === (act.coded.earlier !== null))
  );
}

/** Both times are spelled alike, so that the later one sorts behind. */
function isReminder({ step, due, time }: Reminder): boolean {
  return !AFTERWARDS.includes(step) || time >= due;
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
