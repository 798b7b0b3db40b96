/**
 * The draft that this tab is writing. It lives in memory from its opening until everything is saved and its pages are left, so that going from group to group,
 * changing the language or losing the session loses nothing.
 *
 * Threats: the host gives an old or another draft (it is an age file sealed to the own authority, and its id is checked); a colleague's text is overwritten
 * (`merge.ts`); another account takes over the browser (the draft is forgotten unsaved rather than saved in somebody else's name).
 */
import { SealError, openJson, recipientOf } from '../age.ts';
import type { Identity, Recipient } from '../age.ts';
import { DraftSaver } from '../drafts.ts';
import type { DraftFile, DraftState, StoredDraft } from '../drafts.ts';
import { fromB64 } from '../encoding.ts';
import { describedAs } from '../exchange/attached.ts';
import type { RequestStatus } from '../jws.ts';
import { account, get, poll } from '../session.ts';
import type { Described, Uploaded } from '../upload.ts';
import { authorityKey, currentAuthorityKey, myKeys } from '../vault.ts';
import { learnCities } from './cities.ts';
import type { Form, Multilingual } from './definition.ts';
import { loadForm } from './definition.ts';
import { examine } from './examine.ts';
import type { Examination } from './examine.ts';
import { merge } from './merge.ts';
import type { Merge } from './merge.ts';
import { redirected } from './redirected.ts';
import type { Redirected } from './redirected.ts';
import { translations } from './values.ts';
import type { Ask, Context, Values } from './values.ts';

/** As the draft has it: ids only. */
export interface Route {
  /** As signed acts name it: one form may serve several. */
  readonly measure: string;
  /** Null where it goes without a treaty. */
  readonly instrument: string | null;
  readonly requestingAuthority: string;
  readonly requestedState: string;
  readonly requestedAuthority: string;
  readonly status: RequestStatus;
  /** The request that it extends or follows up; null for all others. */
  readonly earlier: string | null;
}

export interface Party {
  readonly authority: string;
  readonly name: string;
  readonly sample: boolean;
  readonly state: string;
  readonly stateName: string;
  readonly zone: string;
  /** By name; empty when no source says. */
  readonly languages: string;
}

/** What the requested state declared of the form. */
export interface Required {
  readonly languages: readonly string[];
  readonly note: Partial<Multilingual>;
  readonly fields: Readonly<Record<string, Ask>>;
}

/** The same in the reader's words, from `GET /requests/route`. */
export interface NamedRoute {
  readonly instrument: { readonly id: string; readonly name: string };
  readonly requesting: Party;
  readonly requested: Party;
  readonly designated: boolean;
  /** Whether anything can be sealed to it here: it has a key, and somebody stands in for a lost one. */
  readonly receives: boolean;
  /** Whether the own authority never sent anything to the requested state. */
  readonly first: boolean;
  /** What conditions of forms ask of the two states: `bound:<instrument>`, `reservation29(4)`. */
  readonly facts: Readonly<Record<string, boolean>>;
  readonly required: Required;
  /** What it is beside a request on paper, sentence by sentence. */
  readonly effect: readonly string[];
}

