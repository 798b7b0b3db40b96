/**
 * What officers do with their authority's key: `<enlace-founding>` makes the first one, `<enlace-admission>` lets a colleague in, `<enlace-sheet>` lets oneself in with the
 * recovery sheet, `<enlace-departure>` makes the next key when a colleague has left. States: `idle`, those of `key-work.ts`, and `elsewhere`.
 */
import { navigate } from '../page.ts';
import { newPaperCode, typedPaperCode } from '../paper.ts';
import { TrustError, waitingOfficers } from '../trust.ts';
import { keysChanged, requireOfficer } from '../vault.ts';
import { admit, admitBySheet, depart, found } from './generations.ts';
import { KeyWork } from './key-work.ts';

abstract class OfficeElement extends KeyWork {
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
    this.instead(this.find('begin')!, 'click', () =>
      this.working('idle', async () => {
        const officer = requireOfficer();
        const sheet = await newPaperCode();
        await this.takePaper(sheet, async () => {
          await found(officer, this.authority, sheet);
          this.done();
        });
      }),
    );
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
    this.instead(this.find('sheet-form')!, 'submit', () =>
      this.working('idle', async () => {
        const officer = requireOfficer();
        const identity = typedPaperCode(this.value('printed-code'));
        await admitBySheet(officer, identity);
        this.empty('printed-code');
        this.done();
      }),
    );
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
    const sheet = await newPaperCode();
    await this.takePaper(sheet, async () => {
      await depart(officer, this.authority, leaver, sheet);
      this.done();
    });
  }
}

customElements.define('enlace-founding', FoundingElement);
customElements.define('enlace-admission', AdmissionElement);
customElements.define('enlace-sheet', SheetElement);
customElements.define('enlace-departure', DepartureElement);
