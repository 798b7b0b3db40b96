/**
 * `<enlace-carried>`: brings in a carried file. What is sealed in it goes up piece by piece and goes on after an interruption; then its acts are handed over, and the page
 * says of each what became of it. Nothing is opened here, and no key is needed.
 */
import { CarriedError, readCarried } from '../exchange/carried.ts';
import type { Carried } from '../exchange/carried.ts';
import { proofOf } from '../exchange/refused.ts';
import { link } from '../page.ts';
import { noteProof } from '../proof-note.ts';
import { Problem, formKey, post } from '../session.ts';
import { persist } from '../persist.ts';
import { Behaviour } from './behaviour.ts';

interface Line {
  readonly what: string;
  readonly signed: string;
  readonly outcome: 'BROUGHT_IN' | 'ALREADY_HERE' | 'NOT_TAKEN';
  readonly said: string;
  readonly why: string | null;
  /** The host's signature on it. */
  readonly refusal: object | null;
}

interface Announced {
  readonly missing: readonly number[];
  readonly complete: boolean;
}

const CHUNK = 1024 * 1024;

export class CarriedElement extends Behaviour {
  protected override arrive(): void {
    const chooser = this.find<HTMLInputElement>('file')!;
    const button = this.find<HTMLButtonElement>('bring')!;
    chooser.disabled = false;
    this.on(chooser, 'change', () => void (button.disabled = !chooser.files?.length));
    this.instead(this.find<HTMLFormElement>('form')!, 'submit', async () => {
      const file = chooser.files?.[0];
      if (!file) return;
      button.disabled = true;
      try {
        await this.#bring(file);
      } finally {
        button.disabled = false;
      }
    });
  }

  protected override fail(problem: unknown): void {
    this.say('status', '');
    this.find<HTMLProgressElement>('progress')!.hidden = true;
    if (problem instanceof CarriedError) this.say('problem', this.sentence(problem.fault));
    else super.fail(problem);
  }

  async #bring(file: File): Promise<void> {
    this.say('problem', '');
    this.find('outcome')!.hidden = true;
    this.say('status', this.sentence('reading'));
    const carried = await readCarried(file);
    this.say('status', this.sentence('sending'));
    await this.#send(carried);
    const brought = await this.#patiently(() => post<{ request: string; acts: readonly Line[] }>('/carried', { acts: carried.acts, keys: carried.keys }));
    this.say('status', '');
    this.#show(brought.request, brought.acts, carried.acts);
  }

  /** What the server has of a document, it is not sent again. */
  async #send(carried: Carried): Promise<void> {
    const progress = this.find<HTMLProgressElement>('progress')!;
    const total = carried.content.reduce((sum, each) => sum + each.bytes.size, 0);
    let done = 0;
    progress.hidden = false;
    for (const { document, sha256, bytes } of carried.content) {
      const there = await this.#announce(document, carried.request, bytes.size);
      for (let n = there?.missing[0] ?? Infinity; n * CHUNK < bytes.size; n++) {
        await this.#patiently(() => putChunk(document, n, bytes.slice(n * CHUNK, (n + 1) * CHUNK)));
        progress.value = (100 * (done + (n + 1) * CHUNK)) / total;
      }
      if (there && !there.complete) await this.#patiently(() => post(`/uploads/${document}/completion`, { sha256 }));
      done += bytes.size;
      progress.value = (100 * done) / total;
    }
    progress.hidden = true;
  }

  /** Undefined where the document is here already: an act brought it, or the other side is about to. Whether it is the same is for the acts to say. */
  async #announce(document: string, request: string, size: number): Promise<Announced | undefined> {
    try {
      return await this.#patiently(() => post<Announced>('/uploads', { id: document, request, size }));
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 409 && problem.code === 'ID_TAKEN') return undefined;
      throw problem;
    }
  }

  #patiently<T>(act: () => Promise<T>): Promise<T> {
    const nudges = new EventTarget();
    return persist(act, {
      signal: this.leaving,
      nudges,
      waiting: (waiting) => this.say('status', this.sentence(waiting ? 'waiting' : 'sending')),
      passing: (failure) => (failure instanceof Problem && failure.passing ? 'connection' : undefined),
    });
  }

  #show(request: string, lines: readonly Line[], signed: readonly string[]): void {
    const list = this.find('lines')!;
    list.replaceChildren(
      ...lines.map((line, position) => {
        const row = (this.find<HTMLTemplateElement>('line')!.content.cloneNode(true) as DocumentFragment).firstElementChild!;
        row.querySelector('[data-part="what"]')!.textContent = line.what;
        row.querySelector('[data-part="signed"]')!.textContent = line.signed;
        row.querySelector('[data-part="said"]')!.textContent = line.why ? `${line.said} ${line.why}` : line.said;
        row.classList.toggle('bad', line.outcome === 'NOT_TAKEN');
        const proof = proofOf(line.refusal, signed[position]!);
        if (proof) noteProof(row, proof);
        return row;
      }),
    );
    const there = lines.some((line) => line.outcome !== 'NOT_TAKEN');
    const onward = this.find('onward')!;
    onward.hidden = !there;
    const to = link(`/requests/${request}`, this.sentence('request'));
    to.className = 'button second';
    onward.replaceChildren(to);
    const outcome = this.find('outcome')!;
    outcome.hidden = false;
    outcome.focus();
  }
}

async function putChunk(document: string, number: number, bytes: Blob): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/uploads/${document}/chunks/${number}`, { method: 'PUT', body: bytes, credentials: 'same-origin', headers: { ...formKey(), 'content-type': 'application/octet-stream' } });
  } catch (cause) {
    throw new Problem(0, '', { cause: String(cause) });
  }
  if (!response.ok) throw new Problem(response.status, '', (await response.json().catch(() => ({}))) as Record<string, unknown>);
}

customElements.define('enlace-carried', CarriedElement);