export interface Conflict extends Merge {
  readonly theirs: DraftFile;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

const live = new Map<string, WorkingDraft>();

/** The draft of that id: from this tab's memory, else opened. @throws Locked, NoCopy, SealError, Problem */
export async function workOn(id: string): Promise<WorkingDraft> {
  const there = live.get(id);
  if (there) return there;
  const stored = await get<StoredDraft>(`/drafts/${id}`);
  const file = await openDraftFile(id, stored.sealed);
  const [form, route, key] = await Promise.all([loadForm(file.form), nameRoute(file.route as unknown as Route, file.form), currentAuthorityKey()]);
  const raced = live.get(id);
  if (raced) return raced;
  const draft = new WorkingDraft(id, file, stored.version, form, route, key.recipient);
  live.set(id, draft);
  return draft;
}

/** This tab's own, without opening anything. */
export function inMemory(id: string): WorkingDraft | undefined {
  return live.get(id);
}

/** @throws SealError `unknown-content` when it is another draft */
export async function openDraftFile(id: string, sealed: string): Promise<DraftFile> {
  const mine = (await myKeys()).authority;
  const generations = (mine?.copies ?? []).map((copy) => copy.generation).sort((a, b) => b - a);
  const identities: Identity[] = [];
  for (const generation of generations) identities.push((await authorityKey(mine!.id, generation)).identity);
  if (identities.length === 0) await currentAuthorityKey(); // says why
  const file = await openJson<DraftFile>('draft', fromB64(sealed), ...identities);
  if (file.request !== id) throw new SealError('unknown-content');
  return file;
}

export function nameRoute(route: Route, form: string): Promise<NamedRoute> {
  const { instrument, requestedAuthority, measure } = route;
  return get<NamedRoute>(`/requests/route?${new URLSearchParams({ instrument: instrument ?? '', authority: requestedAuthority, measure, form }).toString()}`);
}

/** What the rules need to know of a draft besides its answers. */
export function contextOf(file: DraftFile, named: NamedRoute): Context {
  const { requesting, requested, required } = named;
  const route = file.route as unknown as Route;
  const files = file.attachments as readonly Uploaded[];
  return {
    derived: {
      status: route.status,
      requestedAuthority: `${requested.name} (${requested.stateName})`,
      requestingAuthority: `${requesting.name} (${requesting.stateName})`,
    },
    facts: factsOf(route, named),
    files,
    asks: required.fields,
    language: { written: file.language, accepted: required.languages, translated: translations(files) },
    zone: requesting.zone,
    now: new Date(),
  };
}

function factsOf(route: Route, named: NamedRoute): Readonly<Record<string, boolean>> {
  return { ...named.facts, [`instrument:${route.instrument ?? 'none'}`]: true, [`status:${route.status}`]: true, [`measure:${route.measure}`]: true };
}

/** Dispatches `state` (saving) and `content` (when it was changed by somebody else). */
export class WorkingDraft extends EventTarget {
  readonly id: string;
  readonly form: Form;
  readonly account = account();
  /** Groups that were on the page before: what is missing there is said, not only counted. */
  readonly visited = new Set<string>();
  /** What another addressee changed, until the draft is left. */
  redirected: Redirected | undefined;
  /** Uploads on their way; `enlace-draft` shows them. */
  readonly uploads = new Set<{ readonly document: string }>();
  named: NamedRoute;
  readonly #recipient: Recipient;
  #file: DraftFile;
  /** What this tab last knew to be stored: what both sides of a conflict began with. */
  #base: DraftFile;
  #sent: DraftFile;
  #saver: DraftSaver;

  constructor(id: string, file: DraftFile, version: number, form: Form, named: NamedRoute, recipient: Recipient) {
    super();
    this.id = id;
    this.form = form;
    this.named = named;
    this.#recipient = recipient;
    this.#file = this.#base = this.#sent = file;
    this.#saver = this.#newSaver(version);
  }

  get values(): Values {
    return this.#file.values as Values;
  }

  get attachments(): readonly Uploaded[] {
    return this.#file.attachments as readonly Uploaded[];
  }

  get route(): Route {
    return this.#file.route as unknown as Route;
  }

  get key(): Identity {
    return this.#file.key;
  }

  get language(): string {
    return this.#file.language;
  }

  /** Of an extension: what was taken over from the request it prolongs. */
  get earlier(): DraftFile['earlier'] {
    return this.#file.earlier;
  }

  get state(): DraftState {
    return this.#saver.state;
  }

