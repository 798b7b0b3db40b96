/**
 * The offer to ask a third state too, from what was disclosed of it (Budapest Art. 30). Who it is was sealed: its code leaves the browser with the press of the link, as
 * the state that a new request is for does anyway, and not before.
 */
import type { Provider } from '../exchange/disclosed.ts';
import { link } from '../page.ts';

export interface Asking {
  readonly request: string;
  /** The codes of the own state, and of those that are asked in this matter already. */
  readonly known: readonly string[];
  nameOf(state: string): string;
  words(name: string, values?: Readonly<Record<string, string>>): string;
  /** There where conditions do not let a third state be asked: the link to asking for leave, or null where none can be asked for now. */
  readonly barred?: HTMLAnchorElement | null;
}

/** Undefined where nobody is to be asked. */
export function askToo(providers: readonly Provider[], { request, known, nameOf, words, barred }: Asking): HTMLElement | undefined {
  const there = providers.filter(({ state }) => state !== undefined && !known.includes(state));
  const states = new Set(there.map(({ state }) => state!));
  const elsewhere = new Set(providers.flatMap(({ state, stateName }) => (state === undefined && stateName !== '' ? [stateName] : [])));
  if (states.size + elsewhere.size === 0) return undefined;
  const notice = Object.assign(document.createElement('div'), { className: 'notice info' });
  const say = (text: string): void => notice.append(Object.assign(document.createElement('p'), { textContent: text }));
  for (const { name, state } of there) say(`${name} (${nameOf(state!)})`);
  if (states.size > 0) say(words(barred === undefined ? 'ask-too-what' : 'ask-too-barred'));
  const ways = barred === undefined ? [...states].map((state) => link(`/requests/new?follows=${request}&to=${state}`, words('ask-too', { state: nameOf(state) }))) : [barred];
  notice.append(...actions(states.size === 0 ? [] : ways));
  for (const state of elsewhere) say(words('ask-too-elsewhere', { state }));
  return notice;
}

function actions(ways: readonly (HTMLAnchorElement | null)[]): HTMLElement[] {
  const links = ways.filter((way) => way !== null);
  if (links.length === 0) return [];
  const place = Object.assign(document.createElement('p'), { className: 'actions screen-only' });
  links.forEach((way, i) => {
    way.className = i === 0 ? 'button' : 'button second';
    place.append(way, ' ');
  });
  return [place];
}
