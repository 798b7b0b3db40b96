/**
 * How somebody comes to two ways to unlock: a passkey, or a passphrase with one-time codes; then paper. Enrolment and recovery differ only in where the officer key
 * comes from and in how the end is told to the server. States: `way` and those of `key-work.ts`, then `done`, or `made`
 * when the answer was lost on the way.
 */
import type { OfficerKey } from '../keys.ts';
import { navigate } from '../page.ts';
import { newPaperCode } from '../paper.ts';
import { passkeySupport } from '../passkey.ts';
import { Problem } from '../session.ts';
import { KeyWork, Unfit } from './key-work.ts';
import { paperWay, passkeyWay, together } from './ways.ts';
import type { WaysJson } from './ways.ts';

/** What the server says of a passkey's challenge or an authenticator's secret that it offered too long ago. */
const EXPIRED = ['CHALLENGE_GONE', 'CODE_WRONG'];

export abstract class WaysElement extends KeyWork {
  /** Tells the server; the new ways are then the officer's. */
  protected abstract complete(ways: WaysJson, officer: OfficerKey): Promise<void>;

  protected get base(): string {
    return this.dataset['base']!;
  }

  /** Offers the ways for this officer key. */
  protected async choose(officer: OfficerKey): Promise<void> {
    const print = (first: WaysJson): Promise<void> => this.#print(officer, first);
    const passkey = this.find<HTMLButtonElement>('passkey')!;
    passkey.disabled = (await passkeySupport()) === 'no';
    this.instead(passkey, 'click', () => this.working('way', async () => print(await passkeyWay(this.base, officer, this.#label()))));
    this.instead(this.find('choose-passphrase')!, 'click', () => this.working('way', () => this.takePassphrase(this.base, officer, 'way', print)));
    this.instead(this.find('go-on')!, 'click', () => navigate(this.dataset['next']!));
    this.become('way');
  }

  async #print(officer: OfficerKey, first: WaysJson): Promise<void> {
    const paper = await newPaperCode();
    let answerLost = false;
    await this.takePaper(paper, async () => {
      try {
        await this.complete(together(first, await paperWay(officer, paper)), officer);
        this.become('done');
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        // The first attempt had arrived, and only its answer had not: the link is used up, by this very person.
        if (answerLost && problem.status === 410) return this.become('made');
        answerLost ||= problem.passing;
        if (!EXPIRED.includes(problem.code)) throw problem;
        this.become('way');
        this.fail(new Unfit('too-late'));
      }
    });
  }

  #label(): string {
    return this.sentence('passkey-label', { date: new Date().toISOString().slice(0, 10) });
  }
}
