/** The names of cities as the server says them, in the page's language: browsers know zones and not what the reader calls the city. */
import { language } from '../sentences.ts';

type Names = Readonly<Record<string, string>>;

const asked = new Map<string, Promise<Names>>();
let names: Names = {};

/** Until they are there, and where they are not to be had, a city is called as its zone is. */
export async function learnCities(): Promise<void> {
  const wanted = language();
  const coming = asked.get(wanted) ?? fetchCities(wanted);
  asked.set(wanted, coming);
  try {
    names = await coming;
  } catch {
    asked.delete(wanted);
  }
}

/** "Asunción" for `America/Asuncion`. */
export function city(zone: string): string {
  return names[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

async function fetchCities(wanted: string): Promise<Names> {
  const response = await fetch(`/forms/cities/${wanted}.json`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new TypeError(`cities: ${response.status}`);
  return (await response.json()) as Names;
}
