/**
 * What officers type into the forms of acts and have not signed yet. It stays in this tab's memory while its request is on the page, so that changing the language loses
 * nothing, and is saved within ten seconds, sealed to the own authority, so that a crash costs little and a colleague can go on.
 *
 * Threats are those of drafts (`drafts.ts`): the host gets age files only; a colleague's words are never overwritten unseen; what one account typed is not saved in
 * another's name.
 */
import { openJson } from '../age.ts';
import type { Enveloped, Identity } from '../age.ts';
import { DraftSaver } from '../drafts.ts';
import type { DraftState } from '../drafts.ts';
import { fromB64 } from '../encoding.ts';
import { merge } from '../form/merge.ts';
import type { Merge } from '../form/merge.ts';
import { account, get, poll, post } from '../session.ts';
import { authorityKey, currentAuthorityKey, myKeys } from '../vault.ts';
import { flat, raised, same } from './written.ts';
import type { Flat, Written } from './written.ts';

interface UnsignedFile extends Enveloped, Written {
  readonly kind: 'unsigned-act';
  readonly request: string;
  readonly form: string;
}

/** Whose words these are. */
export interface Hand {
  readonly by: string;
  readonly mine: boolean;
  readonly since: Date;
  readonly at: Date;
}

interface Stored {
  readonly form: string;
  readonly version: number;
  readonly sealed: string;
  readonly since: string;
  readonly at: string;
  readonly by: string;
  readonly mine: boolean;
}

/** Two wrote in the same answers. */
export interface Clash {
  readonly hand: Hand;
  readonly theirs: Written;
  /** Those answers, as {@link flat} names them. */
  readonly both: readonly string[];
}

interface Settling extends Clash {
  readonly version: number;
}

const live = new Map<string, UnsignedAct>();

/** What was typed into that form of the request, in this tab. */
export function unsignedAct(request: string, form: string): UnsignedAct {
  const id = `${request}/${form}`;
  const there = live.get(id);
  if (there) return there;
  const made = new UnsignedAct(request, form);
  live.set(id, made);
  return made;
}

/** Opens what the authority has stored of the forms of a request, where this tab does not have it yet. @throws Problem, Locked, SealError */
export async function openUnsigned(request: string): Promise<void> {
  for (const stored of await poll<readonly Stored[]>(`/requests/${request}/unsigned`)) await unsignedAct(request, stored.form).look(stored);
}

/** @throws SealError, Error when it belongs elsewhere */
async function opened(request: string, stored: Stored): Promise<Written> {
  const mine = (await myKeys()).authority;
  const identities: Identity[] = [];
  for (const { generation } of [...(mine?.copies ?? [])].sort((a, b) => b.generation - a.generation)) {
    identities.push((await authorityKey(mine!.id, generation)).identity);
  }
  const { values, items, chosen, repairs, attachments, ...file } = await openJson<UnsignedFile>('unsigned-act', fromB64(stored.sealed), ...identities);
  if (file.request !== request || file.form !== stored.form) throw new Error('kept for another form');
  return { values, items, chosen, repairs, attachments };
}

/** Dispatches `state`, and `content` when what is written was changed by somebody else. */
export class UnsignedAct extends EventTarget {
  readonly account = account();
  readonly request: string;
  readonly #form: string;
  #written: Written | undefined;
  /** What this tab last knew to be stored: what both sides began with. */
  #base: Written | undefined;
  #sent: Written | undefined;
  #version = 0;
  #saver: DraftSaver | undefined;
  #hand: Hand | undefined;
  #clash: Settling | undefined;

  constructor(request: string, form: string) {
    super();
    this.request = request;
    this.#form = form;
  }

  get written(): Written | undefined {
    return this.#written;
  }

  /** Who wrote it last, where that was not in this tab. */
  get hand(): Hand | undefined {
    return this.#hand;
  }

  get clash(): Clash | undefined {
    return this.#clash;
  }

  get state(): DraftState | undefined {
    return this.#saver?.state;
  }

  get isKept(): boolean {
    return this.#saver === undefined ? this.#written === this.#base : this.#saver.state.name === 'saved';
  }

