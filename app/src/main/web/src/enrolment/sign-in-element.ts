/**
 * `<enlace-sign-in>`: a passkey that signs in and unlocks; or address, code and passphrase, of which the passphrase stays here: it opens the officer key, and the
 * server's challenge, signed with it, is what goes back. States: `checking`, `ready`, `busy`, `elsewhere`.
 */
import { prove } from '../jws.ts';
import { unlockWithPasskey, unlockWithPassphrase } from '../keys.ts';
import { navigate } from '../page.ts';
import { getPasskey, passkeySupport } from '../passkey.ts';
import type { RequestOptionsJson } from '../passkey.ts';
import { account, clockOff, post, refreshSession, useSession } from '../session.ts';
import type { Session } from '../session.ts';
import { keysChanged, myKeys, unlock } from '../vault.ts';
import { CLOCK_TOLERANCE, KeyWork } from './key-work.ts';

interface Opened {
  readonly account: string;
  readonly challenge: string;
  readonly sealed: string;
}

export class SignInElement extends KeyWork {
  protected override async arrive(): Promise<void> {
    if (this.elsewhere) return this.become('elsewhere');
    this.become('checking');
    // The cookie does not come along from a mail or another site; asking from here, it does.
    if (!account()) await refreshSession();
    if (account()) return navigate(this.dataset['next']!);
    const passkey = this.find<HTMLButtonElement>('passkey')!;
    this.instead(passkey, 'click', () => this.working('ready', () => this.#byPasskey()));
    this.instead(this.find('code-form')!, 'submit', () => this.working('ready', () => this.#byCode()));
    passkey.disabled = (await passkeySupport()) === 'no';
    this.become('ready');
    const minutes = await clockOff();
    if (minutes >= CLOCK_TOLERANCE) this.say('problem', this.sentence('clock-apart', { minutes }));
  }

  async #byPasskey(): Promise<void> {
    const asserted = await getPasskey(await post<RequestOptionsJson>('/sign-in/passkey/challenge', {}), this.leaving);
    this.#enter(await post<Session>('/sign-in/passkey', asserted.credential));
    const lock = (await myKeys()).locks.find((each) => each.credential === asserted.id);
    if (asserted.prf && lock) unlock(await unlockWithPasskey(lock, asserted.prf, account()!));
    navigate(this.dataset['next']!);
  }

  async #byCode(): Promise<void> {
    const opened = await post<Opened>('/sign-in/code', { email: this.value('email').trim(), code: this.value('code').trim() });
    this.empty('code');
    const officer = await unlockWithPassphrase({ id: '', kind: 'passphrase', sealed: opened.sealed }, this.value('passphrase'), opened.account);
    this.empty('passphrase');
    this.#enter(await post<Session>('/sign-in/key', { jws: prove('enlace-sign-in+jws', officer, opened.challenge) }));
    unlock(officer);
    navigate(this.dataset['next']!);
  }

  #enter(session: Session): void {
    useSession(session);
    keysChanged();
  }
}

customElements.define('enlace-sign-in', SignInElement);
