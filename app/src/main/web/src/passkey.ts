/**
 * Passkeys that sign in and unlock with one touch: WebAuthn with the PRF extension, asked for with the one input of `exchange.md`.
 *
 * Threats: PRF output opens the officer's key, so it never leaves this browser: the extension results are taken out of what is sent to the server.
 * A passkey without PRF is a good way to sign in and no way to unlock; whoever enrols one is told so and keeps the passphrase.
 */
import type { Bytes } from './age.ts';
import { b64u, fromB64u } from './encoding.ts';
import { PRF_INPUT } from './keys.ts';

/** Creation and request options as the server sends them: the JSON forms of WebAuthn level 3. */
export type CreationOptionsJson = Record<string, unknown> & { readonly challenge: string };
export type RequestOptionsJson = Record<string, unknown> & { readonly challenge: string };

export interface Created {
  /** For the server: the JSON form of a registration, without PRF results. */
  readonly credential: Record<string, unknown>;
  /** The credential's id, b64u. */
  readonly id: string;
  /** Whether the authenticator can unlock. */
  readonly canUnlock: boolean;
  /** Given by some authenticators at once; otherwise ask with {@link getPasskey}. */
  readonly prf: Bytes | undefined;
}

export interface Asserted {
  /** For the server: the JSON form of an assertion, without PRF results. */
  readonly credential: Record<string, unknown>;
  readonly id: string;
  /** 32 bytes, or undefined when this authenticator cannot unlock. */
  readonly prf: Bytes | undefined;
}

/**
 * - `cancelled`: the officer, or the time allowed, ended it
 * - `already-enrolled`: this authenticator holds a passkey for this account
 * - `not-supported`: this browser or authenticator cannot
 * - `failed`: anything else
 */
export type PasskeyFault = 'cancelled' | 'already-enrolled' | 'not-supported' | 'failed';

export class PasskeyError extends Error {
  readonly fault: PasskeyFault;

  constructor(fault: PasskeyFault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'PasskeyError';
    this.fault = fault;
  }
}

/** Whether passkeys with PRF can be expected here: `unknown` where a browser does not say and only trying can tell. */
export async function passkeySupport(): Promise<'yes' | 'no' | 'unknown'> {
  if (typeof PublicKeyCredential === 'undefined') return 'no';
  const ask = (PublicKeyCredential as unknown as { getClientCapabilities?: () => Promise<Record<string, boolean>> }).getClientCapabilities;
  if (!ask) return 'unknown';
  try {
    const said = (await ask.call(PublicKeyCredential))['extension:prf'];
    return said === undefined ? 'unknown' : said ? 'yes' : 'no';
  } catch {
    return 'unknown';
  }
}

/** @throws PasskeyError */
export async function createPasskey(options: CreationOptionsJson): Promise<Created> {
  const publicKey = creationOptions(options);
  publicKey.extensions = { ...publicKey.extensions, prf: { eval: { first: PRF_INPUT } } } as AuthenticationExtensionsClientInputs;
  const credential = await attempt(() => navigator.credentials.create({ publicKey }));
  const results = prfResults(credential);
  const prf = prfOutput(results);
  return {
    credential: registrationJson(credential),
    id: b64u(new Uint8Array(credential.rawId)),
    canUnlock: results?.enabled === true || prf !== undefined,
    prf,
  };
}

/** @param signal ends the request, as when the page goes away. @throws PasskeyError */
export async function getPasskey(options: RequestOptionsJson, signal?: AbortSignal): Promise<Asserted> {
  const publicKey = requestOptions(options);
  publicKey.extensions = { ...publicKey.extensions, prf: { eval: { first: PRF_INPUT } } } as AuthenticationExtensionsClientInputs;
  const credential = await attempt(() => navigator.credentials.get({ publicKey, ...(signal ? { signal } : {}) }));
  return {
    credential: assertionJson(credential),
    id: b64u(new Uint8Array(credential.rawId)),
    prf: prfOutput(prfResults(credential)),
  };
}

/**
 * Unlocks without signing in (after a reload, the session still being there): no server looks at this assertion, so the challenge is our own.
 * @param credentials ids, b64u, of the passkeys this officer has locks for.
 */
