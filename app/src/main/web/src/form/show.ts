/**
 * Puts a read form on the page: check-your-answers, the print view, the request as the receiver sees it. Everything that was sealed goes in as text, never as
 * markup, each written piece with the language it is in.
 */
import type { Chapter, Entry, Piece } from './reading.ts';

export interface ShowWords {
  /** "{time} (your time)" with the place filled in. */
  yours(time: string): string;
  /** "Left out, because:" */
  readonly omitted: string;
  /** What an entry rests on, as the page says it; empty when nothing is to be said. */
  basis?(entry: Entry): string;
  /** A link to the place where this chapter can be changed, with its words. */
  change?(chapter: Chapter): HTMLElement | undefined;
}

/** Replaces what is in `place`. Headings begin at h3: the page has its own h1 and h2. */
export function show(chapters: readonly Chapter[], place: Element, words: ShowWords): void {
  place.replaceChildren(...chapters.map((chapter) => section(chapter, words)));
}

/** One answer without its label. */
export function showAnswer(entry: Entry, place: Element, words: ShowWords): void {
  place.replaceChildren(...answer(entry, words));
}

function section(chapter: Chapter, words: ShowWords): HTMLElement {
  const heading = element('div', { class: 'heading' }, element('h3', {}, chapter.title));
  const change = words.change?.(chapter);
  if (change) heading.append(change);
  const section = element('section', { class: 'chapter', 'data-chapter': chapter.id }, heading, list(chapter.entries, words));
  for (const left of chapter.omitted) {
    const reason = element('span', { class: 'as-written', lang: left.lang, dir: 'auto' }, left.reason);
    section.append(element('p', { class: 'quiet' }, `${left.label}. ${words.omitted} `, reason));
  }
  return section;
}

function list(entries: readonly Entry[], words: ShowWords): HTMLElement {
  return element('dl', { class: 'facts' }, ...entries.map((entry) => line(entry, words)));
}

function line(entry: Entry, words: ShowWords): HTMLElement {
  const term = element('dt', {}, entry.label);
  const basis = words.basis?.(entry) ?? '';
  if (basis) term.append(' ', element('small', { class: 'quiet' }, basis));
  return element('div', {}, term, element('dd', {}, ...answer(entry, words)));
}

function answer(entry: Entry, words: ShowWords): HTMLElement[] {
  const items = entry.items.map((item) => element('div', { class: 'group' }, element('h4', {}, item.title), list(item.entries, words)));
  return [...entry.pieces.map((each) => piece(each, entry, words)), ...items];
}

function piece(piece: Piece, entry: Entry, words: ShowWords): HTMLElement {
  // Several codes read as several lines; a single answer as running text.
  const tag = entry.pieces.length > 1 ? 'p' : 'span';
  switch (piece.kind) {
    case 'written':
      return element(tag, { class: 'as-written', lang: piece.lang, dir: 'auto' }, piece.text);
    case 'said':
      return element(tag, {}, piece.note === undefined ? piece.text : `${piece.text} (${piece.note})`);
    case 'time': {
      const time = element('time', piece.at ? { datetime: piece.at.toISOString() } : {}, piece.text);
      const when = element(tag, { class: 'when' }, time);
      if (piece.yours !== undefined) when.append(' ', element('span', { class: 'yours' }, words.yours(piece.yours)));
      return when;
    }
  }
}

function element(name: string, attributes: Readonly<Record<string, string>>, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}
