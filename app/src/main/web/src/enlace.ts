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

document.addEventListener('htmx:load', loadWhatThePageNeeds);
loadWhatThePageNeeds();
