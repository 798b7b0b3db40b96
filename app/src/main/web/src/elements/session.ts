/**
 * `<enlace-session>`: in the layout of every page. Says five minutes ahead that the session ends, and prolongs it with the next key or click where that is possible.
 * When it ends while a page is open, offers signing in again in another tab, so that nothing typed is lost; once the same person is signed in again, goes on as if
 * nothing had happened. States: `quiet`, `ending`, `closing` (ends however much it is used), `ended`, `other-account`. Part of enlace.js, so that a sign-out in a tab
 * without keys reaches the tabs that hold some.
 *
 * Threat: a page that was left open keeps its session alive for whoever comes by. Looking at the session prolongs nothing; only a hand at the keyboard or the pointer does.
 */
import { account, lookAtSession, prolongSession, refreshSession, sessionEnded } from '../session.ts';
import type { Session } from '../session.ts';
import { duration } from '../sentences.ts';
import { Behaviour } from './behaviour.ts';

/** Absent where the browser is too old; then the feature test sends the reader to a page that says so, and this file must not fail before. */
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('enlace-session') : undefined;

const MINUTE = 60_000;
/** How long before the end it is said (WCAG 2.2.1 asks for twenty seconds; a telephone call takes longer). */
const AHEAD = 5 * MINUTE;
const TICK = 15_000;

export class SessionElement extends Behaviour {
  #lost: string | undefined;
  /** By this device's clock; undefined until the server was asked. */
  #ends: number | undefined;
  #last = false;
  /** When somebody last pressed anything on this page. */
  #touched = 0;
  #prolonging = false;

  protected override arrive(): void {
    this.become('quiet');
    this.on<CustomEvent<{ readonly other: boolean }>>(document, 'enlace:session-ended', ({ detail }) => this.#ended(detail.other));
    if (channel) this.on<MessageEvent<string>>(channel, 'message', async ({ data }) => {
      if (data !== (account() ?? '') || this.#lost) await this.#look();
      else if (this.#isSoon) await this.#ask(); // a page of the same person was opened or prolonged in another tab
    });
    this.on(window, 'focus', () => this.#look());
    this.on(this.find('stay')!, 'click', () => this.#prolong());
    for (const sign of ['keydown', 'pointerdown']) {
      document.addEventListener(sign, (event) => event.isTrusted && this.#here(), { signal: this.leaving, capture: true, passive: true });
    }
    const tick = setInterval(() => void this.#tick(), TICK);
    this.leaving.addEventListener('abort', () => clearInterval(tick));
    channel?.postMessage(account() ?? '');
  }

  get #left(): number {
    return this.#ends === undefined ? 0 : this.#ends - Date.now();
  }

  get #isSoon(): boolean {
    return this.#ends !== undefined && this.#left <= AHEAD;
  }

  /** Whoever is seen to be here while the end is announced need not look for a button. */
  #here(): void {
    this.#touched = Date.now();
    if (this.dataset['state'] === 'ending') void this.#prolong();
  }

  async #tick(): Promise<void> {
    if (account() !== undefined && !this.#lost && (this.#ends === undefined || this.#isSoon)) await this.#ask();
  }

  async #ask(): Promise<void> {
    const session = await lookAtSession();
    if (this.leaving.aborted || this.#lost) return;
    if (session && (session.account ?? undefined) !== account()) return this.#look();
    if (session) this.#learn(session);
    else if (this.#isSoon) this.#tell();
  }

  #learn({ left = 0, last = false }: Session): void {
    this.#ends = Date.now() + left * 1_000;
    this.#last = last;
    this.#tell();
  }

  #tell(): void {
    if (!this.#isSoon) return this.#say('quiet');
    if (this.#last) return this.#say('closing');
    if (Date.now() - this.#touched < AHEAD) void this.#prolong();
    else this.#say('ending');
  }

  /** Read out when it begins and once more in the last minute; the minutes between are only shown. */
  #say(state: 'quiet' | 'ending' | 'closing'): void {
    this.become(state);
    const aloud = this.find('aloud')!;
    if (state === 'quiet') {
      if (aloud.textContent !== '') aloud.textContent = '';
      return;
    }
    const left = duration(Math.max(0, this.#left) / 1_000);
    for (const place of this.findAll('left')) place.textContent = this.sentence(state, { left });
    const stage = `${state} ${this.#left <= MINUTE}`;
    if (aloud.dataset['stage'] === stage && aloud.textContent !== '') return;
    aloud.dataset['stage'] = stage;
    aloud.textContent = this.sentence(state, { left });
  }

  async #prolong(): Promise<void> {
    if (this.#prolonging) return;
    this.#prolonging = true;
    try {
      this.#learn(await prolongSession());
      channel?.postMessage(account() ?? '');
    } catch {
      // No line, or the session is over: both are said elsewhere, and it is tried again with the next key.
    } finally {
      this.#prolonging = false;
    }
  }

  #ended(other: boolean): void {
    this.#lost ??= account();
    this.become(other ? 'other-account' : 'ended');
  }

  /** Another tab shows another account, or this one comes to the front after the session was lost: what does the server say? */
  async #look(): Promise<void> {
    if (account() === undefined) return;
    const now = await refreshSession();
    if (now === undefined || this.leaving.aborted) return;
    if (now !== 'same') sessionEnded(now === 'other');
    else if (this.#lost) {
      this.#lost = undefined;
      this.#ends = undefined;
      this.become('quiet');
      document.dispatchEvent(new CustomEvent('enlace:session-renewed'));
    }
  }
}

customElements.define('enlace-session', SessionElement);
