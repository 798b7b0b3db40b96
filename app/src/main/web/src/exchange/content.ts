/** What was sealed to a request's key, opened: the form, and the message an act brings. */
import type { Act, ContentReference } from '../jws.ts';
import { parseJson } from '../age.ts';
import type { Enveloped } from '../age.ts';
import { openDocument } from '../keys.ts';
import type { RequestKey } from '../keys.ts';
import { get, getBytes } from '../session.ts';
import type { Uploaded } from '../upload.ts';
import { requestKey } from '../vault.ts';
import type { Values } from '../form/values.ts';

export interface SealedForm extends Enveloped {
  readonly kind: 'form';
  readonly form: string;
  readonly language: string;
  readonly values: Values;
  readonly attachments: readonly Uploaded[];
}

export interface SealedMessage extends Enveloped {
  readonly kind: 'message';
  readonly act: string;
  readonly language: string;
  readonly values: Values;
  readonly attachments: readonly Uploaded[];
  /** Which of them describes the others for forensic tools. */
  readonly description?: string;
  /** Of an answer: the fields of the request's form that it repairs. */
  readonly repaired?: Values;
}

interface Copy {
  readonly authority: string;
  readonly generation: number;
  readonly sealed: string;
}

/** The request's key, from the copy sealed to the own authority. @throws Locked, NoCopy, SealError, Problem */
export async function keyOf(request: string): Promise<RequestKey> {
  const copy = await get<Copy>(`/requests/${request}/key`);
  return requestKey(request, copy.authority, copy.generation, copy.sealed);
}

/** The form of a request, as its `send` names it. */
export function openForm(send: Act, key: RequestKey): Promise<SealedForm> {
  return openJsonDocument<SealedForm>('form', only(send, 'form')!, key);
}

/** The message an act brings; undefined where it brings none. */
export async function openMessage(act: Act, key: RequestKey): Promise<SealedMessage | undefined> {
  const document = only(act, 'message');
  return document && openJsonDocument<SealedMessage>('message', document, key);
}

/** A file that is a text, whole. */
export async function openText(file: Uploaded, key: RequestKey): Promise<string> {
  return new TextDecoder().decode(await openDocument(await getBytes(`/documents/${file.document}`), file.sha256, key));
}

function only(act: Act, role: ContentReference['role']): ContentReference | undefined {
  return act.content.find((each) => each.role === role);
}

async function openJsonDocument<T extends Enveloped>(kind: T['kind'], document: ContentReference, key: RequestKey): Promise<T> {
  const plain = await openDocument(await getBytes(`/documents/${document.document}`), document.sha256, key);
  return parseJson<T>(kind, plain);
}
