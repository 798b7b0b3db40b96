/** A long list of choices is narrowed by what is typed above it: parts of words, in any order, without accents. What is chosen stays to be seen. */

const SIEVE = ':scope > [data-sieve]';

/** Without a script the field would do nothing, so it is shown by one. */
export function showSieve(wrapper: HTMLElement, path: string): void {
  const sieve = wrapper.querySelector<HTMLElement>(SIEVE);
  if (!sieve) return;
  const input = sieve.querySelector('input')!;
  input.id = `${path}/sieve`;
  sieve.querySelector<HTMLLabelElement>('[data-sieve-label]')!.htmlFor = input.id;
  sieve.hidden = false;
}

export function isSieve(target: Element): boolean {
  return target.parentElement !== null && 'sieve' in target.parentElement.dataset;
}

/** Shows what fits among the choices that are offered at all. */
export function sift(wrapper: HTMLElement): void {
  const sieve = wrapper.querySelector<HTMLElement>(SIEVE);
  if (!sieve) return;
  const sought = plain(sieve.querySelector('input')!.value).split(/\s+/).filter((word) => word !== '');
  const offered = [...wrapper.querySelectorAll<HTMLElement>('[data-choice]')].filter((each) => !each.hidden);
  let fitting = 0;
  for (const each of offered) {
    const said = plain(`${each.closest('fieldset')!.querySelector(':scope > legend')!.textContent} ${each.textContent}`);
    const fits = sought.every((word) => said.includes(word));
    if (fits) fitting += 1;
    each.toggleAttribute('data-unmatched', !fits && !each.querySelector('input')!.checked);
  }
  const status = sieve.querySelector<HTMLElement>('[data-found]')!;
  status.textContent = sought.length === 0 ? '' : status.dataset['found']!.replace('{n}', String(fitting)).replace('{all}', String(offered.length));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
