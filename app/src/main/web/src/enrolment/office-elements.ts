/**
 * What officers do with their authority's key: `<enlace-founding>` makes the first one, `<enlace-admission>` lets a colleague in, `<enlace-sheet>` lets oneself in with the
 * authority's recovery sheet, or as many of its shares as are needed, `<enlace-departure>` makes the next key when a colleague has left. States: `idle` and those of `sheet-work.ts`.
 */
import type { Recipient } from '../age.ts';
import { navigate } from '../page.ts';
import type { PaperCode } from '../paper.ts';
import { Gathering } from '../shares.ts';
import { TrustError, waitingOfficers } from '../trust.ts';
import { keysChanged, requireOfficer } from '../vault.ts';
import { admit, admitBySheet, depart, found } from './generations.ts';
import { SheetWork } from './sheet-work.ts';

abstract class OfficeElement extends SheetWork {
  protected get authority(): string {
    return this.dataset['authority']!;
  }

  protected done(): void {
    keysChanged();
    navigate('/colleagues');
  }
}

export class FoundingElement extends OfficeElement {
  protected override arrive(): void {
    this.instead(this.find('begin')!, 'click', () => {
      const officer = requireOfficer();
      this.takeSheet('idle', 1, async (sheet) => {
        await found(officer, this.authority, sheet);
        this.done();
      });
    });
    this.become('idle');
  }
}

export class AdmissionElement extends OfficeElement {
  protected override arrive(): void {
    this.instead(this.find('admit')!, 'click', () =>
      this.working('idle', async () => {
        const officer = requireOfficer();
        const newcomer = (await waitingOfficers(officer)).get(this.dataset['account']!);
        // The words that were compared by telephone are those of the recipient on the page; only that very one is sealed to.
        if (!newcomer || newcomer.recipient !== this.dataset['recipient']) throw new TrustError('entry-mismatch');
        await admit(officer, newcomer);
        this.done();
      }),
    );
    this.become('idle');
  }
}

export class SheetElement extends OfficeElement {
  protected override arrive(): void {
    const { recipient, shares, threshold } = this.dataset;
    const gathering = new Gathering(recipient as Recipient, { shares: Number(shares), threshold: Number(threshold) });
    const enter = async ({ identity }: PaperCode): Promise<void> => {
      await admitBySheet(requireOfficer(), identity);
      this.done();
    };
    this.gather('sheet', 'idle', gathering, enter, requireOfficer);
    this.become('idle');
  }
}

export class DepartureElement extends OfficeElement {
  protected override arrive(): void {
    this.instead(this.find('depart')!, 'submit', () => this.working('idle', () => this.#begin()));
    this.become('idle');
  }

  async #begin(): Promise<void> {
    const officer = requireOfficer();
    const leaver = this.dataset['account']!;
    if (!this.find<HTMLInputElement>('new-sheet')?.checked) {
      await depart(officer, this.authority, leaver, undefined);
      return this.done();
    }
    this.takeSheet('idle', Number(this.dataset['generation']) + 1, async (sheet) => {
      await depart(officer, this.authority, leaver, sheet);
      this.done();
    });
  }
}

customElements.define('enlace-founding', FoundingElement);
customElements.define('enlace-admission', AdmissionElement);
customElements.define('enlace-sheet', SheetElement);
customElements.define('enlace-departure', DepartureElement);
