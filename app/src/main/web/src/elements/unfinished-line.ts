/** One line of a list of files: an upload that was begun, how much of it is there until when, and what can be done. */
import { sayInstant } from '../form/time.ts';
import { language, size } from '../sentences.ts';
import type { Begun } from '../tickets.ts';
import type { Uploaded } from '../upload.ts';
import type { FileWords } from './transfer-line.ts';

export interface UnfinishedActs {
  readonly words: FileWords;
  /** The reader's own. */
  readonly zone: string;
  /** Why it did not go on when that was tried; empty before. */
  readonly why: string;
  goOn(file: File): void;
  /** All of it is there already. */
  attach(arrived: Uploaded): void;
  remove(): void;
}

/** @param template `documents/FileUnfinished.jte` */
export function unfinishedLine(template: HTMLTemplateElement, begun: Begun, acts: UnfinishedActs): HTMLElement {
  const line = document.importNode(template.content, true).firstElementChild as HTMLElement;
  const at = <E extends HTMLElement = HTMLElement>(selector: string): E => line.querySelector<E>(selector)!;
  const { name, document: id, type, arrived } = begun.ticket;
  at('.name').textContent = name;
  for (const which of line.querySelectorAll('[data-part=which]')) which.textContent = ` ${name}`;
  at('.how-far').textContent = howFar(begun, acts);
  at('[data-part=why]').textContent = acts.why;
  at('[data-part=why]').hidden = acts.why === '';
  at('[data-part=remove]').onclick = () => acts.remove();
  const attach = at('[data-part=attach]');
  attach.hidden = arrived === null;
  attach.onclick = () => arrived && acts.attach({ document: id, name, type, ...arrived });
  at('[data-part=again]').hidden = arrived !== null;
  const again = at<HTMLInputElement>('input');
  again.onchange = () => {
    const [file] = again.files ?? [];
    if (file) acts.goOn(file);
  };
  return line;
}

function howFar({ there, total, until }: Begun, { words, zone }: UnfinishedActs): string {
  if (until === undefined) return words('unfinished-whole', { total: size(total) });
  const far = { done: size(there), total: size(total), until: sayInstant(until, zone, language()) };
  return words(there < total ? 'unfinished' : 'unfinished-whole-until', far);
}