export function touchPasskey(credentials: readonly string[], signal?: AbortSignal): Promise<Asserted> {
  const options = {
    challenge: b64u(crypto.getRandomValues(new Uint8Array(32))),
    allowCredentials: credentials.map((id) => ({ type: 'public-key', id })),
    userVerification: 'required',
  };
  return getPasskey(options, signal);
}

interface PrfResults {
  readonly enabled?: boolean;
  readonly results?: { readonly first?: unknown };
}

async function attempt(call: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (typeof PublicKeyCredential === 'undefined') throw new PasskeyError('not-supported');
  let credential: Credential | null;
  try {
    credential = await call();
  } catch (cause) {
    const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') throw new PasskeyError('cancelled', cause);
    if (name === 'InvalidStateError') throw new PasskeyError('already-enrolled', cause);
    if (name === 'NotSupportedError' || name === 'SecurityError') throw new PasskeyError('not-supported', cause);
    throw new PasskeyError('failed', cause);
  }
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyError('failed');
  return credential;
}

function prfResults(credential: PublicKeyCredential): PrfResults | undefined {
  return (credential.getClientExtensionResults() as { prf?: PrfResults }).prf;
}

function prfOutput(results: PrfResults | undefined): Bytes | undefined {
  const first = results?.results?.first;
  let bytes: Bytes | undefined;
  if (first instanceof ArrayBuffer) bytes = new Uint8Array(first);
  else if (ArrayBuffer.isView(first)) bytes = new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength);
  else if (Array.isArray(first)) bytes = Uint8Array.from(first as number[]); // a password manager's extension answers so
  return bytes?.length === 32 ? bytes : undefined;
}

/** What toJSON() gives, built by hand because not every browser has it, and because its extension results would carry the PRF output. */
function registrationJson(credential: PublicKeyCredential): Record<string, unknown> {
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    ...credentialJson(credential),
    response: {
      clientDataJSON: encoded(response.clientDataJSON),
      attestationObject: encoded(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

function assertionJson(credential: PublicKeyCredential): Record<string, unknown> {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    ...credentialJson(credential),
    response: {
      clientDataJSON: encoded(response.clientDataJSON),
      authenticatorData: encoded(response.authenticatorData),
      signature: encoded(response.signature),
      ...(response.userHandle ? { userHandle: encoded(response.userHandle) } : {}),
    },
  };
}

function credentialJson(credential: PublicKeyCredential): Record<string, unknown> {
  const { prf: _, ...extensions } = credential.getClientExtensionResults() as Record<string, unknown>;
  return {
    id: encoded(credential.rawId),
    rawId: encoded(credential.rawId),
    type: credential.type,
    ...(credential.authenticatorAttachment ? { authenticatorAttachment: credential.authenticatorAttachment } : {}),
    clientExtensionResults: extensions,
  };
}

interface DescriptorJson {
  readonly id: string;
  readonly type: 'public-key';
  readonly transports?: AuthenticatorTransport[];
}

/** parseCreationOptionsFromJSON is not in every browser that has passkeys; these few members are all it decodes. */
function creationOptions(options: CreationOptionsJson): PublicKeyCredentialCreationOptions {
  const { user, excludeCredentials } = options as { user?: { id: string; name: string; displayName: string }; excludeCredentials?: DescriptorJson[] };
  return {
    ...(options as object as PublicKeyCredentialCreationOptions),
    challenge: fromB64u(options.challenge),
    user: { ...user!, id: fromB64u(user!.id) },
    excludeCredentials: (excludeCredentials ?? []).map(descriptor),
  };
}

function requestOptions(options: RequestOptionsJson): PublicKeyCredentialRequestOptions {
  const { allowCredentials } = options as { allowCredentials?: DescriptorJson[] };
  return {
    ...(options as object as PublicKeyCredentialRequestOptions),
    challenge: fromB64u(options.challenge),
    allowCredentials: (allowCredentials ?? []).map(descriptor),
  };
}

function descriptor(json: DescriptorJson): PublicKeyCredentialDescriptor {
  return { ...json, id: fromB64u(json.id) };
}

function encoded(buffer: ArrayBuffer): string {
  return b64u(new Uint8Array(buffer));
}
