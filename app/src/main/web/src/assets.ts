/**
 * The other files of the build, by logical name, with their hashes; written into each bundle by build.mjs.
 *
 * Threat: a cache, a proxy or a half-finished deployment hands out a file that is not of this build. The page vouches for enlace.js by its
 * integrity attribute, and enlace.js for the rest by checking each file before it runs. (A host that lies on purpose also controls the
 * page itself; against that stand the published hashes in the log and the stand-alone program, not this.)
 */
declare const ENLACE_ASSETS: Readonly<Record<string, { readonly file: string; readonly integrity: string }>>;

/** Fetches a file of this build. @throws TypeError when it cannot be reached or is not the file this build knows. */
export async function fetchAsset(name: string): Promise<Response> {
  const response = await fetch(assetUrl(name), { integrity: ENLACE_ASSETS[name]?.integrity ?? '', credentials: 'same-origin' });
  if (!response.ok) throw new TypeError(`${name}: ${response.status}`);
  return response;
}

/** The address of a script of this build, after its bytes were checked; names carry the hash and are cached for ever, so that it is not fetched twice. */
export async function checkedScript(name: string): Promise<string> {
  await (await fetchAsset(name)).arrayBuffer();
  return assetUrl(name);
}

function assetUrl(name: string): string {
  const asset = ENLACE_ASSETS[name];
  if (!asset) throw new TypeError(`${name} is not part of this build`);
  return new URL(asset.file, import.meta.url).href;
}
