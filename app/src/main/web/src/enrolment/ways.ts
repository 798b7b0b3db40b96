/**
 * Ways to unlock an officer key, made in the browser and sent sealed (`exchange.md`, "Ways").
 *
 * Threats: a way that does not work when it is needed (a passkey without PRF is refused here, a printed code must be typed back in part before it counts);
 * what unlocks leaves the browser (only sealed files, the passkey's registration without its PRF output, and a one-time code are sent).
 */
import { b64 } from '../encoding.ts';
import { lockWithIdentity, lockWithPasskey, lockWithPassphrase } from '../keys.ts';
import type { OfficerKey } from '../keys.ts';
import type { PaperCode } from '../paper.ts';
import { PasskeyError, createPasskey, touchPasskey } from '../passkey.ts';
import type { CreationOptionsJson } from '../passkey.ts';
import { post } from '../session.ts';

export interface LockJson {
  readonly kind: 'passkey' | 'passphrase' | 'paper';
  readonly sealed: string;
  readonly credential?: string;
}

export interface WaysJson {
  readonly locks: readonly LockJson[];
  readonly passkey: { readonly label: string; readonly credential: Record<string, unknown> } | null;
}

/** The secret of one-time codes, as the server offers it. */
export interface CodeSecret {
  readonly secret: string;
  readonly uri: string;
  readonly qr: string;
}

/** @param base `/invitations/{token}`, `/recovery/{token}` or `/account/ways`. @throws PasskeyError `not-supported` when the passkey cannot unlock */
export async function passkeyWay(base: string, officer: OfficerKey, label: string): Promise<WaysJson> {
  const created = await createPasskey(await post<CreationOptionsJson>(`${base}/passkey`, {}));
  if (!created.canUnlock) throw new PasskeyError('not-supported');
  const prf = created.prf ?? (await touchPasskey([created.id])).prf;
  if (!prf) throw new PasskeyError('not-supported');
  const sealed = b64(await lockWithPasskey(officer, prf));
  prf.fill(0);
  return { locks: [{ kind: 'passkey', credential: created.id, sealed }], passkey: { label, credential: created.credential } };
}

export function offerCode(base: string): Promise<CodeSecret> {
  return post<CodeSecret>(`${base}/code`, {});
}

/** The code shows that the secret is in the authenticator; it is told at once, because it is good for a minute only. @throws Problem when it is wrong */
export async function passphraseWay(base: string, officer: OfficerKey, passphrase: string, code: string): Promise<WaysJson> {
  await post<void>(`${base}/code/confirmation`, { code });
  return { locks: [{ kind: 'passphrase', sealed: b64(await lockWithPassphrase(officer, passphrase)) }], passkey: null };
}

export async function paperWay(officer: OfficerKey, paper: PaperCode): Promise<WaysJson> {
  return { locks: [{ kind: 'paper', sealed: b64(await lockWithIdentity(officer, paper.identity)) }], passkey: null };
}

export function together(one: WaysJson, other: WaysJson): WaysJson {
  return { locks: [...one.locks, ...other.locks], passkey: one.passkey ?? other.passkey };
}
