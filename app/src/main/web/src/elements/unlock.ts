/**
 * `<enlace-unlock>`: after a reload the session is there and the key is not. Offers the ways that this officer has, and shows nothing but its `unlocked` parts
 * when there is nothing to do. States: `checking`, `locked`, `busy`, `unlocked`.
 */
import { SealError } from '../age.ts';
import { unlockWithIdentity, unlockWithPasskey, unlockWithPassphrase } from '../keys.ts';
import type { Lock, LockKind, OfficerKey } from '../keys.ts';
import { typedPaperCode } from '../paper.ts';
import { touchPasskey } from '../passkey.ts';
import { account } from '../session.ts';
import { myKeys, unlock, unlockFromOtherTab, unlockedOfficer } from '../vault.ts';
import { Behaviour } from './behaviour.ts';

export class UnlockElement extends Behaviour {
  #locks: readonly Lock[] = [];

  protected override async arrive(): Promise<void> {
    this.on(document, 'enlace:unlocked', () => this.become('unlocked'));
    this.on(document, 'enlace:locked', () => this.#offer());
    this.on(document, 'enlace:session-renewed', () => this.#offer());
    this.#way('passkey', 'click', () => this.#byPasskey());
    this.#way('passphrase', 'submit', () => this.#byPassphrase());
    this.#way('paper', 'submit', () => this.#byPaper());
    await this.#offer();
  }

  async #offer(): Promise<void> {
    if (unlockedOfficer()) return this.become('unlocked');
    if (!account()) return this.become('checking');
    this.become('checking');
    if (await unlockFromOtherTab()) return;
    this.#locks = (await myKeys()).locks;
    for (const way of this.own('[data-way]')) {
      way.hidden = this.#of(way.dataset['way'] as LockKind).length === 0;
    }
    this.become('locked');
    // In the demo the server hands out what opens the key: there is nothing to ask for.
    if (this.#of('demo').length > 0) unlock(await this.#byDemo());
  }

  /** In `data-way` is a button for what needs a touch, a form for what is typed. */
  #way(kind: LockKind, event: 'click' | 'submit', act: () => Promise<OfficerKey>): void {
    for (const way of this.own(`[data-way="${kind}"] ${event === 'click' ? 'button' : 'form'}`)) {
      this.instead(way, event, async () => {
        this.say('problem', '');
        this.become('busy');
        try {
          unlock(await act());
          if (way instanceof HTMLFormElement) way.reset();
        } catch (problem) {
          this.become('locked');
          throw problem;
        }
      });
    }
  }

  async #byPasskey(): Promise<OfficerKey> {
    const locks = this.#of('passkey');
    const touched = await touchPasskey(locks.map((lock) => lock.credential!), this.leaving);
    if (!touched.prf) throw new SealError('wrong-key');
    const lock = locks.find((each) => each.credential === touched.id);
    if (!lock) throw new SealError('wrong-key');
    return unlockWithPasskey(lock, touched.prf, account()!);
  }

  async #byPassphrase(): Promise<OfficerKey> {
    const passphrase = this.find<HTMLInputElement>('passphrase')!.value;
    return this.#first('passphrase', (lock) => unlockWithPassphrase(lock, passphrase, account()!));
  }

  async #byPaper(): Promise<OfficerKey> {
    const identity = typedPaperCode(this.find<HTMLTextAreaElement>('code')!.value);
    return this.#first('paper', (lock) => unlockWithIdentity(lock, identity, account()!));
  }

  async #byDemo(): Promise<OfficerKey> {
    return this.#first('demo', (lock) => unlockWithIdentity(lock, lock.identity!, account()!));
  }

  /** An officer may have several locks of a kind, as when a new sheet was printed; the first that opens will do. */
  async #first(kind: LockKind, open: (lock: Lock) => Promise<OfficerKey>): Promise<OfficerKey> {
    let last: unknown = new SealError('wrong-key');
    for (const lock of this.#of(kind)) {
      try {
        return await open(lock);
      } catch (problem) {
        last = problem;
      }
    }
    throw last;
  }

  #of(kind: LockKind): Lock[] {
    return this.#locks.filter((lock) => lock.kind === kind);
  }
}

customElements.define('enlace-unlock', UnlockElement);
