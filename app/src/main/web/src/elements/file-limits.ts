/** What may be attached at most, said where files are chosen: before anything is sent. */
import { size } from '../sentences.ts';
import { get } from '../session.ts';

/** Bytes of sealed files: the largest one, what is left of the request, what is left at this moment. */
interface Limits {
  readonly file: number;
  readonly request: number;
  readonly now: number;
}

type Words = (name: string, values: Readonly<Record<string, string | number>>) => string;

/** Leaves the place empty when the server cannot be asked: it says no itself, before the first byte. */
export async function sayLimits(place: HTMLElement, request: string, words: Words): Promise<void> {
  const limits = await get<Limits>(`/uploads/limits?request=${request}`).catch(() => undefined);
  if (!limits) return;
  const said = [words('limits', { file: size(limits.file), request: size(limits.request) })];
  if (limits.now < Math.min(limits.file, limits.request)) said.push(words('limits-now', { now: size(limits.now) }));
  place.textContent = said.join(' ');
}
