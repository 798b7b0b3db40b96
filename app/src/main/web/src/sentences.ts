/**
 * Words for people come from the server, in four languages. A page or an element carries the sentences its behaviour may need in a
 * `<template>` with `<p data-sentence="name">… {placeholder} …</p>`; the layout carries those of every page.
 */

/** The sentence of that name: the element's own first, then the page's. The name itself when there is none, so that a missing one is seen and reported. */
export function sentence(name: string, values: Readonly<Record<string, string | number>> = {}, within?: Element): string {
  const text = find(name, within?.querySelectorAll('template') ?? []) ?? find(name, document.querySelectorAll('template[data-sentences]')) ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = values[key];
    return typeof value === 'number' ? number(value) : (value ?? whole);
  });
}

/** The language of the page. */
export function language(): string {
  return document.documentElement.lang || 'en';
}

/** "Label: said", with the space that French puts before the colon and never breaks. */
export function labelled(language: string, label: string, said: string): string {
  return `${label}${language === 'fr' ? '\u00a0' : ''}: ${said}`;
}

/** "4 s ago", "hace 4 s": in the reader's language, from the browser. */
export function ago(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(language(), { style: 'short' });
  return seconds < 90 ? format.format(-Math.round(seconds), 'second') : format.format(-Math.round(seconds / 60), 'minute');
}

/** "4 s", "3 min". */
export function duration(seconds: number): string {
  const [value, unit] = seconds < 90 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** "1.4 MB". */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

function find(name: string, templates: Iterable<HTMLTemplateElement>): string | undefined {
  for (const template of templates) {
    const found = template.content.querySelector(`[data-sentence="${name}"]`);
    if (found) return found.textContent?.trim();
  }
  return undefined;
}
