/** What stands in the form of an act, and the same answer by answer, so that two versions can be compared and merged. */
import type { Values } from '../form/values.ts';
import type { Uploaded } from '../upload.ts';

/** What a form holds: answers, ticks, whom it goes to, the questions of the request that it repairs, and the files that arrived. */
export interface Written {
  readonly values: Values;
  readonly items: readonly string[];
  readonly chosen: string;
  readonly repairs: Values;
  readonly attachments: readonly Uploaded[];
}

export type Flat = Readonly<Record<string, unknown>>;

/** Answer by answer, for comparing: ids of the form's own fields begin with a letter, those that are repaired with `repair:`. */
export function flat({ values, items, chosen, repairs, attachments }: Written): Flat {
  const repaired = Object.entries(repairs).map(([id, value]) => [`repair:${id}`, value] as const);
  const files = attachments.map((each) => [`file:${each.document}`, each] as const);
  return { ...values, ':items': items, ':chosen': chosen, ...Object.fromEntries([...repaired, ...files]) };
}

/** The other way round. */
export function raised(all: Flat): Written {
  const within = (prefix: string): [string, unknown][] =>
    Object.entries(all).flatMap(([id, value]) => (id.startsWith(prefix) && value !== undefined ? [[id.slice(prefix.length), value] as [string, unknown]] : []));
  return {
    values: Object.fromEntries(within('').filter(([id]) => !id.includes(':'))) as Values,
    items: all[':items'] as readonly string[],
    chosen: all[':chosen'] as string,
    repairs: Object.fromEntries(within('repair:')) as Values,
    attachments: within('file:').map(([, each]) => each as Uploaded),
  };
}

export function same(a: Written, b: Written): boolean {
  return JSON.stringify(flat(a)) === JSON.stringify(flat(b));
}
