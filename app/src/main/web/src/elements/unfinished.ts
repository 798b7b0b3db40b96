/** Files of a form whose uploads were begun, in this tab or long ago on another computer, and that are not attached. */
import type { WorkingDraft } from '../form/working-draft.ts';
import { begunUploads, removeUpload } from '../tickets.ts';
import type { Begun } from '../tickets.ts';
import { unlockedOfficer } from '../vault.ts';

const ofDrafts = new WeakMap<WorkingDraft, Unfinished>();

/** Those of a draft, the same on all of its pages. */
export function unfinishedOf(draft: WorkingDraft): Unfinished {
  const there = ofDrafts.get(draft) ?? new Unfinished(draft.id, 'draft');
  ofDrafts.set(draft, there);
  return there;
}

/** Dispatches `found` when the host was asked. */
export class Unfinished extends EventTarget {
  readonly #request: string;
  readonly #place: string;
  readonly #why = new Map<string, string>();
  #begun: readonly Begun[] = [];

  constructor(request: string, place: string) {
    super();
    this.#request = request;
    this.#place = place;
  }

  /** Asks the host. Where it does not answer, what was known stays. */
  async look(): Promise<void> {
    const officer = unlockedOfficer();
    if (officer) this.#begun = await begunUploads(this.#request, this.#place, officer).catch(() => this.#begun);
    this.dispatchEvent(new Event('found'));
  }

  /** All but those that the page shows in another way; none while nobody is there who could go on with them. */
  others(shown: Iterable<{ readonly document: string }>): Begun[] {
    const documents = new Set([...shown].map(({ document }) => document));
    return unlockedOfficer() ? this.#begun.filter(({ ticket }) => !documents.has(ticket.document)) : [];
  }

  /** Why it did not go on; empty when it goes on now. */
  say(document: string, why: string): void {
    this.#why.set(document, why);
  }

  why(document: string): string {
    return this.#why.get(document) ?? '';
  }

  /** It is gone from the host, or on its way out. */
  forget(document: string): void {
    this.#begun = this.#begun.filter(({ ticket }) => ticket.document !== document);
  }

  /** Where the host cannot be reached it shows again, the next time that the page looks. */
  remove(document: string): void {
    this.forget(document);
    void removeUpload(document);
  }
}
