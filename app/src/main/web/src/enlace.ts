/**
 * Loaded on every page. Navigation without reloading (so that unlocked keys stay in memory), and the sealing bundle when a page asks for it.
 * Nothing here knows a key. Every page works without this file, except sealing and opening.
 */
import htmx from 'htmx.org';
import { checkedScript } from './assets.ts';

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // htmx would keep pages in sessionStorage; what is on a page may be confidential
htmx.config.refreshOnHistoryMiss = false;
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '...', swap: true }, // a refusal (409, 422, 404) is a page with a sentence on it, to be shown
];

let sealing: Promise<unknown> | undefined;

/** A custom element that this file does not define lives in the sealing bundle. */
function loadWhatThePageNeeds(): void {
  if (sealing || !document.querySelector(':not(:defined)')) return;
  sealing = checkedScript('sealing.js')
    .then((address) => import(address))
    .catch((problem: unknown) => {
      sealing = undefined;
      document.dispatchEvent(new CustomEvent('enlace:load-failed', { detail: problem }));
    });
}

/** Only the body is exchanged: what `<html>` must say of the new page (language, what print-outs carry) stands on `<main>` too, and the reader is led there. */
function arrive(): void {
  const main = document.getElementById('main');
  if (!main) return;
  for (const name of ['lang', 'data-marking', 'data-as-of']) {
    const value = main.getAttribute(name);
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  (document.querySelector<HTMLElement>('[autofocus]') ?? main).focus({ preventScroll: location.hash !== '' });
}

function showConnection(): void {
  const bar = document.getElementById('offline');
  if (bar) bar.hidden = navigator.onLine;
}

document.addEventListener('htmx:afterSettle', (event) => {
  if ((event as CustomEvent<{ boosted?: boolean }>).detail.boosted) arrive();
});
window.addEventListener('online', showConnection);
window.addEventListener('offline', showConnection);
document.addEventListener('htmx:sendError', () => {
  const bar = document.getElementById('offline');
  if (bar) bar.hidden = false;
});
document.addEventListener('htmx:load', loadWhatThePageNeeds);
document.addEventListener('htmx:load', showConnection);
loadWhatThePageNeeds();
