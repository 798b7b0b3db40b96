/**
 * What a state that preserves data disclosed of their path: providers in other states that took part (Budapest Art. 30). Its message is sealed, and read here only.
 *
 * Threat: values may come from another program. A state is one of the list that the form offers, or none: what leads to an address is never taken as it came.
 */
import { choice } from '../form/definition.ts';
import type { Form, Language } from '../form/definition.ts';
import { items, text } from '../form/values.ts';
import type { Values } from '../form/values.ts';

export interface Provider {
  readonly name: string;
  /** The code of its state; none where the list does not have it. */
  readonly state?: string;
  /** As the discloser named a state that is not in the list. */
  readonly stateName: string;
  readonly place: string;
  readonly contact: string;
}

/** @param answers the definition of the message */
export function providersIn(values: Values, answers: Form): readonly Provider[] {
  const state = answers.groups.find((each) => each.id === 'result')?.fields.find((field) => field.id === 'providers')?.fields?.find((field) => field.id === 'state');
  if (!state) return [];
  return items(values['providers']).map((item) => {
    const known = choice(answers, state, item['state']);
    return {
      name: text(item['name']),
      ...(known && /^[A-Z]{3}$/.test(known.code) ? { state: known.code } : {}),
      stateName: text(item['stateName']),
      place: text(item['place']),
      contact: text(item['contact']),
    };
  });
}

/** What the list calls a state. */
export function nameOfState(code: string, answers: Form, language: Language): string {
  return answers.lists['states']?.find((each) => each.code === code)?.label[language] ?? code;
}
