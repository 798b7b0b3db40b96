/**
 * A printed code on the screen: shown in groups, printed, and partly typed back, because a sheet that was never printed is found missing on the worst of days.
 */
import type { PaperCode } from '../paper.ts';
import { paperCheckWord } from '../paper.ts';
import { language } from '../sentences.ts';
import { wordList } from '../words.ts';
import type { WordLanguage } from '../words.ts';

const ASKED = 2;

/** Fills the parts `paper-code` (groups), `made` (today: the newest sheet counts) and `check-word` of a sheet. */
export async function showSheet(sheet: HTMLElement, paper: PaperCode): Promise<void> {
  const code = sheet.querySelector('[data-part="paper-code"]')!;
  code.replaceChildren(...['AGE-SECRET-KEY-1', ...paper.groups].map((group) => span(group)));
  sheet.querySelector('[data-part="made"]')!.textContent = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date());
  const word = sheet.querySelector('[data-part="check-word"]')!;
  word.textContent = paperCheckWord(paper.identity, await wordList(language() as WordLanguage));
}

/** Numbers, from 1, of the groups to be typed back. */
export function askedGroups(paper: PaperCode): number[] {
  const whole = paper.groups.filter((group) => group.length === 4).length;
  const asked = new Set<number>();
  while (asked.size < ASKED) asked.add(1 + (crypto.getRandomValues(new Uint32Array(1))[0]! % whole));
  return [...asked].sort((a, b) => a - b);
}

export function typedBack(paper: PaperCode, asked: readonly number[], typed: readonly string[]): boolean {
  return asked.every((number, i) => (typed[i] ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase() === paper.groups[number - 1]);
}

function span(text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
