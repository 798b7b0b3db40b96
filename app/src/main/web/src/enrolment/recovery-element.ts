/**
 * `<enlace-recovery>`: the printed code opens the officer key here, and new ways take the place of all that were. States: `code`, those of the ways, `done`, `elsewhere`.
 */
import { prove } from '../jws.ts';
import { unlockWithIdentity } from '../keys.ts';
import type { OfficerKey } from '../keys.ts';
import { typedPaperCode } from '../paper.ts';
import { post, useSession } from '../session.ts';
import type { Session } from '../session.ts';
import { keysChanged, unlock } from '../vault.ts';
import { WaysElement } from './ways-element.ts';
import type { WaysJson } from './ways.ts';

interface PaperLock {
  readonly account: string;
  readonly challenge: string;
  readonly sealed: string;
}

export class RecoveryElement extends WaysElement {
  protected override async arrive(): Promise<void> {
    if (this.elsewhere) return this.become('elsewhere');
    this.instead(this.find('code-form')!, 'submit', () => this.working('code', () => this.#open()));
    return this.withRightClock(() => this.become('code'));
  }

  async #open(): Promise<void> {
    const identity = typedPaperCode(this.value('printed-code'));
    const { account, sealed } = await this.#lock();
    const officer = await unlockWithIdentity({ id: '', kind: 'paper', sealed }, identity, account);
    this.empty('printed-code');
    await this.choose(officer);
  }

  /** A challenge lives for five minutes and printing may take longer, so the proof is made over a new one. */
  protected override async complete(ways: WaysJson, officer: OfficerKey): Promise<void> {
    const { challenge } = await this.#lock();
    const session = await post<Session>(`${this.base}/completion`, { jws: prove('enlace-recovery+jws', officer, challenge), ways });
    useSession(session);
    keysChanged();
    unlock(officer);
  }

  #lock(): Promise<PaperLock> {
    return post<PaperLock>(`${this.base}/lock`, {});
  }
}

customElements.define('enlace-recovery', RecoveryElement);
