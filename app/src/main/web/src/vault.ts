/**
 * The unlocked keys of this tab. Memory only: they die with the tab, at sign-out, when the session ends, and when another account's page is seen.
 *
 * Threats: a key left behind on a shared machine (hence nothing in storage, and forgetting reaches every tab at once); another account signing in while an old tab
 * is open (a tab gives its key only for the account it is asked for, and forgets when a page of another account arrives). Scripts of this origin can ask for the key:
 * they could also ask the officer, so this adds nothing to what a hostile script could do; the content security policy keeps others out.
 */
import { fromB64 } from './encoding.ts';
import { openAuthorityKey, openRequestKey, wipe } from './keys.ts';
import type { AuthorityKey, Lock, OfficerKey, RequestKey } from './keys.ts';
import { account, get, saysAccount } from './session.ts';

/** The answer of `GET /keys/mine`: everything sealed that this officer can open. */
export interface MyKeys {
  readonly account: string;
  readonly email: string;
  /** The officer-key statement, a JWS. */
  readonly statement: string;
  readonly locks: readonly Lock[];
  /** `generation` is the authority's current one, 0 when it has no key yet; without a copy of it the officer waits for admission. */
  readonly authority: { readonly id: string; readonly generation: number; readonly copies: readonly Copy[] } | null;
}

/** A copy of one generation of the authority's key, sealed to this officer. */
export interface Copy {
  readonly generation: number;
  /** base64 of the age file. */
  readonly sealed: string;
}

/** The officer has to unlock first: show `<enlace-unlock>`. */
export class Locked extends Error {
  constructor() {
    super('locked');
    this.name = 'Locked';
  }
}

/** This officer holds no copy of that generation of that authority's key. */
export class NoCopy extends Error {
  constructor() {
    super('no-copy');
    this.name = 'NoCopy';
  }
}

type Message =
  | { readonly ask: string }
  | { readonly give: OfficerKey }
  | { readonly forget: true };

const HOW_LONG_OTHERS_MAY_TAKE = 300;

let officer: OfficerKey | undefined;
let keys: { readonly of: string | undefined; readonly answer: Promise<MyKeys> } | undefined;
const opened = new Map<string, Promise<AuthorityKey>>();
const channel = new BroadcastChannel('enlace-vault');

/** Keeps an unlocked key and says so: `enlace:unlocked` on the document. @throws Error when it is not of the account signed in on this page. */
export function unlock(key: OfficerKey): void {
  if (key.account !== account()) throw new Error('this key is of another account');
  officer = key;
  document.dispatchEvent(new CustomEvent('enlace:unlocked', { detail: { account: key.account } }));
}

/** The unlocked key, if this tab has it. */
export function unlockedOfficer(): OfficerKey | undefined {
  return officer;
}

/** @throws Locked */
export function requireOfficer(): OfficerKey {
  if (!officer) throw new Locked();
  return officer;
}

/** Asks the other tabs. True when this tab is unlocked afterwards. */
export async function unlockFromOtherTab(): Promise<boolean> {
  const wanted = account();
  if (!wanted) return false;
  if (officer) return true;
  return new Promise((done) => {
    const timer = setTimeout(() => finish(false), HOW_LONG_OTHERS_MAY_TAKE);
    const listen = ({ data }: MessageEvent<Message>): void => {
      if (!('give' in data) || data.give.account !== wanted) return;
      if (!officer) unlock(data.give);
      finish(true);
    };
    const finish = (result: boolean): void => {
      clearTimeout(timer);
      channel.removeEventListener('message', listen);
      done(result);
    };
    channel.addEventListener('message', listen);
    channel.postMessage({ ask: wanted } satisfies Message);
  });
}

/** What the server keeps sealed for this officer; asked for once. @throws Problem */
export function myKeys(): Promise<MyKeys> {
  if (!keys || keys.of !== account()) {
    keys = { of: account(), answer: get<MyKeys>('/keys/mine') };
    keys.answer.catch(keysChanged);
  }
  return keys.answer;
}

/** After an admission, a new generation or a new lock: {@link myKeys} asks again. */
export function keysChanged(): void {
  keys = undefined;
}

/** Opens this officer's copy of their authority's key; once for each generation. @throws Locked, NoCopy, SealError, Problem */
export function authorityKey(authority: string, generation: number): Promise<AuthorityKey> {
  const name = `${authority}/${generation}`;
  let key = opened.get(name);
  if (!key) {
    key = openCopy(authority, generation);
    key.catch(() => opened.delete(name));
    opened.set(name, key);
  }
  return key;
}

/** The current generation of the own authority's key. @throws Locked, NoCopy (also when the officer still waits for admission) */
export async function currentAuthorityKey(): Promise<AuthorityKey> {
  const { authority } = await myKeys();
  if (!authority) throw new NoCopy();
  return authorityKey(authority.id, authority.generation);
}

/** Opens a request's key with the authority's. @param sealed base64 of the copy sealed to that authority's generation. */
export async function requestKey(request: string, authority: string, generation: number, sealed: string): Promise<RequestKey> {
  return openRequestKey(fromB64(sealed), await authorityKey(authority, generation), request);
}

/** Sign-out: in this tab and in all others. */
export function forget(): void {
  forgetHere();
  channel.postMessage({ forget: true } satisfies Message);
}

async function openCopy(authority: string, generation: number): Promise<AuthorityKey> {
  const { identity } = requireOfficer();
  const mine = (await myKeys()).authority;
  const copy = mine?.id === authority ? mine.copies.find((each) => each.generation === generation) : undefined;
  if (!copy) throw new NoCopy();
  return openAuthorityKey(fromB64(copy.sealed), identity, authority, generation);
}

function forgetHere(): void {
  const held = officer;
  officer = undefined;
  keys = undefined;
  opened.clear();
  if (!held) return;
  wipe(held);
  document.dispatchEvent(new CustomEvent('enlace:locked'));
}

channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if ('forget' in data) forgetHere();
  if ('ask' in data && officer?.account === data.ask) channel.postMessage({ give: officer } satisfies Message);
});
document.addEventListener('enlace:session-ended', forget);
document.addEventListener('enlace:page', () => {
  if (officer && saysAccount() && officer.account !== account()) forget();
});
// A page that the browser keeps for going back must not keep the key with it.
addEventListener('pagehide', (event) => {
  if (event.persisted) forgetHere();
});
