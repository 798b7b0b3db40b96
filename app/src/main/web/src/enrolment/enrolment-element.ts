/**
 * `<enlace-enrolment>`: a newcomer says who they are, gets an officer key made here and two ways to unlock it. States: `about`, those of the ways, `done`, `elsewhere`.
 * Nothing is kept on the server before the end; a tab that is closed on the way leaves the invitation as it was.
 */
import { officerStatement } from '../jws.ts';
import { newOfficerKey } from '../keys.ts';
import type { OfficerKey } from '../keys.ts';
import { language } from '../sentences.ts';
import { post, useSession } from '../session.ts';
import type { Session } from '../session.ts';
import { keysChanged, unlock } from '../vault.ts';
import { WaysElement } from './ways-element.ts';
import type { WaysJson } from './ways.ts';

export class EnrolmentElement extends WaysElement {
  protected override async arrive(): Promise<void> {
    if (this.elsewhere) return this.become('elsewhere');
    this.instead(this.find('about')!, 'submit', () => this.working('about', async () => this.choose(await newOfficerKey(this.dataset['account']!))));
    const zone = this.find<HTMLSelectElement>('zone')!;
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...zone.options].some((option) => option.value === here)) zone.value = here;
    return this.withRightClock(() => this.become('about'));
  }

  protected override async complete(ways: WaysJson, officer: OfficerKey): Promise<void> {
    const session = await post<Session>(`${this.base}/completion`, {
      name: this.value('name').trim(),
      language: language(),
      zone: this.value('zone'),
      statement: officerStatement(officer),
      ways,
    });
    useSession(session);
    keysChanged();
    unlock(officer);
  }
}

customElements.define('enlace-enrolment', EnrolmentElement);
