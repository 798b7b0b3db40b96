/**
 * An authority's recovery sheet, from the names of its custodians to the proof on paper: divided, printed one sheet for each, and typed back by as many as are needed
 * on the worst of days. Nothing of it leaves the browser, the names included. States: `custodians`, `paper`, `rehearse`, and those of `key-work.ts`.
 */
import { newPaperCode } from '../paper.ts';
import type { PaperCode } from '../paper.ts';
import { Gathering, MOST_CUSTODIANS, divide, shareGroups } from '../shares.ts';
import type { Division } from '../shares.ts';
import { language } from '../sentences.ts';
import { KeyWork, Unfit } from './key-work.ts';

/** A sheet that was printed, and put together again from paper. */
export interface RehearsedSheet extends Division {
  readonly code: PaperCode;
}

export abstract class SheetWork extends KeyWork {
  /** Asks for custodians, prints, rehearses, and goes on. @param cancelled where "back" leads @param generation the first that the sheet opens anew */
  protected takeSheet(cancelled: string, generation: number, rehearsed: (sheet: RehearsedSheet) => Promise<void>): void {
    this.once('custodians-back', 'click', () => this.become(cancelled));
    this.once('custodians-form', 'submit', () =>
      this.working('custodians', async () => {
        const names = this.value('custodians').split('\n').map((name) => name.trim()).filter((name) => name !== '');
        const division = { shares: names.length, threshold: Number(this.value('threshold')) };
        requireSensible(division);
        const code = await newPaperCode();
        this.#print(code, division, names, await divide(code, division), generation);
        this.#rehearse(code, division, rehearsed);
        this.become('paper');
      }),
    );
    this.become('custodians');
  }

  #print(code: PaperCode, { shares, threshold }: Division, names: readonly string[], texts: readonly string[], generation: number): void {
    const pattern = this.find('share-pattern') as HTMLTemplateElement | undefined;
    const made = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date());
    const sheets = texts.map((text, i) => {
      const sheet = pattern!.content.cloneNode(true) as DocumentFragment;
      const fill = (part: string, value: string): void => {
        sheet.querySelector(`[data-part="${part}"]`)!.textContent = value;
      };
      fill('share-of', this.sentence('share-of', { number: i + 1, shares }));
      fill('custodian', names[i]!);
      fill('needed', this.sentence('share-needed', { threshold, shares }));
      fill('generation', String(generation));
      fill('made', made);
      fill('sheet-key', code.recipient);
      sheet.querySelector('[data-part="paper-code"]')!.replaceChildren(...shareGroups(text).map(span));
      return sheet;
    });
    this.find('share-sheets')!.replaceChildren(...sheets);
    this.once('print', 'click', () => print());
  }

  #rehearse(code: PaperCode, division: Division, rehearsed: (sheet: RehearsedSheet) => Promise<void>): void {
    this.once('printed', 'click', () => {
      this.gather('rehearse', 'rehearse', new Gathering(code.recipient, division), (again) => rehearsed({ code: again, ...division }));
      this.say('problem', '');
      this.become('rehearse');
      this.find('rehearse-code')?.focus();
    });
    this.once('show-again', 'click', () => this.become('paper'));
  }

  /**
   * Takes shares from the form `<name>-form`, its field `<name>-code`, until they suffice. What was taken does not stay on the screen: the next custodian need not see
   * it. @param state in which the form shows @param ready fails while what follows could not be done: before anybody types
   */
  protected gather(name: string, state: string, gathering: Gathering, whole: (code: PaperCode) => Promise<void>, ready = (): unknown => undefined): void {
    let sheet: PaperCode | undefined;
    this.say('status', '');
    this.once(`${name}-form`, 'submit', () =>
      this.working(state, async () => {
        ready();
        try {
          sheet ??= await gathering.take(this.value(`${name}-code`));
          this.empty(`${name}-code`);
        } finally {
          const { taken, missing } = gathering;
          this.say('status', sheet ? this.sentence('share-whole') : taken.length > 0 ? this.sentence('share-taken', { numbers: taken.join(', '), missing }) : '');
        }
        if (sheet) return whole(sheet);
        this.become(state);
        this.find(`${name}-code`)?.focus();
      }),
    );
  }
}

/** One custodian has the whole sheet; of several none has it alone. */
function requireSensible({ shares, threshold }: Division): void {
  if (shares === 0) throw new Unfit('custodians-none');
  if (shares > MOST_CUSTODIANS) throw new Unfit('custodians-many');
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > shares) throw new Unfit('threshold-high');
  if (threshold === 1 && shares > 1) throw new Unfit('threshold-one');
}

function span(text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
