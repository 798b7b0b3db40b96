/**
 * Loaded on every page. Navigation without reloading (so that unlocked keys stay in memory), and the sealing bundle when a page asks for it.
 * Nothing here knows a key. Every page works without this file, except sealing and opening.
 *
 * Events on the document: `enlace:page` after each page, `enlace:navigate` (detail: path) to go somewhere, `enlace:load-failed` when the sealing bundle is
 * not to be had; `enlace:session-ended` and `enlace:session-renewed`; `enlace:unlocked` and `enlace:locked` from the vault.
 */
import htmx from 'htmx.org';
import { checkedScript } from './assets.ts';
import './elements/session.ts';
import { browserPage, missingFeatures } from './features.ts';
import { watchForms } from './forms.ts';
import { carryHead, parsePage } from './page.ts';
import { keepTyped } from './typed.ts';

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // htmx would keep pages in the browser's storage; what is on a page may be confidential
htmx.config.historyRestoreAsHxRequest = false;
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '...', swap: true }, // a refusal (404, 409, 422) is a page with a sentence on it, to be shown
];

interface BeforeSwap {
  readonly target: Element;
  readonly serverResponse: string;
  readonly xhr: XMLHttpRequest;
  readonly requestConfig: { readonly verb: string };
}

const script = scriptOf(document);
let sealing: Promise<unknown> | undefined;

document.addEventListener('htmx:beforeSwap', (event) => {
  const { target, serverResponse, xhr, requestConfig } = (event as CustomEvent<BeforeSwap>).detail;
  if (target !== document.body) return;
  const page = parsePage(serverResponse);
  if (scriptOf(page) !== script && requestConfig.verb === 'get') {
    // A newer build of this file: the page is loaded anew, rather than run by old code.
    event.preventDefault();
    location.assign(xhr.responseURL);
    return;
  }
  carryHead(page);
});
document.addEventListener('htmx:afterSettle', (event) => {
  if ((event as CustomEvent<{ target: Element }>).detail.target !== document.body) return loadWhatThePageNeeds();
  const main = document.getElementById('main');
  // A link that led to a question has put the focus there already.
  if (!main?.contains(document.activeElement)) (document.querySelector<HTMLElement>('[autofocus]') ?? main)?.focus({ preventScroll: location.hash !== '' });
  arrived();
});
document.addEventListener('htmx:historyCacheMissLoad', (event) => {
  const { response, xhr } = (event as CustomEvent<{ response: string; xhr: XMLHttpRequest }>).detail;
  carryHead(parsePage(response));
  // Back to a draft that was sent meanwhile: the server shows the request, and the address has to say so.
  if (xhr.responseURL !== '' && xhr.responseURL !== location.href.split('#')[0]) history.replaceState(history.state, '', xhr.responseURL);
});
// Going back to a page that may not be seen any more, after signing out for instance: let the server say so.
document.addEventListener('htmx:historyCacheMissLoadError', () => location.reload());
document.addEventListener('htmx:historyRestore', () => {
  document.getElementById('main')?.focus({ preventScroll: true });
  arrived();
});
document.addEventListener('htmx:beforeRequest', (event) => {
  const { elt } = (event as CustomEvent<{ elt: Element }>).detail;
  // A form without an address is a script's own: what is typed there is sealed first, and never sent as it is.
  if (elt instanceof HTMLFormElement && !elt.hasAttribute('action') && !elt.hasAttribute('hx-post') && !elt.hasAttribute('hx-get')) event.preventDefault();
});
document.addEventListener('htmx:sendError', () => showConnection(false));
document.addEventListener('enlace:load-failed', () => document.getElementById('load-failed')?.removeAttribute('hidden'));
document.addEventListener('enlace:navigate', (event) => {
  const path = (event as CustomEvent<string>).detail;
  const context = { target: 'body', swap: 'innerHTML show:window:top', push: path };
  void htmx.ajax('get', path, context as Parameters<typeof htmx.ajax>[2] & object);
});
addEventListener('online', () => showConnection(true));
addEventListener('offline', () => showConnection(false));

watchForms();
keepTyped();
arrived();

function arrived(): void {
  showConnection(navigator.onLine);
  loadWhatThePageNeeds();
  document.dispatchEvent(new CustomEvent('enlace:page'));
}

/** A custom element that this file does not define lives in the sealing bundle. */
function loadWhatThePageNeeds(): void {
  if (sealing || !document.querySelector(':not(:defined)')) return;
  const missing = missingFeatures();
  if (missing.length > 0) {
    location.replace(browserPage(missing));
    return;
  }
  sealing = checkedScript('sealing.js')
    .then((address) => import(address))
    .catch((problem: unknown) => {
      sealing = undefined;
      document.dispatchEvent(new CustomEvent('enlace:load-failed', { detail: problem }));
    });
}

function showConnection(there: boolean): void {
  const bar = document.getElementById('offline');
  if (bar) bar.hidden = there;
}

function scriptOf(page: Document): string | null | undefined {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src');
}
