/**
 * Days, moments and offsets. A moment keeps the offset its source had: "19:02:11 UTC−03:00" is evidence, and turning it into another zone would lose it.
 * Days are counted in a named zone, never in the browser's by accident.
 */
import { city } from './cities.ts';
import type { Moment } from './values.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;
const OFFSET = /^[+-](0\d|1[0-4]):(00|15|30|45)$/;

/** How the four languages are written in the Americas; the same as the server's. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-001', es: 'es-419', fr: 'fr-CA', pt: 'pt-BR' };

export function locale(language: string): string {
  return LOCALES[language] ?? language;
}

/** Every offset in use anywhere, for a choice. */
export const OFFSETS: readonly string[] = (
  '-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 -03:00 -02:00 -01:00 +00:00 +01:00 +02:00 +03:00 ' +
  '+03:30 +04:00 +04:30 +05:00 +05:30 +05:45 +06:00 +06:30 +07:00 +08:00 +08:45 +09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 +13:00 +14:00'
).split(' ');

export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && Number(parts[1]) >= 1900;
}

/** The instant, once all three parts are there and right. */
export function instant(moment: Moment): Date | undefined {
  const { date = '', time = '', offset = '' } = moment;
  if (!isDay(date) || !TIME.test(time) || !OFFSET.test(offset)) return undefined;
  return new Date(`${date}T${time.length === 5 ? `${time}:00` : time}${offset}`);
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(text);
  } catch {
    return false;
  }
}

/** The offset of a zone at an instant: `-03:00`. */
export function offsetOf(zone: string, at: Date): string {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at).find((part) => part.type === 'timeZoneName')!.value;
  return name === 'GMT' ? '+00:00' : name.slice(3);
}

/** "14 Mar 2026". */
export function sayDay(day: string, language: string): string {
  if (!isDay(day)) return day;
  return new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

/** "14 Mar 2026, 22:40" in a zone; with seconds where they are evidence. */
export function sayInstant(at: Date, zone: string, language: string, seconds = false): string {
  return `${sayDay(dayIn(zone, at), language)}, ${sayHour(at, zone, language, seconds)}`;
}

/** "22:40", "22 h 40" in French. With seconds always in figures: "19:02:11" is read out and compared, "19 h 02 min 11 s" is not. */
export function sayHour(at: Date, zone: string, language: string, seconds = false): string {
  return new Intl.DateTimeFormat(seconds ? 'en-GB' : locale(language), {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at);
}

/** The same in the reader's zone, and the day only where it is another one there. */
export function sayThere(moment: Moment, at: Date, zone: string, language: string): string {
  const say = dayIn(zone, at) === moment.date ? sayHour : sayInstant;
  return `${say(at, zone, language, (moment.time ?? '').length > 5)} ${city(zone)}`;
}

/** "13 Mar 2026, 19:02:11 UTC−03:00": as its source had it. What is incomplete is shown as typed. */
export function sayMoment(moment: Moment, language: string): string {
  const at = instant(moment);
  const { date = '', time = '', offset = '' } = moment;
  if (!at) return [isDay(date) ? sayDay(date, language) : date, time, offset && sayOffset(offset)].filter(Boolean).join(' ');
  // Shown as a local time of its own offset: written as if it were UTC, so that no zone data comes between.
  const local = new Date(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  return `${sayInstant(local, 'UTC', language, time.length > 5)} ${sayOffset(offset)}`;
}

/** "UTC−03:00", with the minus sign that is not a hyphen. */
export function sayOffset(offset: string): string {
  return offset === '+00:00' ? 'UTC' : `UTC${offset.replace('-', '−')}`;
}
