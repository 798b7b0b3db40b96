/**
 * `<enlace-ways>`: another passkey, a new passphrase or a new printed code for the officer who is signed in and unlocked. Each is proved with the officer key, so that
 * a stolen session cannot put its own lock on. States: `idle` and those of `key-work.ts`.
 */
import { prove } from '../jws.ts';
import { navigate } from '../page.ts';
import { newPaperCode } from '../paper.ts';
import { post } from '../session.ts';
import { keysChanged, requireOfficer } from '../vault.ts';
import { KeyWork } from './key-work.ts';
import { paperWay, passkeyWay } from './ways.ts';
import type { WaysJson } from './ways.ts';

const BASE = '/account/ways';

export class AccountWaysElement extends KeyWork {
  protected override arrive(): void {
    if (this.elsewhere) return this.become('elsewhere');
    const begin = (part: string, work: () => Promise<void>): void =>
      this.instead(this.find(part)!, 'click', () => this.working('idle', work));
    begin('add-passkey', async () => this.#keep(await passkeyWay(BASE, requireOfficer(), this.#label())));
    begin('new-passphrase', () => this.takePassphrase(BASE, requireOfficer(), 'idle', (ways) => this.#keep(ways)));
    begin('new-paper', async () => {
      const paper = await newPaperCode();
      await this.takePaper(paper, async () => this.#keep(await paperWay(requireOfficer(), paper)));
    });
    this.become('idle');
  }

  async #keep(ways: WaysJson): Promise<void> {
    const { challenge } = await post<{ readonly challenge: string }>(`${BASE}/challenge`, {});
    await post<void>(`${BASE}/completion`, { jws: prove('enlace-ways+jws', requireOfficer(), challenge), ways });
    keysChanged();
    navigate('/account');
  }

  #label(): string {
    return this.sentence('passkey-label', { date: new Date().toISOString().slice(0, 10) });
  }
}

customElements.define('enlace-ways', AccountWaysElement);
