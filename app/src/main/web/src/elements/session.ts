/**
 * `<enlace-session>`: in the layout of every page. When the session ends while a page is open, offers signing in again in another tab, so that nothing typed is lost;
 * once the same person is signed in again, goes on as if nothing had happened. States: `quiet`, `ended`, `other-account`. Part of enlace.js, so that a
 * sign-out in a tab without keys reaches the tabs that hold some.
 */
import { account, refreshSession } from '../session.ts';
import { Behaviour } from './behaviour.ts';

/** Absent where the browser is too old; then the feature test sends the reader to a page that says so, and this file must not fail before. */
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('enlace-session') : undefined;

export class SessionElement extends Behaviour {
  #lost: string | undefined;

  protected override arrive(): void {
    this.become('quiet');
    this.on(document, 'enlace:session-ended', () => this.#ended());
    if (channel) this.on<MessageEvent<string>>(channel, 'message', async ({ data }) => {
      if (data !== (account() ?? '') || this.#lost) await this.#look();
    });
    this.on(window, 'focus', () => this.#look());
    channel?.postMessage(account() ?? '');
  }

  #ended(): void {
    this.#lost ??= account();
    this.become('ended');
  }

  /** Another tab shows another account, or this one comes to the front after the session was lost: what does the server say? */
  async #look(): Promise<void> {
    const before = this.#lost ?? account();
    if (before === undefined || !(await refreshSession())) return;
    const now = account();
    if (now !== before) {
      this.#lost = before;
      document.dispatchEvent(new CustomEvent('enlace:session-ended'));
      if (now !== undefined) this.become('other-account');
    } else if (this.#lost) {
      this.#lost = undefined;
      this.become('quiet');
      document.dispatchEvent(new CustomEvent('enlace:session-renewed'));
    }
  }
}

customElements.define('enlace-session', SessionElement);
