/**
 * An authority's key, made, passed on and made anew (`exchange.md`, "Statements about keys"): the bodies that are sent to `/keys/authority/…`.
 *
 * Threats: the host names a newcomer who is not one (only keys whose statement is proved to be in the log are sealed to, and the six words are compared by telephone);
 * the host shows an old state, so that a leaver would be sealed to again (everything is read through `trust.ts`, which remembers).
 */
import type { Identity, Recipient } from '../age.ts';
import { b64, b64u, digest, fromB64, time } from '../encoding.ts';
import { sign } from '../jws.ts';
import type { Jws, Signer } from '../jws.ts';
import { newAuthorityKey, openAuthorityKey, sealAuthorityKey } from '../keys.ts';
import type { AuthorityKey, OfficerKey } from '../keys.ts';
import { paperSigner } from '../paper.ts';
import { post } from '../session.ts';
import type { Division } from '../shares.ts';
import { trustedAuthority } from '../trust.ts';
import type { TrustedAuthority, TrustedOfficer } from '../trust.ts';
import { authorityKey, myKeys } from '../vault.ts';
import type { RehearsedSheet } from './sheet-work.ts';

/** base64 by account or by generation. */
type Copies = Record<string, string>;

/** Makes the first key of an authority, for its first officer and its recovery sheet. */
export async function found(officer: OfficerKey, authority: string, sheet: RehearsedSheet): Promise<void> {
  const key = await newAuthorityKey(authority, 1);
  const onSheet = await sealAuthorityKey(key, sheet.code.recipient);
  await openAuthorityKey(onSheet, sheet.code.identity, authority, 1); // what came back from paper does open it
  await post<void>('/keys/authority/generations', {
    statement: stated(officer, key, named(sheet), null),
    copies: { [officer.account]: b64(await sealAuthorityKey(key, officer.recipient)) },
    paper: { 1: b64(onSheet) },
    division: division(sheet),
  });
}

/** Lets a colleague in, with every generation that this officer holds. */
export async function admit(officer: OfficerKey, newcomer: TrustedOfficer): Promise<void> {
  const mine = (await myKeys()).authority!;
  const copies: Copies = {};
  for (const { generation } of mine.copies) {
    copies[generation] = b64(await sealAuthorityKey(await authorityKey(mine.id, generation), newcomer.recipient));
  }
  await post<void>('/keys/authority/admissions', { statement: admission(officer, mine.id, mine.generation, newcomer.account, newcomer.statement), copies });
}

/** Lets oneself in with the authority's recovery sheet, where nobody else is left to do it. */
export async function admitBySheet(officer: OfficerKey, sheet: Identity): Promise<void> {
  const { authority, statement } = await myKeys();
  const { id, generation } = authority!;
  const onSheet = await post<Copies>('/keys/authority/paper', {});
  const copies: Copies = {};
  for (const [each, sealed] of Object.entries(onSheet)) {
    copies[each] = b64(await sealAuthorityKey(await openAuthorityKey(fromB64(sealed), sheet, id, Number(each)), officer.recipient));
  }
  await post<void>('/keys/authority/admissions', { statement: admission(paperSigner(sheet), id, generation, officer.account, digest(statement)), copies });
}

/** States that a colleague has left, and makes the next key for those who stay. @param sheet a new recovery sheet, where the leaver may have seen the old one */
export async function depart(officer: OfficerKey, authority: string, leaver: string, sheet: RehearsedSheet | undefined): Promise<void> {
  const trusted = await trustedAuthority(officer, authority);
  const staying = trusted.belonging.filter((each) => each.account !== leaver);
  const departure = sign('enlace-departure+jws', { v: 1, authority, generation: trusted.generation, account: leaver, time: time() }, officer);
  await post<void>('/keys/authority/departures', { departure, ...(await succession(officer, trusted, staying, sheet)) });
}

/** Makes the next key though nobody leaves, for everybody who holds this one. @param sheet a new recovery sheet, where the custodians' are to be replaced */
export async function rotate(officer: OfficerKey, authority: string, sheet: RehearsedSheet | undefined): Promise<void> {
  const trusted = await trustedAuthority(officer, authority);
  await post<void>('/keys/authority/rotations', await succession(officer, trusted, trusted.belonging, sheet));
}

/** The next generation, for those who go on; the body that departures and rotations share. */
async function succession(officer: OfficerKey, trusted: TrustedAuthority, staying: readonly TrustedOfficer[], sheet: RehearsedSheet | undefined): Promise<object> {
  const { authority } = trusted;
  const next = await newAuthorityKey(authority, trusted.generation + 1);
  const copies: Copies = {};
  for (const each of staying) copies[each.account] = b64(await sealAuthorityKey(next, each.recipient));
  return {
    statement: stated(officer, next, sheet ? named(sheet) : trusted, trusted.statement),
    admissions: staying
      .filter((each) => each.account !== officer.account)
      .map((each) => admission(officer, authority, next.generation, each.account, each.statement)),
    copies,
    paper: await onPaper(trusted, next, sheet),
    division: sheet ? division(sheet) : null,
  };
}

/** The sheet that stays gets the new generation, a new sheet all of them. */
async function onPaper(trusted: TrustedAuthority, next: AuthorityKey, sheet: RehearsedSheet | undefined): Promise<Copies | null> {
  const recipient = sheet?.code.recipient ?? trusted.paper;
  if (recipient === null) return null;
  const copies: Copies = { [next.generation]: b64(await sealAuthorityKey(next, recipient)) };
  for (let generation = 1; sheet && generation < next.generation; generation++) {
    copies[generation] = b64(await sealAuthorityKey(await authorityKey(trusted.authority, generation), recipient));
  }
  return copies;
}

function named({ code }: RehearsedSheet): { readonly paper: Recipient; readonly paperKey: string } {
  return { paper: code.recipient, paperKey: b64u(paperSigner(code.identity).publicKey) };
}

/** All that the server learns of the custodians: how many, and how many of them are needed. */
function division({ shares, threshold }: RehearsedSheet): Division {
  return { shares, threshold };
}

function stated(officer: OfficerKey, key: AuthorityKey, sheet: { readonly paper: Recipient | null; readonly paperKey: string | null }, previous: string | null): Jws {
  const { authority, generation, recipient } = key;
  const { paper, paperKey } = sheet;
  return sign('enlace-authority-key+jws', { v: 1, authority, generation, recipient, paper, paperKey, previous, time: time() }, officer);
}

function admission(by: Signer, authority: string, generation: number, account: string, officerKey: string): Jws {
  return sign('enlace-admission+jws', { v: 1, authority, generation, account, officerKey, time: time() }, by);
}
