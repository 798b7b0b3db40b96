/**
 * `<enlace-session>`: in the layout of every page. When the session ends while a page is open, offers signing in again in another tab, so that nothing typed is lost;
 * once somebody of this account is signed in again, goes on as if nothing had happened. States: `signed-in`, `ended`, `other-account`. Part of enlace.js.
 */
import { account, refreshSession } from '../session.ts';
import { Behaviour } from './behaviour.ts';

const channel = new BroadcastChannel('enlace-session');

export class SessionElement extends Behaviour {
  #lost: string | undefined;

  protected override arrive(): void {
    this.become('signed-in');
    this.on(document, 'enlace:session-ended', () => {
      this.#lost ??= account();
      this.become('ended');
      this.querySelector<HTMLElement>('[data-when~="ended"] a')?.focus();
    });
    this.on(channel, 'message', () => this.#renew());
    this.on(window, 'focus', () => this.#renew());
    if (account()) channel.postMessage('signed-in');
  }

  async #renew(): Promise<void> {
    const lost = this.#lost;
    if (!lost || !(await refreshSession())) return;
    const now = account();
    if (now === undefined) return;
    if (now !== lost) return this.become('other-account');
    this.#lost = undefined;
    this.become('signed-in');
    document.dispatchEvent(new CustomEvent('enlace:session-renewed'));
  }
}

customElements.define('enlace-session', SessionElement);
