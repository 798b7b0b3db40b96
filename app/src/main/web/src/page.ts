/**
 * Navigation swaps the body and keeps the document, so that unlocked keys stay in memory. What the head says of a page (language, marking, form key, account) has to follow.
 */
const ATTRIBUTES = ['lang', 'data-marking', 'data-as-of'];
const NAMES = ['csrf', 'csrf-header', 'account'];

/** Takes over what another page of this site says of itself outside its body. */
export function carryHead(from: Document): void {
  for (const name of ATTRIBUTES) {
    const value = from.documentElement.getAttribute(name);
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  for (const name of NAMES) {
    const said = from.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
    if (said) setMeta(name, said.content);
  }
}

export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** What the head says under that name; null when it says nothing. */
export function meta(name: string): string | null {
  return document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;
}

export function setMeta(name: string, content: string): void {
  let element = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
  if (!element) {
    element = document.createElement('meta');
    element.name = name;
    document.head.append(element);
  }
  element.content = content;
}

/**
 * A link that a script makes. htmx boosts only those of the server's markup; without this it would load a new document, and the unlocked keys would be gone.
 * With a modifier or another button it stays a plain link.
 */
export function link(path: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.textContent = text;
  made.href = path;
  made.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(path);
  });
  return made;
}

/** Goes to another page without losing what is unlocked. */
export function navigate(path: string): void {
  document.dispatchEvent(new CustomEvent('enlace:navigate', { detail: path }));
}