  get recipient(): Promise<Recipient> {
    return recipientOf(this.#file.key);
  }

  get context(): Context {
    return contextOf(this.#file, this.named);
  }

  examine(): Examination {
    return examine(this.form, this.values, this.context);
  }

  /** Replaces the answers of some fields; the others stay. */
  answer(fields: readonly string[], values: Values): void {
    const kept = Object.fromEntries(Object.entries(this.values).filter(([id]) => !fields.includes(id)));
    const next = { ...kept, ...values };
    if (JSON.stringify(next) === JSON.stringify(this.values)) return;
    this.#change({ values: next });
  }

  /** Goes another way from now on. Nothing typed is lost: what no longer applies stays in the draft and is not sent. */
  async redirect(route: Pick<Route, 'instrument' | 'requestedState' | 'requestedAuthority'>): Promise<void> {
    const before = this.context;
    const next = { ...this.route, ...route };
    const named = await nameRoute(next, this.form.form);
    this.#change({ route: next as unknown as DraftFile['route'] });
    this.named = named;
    this.redirected = redirected(this.form, this.values, before, this.context);
  }

  /** The language of the free text, whatever the language of the interface is. */
  writtenIn(language: string): void {
    if (language !== this.language) this.#change({ language });
  }

  /** A file is taken to be an original in the language of the text, until the officer says otherwise. */
  attach(uploaded: Uploaded): void {
    this.#change({ attachments: [...this.attachments, { ...uploaded, language: this.language, relation: 'original', kind: 'other' }] });
  }

  /** Says in which language a file is, what it is to the text, and what it is. */
  describe(document: string, told: Described): void {
    this.#change({ attachments: this.attachments.map((each) => (each.document === document ? describedAs(each, told) : each)) });
  }

  detach(document: string): void {
    this.#change({ attachments: this.attachments.filter((each) => each.document !== document) });
  }

  /** Saves what is not saved; tells how it went. */
  flush(): Promise<DraftState> {
    return this.#saver.flush();
  }

  get isSaved(): boolean {
    return this.state.name === 'saved';
  }

  /** In another language the names are others. */
  async rename(): Promise<void> {
    [this.named] = await Promise.all([nameRoute(this.route, this.form.form), learnCities()]);
  }

  /** What a colleague stored meanwhile, taken over while nothing here is unsaved. Returns who stored it, if anybody did. */
  async refresh(): Promise<StoredDraft | undefined> {
    if (!this.isSaved) return undefined;
    const stored = await poll<StoredDraft>(`/drafts/${this.id}`);
    if (stored.version <= this.#saver.version) return undefined;
    const file = await openDraftFile(this.id, stored.sealed);
    if (!this.isSaved) return undefined;
    this.#saver.close();
    this.#file = this.#base = this.#sent = file;
    this.#saver = this.#newSaver(stored.version);
    this.dispatchEvent(new Event('content'));
    return stored;
  }

  /** Both sides of a conflict, with what is settled without asking. */
  async conflict(): Promise<Conflict> {
    const stored = await get<StoredDraft>(`/drafts/${this.id}`);
    const theirs = await openDraftFile(this.id, stored.sealed);
    return {
      ...merge(this.#base.values, this.#file.values, theirs.values),
      theirs,
      version: stored.version,
      by: stored.by ?? '',
      at: new Date(stored.at),
    };
  }

  /** Goes on from the colleague's version with what the officer chose. Attachments of both stay: removing one is done again by whoever meant it. */
  settle(conflict: Conflict, values: Values): void {
    const theirs = conflict.theirs.attachments as readonly Uploaded[];
    const mine = this.attachments.filter((each) => !theirs.some((other) => other.document === each.document));
    this.#base = conflict.theirs;
    this.#file = { ...this.#file, values, attachments: [...theirs, ...mine] };
    this.#saver.continueFrom(conflict.version);
    this.dispatchEvent(new Event('content'));
  }

  /** Forgets it, saved or not. */
  forget(): void {
    live.delete(this.id);
    this.#saver.removeEventListener('state', this.#told);
    this.#saver.abandon();
  }

  #change(changes: Partial<DraftFile>): void {
    this.#file = { ...this.#file, ...changes };
    this.#saver.changed();
  }

  #newSaver(version: number): DraftSaver {
    const saver = new DraftSaver(`/drafts/${this.id}`, this.#recipient, version, () => (this.#sent = this.#file));
    saver.addEventListener('state', this.#told);
    return saver;
  }

  readonly #told = (): void => {
    if (this.isSaved) this.#base = this.#sent;
    this.dispatchEvent(new Event('state'));
  };
}

/** Nothing is kept longer than it is needed: a draft whose pages were left goes as soon as it is saved, and at once when somebody else signs in. */
function tidy(): void {
  for (const draft of live.values()) {
    if (account() !== undefined && draft.account !== account()) draft.forget();
    else if (isLeft(draft)) void draft.flush().then(({ name }) => name === 'saved' && isLeft(draft) && draft.forget());
  }
}

function isLeft(draft: WorkingDraft): boolean {
  return draft.uploads.size === 0 && document.querySelector(`enlace-draft[draft="${CSS.escape(draft.id)}"]`) === null;
}

if (typeof document !== 'undefined') {
  document.addEventListener('enlace:page', tidy);
  addEventListener('beforeunload', (event) => {
    for (const draft of live.values()) {
      if (draft.isSaved && draft.uploads.size === 0) continue;
      event.preventDefault();
      void draft.flush(); // while the officer reads the browser's question
    }
  });
}
