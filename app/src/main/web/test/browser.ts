/** As much of a browser as modules without a page need: a document that dispatches events and says who is signed in, and a server to fetch from. */
type Answer = { readonly status?: number; readonly body?: unknown; readonly raw?: string } | 'unreachable';

const metas = new Map<string, { content: string }>();

const document = Object.assign(new EventTarget(), {
  hidden: false,
  documentElement: { lang: 'en' },
  querySelectorAll: () => [],
  createElement: () => ({ name: '', content: '' }),
  head: {
    querySelector: (selector: string) => metas.get(/name="([^"]+)"/.exec(selector)![1]!) ?? null,
    append: (element: { name: string; content: string }) => metas.set(element.name, element),
  },
});

export const page = Object.assign(new EventTarget(), { document });

/** What the server was asked, oldest first. */
export const asked: { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }[] = [];
let answering: (method: string, path: string, body: never) => Answer = () => 'unreachable';

export function serve(answer: (method: string, path: string, body: never) => Answer): void {
  answering = answer;
  asked.length = 0;
}

export function says(name: string, content: string): void {
  metas.set(name, { content });
}

Object.assign(globalThis, {
  document,
  addEventListener: page.addEventListener.bind(page),
  location: { origin: 'https://enlace.example', href: 'https://enlace.example/' },
  fetch: async (path: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ method: init.method ?? 'GET', path, headers: init.headers as Record<string, string>, body });
    const answer = answering(init.method ?? 'GET', path, body as never);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    return new Response(answer.raw ?? (answer.body === undefined ? null : JSON.stringify(answer.body)), { status: answer.status ?? 200 });
  },
});
