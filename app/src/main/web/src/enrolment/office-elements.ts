/**
 * What officers do with their authority's key: `<enlace-founding>` makes the first one, `<enlace-admission>` lets a colleague in, `<enlace-sheet>` lets oneself in with the
 * authority's recovery sheet, or as many of its shares as are needed, `<enlace-departure>` makes the next key when a colleague has left,
 * `<enlace-rotation>` when nobody has. States: `idle` and those of `sheet-work.ts`.
 */
import type { Recipient } from '../age.ts';
import { navigate } from '../page.ts';
import type { OfficerKey } from '../keys.ts';
import type { PaperCode } from '../paper.ts';
import { Gathering } from '../shares.ts';
import { TrustError, waitingOfficers } from '../trust.ts';
import { keysChanged, requireOfficer } from '../vault.ts';
import { admit, admitBySheet, depart, found, rotate } from './generations.ts';
import { SheetWork } from './sheet-work.ts';
import type { RehearsedSheet } from './sheet-work.ts';

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

/** What makes a next key, with the sheet that is or a new one. */
abstract class SuccessionElement extends OfficeElement {
  protected override arrive(): void {
    this.instead(this.find('succeed')!, 'submit', () => this.working('idle', () => this.#begin()));
    this.become('idle');
  }

  protected abstract succeed(officer: OfficerKey, sheet: RehearsedSheet | undefined): Promise<void>;

  async #begin(): Promise<void> {
    const officer = requireOfficer();
    if (!this.find<HTMLInputElement>('new-sheet')?.checked) {
      await this.succeed(officer, undefined);
      return this.done();
    }
    this.takeSheet('idle', Number(this.dataset['generation']) + 1, async (sheet) => {
      await this.succeed(officer, sheet);
      this.done();
    });
  }
}

export class DepartureElement extends SuccessionElement {
  protected override succeed(officer: OfficerKey, sheet: RehearsedSheet | undefined): Promise<void> {
    return depart(officer, this.authority, this.dataset['account']!, sheet);
  }
}

export class RotationElement extends SuccessionElement {
  protected override succeed(officer: OfficerKey, sheet: RehearsedSheet | undefined): Promise<void> {
    return rotate(officer, this.authority, sheet);
  }
}

customElements.define('enlace-founding', FoundingElement);
customElements.define('enlace-admission', AdmissionElement);
customElements.define('enlace-sheet', SheetElement);
customElements.define('enlace-departure', DepartureElement);
customElements.define('enlace-rotation', RotationElement);
