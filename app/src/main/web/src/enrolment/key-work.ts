/**
 * What the elements that make, pass on and recover keys share: keys that are bound to one address, refusals shown as they are, and the two steps that need the person's
 * hands: taking a secret into an authenticator, and printing a code. States used here: `passphrase`, `paper`, `back`, `busy`.
 */
import { Behaviour } from '../elements/behaviour.ts';
import type { OfficerKey } from '../keys.ts';
import type { PaperCode } from '../paper.ts';
import { Problem, clockOff } from '../session.ts';
import { Locked } from '../vault.ts';
import { askedGroups, showSheet, typedBack } from './sheet.ts';
import { offerCode, passphraseWay } from './ways.ts';
import type { WaysJson } from './ways.ts';

/** Four words of a list of some thousands, or what is as hard to guess. */
const SHORTEST_PASSPHRASE = 14;

/** Minutes; the server refuses what is signed more than five away from its own clock. */
export const CLOCK_TOLERANCE = 5;

/** What the person typed does not do; the fault is the name of a sentence. */
export class Unfit extends Error {
  readonly fault: string;

  constructor(fault: string) {
    super(fault);
    this.name = 'Unfit';
    this.fault = fault;
  }
}

export abstract class KeyWork extends Behaviour {
  /** Keys and passkeys belong to one address; under another name of the same host they would be made in vain. */
  protected get elsewhere(): boolean {
    const { origin } = this.dataset;
    return origin !== undefined && origin !== location.origin;
  }

  /** Goes on where the device's clock is right; else says so, before anything is typed that could not be signed. States: `clock`. */
  protected async withRightClock(goOn: () => void): Promise<void> {
    const minutes = await clockOff();
    this.say('problem', minutes < CLOCK_TOLERANCE ? '' : this.sentence('clock-apart', { minutes }));
    if (minutes < CLOCK_TOLERANCE) return goOn();
    this.once('again', 'click', () => this.withRightClock(goOn));
    this.become('clock');
  }

  protected value(part: string): string {
    return this.find<HTMLInputElement>(part)?.value ?? '';
  }

  protected empty(...parts: string[]): void {
    for (const part of parts) {
      const input = this.find<HTMLInputElement>(part);
      if (input) input.value = '';
    }
  }

  /** Shows `busy` while it works; when it fails, goes back to `before` and says why. */
  protected async working(before: string, work: () => Promise<void>): Promise<void> {
    const held = document.activeElement;
    this.say('problem', '');
    this.become('busy');
    try {
      await work();
    } catch (problem) {
      this.become(before);
      if (held instanceof HTMLElement) held.focus({ preventScroll: true });
      this.fail(problem);
    }
  }

  /** Who does not see that the page changed must hear it: the heading of the next step takes the focus that its button lost. */
  protected override become(state: string): void {
    const first = this.dataset['state'] === undefined || this.dataset['state'] === 'checking';
    super.become(state);
    if (first || state === 'busy' || document.activeElement !== document.body) return;
    const heading = this.own('[data-when]').find((each) => !each.hidden)?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'nearest' });
  }

  /** A refusal is an answer, not a fault of this page: said, and not written to the console. */
  protected override fail(problem: unknown): void {
    if (problem instanceof Problem) this.say('problem', problem.message);
    else if (problem instanceof Locked) this.say('problem', this.sentence('locked'));
    else super.fail(problem);
    this.find('problem')?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows a new secret for the authenticator, takes passphrase and code, and gives the way. @param cancelled where "another way" leads */
  protected async takePassphrase(base: string, officer: OfficerKey, cancelled: string, made: (ways: WaysJson) => Promise<void>): Promise<void> {
    const { secret, qr, uri } = await offerCode(base);
    this.find<HTMLImageElement>('qr')!.src = `data:image/svg+xml;base64,${btoa(qr)}`;
    this.find('secret')!.textContent = secret.replace(/(.{4})/g, '$1 ').trim();
    this.find<HTMLAnchorElement>('authenticator')!.href = uri;
    this.empty('code', 'passphrase', 'passphrase-again');
    this.once('passphrase-form', 'submit', () =>
      this.working('passphrase', async () => {
        const passphrase = this.value('passphrase');
        if (passphrase.normalize('NFKC').length < SHORTEST_PASSPHRASE) throw new Unfit('passphrase-short');
        if (passphrase !== this.value('passphrase-again')) throw new Unfit('passphrase-differs');
        const ways = await passphraseWay(base, officer, passphrase, this.value('code').trim());
        this.empty('code', 'passphrase', 'passphrase-again');
        await made(ways);
      }),
    );
    this.once('other-way', 'click', () => this.become(cancelled));
    this.become('passphrase');
  }

  /** Shows a code to be printed, asks for parts of it, and goes on when they are right. */
  protected async takePaper(paper: PaperCode, printed: () => Promise<void>): Promise<void> {
    const asked = askedGroups(paper);
    await showSheet(this.find('sheet')!, paper);
    this.once('print', 'click', () => print());
    this.once('printed', 'click', () => {
      this.findAll('group-number').forEach((label, i) => (label.textContent = String(asked[i])));
      this.findAll<HTMLInputElement>('group').forEach((input) => (input.value = ''));
      this.say('problem', '');
      this.become('back');
      this.findAll('group')[0]?.focus();
    });
    this.once('show-again', 'click', () => this.become('paper'));
    this.once('back-form', 'submit', () => {
      const typed = this.findAll<HTMLInputElement>('group').map((input) => input.value);
      if (!typedBack(paper, asked, typed)) return this.fail(new Unfit('not-the-code'));
      return this.working('back', printed);
    });
    this.become('paper');
  }

  #steps = new Map<string, AbortController>();

  /** One listener for each part: a step that is begun again forgets what it was about before. */
  protected once(part: string, name: string, handler: () => void | Promise<void>): void {
    this.#steps.get(part)?.abort();
    const step = new AbortController();
    this.#steps.set(part, step);
    this.leaving.addEventListener('abort', () => step.abort());
    const listen = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      Promise.resolve()
        .then(handler)
        .catch((problem: unknown) => this.fail(problem));
    };
    this.find(part)!.addEventListener(name, listen, { signal: step.signal, capture: true });
  }
}
