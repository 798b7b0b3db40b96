/**
 * What of a request's form the requesting authority repaired in its answers: the receiver reads the form as it stands now, and what was first sent beside it.
 *
 * Threat: an answer that was asked for one thing changes another. Only fields that the answer's signed `items` name are taken from it.
 */
import type { Form } from '../form/definition.ts';
import type { Values } from '../form/values.ts';
import type { Act } from '../jws.ts';
import type { FileKind, Uploaded } from '../upload.ts';
import { attachmentsOf } from './attached.ts';
import type { SealedForm, SealedMessage } from './content.ts';

export interface Repaired {
  /** The form with every repair in it. */
  readonly values: Values;
  /** The files of the form, and those that came later because they were asked for. */
  readonly files: readonly Uploaded[];
  /** The fields that were repaired. */
  readonly items: ReadonlySet<string>;
}

export function repaired(form: Form, sent: SealedForm, acts: readonly Act[], messages: ReadonlyMap<string, SealedMessage>): Repaired {
  const values: Record<string, Values[string]> = { ...sent.values };
  const files = [...attachmentsOf(acts[0]!, sent.attachments)];
  const items = new Set<string>();
  for (const act of acts) {
    if (act.kind !== 'answer') continue;
    const message = messages.get(act.act);
    const given = message?.repaired ?? {};
    for (const item of act.coded.items) {
      const annex = annexOf(form, item);
      const attached = annex === undefined || !message ? [] : attachmentsOf(act, message.attachments).filter((each) => each.kind === annex);
      files.push(...attached);
      if (given[item] !== undefined) values[item] = given[item];
      if (given[item] !== undefined || attached.length > 0) items.add(item);
    }
  }
  return { values, files, items };
}

function annexOf(form: Form, item: string): FileKind | undefined {
  return form.groups.flatMap((group) => group.fields).find((field) => field.id === item)?.annex;
}
