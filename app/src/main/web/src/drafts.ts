/**
 * Drafts: what an officer has typed, sealed to the own authority and saved within ten seconds, so that a colleague can go on and a crash costs little.
 *
 * Threats: the host reads drafts (it gets age files only); one colleague's typing overwrites another's (a version goes with each save, and a conflict is reported,
 * never resolved by force); the session ends in the middle of typing (nothing is dropped: saving goes on once somebody is signed in again).
 * Sealing needs no secret, only the authority's recipient, so it goes on while the vault is locked.
 */
import { openJson, sealJson } from './age.ts';
import type { Enveloped, Identity, Recipient } from './age.ts';
import { b64, fromB64 } from './encoding.ts';
import { Problem, account, get, put } from './session.ts';

/** What a draft holds; `route`, `values` and `attachments` are the form's own. */
export interface DraftFile extends Enveloped {
  readonly kind: 'draft';
  readonly form: string;
  readonly request: string;
  readonly key: Identity;
  readonly language: string;
  readonly route: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly attachments: readonly unknown[];
  /** Only of an extension: the reference of the request it prolongs, and the ids of the answers that were taken over from there. */
  readonly earlier?: { readonly reference: string; readonly taken: readonly string[] };
}

export interface StoredDraft {
  readonly version: number;
  readonly sealed: string;
  readonly at: string;
  readonly by?: string;
}

export type DraftState =
  | { readonly name: 'saved'; readonly at: Date }
  | { readonly name: 'unsaved' }
  | { readonly name: 'saving' }
  /** A colleague saved meanwhile; saving has stopped. */
  | { readonly name: 'conflict'; readonly version: number; readonly by: string; readonly at: Date }
  /** Not saved, and tried again by itself at the time given. */
  | { readonly name: 'waiting'; readonly problem: Problem; readonly again: Date }
  /** Refused, and tried again when something changes; the problem's sentence says why. */
  | { readonly name: 'refused'; readonly problem: Problem };

const QUIET = 1_500;
const AT_MOST = 8_000;
const LONGEST_WAIT = 30_000;
/** Browsers let no more than 64 KiB go out after a page is gone. */
const KEEPALIVE_LIMIT = 60_000;

export async function openDraft(id: string, identity: Identity): Promise<{ readonly version: number; readonly draft: DraftFile }> {
  const stored = await get<StoredDraft>(`/drafts/${id}`);
  return { version: stored.version, draft: await openJson<DraftFile>('draft', fromB64(stored.sealed), identity) };
}

/**
 * Saves one draft, or what was typed into the form of an act, as it changes. Say {@link changed} at each keystroke; the content is asked for when it is time to save.
 * Listen to `state`; call {@link close} when the form goes away.
 */
export class DraftSaver extends EventTarget {
  readonly #path: string;
  readonly #recipient: Recipient;
  readonly #content: () => Enveloped;
  readonly #account = account();
  #version: number;
  #state: DraftState = { name: 'saved', at: new Date() };
  #dirty = false;
  #firstChange = 0;
  #failures = 0;
  #conflicts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  readonly #listening = new AbortController();

  /** @param path where it is kept. @param version of it as it was opened, 0 for a new one. */
  constructor(path: string, recipient: Recipient, version: number, content: () => Enveloped) {
    super();
    this.#path = path;
    this.#recipient = recipient;
    this.#version = version;
    this.#content = content;
    const { signal } = this.#listening;
    document.addEventListener('visibilitychange', () => document.hidden && void this.flush(), { signal });
    addEventListener('pagehide', () => void this.flush(), { signal });
    addEventListener('online', () => void this.flush(), { signal });
    document.addEventListener('enlace:session-renewed', () => void this.flush(), { signal });
  }

  get state(): DraftState {
    return this.#state;
  }

  get version(): number {
    return this.#version;
  }

  changed(): void {
    if (!this.#dirty) this.#firstChange = Date.now();
    this.#dirty = true;
    if (this.#state.name === 'conflict' || this.#state.name === 'waiting') return;
    if (this.#state.name === 'saved' || this.#state.name === 'refused') this.#become({ name: 'unsaved' });
    this.#schedule(Math.max(0, Math.min(QUIET, this.#firstChange + AT_MOST - Date.now())));
  }

  /** Saves now what is not saved yet, and waits until it is, or is known not to be. */
  async flush(): Promise<DraftState> {
    while (this.#saving) await this.#saving;
    if (this.#dirty && this.#isTheirs && this.#state.name !== 'conflict' && this.#state.name !== 'refused') {
      this.#saving = this.#save().finally(() => (this.#saving = undefined));
      await this.#saving;
    }
    return this.#state;
  }

  /**
   * After a conflict, once the officer has seen both: go on from the colleague's version. What is here replaces it only because the officer says so. At once the first
   * time; one conflict after the other waits longer each time, whatever the reason of it.
   */
  continueFrom(version: number): void {
    this.#version = version;
    this.#dirty = true;
    this.#become({ name: 'unsaved' });
    this.#schedule(this.#conflicts < 2 ? 0 : Math.min(LONGEST_WAIT, 1_000 * 2 ** (this.#conflicts - 2)));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#listening.abort();
    void this.flush();
  }

  /** As {@link close}, and what is not saved is dropped: somebody else is signed in now. */
  abandon(): void {
    this.#dirty = false;
    this.close();
  }

  /** Whether whoever typed it is the one signed in: in somebody else's name it is not saved, not even in the moment before it is forgotten. */
  get #isTheirs(): boolean {
    return account() === undefined || account() === this.#account;
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.#become({ name: 'saving' });
    try {
      const sealed = b64(await sealJson(this.#content(), this.#recipient));
      const saved = await put<{ version: number; at: string }>(this.#path, { version: this.#version, sealed }, sealed.length < KEEPALIVE_LIMIT);
      this.#version = saved.version;
      this.#failures = this.#conflicts = 0;
      this.#become({ name: 'saved', at: new Date() });
      if (this.#dirty) this.changed();
    } catch (problem) {
      const changedSince = this.#dirty;
      this.#dirty = true;
      this.#failed(problem instanceof Problem ? problem : new Problem(0, String(problem)));
      if (changedSince && this.#state.name === 'refused') this.changed();
    }
  }

  #failed(problem: Problem): void {
    if (problem.code === 'CHANGED_MEANWHILE') {
      this.#conflicts++;
      const { version, by, at } = problem.body as { version: number; by: string; at: string };
      this.#become({ name: 'conflict', version, by, at: new Date(at) });
    } else if (problem.passing || problem.status === 401) {
      const delay = Math.min(LONGEST_WAIT, 1_000 * 2 ** this.#failures++);
      this.#become({ name: 'waiting', problem, again: new Date(Date.now() + delay) });
      if (problem.status !== 401) this.#schedule(delay);
    } else {
      this.#become({ name: 'refused', problem });
    }
  }

  #become(state: DraftState): void {
    this.#state = state;
    this.dispatchEvent(new Event('state'));
  }
}
