/**
 * What this browser must have before anybody types a word that could be lost. Part of enlace.js: it must run where the rest would not.
 */
export type Feature = 'secure-page' | 'random' | 'crypto' | 'streams' | 'workers' | 'channels' | 'big-numbers' | 'languages';

const tests: Readonly<Record<Feature, () => boolean>> = {
  'secure-page': () => globalThis.isSecureContext,
  random: () => typeof crypto.getRandomValues === 'function',
  crypto: () => typeof crypto.subtle?.importKey === 'function',
  streams: () => typeof TransformStream === 'function' && typeof Blob.prototype.stream === 'function',
  workers: () => typeof Worker === 'function',
  channels: () => typeof BroadcastChannel === 'function',
  'big-numbers': () => typeof BigInt === 'function',
  languages: () => typeof Intl.RelativeTimeFormat === 'function',
};

/** Names of what is missing; empty where everything works. */
export function missingFeatures(): Feature[] {
  return (Object.keys(tests) as Feature[]).filter((name) => {
    try {
      return !tests[name]();
    } catch {
      return true;
    }
  });
}

/** The page that explains what this browser lacks and which ones work. */
export function browserPage(missing: readonly Feature[]): string {
  return `/browser?missing=${missing.join(',')}`;
}
