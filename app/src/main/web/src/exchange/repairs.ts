/**
 * What of a request's form the requesting authority repaired in its answers: the receiver reads the form as it stands now, and what was first sent beside it.
 *
 * Threat: an answer that was asked for one thing changes another. Only fields that the answer's signed `items` name are taken from it.
 */
import type { Values } from '../form/values.ts';
import type { Act } from '../jws.ts';
import type { SealedMessage } from './content.ts';

export interface Repaired {
  /** The form with every repair in it. */
  readonly values: Values;
  /** The fields that were repaired. */
  readonly items: ReadonlySet<string>;
}

export function repaired(sent: Values, acts: readonly Act[], messages: ReadonlyMap<string, SealedMessage>): Repaired {
  const values: Record<string, Values[string]> = { ...sent };
  const items = new Set<string>();
  for (const act of acts) {
    if (act.kind !== 'answer') continue;
    const given = messages.get(act.act)?.repaired ?? {};
    for (const item of act.coded.items) {
      if (given[item] === undefined) continue;
      values[item] = given[item];
      items.add(item);
    }
  }
  return { values, items };
}