  /** @param before what stood there before anything was typed */
  change(written: Written, before: Written): void {
    if (same(written, this.#written ?? before)) return;
    this.#base ??= before;
    this.#written = written;
    void this.keep();
  }

  /** What is stored, once it is newer than what this tab has; what was typed here and is not stored yet is for the next saving to find. */
  async look(stored: Stored): Promise<void> {
    if (this.state?.name === 'conflict' && !this.#clash) return this.#meet();
    if (stored.version <= this.#version || !this.isKept) return;
    const written = await opened(this.request, stored);
    if (!this.isKept) return;
    this.#drop();
    this.#version = stored.version;
    this.#base = this.#written = written;
    this.#hand = handOf(stored);
    this.#tell('content');
  }

  /** Of what both wrote, the one or the other; what only one of them changed stays as that one changed it. */
  settle(whose: 'mine' | 'theirs'): void {
    const clash = this.#clash;
    if (!clash) return;
    const { merged, both } = this.#merge(clash.theirs); // anew: it may have been typed on meanwhile
    const chosen = flat(whose === 'mine' ? this.#written! : clash.theirs);
    this.#goOn(clash, { ...merged, ...Object.fromEntries(both.map((id) => [id, chosen[id]])) });
  }

  /** It was signed, or is not wanted any more: nothing of it is kept anywhere. */
  async forgetAll(): Promise<void> {
    const saver = this.#saver;
    const isStored = saver !== undefined || this.#version > 0;
    this.#clear();
    await saver?.flush(); // one that was on its way must not come after
    if (isStored) await post(`/requests/${this.request}/unsigned/${this.#form}/removal`, {});
    this.#tell('state');
  }

  /** Out of memory; what is stored stays. */
  forget(): void {
    live.delete(`${this.request}/${this.#form}`);
    this.#drop();
  }

  flush(): Promise<unknown> {
    return this.#saver?.flush() ?? Promise.resolve();
  }

  /** Saves what is not saved, and then needs no memory any more. */
  async leave(): Promise<void> {
    await this.flush();
    if (this.isKept && !isOnPage(this.request)) this.forget();
  }

  async keep(): Promise<void> {
    try {
      this.#saver ??= this.#newSaver((await currentAuthorityKey()).recipient);
      this.#saver.changed();
    } catch {
      // Locked, or without a key: it stays in this tab and is saved with the next key that is pressed, or when the key is there.
    }
  }

  #newSaver(recipient: ConstructorParameters<typeof DraftSaver>[1]): DraftSaver {
    const path = `/requests/${this.request}/unsigned/${this.#form}`;
    const saver = new DraftSaver(path, recipient, this.#version, () => {
      this.#sent = this.#written!;
      return { v: 1, kind: 'unsigned-act', request: this.request, form: this.#form, ...this.#sent } as UnsignedFile;
    });
    saver.addEventListener('state', this.#told);
    return saver;
  }

  /** A colleague saved meanwhile: what only one of them changed is settled without asking. */
  async #meet(): Promise<void> {
    const stored = (await get<readonly Stored[]>(`/requests/${this.request}/unsigned`)).find((each) => each.form === this.#form);
    if (!stored) return this.#saver?.continueFrom(0);
    const theirs = await opened(this.request, stored);
    const { merged, both } = this.#merge(theirs);
    const clash = { hand: handOf(stored), theirs, both, version: stored.version };
    if (both.length === 0) return this.#goOn(clash, merged);
    this.#clash = clash;
    this.#tell('state');
  }

  #merge(theirs: Written): Merge {
    return merge(flat(this.#base!), flat(this.#written!), flat(theirs));
  }

  #goOn(clash: Settling, written: Flat): void {
    this.#clash = undefined;
    this.#base = clash.theirs;
    this.#written = raised(written);
    this.#hand = clash.hand;
    this.#saver!.continueFrom(clash.version);
    this.#tell('content');
  }

  #clear(): void {
    this.#written = this.#base = this.#hand = this.#clash = undefined;
    this.#drop();
    this.#version = 0;
  }

  #drop(): void {
    this.#saver?.removeEventListener('state', this.#told);
    this.#saver?.abandon();
    this.#saver = undefined;
  }

  #tell(name: 'state' | 'content'): void {
    this.dispatchEvent(new Event(name));
  }

  readonly #told = (): void => {
    const saver = this.#saver!;
    if (saver.state.name === 'saved') {
      this.#version = saver.version;
      this.#base = this.#sent;
      this.#hand = undefined;
    }
    if (saver.state.name === 'conflict') void this.#meet().catch(() => undefined); // the state says that it is not kept
    this.#tell('state');
  };
}

function handOf({ by, mine, since, at }: Stored): Hand {
  return { by, mine, since: new Date(since), at: new Date(at) };
}

function isOnPage(request: string): boolean {
  return document.querySelector(`enlace-request[data-request="${CSS.escape(request)}"]`) !== null;
}

/** Nothing is kept longer than its request is looked at, and nothing at all once somebody else signs in. */
function tidy(): void {
  for (const act of live.values()) {
    if (account() !== undefined && act.account !== account()) act.forget();
    else if (!isOnPage(act.request)) void act.leave();
  }
}

type Leaving = CustomEvent<{ readonly path: string; issueRequest(skipConfirmation: boolean): void }>;

/** Signing out waits for the last saving, and is refused while something cannot be saved: it would be lost. */
function hold(event: Leaving): void {
  const open = [...live.values()].filter((act) => !act.isKept);
  const { path, issueRequest } = event.detail;
  if (open.length === 0 || !path.startsWith('/sign-out')) return;
  event.preventDefault();
  void Promise.all(open.map((act) => act.flush())).then(() => {
    if (open.every((act) => act.isKept)) issueRequest(true);
    else document.dispatchEvent(new CustomEvent('enlace:not-kept'));
  });
}

if (typeof document !== 'undefined') {
  document.addEventListener('enlace:page', tidy);
  document.addEventListener('enlace:unlocked', () => [...live.values()].filter((act) => !act.isKept).forEach((act) => void act.keep()));
  document.addEventListener('htmx:confirm', (event) => hold(event as Leaving));
}
